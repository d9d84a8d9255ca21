using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Operations.Domain.FaultReports;

namespace SmartCity.Modules.Operations.Application.Faults;

/// <summary>The lead unit confirms the repair and closes the report.</summary>
internal sealed record ConfirmRepair(FaultReportId Report, long ExpectedVersion) : ICommand, IChangesObject, INoInput;

internal sealed class ConfirmRepairHandler(IOperationsDatabase database, Act act)
    : IRequestHandler<ConfirmRepair, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(ConfirmRepair command, CancellationToken cancellationToken)
    {
        var report = await database.FaultReports.FirstOrDefaultAsync(
            one => one.Id == command.Report,
            cancellationToken
        );
        var outcome = act.Authorise(report, FaultAccess.OfTheLeadUnit, command.ExpectedVersion)
            .Then(() => report!.Confirm(act.LegalDate));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
