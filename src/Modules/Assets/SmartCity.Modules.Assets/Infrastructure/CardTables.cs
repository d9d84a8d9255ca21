using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmartCity.Modules.Assets.Domain.Cards;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Assets.Infrastructure;

internal sealed class CardTable : IEntityTypeConfiguration<AssetCard>
{
    public void Configure(EntityTypeBuilder<AssetCard> builder)
    {
        builder.ToTable("asset_cards").HasKey(card => card.Id);
        builder.Property(card => card.Id).ValueGeneratedNever();
        builder.HasIndex(card => card.Number).IsUnique();
        builder.HasIndex(card => card.Registration);
        builder.HasIndex(card => new { card.LeadUnit, card.Number });
        builder.HasIndex(card => new { card.Declaration, card.Number });
        builder.HasIndex(card => card.Custodian);
        builder.Property(card => card.Number).HasMaxLength(AssetCard.NumberLength);
        builder.Property(card => card.StruckOffBecause).HasMaxLength(Columns.LongText);
        builder.Money(card => card.Value, "value_fen");
        builder.HasMany(card => card.HandOvers).WithOne().HasForeignKey(Columns.Card);
        builder.Navigation(card => card.HandOvers).AutoInclude();
    }
}

internal sealed class HandOverTable : IEntityTypeConfiguration<HandOver>
{
    public void Configure(EntityTypeBuilder<HandOver> builder)
    {
        builder.ToTable("hand_overs");
        builder.Property<AssetCardId>(Columns.Card);
        builder.HasKey(Columns.Card, nameof(HandOver.Number));
        builder.Property(handOver => handOver.Number).ValueGeneratedNever();
        builder.Property(handOver => handOver.Reason).HasMaxLength(Columns.LongText);
    }
}
