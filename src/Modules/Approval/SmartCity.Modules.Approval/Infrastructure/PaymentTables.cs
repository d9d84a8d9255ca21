using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Payments;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Infrastructure;

internal sealed class PaymentTable : IEntityTypeConfiguration<Payment>
{
    internal const string Payment = "PaymentId";

    public void Configure(EntityTypeBuilder<Payment> builder)
    {
        builder.ToTable("payments").HasKey(payment => payment.Id);
        builder.Property(payment => payment.Id).ValueGeneratedNever();
        builder.HasIndex(payment => payment.Number).IsUnique();
        builder.HasIndex(payment => new { payment.Declaration, payment.Number });
        builder.HasIndex(payment => new { payment.State, payment.Number });
        builder.HasIndex(payment => payment.Contract);
        builder.HasIndex(payment => payment.MaintenanceRequest).IsUnique();
        // One receipt proves one payment.
        builder.HasIndex(payment => payment.ReceiptNumber).IsUnique();
        builder.Property(payment => payment.Number).HasMaxLength(22);
        builder.Property(payment => payment.Basis).HasMaxLength(Columns.LongText);
        builder.Property(payment => payment.ApprovedBecause).HasMaxLength(Columns.LongText);
        builder.Property(payment => payment.DeclinedBecause).HasMaxLength(Columns.LongText);
        builder.Money(payment => payment.Amount, "amount_fen");
        builder.Ignore(payment => payment.Payee);
        builder.HasMany(payment => payment.Instructions).WithOne().HasForeignKey(Payment);
        builder.Navigation(payment => payment.Instructions).AutoInclude();
    }
}

internal sealed class PaymentInstructionTable : IEntityTypeConfiguration<PaymentInstruction>
{
    public void Configure(EntityTypeBuilder<PaymentInstruction> builder)
    {
        builder.ToTable("payment_instructions");
        builder.Property<PaymentId>(PaymentTable.Payment);
        builder.HasKey(PaymentTable.Payment, nameof(PaymentInstruction.Attempt));
        builder.Property(instruction => instruction.Attempt).ValueGeneratedNever();
        builder.HasIndex(instruction => instruction.InstructionNumber).IsUnique();
        builder.Property(instruction => instruction.ReturnedBecause).HasMaxLength(Columns.LongText);
    }
}

internal sealed class PaymentFactsTable : IEntityTypeConfiguration<PaymentFacts>
{
    public void Configure(EntityTypeBuilder<PaymentFacts> builder)
    {
        builder.ToTable("payment_facts").HasKey(facts => facts.Id);
        builder.Property(facts => facts.Id).ValueGeneratedNever();
        builder.Ignore(facts => facts.Capitalised);
        builder.HasMany(facts => facts.Contracts).WithOne().HasForeignKey(Columns.Declaration);
        builder.HasMany(facts => facts.Facts).WithOne().HasForeignKey(Columns.Declaration);
        builder.Navigation(facts => facts.Contracts).AutoInclude();
        builder.Navigation(facts => facts.Facts).AutoInclude();
    }
}

internal sealed class ContractFactTable : IEntityTypeConfiguration<ContractFact>
{
    public void Configure(EntityTypeBuilder<ContractFact> builder)
    {
        builder.ToTable("contract_facts");
        builder.Property<DeclarationId>(Columns.Declaration);
        builder.HasKey(Columns.Declaration, nameof(ContractFact.Contract));
        builder.Ignore(fact => fact.Holds);
        builder.Ignore(fact => fact.Payee);
        builder.Property(fact => fact.EndedBecause).HasMaxLength(Columns.LongText);
        builder.Money(fact => fact.Amount, "amount_fen");
        builder.Money(fact => fact.Capitalised, "capitalised_fen");
        builder.Money(fact => fact.Retention, "retention_fen");
    }
}

internal sealed class ProjectFactTable : IEntityTypeConfiguration<ProjectFact>
{
    public void Configure(EntityTypeBuilder<ProjectFact> builder)
    {
        builder.ToTable("project_facts");
        builder.Property<DeclarationId>(Columns.Declaration);
        builder.HasKey(Columns.Declaration, nameof(ProjectFact.Number));
        builder.Property(fact => fact.Number).ValueGeneratedNever();
        builder.Ignore(fact => fact.Holds);
        builder.Property(fact => fact.EndedBecause).HasMaxLength(Columns.LongText);
    }
}
