using System.ComponentModel;
using AutoMapper;
using AutoMapper.QueryableExtensions;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Operations.Contracts;
using SmartCity.Modules.Operations.Domain.MaintenanceRequests;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Operations.Application.Maintenance;

/// <summary>The maintenance requests that the actor may read, the newest first, page by page.</summary>
/// <param name="Project">The declaration of the maintained project.</param>
internal sealed record ListMaintenanceRequests(
    MaintenanceRequestState? State = null,
    DeclarationId? Project = null,
    UnitId? LeadUnit = null,
    int? Year = null,
    string? After = null,
    int? Limit = null
) : IQuery<Page<ListMaintenanceRequests.MaintenanceRequestLine>>
{
    internal sealed record MaintenanceRequestLine(
        [property: Description("系统编号")] MaintenanceRequestId Id,
        [property: Description("申请编号")] string Number,
        [property: Description("状态")] MaintenanceRequestState State,
        [property: Description("申报事项编号")] DeclarationId Project,
        [property: Description("项目名称")] string ProjectName,
        [property: Description("牵头单位编号")] UnitId LeadUnit,
        [property: Description("年度")] int Year,
        [property: Description("金额")] Money Amount,
        [property: Description("申请日期")] DateOnly RequestedOn
    );

    /// <summary>Where a page ended.</summary>
    internal sealed record Position(string Number);
}

internal sealed class ListMaintenanceRequestsValidator : AbstractValidator<ListMaintenanceRequests>
{
    public ListMaintenanceRequestsValidator()
    {
        RuleFor(query => query.State).KnownWord();
        RuleFor(query => query.Limit).InclusiveBetween(1, Cursor.LargestLimit).WithErrorCode("OUT_OF_RANGE");
    }
}

internal sealed class ListMaintenanceRequestsHandler(
    IOperationsDatabase database,
    RequestContext request,
    IMapper mapper
) : IRequestHandler<ListMaintenanceRequests, Result<Page<ListMaintenanceRequests.MaintenanceRequestLine>>>
{
    public async Task<Result<Page<ListMaintenanceRequests.MaintenanceRequestLine>>> Handle(
        ListMaintenanceRequests query,
        CancellationToken cancellationToken
    )
    {
        var position = Cursor.Read<ListMaintenanceRequests.Position>(query.After);
        if (position.IsFailure)
        {
            return position.Failure;
        }

        var limit = query.Limit ?? Cursor.DefaultLimit;
        var readable = database.MaintenanceRequests.Where(MaintenanceAccess.ReadableBy(request.Actor));
        var lines = await Filtered(readable, query, position.Value)
            .OrderByDescending(one => one.Number)
            .Take(limit + 1)
            .ProjectTo<ListMaintenanceRequests.MaintenanceRequestLine>(mapper.ConfigurationProvider)
            .ToListAsync(cancellationToken);
        return lines.ToPage(limit, line => new ListMaintenanceRequests.Position(line.Number));
    }

    private static IQueryable<MaintenanceRequest> Filtered(
        IQueryable<MaintenanceRequest> requests,
        ListMaintenanceRequests query,
        ListMaintenanceRequests.Position? position
    )
    {
        if (query.State is { } state)
        {
            requests = requests.Where(one => one.State == state);
        }

        if (query.Project is { } project)
        {
            requests = requests.Where(one => one.Project == project);
        }

        if (query.LeadUnit is { } unit)
        {
            requests = requests.Where(one => one.LeadUnit == unit);
        }

        if (query.Year is { } year)
        {
            requests = requests.Where(one => one.Year == year);
        }

        if (position is { Number: var after })
        {
#pragma warning disable CA1309, CA1310 // compared by the database, in the order that it sorts by
            requests = requests.Where(one => string.Compare(one.Number, after) < 0);
#pragma warning restore CA1309, CA1310
        }

        return requests;
    }
}
