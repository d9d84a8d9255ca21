using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmartCity.Modules.Operations.Domain;
using SmartCity.Modules.Operations.Domain.Warranties;

namespace SmartCity.Modules.Operations.Infrastructure;

/// <summary>Names and lengths that the module's tables share.</summary>
internal static class Columns
{
    internal const string Warranty = "WarrantyId";
    internal const string FaultReport = "FaultReportId";
    internal const string ViolationCase = "ViolationCaseId";
    internal const int LongText = 4000;
}

internal sealed class WarrantyTable : IEntityTypeConfiguration<Warranty>
{
    public void Configure(EntityTypeBuilder<Warranty> builder)
    {
        builder.ToTable("warranties").HasKey(warranty => warranty.Id);
        builder.Property(warranty => warranty.Id).ValueGeneratedNever();
        builder.Property(warranty => warranty.Number).HasMaxLength(ObjectNumber.Length);
        builder.HasIndex(warranty => warranty.Number).IsUnique();
        // One warranty of one contract: the key says so too.
        builder.HasIndex(warranty => warranty.Contract).IsUnique();
        builder.HasIndex(warranty => warranty.Declaration);
        builder.HasIndex(warranty => new { warranty.LeadUnit, warranty.Number });
        builder.HasIndex(warranty => new { warranty.Contractor, warranty.Number });
        builder.Ignore(warranty => warranty.CurrentTerm);
        builder.HasMany(warranty => warranty.Terms).WithOne().HasForeignKey(Columns.Warranty);
        builder.Navigation(warranty => warranty.Terms).AutoInclude();
    }
}

internal sealed class WarrantyTermTable : IEntityTypeConfiguration<WarrantyTerm>
{
    public void Configure(EntityTypeBuilder<WarrantyTerm> builder)
    {
        builder.ToTable("warranty_terms");
        builder.Property<WarrantyId>(Columns.Warranty);
        builder.HasKey(Columns.Warranty, nameof(WarrantyTerm.Number));
        builder.Property(term => term.Number).ValueGeneratedNever();
        builder.Property(term => term.VoidedBecause).HasMaxLength(Columns.LongText);
    }
}
