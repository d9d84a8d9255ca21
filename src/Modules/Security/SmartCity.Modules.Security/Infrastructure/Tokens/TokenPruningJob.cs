using OpenIddict.Abstractions;
using SmartCity.BuildingBlocks.Jobs;

namespace SmartCity.Modules.Security.Infrastructure.Tokens;

/// <summary>Removes tokens and authorizations that can be used no more, a day after the last use they could have had.</summary>
internal sealed class TokenPruningJob(
    IOpenIddictTokenManager tokens,
    IOpenIddictAuthorizationManager authorizations,
    TimeProvider time
) : IPeriodicJob
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var threshold = time.GetUtcNow() - KeptFor;
        await tokens.PruneAsync(threshold, cancellationToken);
        await authorizations.PruneAsync(threshold, cancellationToken);
    }
}
