using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Operations.Domain.ViolationCases;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Operations.Application.Violations;

/// <summary>The office records that the due day has passed without a confirmed correction.</summary>
internal sealed record MarkOverdue(ViolationCaseId Case, long ExpectedVersion) : ICommand, IChangesObject, INoInput;

internal sealed class MarkOverdueHandler(IOperationsDatabase database, Act act, RulesInForce rules)
    : IRequestHandler<MarkOverdue, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(MarkOverdue command, CancellationToken cancellationToken)
    {
        var violation = await database.ViolationCases.FirstOrDefaultAsync(
            one => one.Id == command.Case,
            cancellationToken
        );
        var outcome = act.Authorise(violation, CaseAccess.OfTheOffice, command.ExpectedVersion)
            .Then(() => violation!.MarkOverdue(rules));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
