using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmartCity.BuildingBlocks.Http;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Approval.Domain.TakingOver;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Infrastructure;

/// <summary>Names and lengths that the tables of a declaration share.</summary>
internal static class Columns
{
    internal const string Declaration = "DeclarationId";
    internal const string Round = "RoundNumber";
    internal const string Arrangement = "ArrangementNumber";
    internal const int LongText = 4000;
    internal const int Hash = 64;

    /// <summary>A whole sheet or snapshot as JSON; a sheet within the bounds of its validator is well below.</summary>
    internal const int Document = 4 << 20;
}

internal sealed class DeclarationTable : IEntityTypeConfiguration<Declaration>
{
    public void Configure(EntityTypeBuilder<Declaration> builder)
    {
        builder.ToTable("declarations").HasKey(declaration => declaration.Id);
        builder.Property(declaration => declaration.Id).ValueGeneratedNever();
        builder.HasIndex(declaration => declaration.Number).IsUnique();
        builder.HasIndex(declaration => new { declaration.LeadUnit, declaration.Number });
        builder.HasIndex(declaration => new { declaration.State, declaration.Number });
        builder.HasIndex(declaration => declaration.MasterPlanItem);
        builder.Property(declaration => declaration.Number).HasMaxLength(22);
        builder.Property(declaration => declaration.CancelledBecause).HasMaxLength(Columns.LongText);
        builder.Money(declaration => declaration.TotalInvestment, "total_investment_fen");
        builder.Money(declaration => declaration.FiscalShare, "fiscal_share_fen");
        builder
            .Property(declaration => declaration.Sheet)
            .HasMaxLength(Columns.Document)
            .HasConversion(
                sheet => JsonSerializer.Serialize(sheet, Json.Options),
                text => JsonSerializer.Deserialize<DeclarationSheet>(text, Json.Options)!
            );
        builder.Ignore(declaration => declaration.CurrentRound);
        builder.Ignore(declaration => declaration.Awaited);
        builder.Ignore(declaration => declaration.LastVersion);
        builder.Ignore(declaration => declaration.HasPassedReview);
        builder.Ignore(declaration => declaration.Arranged);
        builder.Ignore(declaration => declaration.IsFundSuspended);
        builder.Ignore(declaration => declaration.ReviewedBudget);
        builder.Ignore(declaration => declaration.ReviewPassedOn);
        builder.Ignore(declaration => declaration.Reported);
        builder.Ignore(declaration => declaration.PaidBefore);
        builder.HasMany(declaration => declaration.Participations).WithOne().HasForeignKey(Columns.Declaration);
        builder.HasMany(declaration => declaration.Documents).WithOne().HasForeignKey(Columns.Declaration);
        builder.HasMany(declaration => declaration.Versions).WithOne().HasForeignKey(Columns.Declaration);
        builder.HasMany(declaration => declaration.Rounds).WithOne().HasForeignKey(Columns.Declaration);
        builder
            .HasOne(declaration => declaration.FinanceReport)
            .WithOne()
            .HasForeignKey<FinanceReport>(Columns.Declaration);
        builder.HasOne(declaration => declaration.TakeOver).WithOne().HasForeignKey<TakeOver>(Columns.Declaration);
        builder.HasMany(declaration => declaration.Arrangements).WithOne().HasForeignKey(Columns.Declaration);
        builder.HasMany(declaration => declaration.Suspensions).WithOne().HasForeignKey(Columns.Declaration);
        builder.Navigation(declaration => declaration.Participations).AutoInclude();
        builder.Navigation(declaration => declaration.Documents).AutoInclude();
        builder.Navigation(declaration => declaration.Versions).AutoInclude();
        builder.Navigation(declaration => declaration.Rounds).AutoInclude();
        builder.Navigation(declaration => declaration.FinanceReport).AutoInclude();
        builder.Navigation(declaration => declaration.TakeOver).AutoInclude();
        builder.Navigation(declaration => declaration.Arrangements).AutoInclude();
        builder.Navigation(declaration => declaration.Suspensions).AutoInclude();
    }
}

internal sealed class ParticipationTable : IEntityTypeConfiguration<Participation>
{
    public void Configure(EntityTypeBuilder<Participation> builder)
    {
        builder.ToTable("participations");
        builder.Property<DeclarationId>(Columns.Declaration);
        builder.HasKey(Columns.Declaration, nameof(Participation.Unit));
        builder.HasIndex(participation => participation.Unit);
    }
}

internal sealed class DocumentTable : IEntityTypeConfiguration<DeclarationDocument>
{
    public void Configure(EntityTypeBuilder<DeclarationDocument> builder)
    {
        builder.ToTable("declaration_documents").HasKey(document => document.Id);
        builder.Property(document => document.Id).ValueGeneratedNever();
        builder.Property<DeclarationId>(Columns.Declaration);
        builder.Property(document => document.Sha256).HasMaxLength(Columns.Hash);
    }
}

internal sealed class VersionTable : IEntityTypeConfiguration<DeclarationVersion>
{
    public void Configure(EntityTypeBuilder<DeclarationVersion> builder)
    {
        builder.ToTable("declaration_versions");
        builder.Property<DeclarationId>(Columns.Declaration);
        builder.HasKey(Columns.Declaration, nameof(DeclarationVersion.Number));
        builder.Property(version => version.Number).ValueGeneratedNever();
        builder.Property(version => version.Snapshot).HasMaxLength(Columns.Document);
        builder.Property(version => version.Changes).HasMaxLength(Columns.Document);
        builder.Property(version => version.ContentHash).HasMaxLength(Columns.Hash);
    }
}

internal sealed class ReviewRoundTable : IEntityTypeConfiguration<ReviewRound>
{
    public void Configure(EntityTypeBuilder<ReviewRound> builder)
    {
        builder.ToTable("review_rounds");
        builder.Property<DeclarationId>(Columns.Declaration);
        builder.HasKey(Columns.Declaration, nameof(ReviewRound.Number));
        builder.Property(round => round.Number).ValueGeneratedNever();
        builder.Ignore(round => round.Comments);
        builder.HasMany(round => round.Experts).WithOne().HasForeignKey(Columns.Declaration, Columns.Round);
        builder.HasMany(round => round.Departments).WithOne().HasForeignKey(Columns.Declaration, Columns.Round);
        builder.HasMany(round => round.Opinions).WithOne().HasForeignKey(Columns.Declaration, Columns.Round);
        builder
            .HasOne(round => round.Conclusion)
            .WithOne()
            .HasForeignKey<Conclusion>(Columns.Declaration, Columns.Round);
        builder.Navigation(round => round.Experts).AutoInclude();
        builder.Navigation(round => round.Departments).AutoInclude();
        builder.Navigation(round => round.Opinions).AutoInclude();
        builder.Navigation(round => round.Conclusion).AutoInclude();
    }
}

internal sealed class PanelExpertTable : IEntityTypeConfiguration<PanelExpert>
{
    public void Configure(EntityTypeBuilder<PanelExpert> builder)
    {
        builder.ToTable("panel_experts");
        builder.Property<DeclarationId>(Columns.Declaration);
        builder.Property<int>(Columns.Round);
        builder.HasKey(Columns.Declaration, Columns.Round, nameof(PanelExpert.Account));
        builder.HasIndex(expert => expert.Account);
    }
}

internal sealed class PanelDepartmentTable : IEntityTypeConfiguration<PanelDepartment>
{
    public void Configure(EntityTypeBuilder<PanelDepartment> builder)
    {
        builder.ToTable("panel_departments");
        builder.Property<DeclarationId>(Columns.Declaration);
        builder.Property<int>(Columns.Round);
        builder.HasKey(Columns.Declaration, Columns.Round, nameof(PanelDepartment.Unit));
        builder.HasIndex(department => department.Unit);
        builder.Property(department => department.Statement).HasMaxLength(Columns.LongText);
    }
}

internal sealed class OpinionTable : IEntityTypeConfiguration<Opinion>
{
    public void Configure(EntityTypeBuilder<Opinion> builder)
    {
        builder.ToTable("opinions");
        builder.Property<DeclarationId>(Columns.Declaration);
        builder.Property<int>(Columns.Round);
        // One opinion of one expert in one round: the key says so too.
        builder.HasKey(Columns.Declaration, Columns.Round, nameof(Opinion.Expert));
        builder.Property(opinion => opinion.Necessity).HasMaxLength(Columns.LongText);
        builder.Property(opinion => opinion.Feasibility).HasMaxLength(Columns.LongText);
        builder.Property(opinion => opinion.Technology).HasMaxLength(Columns.LongText);
        builder.Property(opinion => opinion.Investment).HasMaxLength(Columns.LongText);
        builder.Property(opinion => opinion.Security).HasMaxLength(Columns.LongText);
        builder.Property(opinion => opinion.Benefit).HasMaxLength(Columns.LongText);
        builder.Property(opinion => opinion.Reasons).HasMaxLength(Columns.LongText);
        builder.Money(opinion => opinion.ProposedBudget, "proposed_budget_fen");
        builder
            .HasMany(opinion => opinion.Comments)
            .WithOne()
            .HasForeignKey(Columns.Declaration, Columns.Round, nameof(Opinion.Expert));
        builder.Navigation(opinion => opinion.Comments).AutoInclude();
    }
}

internal sealed class ExpertCommentTable : IEntityTypeConfiguration<ExpertComment>
{
    public void Configure(EntityTypeBuilder<ExpertComment> builder)
    {
        builder.ToTable("expert_comments");
        builder.Property<DeclarationId>(Columns.Declaration);
        builder.Property<int>(Columns.Round);
        builder.Property<AccountId>(nameof(Opinion.Expert));
        builder.HasKey(Columns.Declaration, Columns.Round, nameof(ExpertComment.Number));
        builder.Property(comment => comment.Number).ValueGeneratedNever();
        builder.Ignore(comment => comment.IsAnswered);
        builder.Property(comment => comment.Text).HasMaxLength(Columns.LongText);
        builder.Property(comment => comment.Answer).HasMaxLength(Columns.LongText);
    }
}

internal sealed class ConclusionTable : IEntityTypeConfiguration<Conclusion>
{
    public void Configure(EntityTypeBuilder<Conclusion> builder)
    {
        builder.ToTable("review_conclusions");
        builder.Property<DeclarationId>(Columns.Declaration);
        builder.Property<int>(Columns.Round);
        builder.HasKey(Columns.Declaration, Columns.Round);
        builder.Property(conclusion => conclusion.Summary).HasMaxLength(Columns.LongText);
        builder.Property(conclusion => conclusion.RequiredChanges).HasMaxLength(Columns.LongText);
        builder.Money(conclusion => conclusion.ReviewedBudget, "reviewed_budget_fen");
    }
}
