using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Operations.Domain.FaultReports;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Operations.Application.Faults;

/// <summary>The lead unit says that the repair did not hold.</summary>
internal sealed record ReopenFault(FaultReportId Report, string Reason, long ExpectedVersion)
    : ICommand,
        IChangesObject;

internal sealed class ReopenFaultValidator : AbstractValidator<ReopenFault>
{
    public ReopenFaultValidator()
    {
        RuleFor(command => command.Reason).RequiredText(InputRules.LongText);
    }
}

internal sealed class ReopenFaultHandler(IOperationsDatabase database, Act act)
    : IRequestHandler<ReopenFault, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(ReopenFault command, CancellationToken cancellationToken)
    {
        var report = await database.FaultReports.FirstOrDefaultAsync(
            one => one.Id == command.Report,
            cancellationToken
        );
        var outcome = act.Authorise(report, FaultAccess.OfTheLeadUnit, command.ExpectedVersion)
            .Then(() => report!.Reopen(command.Reason));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
