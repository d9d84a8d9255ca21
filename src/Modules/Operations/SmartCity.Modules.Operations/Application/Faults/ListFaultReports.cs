using System.ComponentModel;
using AutoMapper;
using AutoMapper.QueryableExtensions;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Operations.Domain.FaultReports;
using SmartCity.Modules.Operations.Domain.Warranties;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Operations.Application.Faults;

/// <summary>The fault reports that the actor may read, the newest first, page by page.</summary>
/// <param name="Text">Part of the title, of the project's name or of the report's number.</param>
internal sealed record ListFaultReports(
    FaultReportState? State = null,
    WarrantyId? Warranty = null,
    FaultSeverity? Severity = null,
    string? Text = null,
    string? After = null,
    int? Limit = null
) : IQuery<Page<ListFaultReports.FaultReportLine>>
{
    internal sealed record FaultReportLine(
        [property: Description("系统编号")] FaultReportId Id,
        [property: Description("报修编号")] string Number,
        [property: Description("状态")] FaultReportState State,
        [property: Description("保修编号")] WarrantyId Warranty,
        [property: Description("项目名称")] string ProjectName,
        [property: Description("牵头单位编号")] UnitId LeadUnit,
        [property: Description("承揽单位")] string ContractorName,
        [property: Description("故障")] string Title,
        [property: Description("严重程度")] FaultSeverity Severity,
        [property: Description("发生日期")] DateOnly OccurredOn,
        [property: Description("报修日期")] DateOnly ReportedOn
    );

    /// <summary>Where a page ended.</summary>
    internal sealed record Position(string Number);
}

internal sealed class ListFaultReportsValidator : AbstractValidator<ListFaultReports>
{
    public ListFaultReportsValidator()
    {
        RuleFor(query => query.State).KnownWord();
        RuleFor(query => query.Severity).KnownWord();
        RuleFor(query => query.Text).Text(InputRules.ShortText);
        RuleFor(query => query.Limit).InclusiveBetween(1, Cursor.LargestLimit).WithErrorCode("OUT_OF_RANGE");
    }
}

internal sealed class ListFaultReportsHandler(IOperationsDatabase database, RequestContext request, IMapper mapper)
    : IRequestHandler<ListFaultReports, Result<Page<ListFaultReports.FaultReportLine>>>
{
    public async Task<Result<Page<ListFaultReports.FaultReportLine>>> Handle(
        ListFaultReports query,
        CancellationToken cancellationToken
    )
    {
        var position = Cursor.Read<ListFaultReports.Position>(query.After);
        if (position.IsFailure)
        {
            return position.Failure;
        }

        var limit = query.Limit ?? Cursor.DefaultLimit;
        var readable = database.FaultReports.Where(FaultAccess.ReadableBy(request.Actor));
        var lines = await Filtered(readable, query, position.Value)
            .OrderByDescending(one => one.Number)
            .Take(limit + 1)
            .ProjectTo<ListFaultReports.FaultReportLine>(mapper.ConfigurationProvider)
            .ToListAsync(cancellationToken);
        return lines.ToPage(limit, line => new ListFaultReports.Position(line.Number));
    }

    private static IQueryable<FaultReport> Filtered(
        IQueryable<FaultReport> reports,
        ListFaultReports query,
        ListFaultReports.Position? position
    )
    {
        if (query.State is { } state)
        {
            reports = reports.Where(one => one.State == state);
        }

        if (query.Warranty is { } warranty)
        {
            reports = reports.Where(one => one.Warranty == warranty);
        }

        if (query.Severity is { } severity)
        {
            reports = reports.Where(one => one.Severity == severity);
        }

        if (query.Text is { Length: > 0 } text)
        {
            reports = reports.Where(one =>
                one.Title.Contains(text) || one.ProjectName.Contains(text) || one.Number.Contains(text)
            );
        }

        if (position is { Number: var after })
        {
#pragma warning disable CA1309, CA1310 // compared by the database, in the order that it sorts by
            reports = reports.Where(one => string.Compare(one.Number, after) < 0);
#pragma warning restore CA1309, CA1310
        }

        return reports;
    }
}
