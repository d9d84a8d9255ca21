using FluentValidation;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Approval.Domain.TakingOver;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Application.TakingOver;

/// <summary>Bounds of what is told of a running project; whether it can be true together is for the rules to say.</summary>
internal sealed class RunningProjectValidator : AbstractValidator<RunningProject>
{
    public RunningProjectValidator()
    {
        RuleFor(project => project.OfficeNumber).RequiredText(InputRules.ShortText);
        RuleFor(project => project.Stage).KnownWord();
        RuleFor(project => project.TakenOverOn).PlausibleDate();
        RuleFor(project => project.BasisDocumentNumber).Text(InputRules.ShortText);
        RuleFor(project => project.ReviewedBudget).PositiveAmount();
        RuleFor(project => project.Reported).Amount();
        RuleFor(project => project.Fund).Lines(20);
        RuleForEach(project => project.Fund)
            .ChildRules(line =>
            {
                line.RuleFor(one => one.Kind)
                    .KnownWord()
                    .NotEqual(FundingKind.SelfRaised)
                    .WithErrorCode("NOT_ARRANGED_BY_FINANCE")
                    .InWords("自筹资金不由财政安排，请删去此行。", "Finance arranges no self-raised money; remove it.");
                line.RuleFor(one => one.Year).PlausibleYear();
                line.RuleFor(one => one.Arranged).Amount();
                line.RuleFor(one => one.Paid).Amount();
            });
        RuleFor(project => project.Documents).Lines();
        RuleForEach(project => project.Documents)
            .ChildRules(document =>
            {
                document.RuleFor(one => one.Kind).KnownWord();
                document.RuleFor(one => one.Number).RequiredText(InputRules.ShortText);
                document.RuleFor(one => one.Date).PlausibleDate();
                document.RuleFor(one => one.Issuer).RequiredText(InputRules.ShortText);
            });
        RuleFor(project => project.Contract!)
            .SetValidator(new ContractValidator())
            .When(project => project.Contract is not null);
        RuleFor(project => project.StartedOn).PlausibleDate();
        RuleFor(project => project.BuiltOn).PlausibleDate();
        RuleFor(project => project.AcceptedOn).PlausibleDate();
        RuleFor(project => project.Trial!)
            .ChildRules(trial =>
            {
                trial.RuleFor(one => one.StartedOn).PlausibleDate();
                trial
                    .RuleFor(one => one.PermitEndsBy)
                    .PlausibleDate()
                    .GreaterThanOrEqualTo(one => one.StartedOn)
                    .WithErrorCode("OUT_OF_RANGE");
            })
            .When(project => project.Trial is not null);
    }

    private sealed class ContractValidator : AbstractValidator<RunningContract>
    {
        private const long MostOfOneLine = 1_000_000_000;
        private const int LongestWarranty = 600;

        public ContractValidator()
        {
            RuleFor(contract => contract.Number).RequiredText(InputRules.ShortText);
            RuleFor(contract => contract.SignedOn).PlausibleDate();
            RuleFor(contract => contract.Form).KnownWord();
            RuleFor(contract => contract.BuildTransferBasis).Text(InputRules.LongText);
            RuleFor(contract => contract.Lines).Lines().NotEmpty().WithErrorCode("REQUIRED");
            RuleForEach(contract => contract.Lines)
                .ChildRules(line =>
                {
                    line.RuleFor(one => one.Name).RequiredText(InputRules.ShortText);
                    line.RuleFor(one => one.Class).KnownWord();
                    line.RuleFor(one => one.Quantity).InclusiveBetween(1, MostOfOneLine).WithErrorCode("OUT_OF_RANGE");
                    line.RuleFor(one => one.QuantityUnit).RequiredText(20);
                    line.RuleFor(one => one.Amount).PositiveAmount();
                });
            RuleFor(contract => contract.Retention).Amount();
            RuleFor(contract => contract.Retention)
                .Must((contract, retention) => retention.Fen <= TotalFenOf(contract))
                .WithErrorCode("OUT_OF_RANGE")
                .InWords("质保金不得超过合同金额。", "The retention does not exceed the contract.");
            RuleFor(contract => contract.RetentionPaid).Amount();
            RuleFor(contract => contract.WarrantyMonths)
                .InclusiveBetween(1, LongestWarranty)
                .WithErrorCode("OUT_OF_RANGE");
            RuleFor(contract => contract.Payee)
                .NotNull()
                .WithErrorCode("REQUIRED")
                .ChildRules(payee =>
                {
                    payee.RuleFor(one => one.Name).RequiredText(InputRules.ShortText);
                    payee.RuleFor(one => one.Bank).RequiredText(InputRules.ShortText);
                    payee.RuleFor(one => one.Account).RequiredText(50);
                });
        }

        // In numbers that hold what the rules of the lines have yet to refuse.
        private static Int128 TotalFenOf(RunningContract contract) =>
            contract.Lines?.Where(line => line is not null).Aggregate(Int128.Zero, (sum, line) => sum + line.Amount.Fen)
            ?? Int128.Zero;
    }
}
