using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmartCity.BuildingBlocks.Http;
using SmartCity.Modules.Acceptance.Contracts;
using SmartCity.Modules.Acceptance.Domain.Acceptances;

namespace SmartCity.Modules.Acceptance.Infrastructure;

/// <summary>Names, lengths and forms that the tables of an acceptance share.</summary>
internal static class Columns
{
    internal const string Acceptance = "AcceptanceId";
    internal const string Round = "RoundNumber";
    internal const string Trial = "TrialNumber";
    internal const int LongText = 4000;

    /// <summary>A list or survey as JSON, which its validator keeps well below.</summary>
    internal const int Document = 1 << 20;

    /// <summary>Stores what is written once and read whole as JSON.</summary>
    internal static void AsJson<T>(this PropertyBuilder<T> property)
        where T : class? =>
        property
            .HasMaxLength(Document)
            .HasConversion(
                value => JsonSerializer.Serialize(value, Json.Options),
                text => JsonSerializer.Deserialize<T>(text, Json.Options)!,
                // It is written once, so it has changed only where it is another object.
                new ValueComparer<T>(
                    (one, other) => ReferenceEquals(one, other),
                    value => value == null ? 0 : value.GetHashCode(),
                    value => value
                )
            );
}

internal sealed class ProjectAcceptanceTable : IEntityTypeConfiguration<ProjectAcceptance>
{
    public void Configure(EntityTypeBuilder<ProjectAcceptance> builder)
    {
        builder.ToTable("acceptances").HasKey(acceptance => acceptance.Id);
        builder.Property(acceptance => acceptance.Id).ValueGeneratedNever();
        builder.Property(acceptance => acceptance.Number).HasMaxLength(22);
        builder.HasIndex(acceptance => acceptance.Number).IsUnique();
        // A declaration's project is accepted here once, however often it is told to be built.
        builder.HasIndex(acceptance => acceptance.Declaration).IsUnique();
        builder.HasIndex(acceptance => new { acceptance.LeadUnit, acceptance.Number });
        builder.HasIndex(acceptance => new { acceptance.State, acceptance.Number });
        builder.Property(acceptance => acceptance.TakenUp).AsJson();
        builder.Ignore(acceptance => acceptance.PassedTest);
        builder.Ignore(acceptance => acceptance.LastTrial);
        builder.Ignore(acceptance => acceptance.PassedTrial);
        builder.Ignore(acceptance => acceptance.CurrentRound);
        builder.Ignore(acceptance => acceptance.AcceptanceVerdict);
        builder.Ignore(acceptance => acceptance.SecurityVerdict);
        builder.HasMany(acceptance => acceptance.Units).WithOne().HasForeignKey(Columns.Acceptance);
        builder.HasMany(acceptance => acceptance.Tests).WithOne().HasForeignKey(Columns.Acceptance);
        builder.HasMany(acceptance => acceptance.Trials).WithOne().HasForeignKey(Columns.Acceptance);
        builder.HasMany(acceptance => acceptance.Rounds).WithOne().HasForeignKey(Columns.Acceptance);
        builder.HasMany(acceptance => acceptance.SecurityEvaluations).WithOne().HasForeignKey(Columns.Acceptance);
        builder.HasMany(acceptance => acceptance.PostEvaluations).WithOne().HasForeignKey(Columns.Acceptance);
        builder.Navigation(acceptance => acceptance.Units).AutoInclude();
        builder.Navigation(acceptance => acceptance.Tests).AutoInclude();
        builder.Navigation(acceptance => acceptance.Trials).AutoInclude();
        builder.Navigation(acceptance => acceptance.Rounds).AutoInclude();
        builder.Navigation(acceptance => acceptance.SecurityEvaluations).AutoInclude();
        builder.Navigation(acceptance => acceptance.PostEvaluations).AutoInclude();
    }
}

internal sealed class InvolvedUnitTable : IEntityTypeConfiguration<InvolvedUnit>
{
    public void Configure(EntityTypeBuilder<InvolvedUnit> builder)
    {
        builder.ToTable("involved_units");
        builder.Property<AcceptanceId>(Columns.Acceptance);
        builder.HasKey(Columns.Acceptance, nameof(InvolvedUnit.Unit), nameof(InvolvedUnit.Part));
        builder.HasIndex(involved => involved.Unit);
    }
}

internal sealed class SystemTestTable : IEntityTypeConfiguration<SystemTest>
{
    public void Configure(EntityTypeBuilder<SystemTest> builder)
    {
        builder.ToTable("system_tests");
        builder.Property<AcceptanceId>(Columns.Acceptance);
        builder.HasKey(Columns.Acceptance, nameof(SystemTest.Number));
        builder.Property(test => test.Number).ValueGeneratedNever();
        builder.Property(test => test.Summary).HasMaxLength(Columns.LongText);
    }
}

internal sealed class TrialRunTable : IEntityTypeConfiguration<TrialRun>
{
    public void Configure(EntityTypeBuilder<TrialRun> builder)
    {
        builder.ToTable("trial_runs");
        builder.Property<AcceptanceId>(Columns.Acceptance);
        builder.HasKey(Columns.Acceptance, nameof(TrialRun.Number));
        builder.Property(trial => trial.Number).ValueGeneratedNever();
        builder.Property(trial => trial.RestartedBecause).HasMaxLength(Columns.LongText);
        builder.HasMany(trial => trial.Log).WithOne().HasForeignKey(Columns.Acceptance, Columns.Trial);
        builder.Navigation(trial => trial.Log).AutoInclude();
    }
}

internal sealed class TrialLogTable : IEntityTypeConfiguration<TrialLogEntry>
{
    public void Configure(EntityTypeBuilder<TrialLogEntry> builder)
    {
        builder.ToTable("trial_log_entries");
        builder.Property<AcceptanceId>(Columns.Acceptance);
        builder.Property<int>(Columns.Trial);
        builder.HasKey(Columns.Acceptance, Columns.Trial, nameof(TrialLogEntry.From));
        builder.Property(entry => entry.Note).HasMaxLength(Columns.LongText);
    }
}

internal sealed class AcceptanceRoundTable : IEntityTypeConfiguration<AcceptanceRound>
{
    public void Configure(EntityTypeBuilder<AcceptanceRound> builder)
    {
        builder.ToTable("acceptance_rounds");
        builder.Property<AcceptanceId>(Columns.Acceptance);
        builder.HasKey(Columns.Acceptance, nameof(AcceptanceRound.Number));
        builder.Property(round => round.Number).ValueGeneratedNever();
        builder.Property(round => round.Basis).AsJson();
        builder.Property(round => round.RevokedBecause).HasMaxLength(Columns.LongText);
        builder.Ignore(round => round.Verdict);
        builder.HasMany(round => round.Experts).WithOne().HasForeignKey(Columns.Acceptance, Columns.Round);
        builder.HasMany(round => round.Departments).WithOne().HasForeignKey(Columns.Acceptance, Columns.Round);
        builder
            .HasOne(round => round.Conclusion)
            .WithOne()
            .HasForeignKey<AcceptanceConclusion>(Columns.Acceptance, Columns.Round);
        builder
            .HasOne(round => round.Rectification)
            .WithOne()
            .HasForeignKey<Rectification>(Columns.Acceptance, Columns.Round);
        builder.Navigation(round => round.Experts).AutoInclude();
        builder.Navigation(round => round.Departments).AutoInclude();
        builder.Navigation(round => round.Conclusion).AutoInclude();
        builder.Navigation(round => round.Rectification).AutoInclude();
    }
}

internal sealed class PanelExpertTable : IEntityTypeConfiguration<PanelExpert>
{
    public void Configure(EntityTypeBuilder<PanelExpert> builder)
    {
        builder.ToTable("panel_experts");
        builder.Property<AcceptanceId>(Columns.Acceptance);
        builder.Property<int>(Columns.Round);
        builder.HasKey(Columns.Acceptance, Columns.Round, nameof(PanelExpert.Account));
        builder.HasIndex(expert => expert.Account);
    }
}

internal sealed class PanelDepartmentTable : IEntityTypeConfiguration<PanelDepartment>
{
    public void Configure(EntityTypeBuilder<PanelDepartment> builder)
    {
        builder.ToTable("panel_departments");
        builder.Property<AcceptanceId>(Columns.Acceptance);
        builder.Property<int>(Columns.Round);
        builder.HasKey(Columns.Acceptance, Columns.Round, nameof(PanelDepartment.Unit));
        builder.HasIndex(department => department.Unit);
    }
}

internal sealed class AcceptanceConclusionTable : IEntityTypeConfiguration<AcceptanceConclusion>
{
    public void Configure(EntityTypeBuilder<AcceptanceConclusion> builder)
    {
        builder.ToTable("acceptance_conclusions");
        builder.Property<AcceptanceId>(Columns.Acceptance);
        builder.Property<int>(Columns.Round);
        builder.HasKey(Columns.Acceptance, Columns.Round);
        builder.Property(conclusion => conclusion.Opinion).HasMaxLength(Columns.LongText);
        builder.Property(conclusion => conclusion.Defects).AsJson();
    }
}

internal sealed class RectificationTable : IEntityTypeConfiguration<Rectification>
{
    public void Configure(EntityTypeBuilder<Rectification> builder)
    {
        builder.ToTable("rectifications");
        builder.Property<AcceptanceId>(Columns.Acceptance);
        builder.Property<int>(Columns.Round);
        builder.HasKey(Columns.Acceptance, Columns.Round);
        builder.Property(rectification => rectification.Plan).HasMaxLength(Columns.LongText);
        builder.Property(rectification => rectification.Report).HasMaxLength(Columns.LongText);
    }
}

internal sealed class SecurityEvaluationTable : IEntityTypeConfiguration<SecurityEvaluation>
{
    public void Configure(EntityTypeBuilder<SecurityEvaluation> builder)
    {
        builder.ToTable("security_evaluations");
        builder.Property<AcceptanceId>(Columns.Acceptance);
        builder.HasKey(Columns.Acceptance, nameof(SecurityEvaluation.Number));
        builder.Property(evaluation => evaluation.Number).ValueGeneratedNever();
    }
}

internal sealed class PostEvaluationTable : IEntityTypeConfiguration<PostEvaluation>
{
    public void Configure(EntityTypeBuilder<PostEvaluation> builder)
    {
        builder.ToTable("post_evaluations");
        builder.Property<AcceptanceId>(Columns.Acceptance);
        builder.HasKey(Columns.Acceptance, nameof(PostEvaluation.Number));
        builder.Property(evaluation => evaluation.Number).ValueGeneratedNever();
        builder.Property(evaluation => evaluation.Survey).AsJson();
        builder.Property(evaluation => evaluation.AnnulledBecause).HasMaxLength(Columns.LongText);
    }
}
