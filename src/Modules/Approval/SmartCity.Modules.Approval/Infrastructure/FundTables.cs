using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Infrastructure;

internal sealed class FinanceReportTable : IEntityTypeConfiguration<FinanceReport>
{
    public void Configure(EntityTypeBuilder<FinanceReport> builder)
    {
        builder.ToTable("finance_reports");
        builder.Property<DeclarationId>(Columns.Declaration);
        builder.HasKey(Columns.Declaration);
        builder.Money(report => report.Amount, "amount_fen");
        builder.HasMany(report => report.Lines).WithOne().HasForeignKey(Columns.Declaration);
        builder.Navigation(report => report.Lines).AutoInclude();
    }
}

internal sealed class FinanceReportLineTable : IEntityTypeConfiguration<FinanceReportLine>
{
    public void Configure(EntityTypeBuilder<FinanceReportLine> builder)
    {
        builder.ToTable("finance_report_lines");
        builder.Property<DeclarationId>(Columns.Declaration);
        builder.HasKey(Columns.Declaration, nameof(FinanceReportLine.Line));
        builder.Property(line => line.Line).ValueGeneratedNever();
        builder.Money(line => line.Amount, "amount_fen");
    }
}

internal sealed class FundArrangementTable : IEntityTypeConfiguration<FundArrangement>
{
    public void Configure(EntityTypeBuilder<FundArrangement> builder)
    {
        builder.ToTable("fund_arrangements");
        builder.Property<DeclarationId>(Columns.Declaration);
        builder.HasKey(Columns.Declaration, nameof(FundArrangement.Number));
        builder.Property(arrangement => arrangement.Number).ValueGeneratedNever();
        builder.Money(arrangement => arrangement.Amount, "amount_fen");
        builder
            .HasMany(arrangement => arrangement.Lines)
            .WithOne()
            .HasForeignKey(Columns.Declaration, Columns.Arrangement);
        builder.Navigation(arrangement => arrangement.Lines).AutoInclude();
    }
}

internal sealed class FundArrangementLineTable : IEntityTypeConfiguration<FundArrangementLine>
{
    public void Configure(EntityTypeBuilder<FundArrangementLine> builder)
    {
        builder.ToTable("fund_arrangement_lines");
        builder.Property<DeclarationId>(Columns.Declaration);
        builder.Property<int>(Columns.Arrangement);
        builder.HasKey(Columns.Declaration, Columns.Arrangement, nameof(FundArrangementLine.Line));
        builder.Property(line => line.Line).ValueGeneratedNever();
        builder.Money(line => line.Amount, "amount_fen");
    }
}

internal sealed class FundSuspensionTable : IEntityTypeConfiguration<FundSuspension>
{
    public void Configure(EntityTypeBuilder<FundSuspension> builder)
    {
        builder.ToTable("fund_suspensions");
        builder.Property<DeclarationId>(Columns.Declaration);
        builder.HasKey(Columns.Declaration, nameof(FundSuspension.Number));
        builder.Property(suspension => suspension.Number).ValueGeneratedNever();
        builder.Ignore(suspension => suspension.HasEnded);
        builder.Property(suspension => suspension.SuspendedBecause).HasMaxLength(Columns.LongText);
        builder.Property(suspension => suspension.ResumedBecause).HasMaxLength(Columns.LongText);
    }
}
