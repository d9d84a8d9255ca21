using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Audit;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.BuildingBlocks.Acts;

/// <summary>
/// Keeps what those who oversee read (article 34): an entry in the reader's own chain, written in a transaction of its own
/// before he is answered. Where it cannot be written the fault goes on, and he reads nothing.
/// </summary>
internal sealed class ReadingRecord(IServiceScopeFactory scopes, ModuleOfRequest modules)
{
    public async Task KeepAsync<TQuery>(
        TQuery query,
        Authority authority,
        RequestContext reader,
        Error? refusal,
        CancellationToken cancellationToken
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RequestContext>().Actor = reader.Actor;
        var act = scope.ServiceProvider.GetRequiredService<Act>();
        var canonical = CanonicalJson.Of(query);
        act.BeginReading(authority, LookedAt.By(query, canonical), CanonicalJson.HashOfCanonical(canonical));
        var store = (ModuleDbContext)
            scope.ServiceProvider.GetRequiredService(modules.Of(typeof(TQuery)).Database!.Context);
        await store.SaveReadingAsync(act, refusal, cancellationToken);
    }
}
