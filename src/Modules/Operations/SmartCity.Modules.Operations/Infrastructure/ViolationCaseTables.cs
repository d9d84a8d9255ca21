using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmartCity.Modules.Operations.Domain;
using SmartCity.Modules.Operations.Domain.ViolationCases;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Operations.Infrastructure;

internal sealed class ViolationCaseTable : IEntityTypeConfiguration<ViolationCase>
{
    public void Configure(EntityTypeBuilder<ViolationCase> builder)
    {
        builder.ToTable("violation_cases").HasKey(violation => violation.Id);
        builder.Property(violation => violation.Id).ValueGeneratedNever();
        builder.Property(violation => violation.Number).HasMaxLength(ObjectNumber.Length);
        builder.Property(violation => violation.Facts).HasMaxLength(Columns.LongText);
        builder.Property(violation => violation.ClosingRemark).HasMaxLength(Columns.LongText);
        builder.Money(violation => violation.Loss, "loss_fen");
        builder.HasIndex(violation => violation.Number).IsUnique();
        builder.HasIndex(violation => new { violation.Subject, violation.Number });
        builder.HasIndex(violation => new { violation.State, violation.Number });
        builder.HasOne(violation => violation.Correction).WithOne().HasForeignKey<Correction>(Columns.ViolationCase);
        builder.HasOne(violation => violation.Penalty).WithOne().HasForeignKey<Penalty>(Columns.ViolationCase);
        builder.HasOne(violation => violation.Claim).WithOne().HasForeignKey<CompensationClaim>(Columns.ViolationCase);
        builder.HasMany(violation => violation.Replies).WithOne().HasForeignKey(Columns.ViolationCase);
        builder.HasMany(violation => violation.Recommendations).WithOne().HasForeignKey(Columns.ViolationCase);
        builder.Navigation(violation => violation.Correction).AutoInclude();
        builder.Navigation(violation => violation.Penalty).AutoInclude();
        builder.Navigation(violation => violation.Claim).AutoInclude();
        builder.Navigation(violation => violation.Replies).AutoInclude();
        builder.Navigation(violation => violation.Recommendations).AutoInclude();
    }
}

internal sealed class CorrectionTable : IEntityTypeConfiguration<Correction>
{
    public void Configure(EntityTypeBuilder<Correction> builder)
    {
        builder.ToTable("corrections");
        builder.Property<ViolationCaseId>(Columns.ViolationCase);
        builder.HasKey(Columns.ViolationCase);
        builder.Property(correction => correction.Requirement).HasMaxLength(Columns.LongText);
        builder.Property(correction => correction.Report).HasMaxLength(Columns.LongText);
    }
}

internal sealed class ReplyTable : IEntityTypeConfiguration<Reply>
{
    public void Configure(EntityTypeBuilder<Reply> builder)
    {
        builder.ToTable("case_replies");
        builder.Property<ViolationCaseId>(Columns.ViolationCase);
        builder.HasKey(Columns.ViolationCase, nameof(Reply.Number));
        builder.Property(reply => reply.Number).ValueGeneratedNever();
        builder.Property(reply => reply.Statement).HasMaxLength(Columns.LongText);
    }
}

internal sealed class PenaltyTable : IEntityTypeConfiguration<Penalty>
{
    public void Configure(EntityTypeBuilder<Penalty> builder)
    {
        builder.ToTable("penalties");
        builder.Property<ViolationCaseId>(Columns.ViolationCase);
        builder.HasKey(Columns.ViolationCase);
        builder.Property(penalty => penalty.Content).HasMaxLength(Columns.LongText);
    }
}

internal sealed class RecommendationTable : IEntityTypeConfiguration<Recommendation>
{
    public void Configure(EntityTypeBuilder<Recommendation> builder)
    {
        builder.ToTable("recommendations");
        builder.Property<ViolationCaseId>(Columns.ViolationCase);
        builder.HasKey(Columns.ViolationCase, nameof(Recommendation.Number));
        builder.Property(recommendation => recommendation.Number).ValueGeneratedNever();
        builder.Property(recommendation => recommendation.AnswerText).HasMaxLength(Columns.LongText);
    }
}

internal sealed class CompensationClaimTable : IEntityTypeConfiguration<CompensationClaim>
{
    public void Configure(EntityTypeBuilder<CompensationClaim> builder)
    {
        builder.ToTable("compensation_claims");
        builder.Property<ViolationCaseId>(Columns.ViolationCase);
        builder.HasKey(Columns.ViolationCase);
        builder.Property(claim => claim.Grounds).HasMaxLength(Columns.LongText);
        builder.Money(claim => claim.Amount, "amount_fen");
        builder.HasMany(claim => claim.Debtors).WithOne().HasForeignKey(Columns.ViolationCase);
        builder.Navigation(claim => claim.Debtors).AutoInclude();
    }
}

internal sealed class DebtorTable : IEntityTypeConfiguration<Debtor>
{
    public void Configure(EntityTypeBuilder<Debtor> builder)
    {
        builder.ToTable("claim_debtors");
        builder.Property<ViolationCaseId>(Columns.ViolationCase);
        // A debtor is named once in one claim: the key says so too.
        builder.HasKey(Columns.ViolationCase, nameof(Debtor.Unit));
        builder.Money(debtor => debtor.Amount, "amount_fen");
    }
}
