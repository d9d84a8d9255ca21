using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmartCity.Modules.Operations.Domain;
using SmartCity.Modules.Operations.Domain.FaultReports;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Operations.Infrastructure;

internal sealed class FaultReportTable : IEntityTypeConfiguration<FaultReport>
{
    public void Configure(EntityTypeBuilder<FaultReport> builder)
    {
        builder.ToTable("fault_reports").HasKey(report => report.Id);
        builder.Property(report => report.Id).ValueGeneratedNever();
        builder.Property(report => report.Number).HasMaxLength(ObjectNumber.Length);
        builder.Property(report => report.Description).HasMaxLength(Columns.LongText);
        builder.HasIndex(report => report.Number).IsUnique();
        builder.HasIndex(report => report.Warranty);
        builder.HasIndex(report => new { report.LeadUnit, report.Number });
        builder.HasIndex(report => new { report.Contractor, report.Number });
        builder.HasMany(report => report.Responses).WithOne().HasForeignKey(Columns.FaultReport);
        builder.HasMany(report => report.Resolutions).WithOne().HasForeignKey(Columns.FaultReport);
        builder.Navigation(report => report.Responses).AutoInclude();
        builder.Navigation(report => report.Resolutions).AutoInclude();
    }
}

internal sealed class FaultResponseTable : IEntityTypeConfiguration<FaultResponse>
{
    public void Configure(EntityTypeBuilder<FaultResponse> builder)
    {
        builder.ToTable("fault_responses");
        builder.Property<FaultReportId>(Columns.FaultReport);
        builder.HasKey(Columns.FaultReport, nameof(FaultResponse.Number));
        builder.Property(response => response.Number).ValueGeneratedNever();
        builder.Property(response => response.Action).HasMaxLength(Columns.LongText);
    }
}

internal sealed class FaultResolutionTable : IEntityTypeConfiguration<FaultResolution>
{
    public void Configure(EntityTypeBuilder<FaultResolution> builder)
    {
        builder.ToTable("fault_resolutions");
        builder.Property<FaultReportId>(Columns.FaultReport);
        builder.HasKey(Columns.FaultReport, nameof(FaultResolution.Number));
        builder.Property(resolution => resolution.Number).ValueGeneratedNever();
        builder.Property(resolution => resolution.Resolution).HasMaxLength(Columns.LongText);
        builder.Property(resolution => resolution.RejectedBecause).HasMaxLength(Columns.LongText);
        builder.Money(resolution => resolution.Charge, "charge_fen");
    }
}
