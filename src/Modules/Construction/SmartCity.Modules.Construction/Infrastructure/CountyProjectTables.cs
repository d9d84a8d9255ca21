using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmartCity.Modules.Construction.Domain.CountyProjects;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Construction.Infrastructure;

internal sealed class CountyProjectTable : IEntityTypeConfiguration<CountyProject>
{
    internal const string Key = "CountyProjectId";
    internal const int LongText = 4000;

    public void Configure(EntityTypeBuilder<CountyProject> builder)
    {
        builder.ToTable("county_projects").HasKey(project => project.Id);
        builder.Property(project => project.Id).ValueGeneratedNever();
        builder.HasIndex(project => project.Number).IsUnique();
        builder.HasIndex(project => new { project.County, project.Number });
        builder.HasIndex(project => new { project.State, project.Number });
        builder.HasIndex(project => new { project.Filing, project.Number });
        builder.Property(project => project.Number).HasMaxLength(22);
        builder.Property(project => project.County).HasMaxLength(6);
        builder.Money(project => project.TotalInvestment, "total_investment_fen");
        builder.Money(project => project.BudgetAmount, "budget_amount_fen");
        builder.Ignore(project => project.Budget);
        builder.Ignore(project => project.LastFiling);
        builder.HasOne(project => project.Tender).WithOne().HasForeignKey<CountyTender>(Key);
        builder.HasMany(project => project.Filings).WithOne().HasForeignKey(Key);
        builder.Navigation(project => project.Tender).AutoInclude();
        builder.Navigation(project => project.Filings).AutoInclude();
    }
}

internal sealed class CountyTenderTable : IEntityTypeConfiguration<CountyTender>
{
    public void Configure(EntityTypeBuilder<CountyTender> builder)
    {
        builder.ToTable("county_tenders");
        builder.Property<CountyProjectId>(CountyProjectTable.Key);
        builder.HasKey(CountyProjectTable.Key);
        builder.Property(tender => tender.WinnerCreditCode).HasMaxLength(18);
        builder.Money(tender => tender.AwardedAmount, "awarded_amount_fen");
    }
}

internal sealed class CountyFilingTable : IEntityTypeConfiguration<CountyFiling>
{
    public void Configure(EntityTypeBuilder<CountyFiling> builder)
    {
        builder.ToTable("county_filings");
        builder.Property<CountyProjectId>(CountyProjectTable.Key);
        builder.HasKey(CountyProjectTable.Key, nameof(CountyFiling.Number));
        builder.Property(filing => filing.Number).ValueGeneratedNever();
        // Of all counties' filings one has the receipt number; those that are not filed have none.
        builder.HasIndex(filing => filing.ReceiptNumber).IsUnique();
        builder.Property(filing => filing.Summary).HasMaxLength(CountyProjectTable.LongText);
        builder.Property(filing => filing.Missing).HasMaxLength(CountyProjectTable.LongText);
    }
}
