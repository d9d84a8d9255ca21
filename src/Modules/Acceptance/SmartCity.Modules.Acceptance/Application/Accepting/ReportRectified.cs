using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Acceptance.Contracts;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Acceptance.Application.Accepting;

/// <summary>The lead unit reports what was put right, so that it can apply again.</summary>
internal sealed record ReportRectified(
    AcceptanceId Acceptance,
    DateOnly RectifiedOn,
    string Report,
    long ExpectedVersion
) : ICommand, IChangesObject;

internal sealed class ReportRectifiedValidator : AbstractValidator<ReportRectified>
{
    public ReportRectifiedValidator()
    {
        RuleFor(command => command.RectifiedOn).PlausibleDate();
        RuleFor(command => command.Report).RequiredText(InputRules.LongText);
    }
}

internal sealed class ReportRectifiedHandler(IAcceptanceDatabase database, Act act, RulesInForce rules)
    : IRequestHandler<ReportRectified, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(ReportRectified command, CancellationToken cancellationToken)
    {
        var acceptance = await database.Acceptances.FirstOrDefaultAsync(
            one => one.Id == command.Acceptance,
            cancellationToken
        );
        var outcome = act.Authorise(acceptance, AcceptanceAccess.OfTheLeadUnit, command.ExpectedVersion)
            .Then(() => acceptance!.ReportRectified(command.RectifiedOn, command.Report, rules));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
