using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using SmartCity.BuildingBlocks.Jobs;
using SmartCity.Modules.Security.Infrastructure.Certificates;

namespace SmartCity.Modules.Security.Infrastructure.Tokens;

/// <summary>
/// Removes tokens and authorizations that can be used no more, a day after the last use they could have had, and answered
/// challenges, which count for a minute.
/// </summary>
internal sealed class TokenPruningJob(
    SecurityDb database,
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
        await database
            .Set<AnsweredChallenge>()
            .Where(challenge => challenge.AnsweredAt < threshold)
            .ExecuteDeleteAsync(cancellationToken);
    }
}
