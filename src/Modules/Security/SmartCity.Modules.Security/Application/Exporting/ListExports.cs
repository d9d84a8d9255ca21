using System.ComponentModel;
using AutoMapper;
using AutoMapper.QueryableExtensions;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Exports;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Exports;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Security.Application.Exporting;

/// <summary>The exports that the actor may read of, the newest first, page by page.</summary>
/// <param name="List">The address of the list.</param>
internal sealed record ListExports(
    string? List = null,
    ExportState? State = null,
    AccountId? Account = null,
    UnitId? Unit = null,
    string? After = null,
    int? Limit = null
) : IQuery<Page<ListExports.ExportLine>>
{
    internal sealed record ExportLine(
        [property: Description("导出编号")] ExportId Id,
        [property: Description("列表")] string List,
        [property: Description("格式")] ExportFormat Format,
        [property: Description("筛选条件")] string Filter,
        [property: Description("状态")] ExportState State,
        [property: Description("导出账号")] AccountId Account,
        [property: Description("导出单位")] UnitId Unit,
        [property: Description("开始时刻")] DateTimeOffset OpenedAt,
        [property: Description("结束时刻")] DateTimeOffset? ClosedAt,
        [property: Description("导出行数")] long? RowsSent
    );

    /// <summary>Where a page ended.</summary>
    internal sealed record Position(DateTimeOffset OpenedAt, ExportId Id);
}

internal sealed class ListExportsValidator : AbstractValidator<ListExports>
{
    public ListExportsValidator()
    {
        RuleFor(query => query.List).Text(BeginExportValidator.LongestList);
        RuleFor(query => query.State).KnownWord();
        RuleFor(query => query.Limit).InclusiveBetween(1, Cursor.LargestLimit).WithErrorCode("OUT_OF_RANGE");
    }
}

internal sealed class ListExportsHandler(ISecurityDatabase database, RequestContext request, IMapper mapper)
    : IRequestHandler<ListExports, Result<Page<ListExports.ExportLine>>>
{
    public async Task<Result<Page<ListExports.ExportLine>>> Handle(
        ListExports query,
        CancellationToken cancellationToken
    )
    {
        var position = Cursor.Read<ListExports.Position>(query.After);
        if (position.IsFailure)
        {
            return position.Failure;
        }

        var limit = query.Limit ?? Cursor.DefaultLimit;
        var readable = database.Exports.AsNoTracking().Where(ExportAccess.ReadableBy(request.Actor));
        var lines = await Filtered(readable, query, position.Value)
            .OrderByDescending(export => export.OpenedAt)
            .ThenByDescending(export => export.Id)
            .Take(limit + 1)
            .ProjectTo<ListExports.ExportLine>(mapper.ConfigurationProvider)
            .ToListAsync(cancellationToken);
        return lines.ToPage(limit, line => new ListExports.Position(line.OpenedAt, line.Id));
    }

    private static IQueryable<Export> Filtered(
        IQueryable<Export> exports,
        ListExports query,
        ListExports.Position? position
    )
    {
        if (query.List is { Length: > 0 } list)
        {
            exports = exports.Where(export => export.List == list);
        }

        if (query.State is { } state)
        {
            exports = exports.Where(export => export.State == state);
        }

        if (query.Account is { } account)
        {
            exports = exports.Where(export => export.Account == account);
        }

        if (query.Unit is { } unit)
        {
            exports = exports.Where(export => export.Unit == unit);
        }

        if (position is { Id: var id })
        {
            var at = position.OpenedAt.ToUniversalTime();
            exports = exports.Where(export => export.OpenedAt < at || (export.OpenedAt == at && export.Id < id));
        }

        return exports;
    }
}
