using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmartCity.Modules.Security.Application.Evidence;

namespace SmartCity.Modules.Security.Infrastructure.Evidence;

internal sealed class LogLeafTable : IEntityTypeConfiguration<LogLeaf>
{
    public void Configure(EntityTypeBuilder<LogLeaf> builder)
    {
        builder.ToTable("log_leaves").HasKey(leaf => leaf.Index);
        builder.Property(leaf => leaf.Index).ValueGeneratedNever();
        builder.Property(leaf => leaf.Schema).HasMaxLength(64);
        builder.Property(leaf => leaf.ObjectType).HasMaxLength(64);
        builder.Property(leaf => leaf.ObjectId).HasMaxLength(100);
        builder.Property(leaf => leaf.Leaf).HasMaxLength(2000);
        builder.HasIndex(leaf => leaf.Entry).IsUnique();
        builder
            .HasIndex(leaf => new
            {
                leaf.ObjectType,
                leaf.ObjectId,
                leaf.Schema,
                leaf.Number,
            })
            .IsUnique();
    }
}

internal sealed class LogTileTable : IEntityTypeConfiguration<LogTile>
{
    public void Configure(EntityTypeBuilder<LogTile> builder)
    {
        builder.ToTable("log_tiles").HasKey(tile => new { tile.Level, tile.Index });
        builder.Property(tile => tile.Hashes).HasMaxLength(8192);
    }
}

internal sealed class LogCheckpointTable : IEntityTypeConfiguration<LogCheckpoint>
{
    public void Configure(EntityTypeBuilder<LogCheckpoint> builder)
    {
        builder.ToTable("log_checkpoints").HasKey(checkpoint => checkpoint.Size);
        builder.Property(checkpoint => checkpoint.Size).ValueGeneratedNever();
        builder.Property(checkpoint => checkpoint.Root).HasMaxLength(32);
        builder.Property(checkpoint => checkpoint.Note).HasMaxLength(2000);
        builder.Property(checkpoint => checkpoint.Cosignatures).HasMaxLength(8000);
        builder.Ignore(checkpoint => checkpoint.SignedNote);
    }
}

internal sealed class LogStateTable : IEntityTypeConfiguration<LogState>
{
    public void Configure(EntityTypeBuilder<LogState> builder)
    {
        builder.ToTable("log_states").HasKey(state => state.Key);
        builder.Property(state => state.Key).ValueGeneratedNever();
        builder.Property(state => state.Size).IsConcurrencyToken();
    }
}
