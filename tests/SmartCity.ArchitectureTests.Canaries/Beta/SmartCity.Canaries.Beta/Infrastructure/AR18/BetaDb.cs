using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Canaries.Beta.Domain.AR18;

namespace SmartCity.Canaries.Beta.Infrastructure.AR18;

internal abstract class BetaDb(DbContextOptions options) : ModuleDbContext(options)
{
    public override string Schema => "beta";

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Parcel>().ToTable("parcels").HasKey(parcel => parcel.Id);
        modelBuilder.Entity<StoredElsewhere>().ToTable("stored_elsewhere", "alpha").HasKey(one => one.Id);
        modelBuilder.Entity<KeyLeaves>(leaves =>
        {
            leaves.ToTable("key_leaves").HasKey(one => one.Id);
            leaves.HasOne<StoredElsewhere>().WithMany().HasForeignKey(one => one.Elsewhere);
        });
        modelBuilder.Entity<RawKey>().ToTable("raw_keys").HasKey(one => one.Id);
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Parcel>().Property(nameof(AggregateRoot.Version)).IsConcurrencyToken(false);
    }
}

internal sealed class SqliteBetaDb(DbContextOptions<SqliteBetaDb> options) : BetaDb(options);

internal sealed class PostgresBetaDb(DbContextOptions<PostgresBetaDb> options) : BetaDb(options);

internal sealed class SqlServerBetaDb(DbContextOptions<SqlServerBetaDb> options) : BetaDb(options);
