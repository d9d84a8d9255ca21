using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmartCity.BuildingBlocks.Http;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Modules.Construction.Domain.Buildings;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Construction.Infrastructure;

/// <summary>Names and lengths that the tables share.</summary>
internal static class Columns
{
    internal const string Building = "BuildingId";
    internal const string Contract = "ContractId";
    internal const string Contractor = "ContractorId";
    internal const string CertificateKind = "CertificateKindId";
    internal const int LongText = 4000;

    /// <summary>What a taken-over project brings with it, as JSON.</summary>
    internal const int Document = 1 << 20;
}

internal sealed class BuildingTable : IEntityTypeConfiguration<Building>
{
    public void Configure(EntityTypeBuilder<Building> builder)
    {
        builder.ToTable("buildings").HasKey(building => building.Id);
        builder.Property(building => building.Id).ValueGeneratedNever();
        builder.Property(building => building.Number).HasMaxLength(22);
        builder.HasIndex(building => building.Number).IsUnique();
        builder.HasIndex(building => building.Declaration);
        // One building of a project at a time: the database says so too.
        builder.HasIndex(building => building.LiveDeclaration).IsUnique();
        builder.HasIndex(building => new { building.LeadUnit, building.Number });
        builder.HasIndex(building => new { building.State, building.Number });
        builder.HasIndex(building => new { building.AwardedTo, building.Number });
        builder.Property(building => building.BuiltStatement).HasMaxLength(Columns.LongText);
        builder.Property(building => building.EndedBecause).HasMaxLength(Columns.LongText);
        builder
            .Property(building => building.TakenUp)
            .HasMaxLength(Columns.Document)
            .HasConversion(
                before => JsonSerializer.Serialize(before, Json.Options),
                text => JsonSerializer.Deserialize<TakenUp>(text, Json.Options)!,
                // It is written once, so it has changed only where it is another object.
                new ValueComparer<TakenUp?>(
                    (one, other) => ReferenceEquals(one, other),
                    before => before == null ? 0 : before.GetHashCode(),
                    before => before
                )
            );
        builder.Money(building => building.TotalInvestment, "total_investment_fen");
        builder.Money(building => building.ReviewedBudget, "reviewed_budget_fen");
        builder.HasOne(building => building.Tender).WithOne().HasForeignKey<Tender>(Columns.Building);
        builder.HasOne(building => building.Award).WithOne().HasForeignKey<Award>(Columns.Building);
        builder.HasOne(building => building.Contract).WithOne().HasForeignKey<Contract>(Columns.Building);
        builder.HasOne(building => building.WorkingGroup).WithOne().HasForeignKey<WorkingGroup>(Columns.Building);
        builder.HasMany(building => building.Participants).WithOne().HasForeignKey(Columns.Building);
        builder.HasMany(building => building.Bids).WithOne().HasForeignKey(Columns.Building);
        builder.HasMany(building => building.Experts).WithOne().HasForeignKey(Columns.Building);
        builder.Navigation(building => building.Tender).AutoInclude();
        builder.Navigation(building => building.Award).AutoInclude();
        builder.Navigation(building => building.Contract).AutoInclude();
        builder.Navigation(building => building.WorkingGroup).AutoInclude();
        builder.Navigation(building => building.Participants).AutoInclude();
        builder.Navigation(building => building.Bids).AutoInclude();
        builder.Navigation(building => building.Experts).AutoInclude();
    }
}

internal sealed class BuildingUnitTable : IEntityTypeConfiguration<BuildingUnit>
{
    public void Configure(EntityTypeBuilder<BuildingUnit> builder)
    {
        builder.ToTable("building_units");
        builder.Property<BuildingId>(Columns.Building);
        builder.HasKey(Columns.Building, nameof(BuildingUnit.Unit));
        builder.HasIndex(unit => unit.Unit);
    }
}

internal sealed class TenderTable : IEntityTypeConfiguration<Tender>
{
    public void Configure(EntityTypeBuilder<Tender> builder)
    {
        builder.ToTable("tenders");
        builder.Property<BuildingId>(Columns.Building);
        builder.HasKey(Columns.Building);
        builder.Money(tender => tender.Ceiling, "ceiling_fen");
    }
}

internal sealed class BidTable : IEntityTypeConfiguration<Bid>
{
    public void Configure(EntityTypeBuilder<Bid> builder)
    {
        builder.ToTable("bids").HasKey(bid => bid.Id);
        builder.Property(bid => bid.Id).ValueGeneratedNever();
        builder.Property<BuildingId>(Columns.Building);
        // One bid of one contractor in one tender: the database says so too.
        builder.HasIndex(Columns.Building, nameof(Bid.Contractor)).IsUnique();
        builder.Money(bid => bid.Amount, "amount_fen");
    }
}

internal sealed class AwardTable : IEntityTypeConfiguration<Award>
{
    public void Configure(EntityTypeBuilder<Award> builder)
    {
        builder.ToTable("awards");
        builder.Property<BuildingId>(Columns.Building);
        builder.HasKey(Columns.Building);
        builder.Money(award => award.Amount, "amount_fen");
    }
}

internal sealed class ContractTable : IEntityTypeConfiguration<Contract>
{
    public void Configure(EntityTypeBuilder<Contract> builder)
    {
        builder.ToTable("contracts").HasKey(contract => contract.Id);
        builder.Property(contract => contract.Id).ValueGeneratedNever();
        builder.Property<BuildingId>(Columns.Building);
        builder.Ignore(contract => contract.IsInForce);
        builder.Ignore(contract => contract.MonthsFromAcceptance);
        builder.Property(contract => contract.BuildTransferBasis).HasMaxLength(Columns.LongText);
        builder.Property(contract => contract.TerminatedBecause).HasMaxLength(Columns.LongText);
        builder.Money(contract => contract.Amount, "amount_fen");
        builder.Money(contract => contract.Capitalised, "capitalised_fen");
        builder.Money(contract => contract.Retention, "retention_fen");
        builder.HasMany(contract => contract.Lines).WithOne().HasForeignKey(Columns.Contract);
        builder.Navigation(contract => contract.Lines).AutoInclude();
    }
}

internal sealed class ContractLineTable : IEntityTypeConfiguration<ContractLine>
{
    public void Configure(EntityTypeBuilder<ContractLine> builder)
    {
        builder.ToTable("contract_lines");
        builder.Property<ContractId>(Columns.Contract);
        builder.HasKey(Columns.Contract, nameof(ContractLine.Number));
        builder.Property(line => line.Number).ValueGeneratedNever();
        builder.Money(line => line.Amount, "amount_fen");
    }
}

internal sealed class WorkingGroupTable : IEntityTypeConfiguration<WorkingGroup>
{
    public void Configure(EntityTypeBuilder<WorkingGroup> builder)
    {
        builder.ToTable("working_groups");
        builder.Property<BuildingId>(Columns.Building);
        builder.HasKey(Columns.Building);
        builder.HasMany(group => group.Members).WithOne().HasForeignKey(Columns.Building);
        builder.Navigation(group => group.Members).AutoInclude();
    }
}

internal sealed class GroupMemberTable : IEntityTypeConfiguration<GroupMember>
{
    public void Configure(EntityTypeBuilder<GroupMember> builder)
    {
        builder.ToTable("working_group_members");
        builder.Property<BuildingId>(Columns.Building);
        builder.HasKey(Columns.Building, nameof(GroupMember.Account));
    }
}

internal sealed class AssignedExpertTable : IEntityTypeConfiguration<AssignedExpert>
{
    public void Configure(EntityTypeBuilder<AssignedExpert> builder)
    {
        builder.ToTable("assigned_experts");
        builder.Property<BuildingId>(Columns.Building);
        builder.HasKey(Columns.Building, nameof(AssignedExpert.Account));
        builder.HasIndex(expert => expert.Account);
    }
}
