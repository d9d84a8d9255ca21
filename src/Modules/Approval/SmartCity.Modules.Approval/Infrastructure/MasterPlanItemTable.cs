using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmartCity.Modules.Approval.Domain.MasterPlanItems;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Infrastructure;

internal sealed class MasterPlanItemTable : IEntityTypeConfiguration<MasterPlanItem>
{
    public void Configure(EntityTypeBuilder<MasterPlanItem> builder)
    {
        builder.ToTable("master_plan_items").HasKey(item => item.Id);
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.HasIndex(item => item.Code).IsUnique();
        builder.Property(item => item.Description).HasMaxLength(4000);
        builder.Property(item => item.ClosedBecause).HasMaxLength(4000);
        builder.Money(item => item.EstimatedInvestment, "estimated_investment_fen");
    }
}
