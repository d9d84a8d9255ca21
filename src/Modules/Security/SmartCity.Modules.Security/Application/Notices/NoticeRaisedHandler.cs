using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Messaging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Domain.Notices;
using SmartCity.Regulation.Notices;

namespace SmartCity.Modules.Security.Application.Notices;

/// <summary>A notice was raised: it is filed, once. One that is in an inbox already, under the same id, is the same.</summary>
internal sealed class NoticeRaisedHandler(IMediator mediator, ISecurityDatabase database)
    : IIntegrationEventHandler<NoticeRaised>
{
    public async Task<bool> ConcernsAsync(NoticeRaised raised, CancellationToken cancellationToken)
    {
        var id = new NoticeId(raised.Notice);
        return !await database.Notices.AnyAsync(notice => notice.Id == id, cancellationToken);
    }

    public Task<Result<Receipt>> HandleAsync(NoticeRaised raised, CancellationToken cancellationToken) =>
        mediator.Send(new FileNotice(raised), cancellationToken);
}
