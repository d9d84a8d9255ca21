using System.Text.Json;
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
        var canonical = CanonicalOf(query);
        act.BeginReading(
            authority,
            LookedAt.By(query, canonical),
            canonical is null ? CanonicalJson.HashOf(authority.Name) : CanonicalJson.HashOfCanonical(canonical)
        );
        var store = (ModuleDbContext)
            scope.ServiceProvider.GetRequiredService(modules.Of(typeof(TQuery)).Database!.Context);
        await store.SaveReadingAsync(act, refusal, cancellationToken);
    }

    // The facts that a rule is tried on are any JSON that somebody sends; fractions have no place in evidence.
    private static string? CanonicalOf<TQuery>(TQuery query)
    {
        try
        {
            return CanonicalJson.Of(query);
        }
        catch (Exception unwritable) when (unwritable is FormatException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
