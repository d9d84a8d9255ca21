using System.ComponentModel;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Application.Funding;

/// <summary>Finance arranges money for a reported project (article 6); a named natural person answers for it.</summary>
/// <param name="DecisionMaker">Null is heard as a reasoned refusal, not as a malformed request.</param>
internal sealed record ArrangeFund(
    DeclarationId Declaration,
    IReadOnlyList<ArrangeFund.ArrangedLine> Lines,
    string DocumentNumber,
    DateOnly ArrangedOn,
    AccountId? DecisionMaker,
    long ExpectedVersion
) : ICommand, IChangesObject
{
    internal sealed record ArrangedLine(
        [property: Description("资金类别")] FundingKind FundingKind,
        [property: Description("年度")] int Year,
        [property: Description("安排金额（元）")] Money Amount
    );
}

internal sealed class ArrangeFundValidator : AbstractValidator<ArrangeFund>
{
    public ArrangeFundValidator()
    {
        RuleFor(command => command.Lines).Lines(20).NotEmpty().WithErrorCode("REQUIRED");
        RuleForEach(command => command.Lines)
            .ChildRules(line =>
            {
                line.RuleFor(one => one.FundingKind).KnownWord();
                line.RuleFor(one => one.Year).PlausibleYear();
                line.RuleFor(one => one.Amount).PositiveAmount();
            });
        RuleFor(command => command.DocumentNumber).RequiredText(InputRules.ShortText);
        RuleFor(command => command.ArrangedOn).PlausibleDate();
    }
}

internal sealed class ArrangeFundHandler(IApprovalDatabase database, Act act, RulesInForce rules, IMediator mediator)
    : IRequestHandler<ArrangeFund, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(ArrangeFund command, CancellationToken cancellationToken)
    {
        var declaration = await database.Declarations.FirstOrDefaultAsync(
            one => one.Id == command.Declaration,
            cancellationToken
        );
        var allowed = act.Authorise(declaration, DeclarationAccess.OfFinance, command.ExpectedVersion);
        if (allowed.IsFailure)
        {
            return allowed.Failure;
        }

        var maker = await mediator.DecisionMakerAsync(command.DecisionMaker, Roles.FinanceBureau, cancellationToken);
        var text = new FundArrangementText(
            command.DocumentNumber,
            command.ArrangedOn,
            [.. command.Lines.Select(line => new ArrangedAmount(line.FundingKind, line.Year, line.Amount))]
        );
        var outcome = declaration!.ArrangeFund(text, maker, ActingFor.Of(act.Actor), rules);
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
