using System.ComponentModel;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Modules.Construction.Domain.Buildings;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Construction.Application.Contracting;

/// <summary>The lead unit records the contract with the awarded contractor; all gates of signing are judged at once.</summary>
internal sealed record SignContract(
    BuildingId Building,
    string Number,
    DateOnly SignedOn,
    ContractForm Form,
    string? BuildTransferBasis,
    IReadOnlyList<SignContract.Line> Lines,
    Money Retention,
    SignContract.WarrantyTerms? Warranty,
    SignContract.PayeeAccount Payee,
    long ExpectedVersion
) : ICommand, IChangesObject
{
    internal sealed record Line(
        [property: Description("名称")] string Name,
        [property: Description("固定资产、无形资产或费用")] ContractLineClass Class,
        [property: Description("数量")] long Quantity,
        [property: Description("计量单位")] string QuantityUnit,
        [property: Description("金额（元）")] Money Amount
    );

    internal sealed record WarrantyTerms(
        [property: Description("保修期（月）")] int Months,
        [property: Description("是否自竣工验收合格之日起算")] bool StartsAtAcceptance
    );

    internal sealed record PayeeAccount(
        [property: Description("收款户名")] string Name,
        [property: Description("开户银行")] string Bank,
        [property: Description("账号")] string Account
    )
    {
        /// <summary>For logs: the number is never whole there.</summary>
        public override string ToString() => $"{Name} {Masked.BankAccount(Account)}";
    }
}

internal sealed class SignContractValidator : AbstractValidator<SignContract>
{
    private const long MostOfOneLine = 1_000_000_000;
    private const int LongestWarranty = 600;

    public SignContractValidator()
    {
        RuleFor(command => command.Number).RequiredText(InputRules.ShortText);
        RuleFor(command => command.SignedOn).PlausibleDate();
        RuleFor(command => command.Form).KnownWord();
        RuleFor(command => command.BuildTransferBasis).Text(InputRules.LongText);
        RuleFor(command => command.Lines).Lines().NotEmpty().WithErrorCode("REQUIRED");
        RuleForEach(command => command.Lines)
            .ChildRules(line =>
            {
                line.RuleFor(one => one.Name).RequiredText(InputRules.ShortText);
                line.RuleFor(one => one.Class).KnownWord();
                line.RuleFor(one => one.Quantity).InclusiveBetween(1, MostOfOneLine).WithErrorCode("OUT_OF_RANGE");
                line.RuleFor(one => one.QuantityUnit).RequiredText(20);
                line.RuleFor(one => one.Amount).Amount();
            });
        RuleFor(command => command.Retention)
            .Amount()
            .Must((command, retention) => retention.Fen <= TotalFenOf(command))
            .WithErrorCode("OUT_OF_RANGE")
            .InWords("质保金不得超过合同金额。", "The retention does not exceed the contract.");
        RuleFor(command => command.Warranty)
            .ChildRules(warranty =>
                warranty.RuleFor(one => one!.Months).InclusiveBetween(1, LongestWarranty).WithErrorCode("OUT_OF_RANGE")
            );
        RuleFor(command => command.Payee)
            .NotNull()
            .WithErrorCode("REQUIRED")
            .ChildRules(payee =>
            {
                payee.RuleFor(one => one.Name).RequiredText(InputRules.ShortText);
                payee.RuleFor(one => one.Bank).RequiredText(InputRules.ShortText);
                payee.RuleFor(one => one.Account).RequiredText(50);
            });
    }

    // In numbers that hold what the rules of the lines have yet to refuse: too many of them, or far too large ones.
    private static Int128 TotalFenOf(SignContract command) =>
        command.Lines?.Where(line => line is not null).Aggregate(Int128.Zero, (sum, line) => sum + line.Amount.Fen)
        ?? Int128.Zero;
}

internal sealed class SignContractHandler(
    IConstructionDatabase database,
    Act act,
    RulesInForce rules,
    IMediator mediator,
    IIdSource ids
) : IRequestHandler<SignContract, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(SignContract command, CancellationToken cancellationToken)
    {
        var building = await database.Buildings.FirstOrDefaultAsync(
            one => one.Id == command.Building,
            cancellationToken
        );
        var allowed = act.Authorise(building, BuildingAccess.OfTheLeadUnit, command.ExpectedVersion);
        if (allowed.IsFailure)
        {
            return allowed.Failure;
        }

        var awarded = building!.Award?.Contractor;
        var outcome = building.SignContract(
            ids.Next<ContractId>(),
            TextOf(command),
            await database.Contractors.FirstOrDefaultAsync(one => one.Id == awarded, cancellationToken),
            await database.DemandedKindsAsync(building.Kind, command.SignedOn, cancellationToken),
            await mediator.ProjectAsync(building, cancellationToken),
            rules
        );
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }

    private static ContractText TextOf(SignContract command) =>
        new(
            command.Number,
            command.SignedOn,
            command.Form,
            command.BuildTransferBasis,
            [
                .. command.Lines.Select(line => new ContractLineText(
                    line.Name,
                    line.Class,
                    line.Quantity,
                    line.QuantityUnit,
                    line.Amount
                )),
            ],
            command.Retention,
            command.Warranty is { } warranty ? new(warranty.Months, warranty.StartsAtAcceptance) : null,
            new(command.Payee.Name, command.Payee.Bank, command.Payee.Account)
        );
}
