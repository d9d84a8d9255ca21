using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Messaging;
using SmartCity.BuildingBlocks.Persistence;

namespace SmartCity.BuildingBlocks.Jobs;

/// <summary>Removes what has served its purpose from a module's mechanisms: old keys and delivered messages.</summary>
internal sealed class Housekeeping<TContext>(TContext context, TimeProvider time) : IPeriodicJob
    where TContext : ModuleDbContext
{
    private static readonly TimeSpan KeysServeFor = TimeSpan.FromDays(7);
    private static readonly TimeSpan MessagesServeFor = TimeSpan.FromDays(30);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var oldKeys = now - KeysServeFor;
        var oldMessages = now - MessagesServeFor;
        await context
            .AcceptedRequests.Where(request => request.AcceptedAt < oldKeys)
            .ExecuteDeleteAsync(cancellationToken);
        await context
            .OutboxMessages.Where(message => message.State == MessageState.Delivered && message.SettledAt < oldMessages)
            .ExecuteDeleteAsync(cancellationToken);
    }
}
