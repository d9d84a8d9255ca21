using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Audit;
using SmartCity.BuildingBlocks.Jobs;
using SmartCity.Modules.Security.Application.Evidence;
using SmartCity.Modules.Security.Domain.Evidence;

namespace SmartCity.Modules.Security.Infrastructure.Evidence;

/// <summary>
/// Erases what was decided to be erased, once the entry of the decision is in the log. Whoever dies between the two steps does
/// the first again, which changes nothing.
/// </summary>
internal sealed class ErasureJob(SecurityDb database, LogReader log, IServiceScopeFactory scopes) : IPeriodicJob
{
    private const int MostAtOnce = 100;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var decided = await database
            .Erasures.AsNoTracking()
            .Where(erasure => erasure.State == ErasureState.Decided)
            .OrderBy(erasure => erasure.Id)
            .Take(MostAtOnce)
            .ToListAsync(cancellationToken);
        if (decided.Count == 0)
        {
            return;
        }

        var places = await log.PlacesAsync(decided.Select(erasure => erasure.DecidedIn.Value), cancellationToken);
        foreach (var erasure in decided.Where(erasure => places.ContainsKey(erasure.DecidedIn.Value)))
        {
            await EraseAsync(erasure, cancellationToken);
        }
    }

    private async Task EraseAsync(Erasure erasure, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RequestContext>().Actor = Actor.Module("Security");
        var isGone = await scope
            .ServiceProvider.GetRequiredService<EntryEraser>()
            .EraseAsync(erasure.Schema, erasure.Entry.Value, erasure.DecidedIn.Value, cancellationToken);
        // An entry that is not there any more is missed by its chain; nothing is said to have been erased then.
        if (isGone)
        {
            _ = await scope
                .ServiceProvider.GetRequiredService<IMediator>()
                .Send(new CompleteErasure(erasure.Id), cancellationToken);
        }
    }
}
