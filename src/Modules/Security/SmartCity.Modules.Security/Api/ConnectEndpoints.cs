using System.Collections.Immutable;
using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using SmartCity.BuildingBlocks.Http;
using SmartCity.Modules.Security.Api.SignIn;
using SmartCity.Modules.Security.Application.Accounts;
using SmartCity.Modules.Security.Application.Certificates;
using SmartCity.Modules.Security.Application.SecondFactors;
using SmartCity.Modules.Security.Contracts;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace SmartCity.Modules.Security.Api;

/// <summary>
/// The three OpenID Connect endpoints. OpenIddict has checked the request (client, redirection, PKCE, code, secret)
/// before it comes here; here it is decided whose token it becomes.
/// </summary>
internal static class ConnectEndpoints
{
    private const string Server = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;
    private const string Session = CookieAuthenticationDefaults.AuthenticationScheme;

    public static void MapConnect(this IEndpointRouteBuilder routes)
    {
        var connect = routes
            .MapGroup("/connect")
            .WithTag(SignInPage.Tag, SignInPage.About)
            .AllowAnonymous()
            .ExcludeFromDescription();
        connect
            .MapMethods("/authorize", [HttpMethods.Get, HttpMethods.Post], AuthorizeAsync)
            .WithName("Authorize")
            .WithSummary("申请授权码");
        connect.MapPost("/token", IssueTokenAsync).WithName("IssueToken").WithSummary("换取令牌");
        connect
            .MapMethods("/logout", [HttpMethods.Get, HttpMethods.Post], (Delegate)SignOutAsync)
            .WithName("SignOut")
            .WithSummary("退出登录");
    }

    private static async Task<IResult> AuthorizeAsync(
        HttpContext context,
        ActingAccounts accounts,
        SignInDemands demands,
        CancellationToken cancellationToken
    )
    {
        var request = RequestOf(context);
        var session = await context.AuthenticateAsync(Session);
        var mustSignInAgain = request.HasPromptValue(PromptValues.Login);
        if (
            !mustSignInAgain
            && await AccountOfAsync(session.Principal, accounts, cancellationToken) is { } account
            && await demands.AreMetAsync(account, MethodsOf(session.Principal), cancellationToken)
        )
        {
            return Results.SignIn(
                PrincipalOf(account, request.GetScopes(), session.Principal),
                authenticationScheme: Server
            );
        }

        if (request.HasPromptValue(PromptValues.None))
        {
            return Forbid(Errors.LoginRequired, "The user must sign in.");
        }

        await context.SignOutAsync(Session);
        // Without the prompt, or signing in would be asked for again after it was done.
        var parameters = request
            .GetParameters()
            .Where(parameter => parameter.Key != Parameters.Prompt)
            .Select(parameter => KeyValuePair.Create(parameter.Key, (string?)parameter.Value));
        return Results.Redirect(
            SignInPage.AddressFor(context.Request.PathBase + context.Request.Path + QueryString.Create(parameters))
        );
    }

    private static async Task<IResult> IssueTokenAsync(
        HttpContext context,
        ActingAccounts accounts,
        SignInDemands demands,
        CancellationToken cancellationToken
    )
    {
        var request = RequestOf(context);
        if (request.IsClientCredentialsGrantType())
        {
            return await IssueToPartnerAsync(context, request.ClientId!, accounts, cancellationToken);
        }

        // A code or a refresh token: what it was issued for stands in it; what the account may do is read anew.
        var issued = await context.AuthenticateAsync(Server);
        var account = await AccountOfAsync(issued.Principal, accounts, cancellationToken);
        if (account is null)
        {
            return Forbid(Errors.InvalidGrant, "The account is closed.");
        }

        // Who has set up a second factor since, or must have one now, proves it by signing in again.
        return await demands.AreMetAsync(account, MethodsOf(issued.Principal), cancellationToken)
            ? Results.SignIn(
                PrincipalOf(account, issued.Principal!.GetScopes(), issued.Principal),
                authenticationScheme: Server
            )
            : Forbid(Errors.InvalidGrant, "The account needs its second factor: sign in again.");
    }

    private static async Task<IResult> IssueToPartnerAsync(
        HttpContext context,
        string client,
        ActingAccounts accounts,
        CancellationToken cancellationToken
    )
    {
        var partner = await accounts.OfClientAsync(client, cancellationToken);
        var certificate = context.Features.Get<ProvedCertificate>();
        return partner is null ? Forbid(Errors.InvalidClient, "The account of this client is closed.")
            : partner.BoundTokensOnly && certificate is null
                ? Forbid(
                    Errors.InvalidClient,
                    "This client is issued certificate-bound tokens only: ask over TLS with its certificate."
                )
            : Results.SignIn(PrincipalOf(partner, [], certificate?.ToPrincipal()), authenticationScheme: Server);
    }

    private static async Task<IResult> SignOutAsync(HttpContext context)
    {
        await context.SignOutAsync(Session);
        // Where OpenIddict has found the client's address valid it sends the browser there, else to our own page.
        return Results.SignOut(new() { RedirectUri = SignInPage.SignedOutPath }, [Server]);
    }

    private static OpenIddictRequest RequestOf(HttpContext context) =>
        context.GetOpenIddictServerRequest()
        ?? throw new InvalidOperationException("OpenIddict did not take this request: authentication does not run.");

    private static async Task<ActingAccount?> AccountOfAsync(
        ClaimsPrincipal? principal,
        ActingAccounts accounts,
        CancellationToken cancellationToken
    ) =>
        Guid.TryParse(principal?.FindFirstValue(ActorClaims.Account), out var id)
            ? await accounts.OfAsync(
                new AccountId(id),
                principal.FindFirstValue(CertificateClaim.Type),
                cancellationToken
            )
            : null;

    private static ImmutableArray<string> MethodsOf(ClaimsPrincipal? principal) =>
        principal?.GetClaims(SignInMethods.Claim) ?? [];

    /// <param name="proof">Where it stands how the holder has proved himself; null for a secret or an assertion.</param>
    private static ClaimsPrincipal PrincipalOf(
        ActingAccount account,
        IEnumerable<string> scopes,
        ClaimsPrincipal? proof = null
    )
    {
        var identity = new ClaimsIdentity(Server, ActorClaims.Name, ActorClaims.Role);
        identity
            .SetClaim(ActorClaims.Account, account.Id.Value.ToString())
            .SetClaim(ActorClaims.Name, account.Name)
            .SetClaim(ActorClaims.Unit, account.Unit.Value.ToString())
            .SetClaim(ActorClaims.Role, account.Role)
            .SetClaim(ActorClaims.Jurisdiction, account.Jurisdiction)
            .SetClaim(ActorClaims.ReadsOnly, account.ReadsOnly ? "true" : "false")
            .SetClaim(ActorClaims.Kind, account.IsNaturalPerson ? "person" : ActorClaims.PartnerSystemKind);
        identity.AddClaims(
            account.Predecessors.Select(unit => new Claim(ActorClaims.Predecessor, unit.Value.ToString()))
        );
        identity.AddClaims(
            (proof?.Claims ?? [])
                .Where(claim => claim.Type is SignInMethods.Claim or CertificateClaim.Type)
                .Select(claim => new Claim(claim.Type, claim.Value))
        );
        identity.SetScopes(scopes);
        identity.SetAudiences(ActingAccount.Audience);
        identity.SetDestinations(claim =>
            claim.Type is ActorClaims.Account or ActorClaims.Name or SignInMethods.Claim
                ? [Destinations.AccessToken, Destinations.IdentityToken]
                : [Destinations.AccessToken]
        );
        return new(identity);
    }

    private static IResult Forbid(string error, string description) =>
        Results.Forbid(
            new(
                new Dictionary<string, string?>
                {
                    [OpenIddictServerAspNetCoreConstants.Properties.Error] = error,
                    [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = description,
                }
            ),
            [Server]
        );
}
