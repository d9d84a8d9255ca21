using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Messaging;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;

namespace SmartCity.BuildingBlocks.Jobs;

/// <summary>
/// Removes what has served its purpose from a module's mechanisms: old keys, delivered messages, and the marks of
/// messages that can never come again.
/// </summary>
internal sealed class Housekeeping<TContext>(
    TContext context,
    IEnumerable<IModule> modules,
    IServiceScopeFactory scopes,
    TimeProvider time
) : IPeriodicJob
    where TContext : ModuleDbContext
{
    private static readonly TimeSpan KeysServeFor = TimeSpan.FromDays(7);
    private static readonly TimeSpan MessagesServeFor = TimeSpan.FromDays(30);
    private static readonly TimeSpan MarksServeFor = TimeSpan.FromDays(90);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var oldKeys = now - KeysServeFor;
        var oldMessages = now - MessagesServeFor;
        var oldMarks = now - MarksServeFor;
        await context
            .AcceptedRequests.Where(request => request.AcceptedAt < oldKeys)
            .ExecuteDeleteAsync(cancellationToken);
        await context
            .OutboxMessages.Where(message => message.State == MessageState.Delivered && message.SettledAt < oldMessages)
            .ExecuteDeleteAsync(cancellationToken);
        var stillToCome = await UndeliveredAsync(oldMarks, cancellationToken);
        await context
            .InboxMessages.Where(mark => mark.HandledAt < oldMarks && !stillToCome.Contains(mark.MessageId))
            .ExecuteDeleteAsync(cancellationToken);
    }

    // One handler may have dealt with a message on which another gave up: an operator can send it again at any age, and
    // without its mark the first handler would take effect twice.
    private async Task<List<Guid>> UndeliveredAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var undelivered = new List<Guid>();
        await using var scope = scopes.CreateAsyncScope();
        foreach (var database in modules.Select(module => module.Database).OfType<ModuleDatabase>())
        {
            var source = (ModuleDbContext)scope.ServiceProvider.GetRequiredService(database.Context);
            undelivered.AddRange(
                await source
                    .OutboxMessages.Where(message =>
                        message.State != MessageState.Delivered && message.OccurredAt < before
                    )
                    .Select(message => message.Id)
                    .ToListAsync(cancellationToken)
            );
        }

        return undelivered;
    }
}
