using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Operations.Domain.ViolationCases;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Operations.Application.Violations;

/// <summary>The office has checked the reported correction and confirms it.</summary>
internal sealed record ConfirmCorrection(ViolationCaseId Case, long ExpectedVersion)
    : ICommand,
        IChangesObject,
        INoInput;

internal sealed class ConfirmCorrectionHandler(IOperationsDatabase database, Act act, RulesInForce rules)
    : IRequestHandler<ConfirmCorrection, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(ConfirmCorrection command, CancellationToken cancellationToken)
    {
        var violation = await database.ViolationCases.FirstOrDefaultAsync(
            one => one.Id == command.Case,
            cancellationToken
        );
        var outcome = act.Authorise(violation, CaseAccess.OfTheOffice, command.ExpectedVersion)
            .Then(() => violation!.ConfirmCorrection(rules));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
