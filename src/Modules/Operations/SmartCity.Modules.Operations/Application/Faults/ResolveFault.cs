using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Operations.Domain.FaultReports;
using SmartCity.Regulation.Calendars;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Operations.Application.Faults;

/// <summary>The contractor tells the repair and what it charges; a covered fault within the warranty costs nothing.</summary>
internal sealed record ResolveFault(FaultReportId Report, string Resolution, Money Charge, long ExpectedVersion)
    : ICommand,
        IChangesObject;

internal sealed class ResolveFaultValidator : AbstractValidator<ResolveFault>
{
    public ResolveFaultValidator()
    {
        RuleFor(command => command.Resolution).RequiredText(InputRules.LongText);
        RuleFor(command => command.Charge).Amount();
    }
}

internal sealed class ResolveFaultHandler(
    IOperationsDatabase database,
    Act act,
    RulesInForce rules,
    WorkingCalendar calendar
) : IRequestHandler<ResolveFault, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(ResolveFault command, CancellationToken cancellationToken)
    {
        var report = await database.FaultReports.FirstOrDefaultAsync(
            one => one.Id == command.Report,
            cancellationToken
        );
        var allowed = act.Authorise(report, FaultAccess.OfTheContractor, command.ExpectedVersion);
        if (allowed.IsFailure)
        {
            return allowed.Failure;
        }

        var warranty = await database
            .Warranties.AsNoTracking()
            .FirstAsync(one => one.Id == report!.Warranty, cancellationToken);
        var outcome = report!.Resolve(
            command.Resolution,
            command.Charge,
            warranty.CoverOn(report.OccurredOn, calendar),
            new(act.Actor.Account),
            rules
        );
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
