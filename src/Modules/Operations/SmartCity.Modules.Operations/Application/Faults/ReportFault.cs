using System.ComponentModel;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Operations.Application.Warranties;
using SmartCity.Modules.Operations.Domain.FaultReports;
using SmartCity.Modules.Operations.Domain.Warranties;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Operations.Application.Faults;

/// <summary>The lead unit reports a fault under a warranty. Whether the warranty covers it is judged at the repair.</summary>
internal sealed record ReportFault(
    [property: Description("保修")] WarrantyId Warranty,
    [property: Description("故障名称")] string Title,
    [property: Description("故障情况")] string Description,
    [property: Description("严重程度")] FaultSeverity Severity,
    [property: Description("发生日期")] DateOnly OccurredOn,
    [property: Description("本单位认为属于保修范围")] bool ClaimsCover
) : ICommand;

internal sealed class ReportFaultValidator : AbstractValidator<ReportFault>
{
    public ReportFaultValidator()
    {
        RuleFor(command => command.Title).RequiredText(InputRules.ShortText);
        RuleFor(command => command.Description).RequiredText(InputRules.LongText);
        RuleFor(command => command.Severity).KnownWord();
        RuleFor(command => command.OccurredOn).PlausibleDate();
    }
}

internal sealed class ReportFaultHandler(IOperationsDatabase database, Act act, RulesInForce rules, IIdSource ids)
    : IRequestHandler<ReportFault, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(ReportFault command, CancellationToken cancellationToken)
    {
        var warranty = await database
            .Warranties.AsNoTracking()
            .Where(WarrantyAccess.ReadableBy(act.Actor))
            .FirstOrDefaultAsync(one => one.Id == command.Warranty, cancellationToken);
        if (warranty is null)
        {
            return Error.NotFound(new("工程保修", "warranty"));
        }

        var reported = FaultReport.Make(
            ids.Next<FaultReportId>(),
            warranty,
            new(command.Title, command.Description, command.Severity, command.OccurredOn, command.ClaimsCover),
            new(act.Actor.Account),
            rules
        );
        if (reported.IsFailure)
        {
            return reported.Failure;
        }

        var allowed = act.Authorise(reported.Value, FaultAccess.OfTheLeadUnit);
        if (allowed.IsFailure)
        {
            return allowed.Failure;
        }

        database.FaultReports.Add(reported.Value);
        return await database.SaveChangesAsync(act, cancellationToken);
    }
}
