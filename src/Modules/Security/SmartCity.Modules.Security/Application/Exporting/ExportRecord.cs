using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Exports;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.Modules.Security.Application.Exporting;

/// <summary>The record of the exports of every module's lists.</summary>
internal sealed class ExportRecord(IMediator mediator) : IExportRecord
{
    public Task<Result<Receipt>> OpenAsync(ExportedList exported, CancellationToken cancellationToken) =>
        mediator.Send(new BeginExport(exported.List, exported.Format, exported.Filter), cancellationToken);

    // Also when nobody waits for the answer any more.
    public Task<Result<Receipt>> CloseAsync(Guid export, long rowsSent, bool isComplete) =>
        mediator.Send(new CompleteExport(new(export), rowsSent, isComplete), CancellationToken.None);
}
