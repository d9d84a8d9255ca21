using System.Globalization;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;
using static OpenIddict.Server.OpenIddictServerHandlerFilters;
using static OpenIddict.Server.OpenIddictServerHandlers;

namespace SmartCity.Modules.Security.Infrastructure.Tokens;

/// <summary>
/// Takes an assertion by which a client proves itself (RFC 7523) once, and only while it is fresh. OpenIddict has checked its
/// signature, issuer, audience and end; what it would take again and again until then is refused here, on every instance.
/// </summary>
internal sealed class DemandFreshAssertion(IServiceScopeFactory scopes, TimeProvider time)
    : IOpenIddictServerHandler<ProcessAuthenticationContext>
{
    private const string UsedAssertion = "used_client_assertion";
    private const int LongestName = 200;

    private static readonly TimeSpan LongestLife = TimeSpan.FromMinutes(5);

    // Of the partner's clock.
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    public static OpenIddictServerHandlerDescriptor Descriptor { get; } =
        OpenIddictServerHandlerDescriptor
            .CreateBuilder<ProcessAuthenticationContext>()
            .AddFilter<RequireClientAssertionPrincipal>()
            .UseSingletonHandler<DemandFreshAssertion>()
            .SetOrder(ValidateClientSecret.Descriptor.Order + 1)
            .SetType(OpenIddictServerHandlerType.Custom)
            .Build();

    public async ValueTask HandleAsync(ProcessAuthenticationContext context)
    {
        var assertion = context.ClientAssertionPrincipal!;
        var now = time.GetUtcNow();
        var ends = assertion.GetExpirationDate();
        if (ends is null || ends <= now || ends > now + LongestLife + Skew)
        {
            context.Reject(
                Errors.InvalidClient,
                "The client assertion has expired, or is good for more than five minutes."
            );
        }
        else if (InstantOf(assertion, Claims.NotBefore) > now + Skew || assertion.GetCreationDate() > now + Skew)
        {
            context.Reject(Errors.InvalidClient, "The client assertion is not good yet.");
        }
        else if (assertion.FindFirstValue(Claims.JwtId) is not { Length: > 0 and <= LongestName } name)
        {
            context.Reject(Errors.InvalidClient, "The client assertion has no 'jti' of 1 to 200 characters.");
        }
        else if (!await TryUseAsync($"{context.ClientId}\n{name}", ends.Value, now, context.CancellationToken))
        {
            context.Reject(Errors.InvalidClient, "The client assertion was used already.");
        }
    }

    // Among the tokens: their references are unique in the database, whichever instance writes, and are pruned a day later.
    private async Task<bool> TryUseAsync(
        string reference,
        DateTimeOffset ends,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (await IsUsedAsync(reference, cancellationToken))
        {
            return false;
        }

        await using var scope = scopes.CreateAsyncScope();
        try
        {
            await scope
                .ServiceProvider.GetRequiredService<IOpenIddictTokenManager>()
                .CreateAsync(
                    new OpenIddictTokenDescriptor
                    {
                        CreationDate = now,
                        ExpirationDate = ends,
                        ReferenceId = reference,
                        Status = Statuses.Redeemed,
                        Type = UsedAssertion,
                    },
                    cancellationToken
                );
            return true;
        }
        catch (Exception fault) when (fault is OpenIddictExceptions.ValidationException or DbUpdateException)
        {
            // Of two that came at once the other was first; whatever else it may be is a fault.
            if (await IsUsedAsync(reference, cancellationToken))
            {
                return false;
            }

            throw;
        }
    }

    private async Task<bool> IsUsedAsync(string reference, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<IOpenIddictTokenManager>()
            .FindByReferenceIdAsync(reference, cancellationToken)
            is not null;
    }

    private static DateTimeOffset? InstantOf(ClaimsPrincipal assertion, string claim) =>
        long.TryParse(assertion.FindFirstValue(claim), CultureInfo.InvariantCulture, out var seconds)
        && seconds is >= 0 and <= 253_402_300_799
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
