using System.ComponentModel;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Application.Reporting;

/// <summary>The office reports a passed declaration to the finance bureau (article 6).</summary>
internal sealed record ReportToFinance(
    DeclarationId Declaration,
    string DocumentNumber,
    DateOnly ReportedOn,
    string Addressee,
    string Signatory,
    IReadOnlyList<ReportToFinance.ProposedLine> Proposed,
    long ExpectedVersion
) : ICommand, IChangesObject
{
    internal sealed record ProposedLine(
        [property: Description("资金类别")] FundingKind Kind,
        [property: Description("年度")] int Year,
        [property: Description("建议安排金额（元）")] Money Amount
    );
}

internal sealed class ReportToFinanceValidator : AbstractValidator<ReportToFinance>
{
    public ReportToFinanceValidator()
    {
        RuleFor(command => command.DocumentNumber).RequiredText(InputRules.ShortText);
        RuleFor(command => command.ReportedOn).PlausibleDate();
        RuleFor(command => command.Addressee).RequiredText(InputRules.ShortText);
        RuleFor(command => command.Signatory).RequiredText(InputRules.ShortText);
        RuleFor(command => command.Proposed).Lines(20).NotEmpty().WithErrorCode("REQUIRED");
        RuleForEach(command => command.Proposed)
            .ChildRules(line =>
            {
                line.RuleFor(one => one.Kind).KnownWord();
                line.RuleFor(one => one.Year).PlausibleYear();
                line.RuleFor(one => one.Amount).PositiveAmount();
            });
    }
}

internal sealed class ReportToFinanceHandler(IApprovalDatabase database, Act act, RulesInForce rules)
    : IRequestHandler<ReportToFinance, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(ReportToFinance command, CancellationToken cancellationToken)
    {
        var declaration = await database.Declarations.FirstOrDefaultAsync(
            one => one.Id == command.Declaration,
            cancellationToken
        );
        var letter = new FinanceReportText(
            command.DocumentNumber,
            command.ReportedOn,
            command.Addressee,
            command.Signatory,
            [.. command.Proposed.Select(line => new ProposedArrangement(line.Kind, line.Year, line.Amount))]
        );
        var outcome = act.Authorise(declaration, DeclarationAccess.OfTheOffice, command.ExpectedVersion)
            .Then(() => declaration!.ReportToFinance(letter, ActingFor.Of(act.Actor), rules));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
