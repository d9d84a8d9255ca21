using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Application.Accounts;
using SmartCity.Modules.Security.Application.Certificates;
using SmartCity.Modules.Security.Application.SecondFactors;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Security.Api.SignIn;

/// <summary>Where a person proves to be an account's holder, in the browser and on this service's own page.</summary>
internal static class SignInPage
{
    public const string Tag = "登录 Sign-in";
    public const string Path = "/account/sign-in";
    public const string SignedOutPath = "/account/signed-out";

    public const string ReturnField = "return";
    private const string UserNameField = "user-name";
    private const string PasswordField = "password";
    private const string Authorize = "/connect/authorize";
    public const long LargestForm = 16 * 1024;
    private const string Session = CookieAuthenticationDefaults.AuthenticationScheme;

    public static LocalizedText About => new("登录、换发令牌和退出。", "Signing in, renewing tokens and signing out.");

    /// <summary>The page's address, to come back from it to the given local address.</summary>
    public static string AddressFor(string returnTo) => QueryHelpers.AddQueryString(Path, ReturnField, returnTo);

    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        var account = routes.MapGroup("/account").WithTag(Tag, About).AllowAnonymous().ExcludeFromDescription();
        account.MapGet("/sign-in", Show).WithName("ShowSignIn").WithSummary("登录页面");
        account
            .MapPost("/sign-in", SubmitAsync)
            .WithMetadata(new FormLimit(LargestForm))
            .WithName("SubmitSignIn")
            .WithSummary("提交登录");
        account.MapSecondFactorPage();
        account.MapGet("/signed-out", ShowSignedOut).WithName("ShowSignedOut").WithSummary("已退出页面");
    }

    private static IResult Show(HttpContext context, IAntiforgery antiforgery)
    {
        var returnTo = context.Request.Query[ReturnField].ToString();
        return IsOurs(returnTo)
            ? Form(context, antiforgery, returnTo, "", StatusCodes.Status200OK, problem: null)
            : StartAgain(context);
    }

    private static async Task<IResult> SubmitAsync(
        HttpContext context,
        IAntiforgery antiforgery,
        ICredentials credentials,
        ActingAccounts accounts,
        SignInDemands demands,
        CancellationToken cancellationToken
    )
    {
        if (
            await FormOfAsync(context, antiforgery, cancellationToken) is not { } form
            || form[ReturnField].ToString() is not { } returnTo
            || !IsOurs(returnTo)
        )
        {
            return StartAgain(context);
        }

        var userName = form[UserNameField].ToString().Trim();
        var proved = await credentials.ProveAsync(userName, new(form[PasswordField]), cancellationToken);
        if (proved is not { } id || await accounts.OfAsync(id, cancellationToken) is not { } account)
        {
            return Form(
                context,
                antiforgery,
                returnTo,
                userName,
                StatusCodes.Status401Unauthorized,
                SignInHtml.Refused(LanguageOf(context))
            );
        }

        return await demands.AfterPasswordAsync(account, cancellationToken) == SecondStep.None
            ? await BeginSessionAsync(context, returnTo, id, [SignInMethods.Password])
            : await SecondFactorPage.BeginAsync(context, id, returnTo);
    }

    /// <summary>Whoever has proved to be the account's holder goes back to where he came from.</summary>
    /// <param name="methods">How he has proved it (RFC 8176).</param>
    /// <param name="further">What else the session remembers of it.</param>
    public static async Task<IResult> BeginSessionAsync(
        HttpContext context,
        string returnTo,
        AccountId account,
        IEnumerable<string> methods,
        params IEnumerable<Claim> further
    )
    {
        var identity = new ClaimsIdentity(Session);
        identity.AddClaim(new(ActorClaims.Account, account.Value.ToString()));
        identity.AddClaims(methods.Select(method => new Claim(SignInMethods.Claim, method)));
        identity.AddClaims(further);
        await context.SignInAsync(Session, new(identity));
        Protect(context, returnTo, nonce: null);
        return Results.Redirect(returnTo);
    }

    /// <summary>The form as it was sent, or null where it is not ours, too large, or was left open for too long.</summary>
    public static async Task<IFormCollection?> FormOfAsync(
        HttpContext context,
        IAntiforgery antiforgery,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var form = await context.Request.ReadFormAsync(cancellationToken);
            await antiforgery.ValidateRequestAsync(context);
            return form;
        }
        catch (Exception unacceptable)
            when (unacceptable
                    is AntiforgeryValidationException
                        or BadHttpRequestException
                        or InvalidDataException
                        or InvalidOperationException
            )
        {
            return null;
        }
    }

    public static IResult StartAgain(HttpContext context) =>
        Page(context, StatusCodes.Status400BadRequest, SignInHtml.StartAgain(LanguageOf(context)));

    private static IResult ShowSignedOut(HttpContext context) =>
        Page(context, StatusCodes.Status200OK, SignInHtml.SignedOut(LanguageOf(context)));

    private static IResult Form(
        HttpContext context,
        IAntiforgery antiforgery,
        string returnTo,
        string userName,
        int status,
        string? problem
    )
    {
        var token = antiforgery.GetAndStoreTokens(context);
        var body = SignInHtml.Form(
            LanguageOf(context),
            new(Path, token.FormFieldName, token.RequestToken!, ReturnField, returnTo, UserNameField, userName),
            PasswordField,
            problem
        );
        if (context.RequestServices.GetRequiredService<ICertificateJudge>().IsOn)
        {
            body += CertificateSignInHtml.Link(LanguageOf(context), CertificateSignInPage.AddressFor(returnTo));
        }

        return Page(context, status, body, returnTo);
    }

    public static IResult Page(HttpContext context, int status, string body, string? returnTo = null)
    {
        var nonce = Convert.ToBase64String(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16));
        Protect(context, returnTo, nonce);
        return Results.Content(
            SignInHtml.Document(LanguageOf(context), nonce, body),
            "text/html; charset=utf-8",
            statusCode: status
        );
    }

    public static void Protect(HttpContext context, string? returnTo, string? nonce)
    {
        var headers = context.Response.Headers;
        // Browsers hold the form's whole chain of redirections to form-action: it ends at the client's own address.
        headers.ContentSecurityPolicy =
            "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; "
            + $"form-action 'self'{ClientOf(returnTo)}"
            + (nonce is null ? "" : $"; style-src 'nonce-{nonce}'");
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
    }

    private static string ClientOf(string? returnTo)
    {
        var query = returnTo?.IndexOf('?', StringComparison.Ordinal) is { } start and >= 0 ? returnTo[start..] : "";
        return
            QueryHelpers.ParseQuery(query).TryGetValue("redirect_uri", out var client)
            && Uri.TryCreate(client, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            ? $" {uri.GetLeftPart(UriPartial.Authority)}"
            : "";
    }

    // The page leads back to the authorization it came from and nowhere else.
    public static bool IsOurs(string returnTo) =>
        returnTo.StartsWith($"{Authorize}?", StringComparison.Ordinal) && TextRules.IsClean(returnTo);

    public static Language LanguageOf(HttpContext context) => RequestContextMiddleware.LanguageOf(context.Request);

    /// <summary>How large a form may be, in bytes.</summary>
    public sealed class FormLimit(long largest) : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => largest;
    }
}
