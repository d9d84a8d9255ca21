using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Operations.Domain.FaultReports;
using SmartCity.Modules.Operations.Domain.Warranties;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Operations.Application.Faults;

/// <summary>One fault report with every response and repair.</summary>
internal sealed record GetFaultReport(FaultReportId Report) : IQuery<GetFaultReport.FaultReportDetail>
{
    internal sealed record FaultReportDetail(
        FaultReportId Id,
        string Number,
        FaultReportState State,
        WarrantyId Warranty,
        string ProjectName,
        UnitId LeadUnit,
        UnitId Contractor,
        string ContractorName,
        string Title,
        string Description,
        FaultSeverity Severity,
        DateOnly OccurredOn,
        bool ClaimsCover,
        DateOnly ReportedOn,
        DateOnly? ClosedOn,
        IReadOnlyList<Response> Responses,
        IReadOnlyList<Repair> Repairs,
        long Version
    );

    internal sealed record Response(int Number, string Action, DateOnly VisitedOn, DateOnly RespondedOn);

    /// <param name="RejectedBecause">Why the unit reopened the report after it.</param>
    internal sealed record Repair(
        int Number,
        string Resolution,
        Money Charge,
        DateOnly ResolvedOn,
        string? RejectedBecause
    );
}

internal sealed class GetFaultReportHandler(IOperationsDatabase database, RequestContext request)
    : IRequestHandler<GetFaultReport, Result<GetFaultReport.FaultReportDetail>>
{
    public async Task<Result<GetFaultReport.FaultReportDetail>> Handle(
        GetFaultReport query,
        CancellationToken cancellationToken
    )
    {
        var report = await database
            .FaultReports.AsNoTracking()
            .Where(FaultAccess.ReadableBy(request.Actor))
            .FirstOrDefaultAsync(one => one.Id == query.Report, cancellationToken);
        return report is null ? Error.NotFound(new("故障报修", "fault report")) : Told(report);
    }

    private static GetFaultReport.FaultReportDetail Told(FaultReport report) =>
        new(
            report.Id,
            report.Number,
            report.State,
            report.Warranty,
            report.ProjectName,
            report.LeadUnit,
            report.Contractor,
            report.ContractorName,
            report.Title,
            report.Description,
            report.Severity,
            report.OccurredOn,
            report.ClaimsCover,
            report.ReportedOn,
            report.ClosedOn,
            [
                .. report
                    .Responses.OrderBy(one => one.Number)
                    .Select(one => new GetFaultReport.Response(one.Number, one.Action, one.VisitedOn, one.RespondedOn)),
            ],
            [
                .. report
                    .Resolutions.OrderBy(one => one.Number)
                    .Select(one => new GetFaultReport.Repair(
                        one.Number,
                        one.Resolution,
                        one.Charge,
                        one.ResolvedOn,
                        one.RejectedBecause
                    )),
            ],
            report.Version
        );
}
