using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Regulation.Application;
using SmartCity.Regulation.Domain.LegalClocks;

namespace SmartCity.Regulation.Infrastructure;

/// <summary>What the kernel keeps: how far the demonstration's legal date was moved.</summary>
internal abstract class RegulationDb(DbContextOptions options) : ModuleDbContext(options), IRegulationDatabase
{
    public const string SchemaName = "regulation";

    public override string Schema => SchemaName;

    public DbSet<LegalClock> LegalClocks => Set<LegalClock>();
}

internal sealed class LegalClockTable : IEntityTypeConfiguration<LegalClock>
{
    public void Configure(EntityTypeBuilder<LegalClock> builder)
    {
        builder.ToTable("legal_clocks").HasKey(clock => clock.Id);
        builder.Property(clock => clock.Id).ValueGeneratedNever();
    }
}
