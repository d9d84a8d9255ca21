using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Exports;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Exports;

namespace SmartCity.Modules.Security.Application.Exporting;

/// <summary>一次导出</summary>
internal sealed record ReadExport(ExportId Export) : IQuery<ReadExport.Answer>
{
    /// <summary>导出的内容</summary>
    internal sealed record Answer(
        ExportId Id,
        string List,
        ExportFormat Format,
        string Filter,
        ExportState State,
        AccountId Account,
        UnitId Unit,
        DateTimeOffset OpenedAt,
        DateTimeOffset? ClosedAt,
        long? RowsSent,
        long Version
    );
}

internal sealed class ReadExportHandler(ISecurityDatabase database, RequestContext request)
    : IRequestHandler<ReadExport, Result<ReadExport.Answer>>
{
    public async Task<Result<ReadExport.Answer>> Handle(ReadExport query, CancellationToken cancellationToken)
    {
        var answer = await database
            .Exports.AsNoTracking()
            .Where(ExportAccess.ReadableBy(request.Actor))
            .Where(export => export.Id == query.Export)
            .Select(export => new ReadExport.Answer(
                export.Id,
                export.List,
                export.Format,
                export.Filter,
                export.State,
                export.Account,
                export.Unit,
                export.OpenedAt,
                export.ClosedAt,
                export.RowsSent,
                export.Version
            ))
            .FirstOrDefaultAsync(cancellationToken);
        return answer is null ? Error.NotFound(new("导出", "export")) : answer;
    }
}
