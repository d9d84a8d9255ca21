using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Abstractions;
using OpenIddict.Validation;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Http;
using SmartCity.Modules.Security.Application.Accounts;
using SmartCity.Modules.Security.Contracts;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Validation.OpenIddictValidationEvents;
using static OpenIddict.Validation.OpenIddictValidationHandlers.Protection;

namespace SmartCity.Modules.Security.Infrastructure.Tokens;

/// <summary>
/// Whether a token that is whole and in time still stands: not revoked, its account open, and the power that it names
/// the one the account has today. What was found is believed for half a minute, so that the database is not asked with
/// each request and yet no instance takes a token for longer than a minute after it fell.
/// </summary>
internal sealed class TokenStanding(IServiceScopeFactory scopes, TimeProvider time)
{
    public static readonly TimeSpan BelievedFor = TimeSpan.FromSeconds(30);

    private const int MostRemembered = 100_000;

    // What a token is bound to (RFC 7800); OpenIddict has compared it with the connection.
    private const string Confirmation = "cnf";

    private readonly ConcurrentDictionary<string, Found> remembered = new(StringComparer.Ordinal);

    public async ValueTask<bool> StandsAsync(ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        if (principal.GetTokenId() is not { Length: > 0 } token)
        {
            return false;
        }

        var now = time.GetUtcNow();
        // OpenIddict asks for the end of a token only.
        if (NotBefore(principal) > now)
        {
            return false;
        }

        if (remembered.TryGetValue(token, out var found) && now < found.Until)
        {
            return found.Stands;
        }

        var stands = await AskAsync(token, principal, cancellationToken);
        if (remembered.Count >= MostRemembered)
        {
            Forget(now);
        }

        remembered[token] = new(stands, now + BelievedFor);
        return stands;
    }

    private async Task<bool> AskAsync(string token, ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var tokens = scope.ServiceProvider.GetRequiredService<IOpenIddictTokenManager>();
        if (
            await tokens.FindByIdAsync(token, cancellationToken) is not { } entry
            || !await tokens.HasStatusAsync(entry, Statuses.Valid, cancellationToken)
        )
        {
            return false;
        }

        // A token that names nobody in full is told so behind authentication.
        return ActorClaims.ActorOf(principal) is not { } actor
            || IsStill(
                actor,
                IsBound(principal),
                await scope
                    .ServiceProvider.GetRequiredService<ActingAccounts>()
                    .OfAsync(
                        new AccountId(actor.Account),
                        principal.FindFirstValue(CertificateClaim.Type),
                        cancellationToken
                    )
            );
    }

    private static DateTimeOffset? NotBefore(ClaimsPrincipal principal) =>
        long.TryParse(principal.FindFirstValue(Claims.NotBefore), CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    private static bool IsBound(ClaimsPrincipal principal) => principal.HasClaim(claim => claim.Type == Confirmation);

    private static bool IsStill(Actor actor, bool isBound, ActingAccount? account) =>
        account is not null
        && (isBound || !account.BoundTokensOnly)
        && account.Unit.Value == actor.Unit
        && account.Role == actor.Role
        && account.Jurisdiction == actor.Jurisdiction
        && account.ReadsOnly == actor.ReadsOnly
        && account.Predecessors.Select(unit => unit.Value).ToHashSet().SetEquals(actor.Predecessors);

    private void Forget(DateTimeOffset now)
    {
        foreach (var (token, found) in remembered)
        {
            if (found.Until <= now)
            {
                remembered.TryRemove(token, out _);
            }
        }

        // So many within half a minute are more than there can be accounts: better asked again than kept without bound.
        if (remembered.Count >= MostRemembered)
        {
            remembered.Clear();
        }
    }

    private readonly record struct Found(bool Stands, DateTimeOffset Until);
}

/// <summary>Refuses a token that stands no longer, after OpenIddict found it whole and in time.</summary>
internal sealed class RefuseFallenTokens(TokenStanding standing) : IOpenIddictValidationHandler<ValidateTokenContext>
{
    public static OpenIddictValidationHandlerDescriptor Descriptor { get; } =
        OpenIddictValidationHandlerDescriptor
            .CreateBuilder<ValidateTokenContext>()
            .UseSingletonHandler<RefuseFallenTokens>()
            .SetOrder(ValidateTokenEntry.Descriptor.Order + 1)
            .SetType(OpenIddictValidationHandlerType.Custom)
            .Build();

    public async ValueTask HandleAsync(ValidateTokenContext context)
    {
        // Where anybody may ask, nobody's token has to stand; so the service tells of its health while the database is away.
        var endpoint = context.Transaction.GetHttpRequest()?.HttpContext.GetEndpoint();
        if (endpoint?.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            return;
        }

        if (context.Principal is not null && !await standing.StandsAsync(context.Principal, context.CancellationToken))
        {
            context.Reject(
                Errors.InvalidToken,
                "The token was revoked or is not valid yet, or its account is closed or has another power since."
            );
        }
    }
}
