using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmartCity.Modules.Operations.Domain;
using SmartCity.Modules.Operations.Domain.MaintenanceRequests;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Operations.Infrastructure;

internal sealed class MaintenanceRequestTable : IEntityTypeConfiguration<MaintenanceRequest>
{
    public void Configure(EntityTypeBuilder<MaintenanceRequest> builder)
    {
        builder.ToTable("maintenance_requests").HasKey(request => request.Id);
        builder.Property(request => request.Id).ValueGeneratedNever();
        builder.Property(request => request.Number).HasMaxLength(ObjectNumber.Length);
        builder.Property(request => request.Purpose).HasMaxLength(Columns.LongText);
        builder.Property(request => request.DeclinedBecause).HasMaxLength(Columns.LongText);
        builder.Money(request => request.Amount, "amount_fen");
        builder.Money(request => request.PaidAmount, "paid_fen");
        builder.HasIndex(request => request.Number).IsUnique();
        builder.HasIndex(request => new { request.Project, request.Year });
        builder.HasIndex(request => new { request.LeadUnit, request.Number });
        builder.HasIndex(request => new { request.State, request.Number });
    }
}
