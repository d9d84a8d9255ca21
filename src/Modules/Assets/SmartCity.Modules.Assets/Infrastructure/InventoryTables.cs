using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmartCity.Modules.Assets.Domain.Inventories;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Assets.Infrastructure;

internal sealed class CampaignTable : IEntityTypeConfiguration<InventoryCampaign>
{
    public void Configure(EntityTypeBuilder<InventoryCampaign> builder)
    {
        builder.ToTable("inventory_campaigns").HasKey(campaign => campaign.Id);
        builder.Property(campaign => campaign.Id).ValueGeneratedNever();
        builder.HasIndex(campaign => campaign.Number).IsUnique();
        builder.HasIndex(campaign => new { campaign.Unit, campaign.Number });
        builder.Property(campaign => campaign.Number).HasMaxLength(InventoryCampaign.NumberLength);
        builder.HasMany(campaign => campaign.Book).WithOne().HasForeignKey(Columns.Campaign);
        builder.HasMany(campaign => campaign.Counts).WithOne().HasForeignKey(Columns.Campaign);
        builder.HasMany(campaign => campaign.Variances).WithOne().HasForeignKey(Columns.Campaign);
        builder.Navigation(campaign => campaign.Book).AutoInclude();
        builder.Navigation(campaign => campaign.Counts).AutoInclude();
        builder.Navigation(campaign => campaign.Variances).AutoInclude();
    }
}

internal sealed class BookEntryTable : IEntityTypeConfiguration<BookEntry>
{
    public void Configure(EntityTypeBuilder<BookEntry> builder)
    {
        builder.ToTable("book_entries");
        builder.Property<InventoryCampaignId>(Columns.Campaign);
        builder.HasKey(Columns.Campaign, nameof(BookEntry.Card));
        builder.Money(entry => entry.Value, "value_fen");
    }
}

internal sealed class CountRecordTable : IEntityTypeConfiguration<CountRecord>
{
    public void Configure(EntityTypeBuilder<CountRecord> builder)
    {
        builder.ToTable("count_records");
        builder.Property<InventoryCampaignId>(Columns.Campaign);
        builder.HasKey(Columns.Campaign, nameof(CountRecord.Number));
        builder.Property(count => count.Number).ValueGeneratedNever();
        builder.Property(count => count.Note).HasMaxLength(Columns.LongText);
    }
}

internal sealed class VarianceTable : IEntityTypeConfiguration<Variance>
{
    public void Configure(EntityTypeBuilder<Variance> builder)
    {
        builder.ToTable("variances");
        builder.Property<InventoryCampaignId>(Columns.Campaign);
        builder.HasKey(Columns.Campaign, nameof(Variance.Number));
        builder.Property(variance => variance.Number).ValueGeneratedNever();
        builder.Ignore(variance => variance.IsResolved);
        builder.Ignore(variance => variance.IsApproved);
        builder.Property(variance => variance.Reason).HasMaxLength(Columns.LongText);
    }
}
