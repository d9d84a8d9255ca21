using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmartCity.BuildingBlocks.Persistence;

namespace SmartCity.Miniature.Counting;

internal interface ICountingDatabase : IModuleStore
{
    DbSet<Counter> Counters { get; }
}

internal abstract class CountingDb(DbContextOptions options) : ModuleDbContext(options), ICountingDatabase
{
    public override string Schema => "counting";

    public DbSet<Counter> Counters => Set<Counter>();
}

internal sealed class SqliteCountingDb(DbContextOptions<SqliteCountingDb> options) : CountingDb(options);

internal sealed class PostgresCountingDb(DbContextOptions<PostgresCountingDb> options) : CountingDb(options);

internal sealed class SqlServerCountingDb(DbContextOptions<SqlServerCountingDb> options) : CountingDb(options);

internal sealed class CounterTable : IEntityTypeConfiguration<Counter>
{
    public void Configure(EntityTypeBuilder<Counter> builder)
    {
        builder.ToTable("counters").HasKey(counter => counter.Id);
        builder.HasIndex(counter => new { counter.Unit, counter.Name }).IsUnique();
        builder.HasMany(counter => counter.Tickets).WithOne().HasForeignKey("CounterId").IsRequired();
        builder.Navigation(counter => counter.Tickets).AutoInclude();
    }
}

internal sealed class TicketTable : IEntityTypeConfiguration<Ticket>
{
    public void Configure(EntityTypeBuilder<Ticket> builder) => builder.ToTable("tickets").HasKey(ticket => ticket.Id);
}
