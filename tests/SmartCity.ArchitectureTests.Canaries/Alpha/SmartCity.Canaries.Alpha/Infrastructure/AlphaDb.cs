using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Canaries.Alpha.Application;
using SmartCity.Canaries.Alpha.Domain.Permits;

namespace SmartCity.Canaries.Alpha.Infrastructure;

internal abstract class AlphaDb(DbContextOptions options) : ModuleDbContext(options), IAlphaDatabase
{
    public override string Schema => "alpha";

    public DbSet<Permit> Permits => Set<Permit>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Permit>(permit =>
        {
            permit.ToTable("permits").HasKey(one => one.Id);
            permit.OwnsMany(one => one.Conditions, condition => condition.ToTable("conditions"));
        });
        base.OnModelCreating(modelBuilder);
    }
}

internal sealed class SqliteAlphaDb(DbContextOptions<SqliteAlphaDb> options) : AlphaDb(options);

internal sealed class PostgresAlphaDb(DbContextOptions<PostgresAlphaDb> options) : AlphaDb(options);

internal sealed class SqlServerAlphaDb(DbContextOptions<SqlServerAlphaDb> options) : AlphaDb(options);
