using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Configuration;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Application.Accounts;
using SmartCity.Modules.Security.Application.Certificates;
using SmartCity.Modules.Security.Domain.Certificates;
using SmartCity.Modules.Security.Domain.Rules;

namespace SmartCity.Modules.Security.Api.SignIn;

/// <summary>Where a person proves to be an account's holder by the key of his certificate.</summary>
internal static class CertificateSignInPage
{
    private const string Path = SignInPage.Path + "/certificate";
    private const long LargestForm = 64 * 1024;

    /// <summary>The page's address, to come back from it to the given local address.</summary>
    public static string AddressFor(string returnTo) =>
        QueryHelpers.AddQueryString(Path, SignInPage.ReturnField, returnTo);

    public static void MapCertificateSignIn(this IEndpointRouteBuilder routes)
    {
        var account = routes
            .MapGroup("/account/sign-in")
            .WithTag(SignInPage.Tag, SignInPage.About)
            .AllowAnonymous()
            .ExcludeFromDescription();
        account.MapGet("/certificate", Show).WithName("ShowCertificateSignIn").WithSummary("证书登录页面");
        account
            .MapPost("/certificate", SubmitAsync)
            .WithMetadata(new SignInPage.FormLimit(LargestForm))
            .WithName("SubmitCertificateSignIn")
            .WithSummary("提交证书登录");
    }

    private static IResult Show(
        HttpContext context,
        IAntiforgery antiforgery,
        ICertificateJudge judge,
        IChallenges challenges,
        IConfiguration configuration
    )
    {
        var returnTo = context.Request.Query[SignInPage.ReturnField].ToString();
        return !judge.IsOn ? NotOffered(context)
            : SignInPage.IsOurs(returnTo)
                ? Form(
                    context,
                    antiforgery,
                    challenges.Issue(ServiceOf(context, configuration)),
                    returnTo,
                    StatusCodes.Status200OK,
                    problem: null
                )
            : SignInPage.StartAgain(context);
    }

    private static async Task<IResult> SubmitAsync(
        HttpContext context,
        IAntiforgery antiforgery,
        ICertificateJudge judge,
        IChallenges challenges,
        BoundCertificates certificates,
        IMediator mediator,
        RequestContext request,
        IConfiguration configuration,
        CancellationToken cancellationToken
    )
    {
        if (!judge.IsOn)
        {
            return NotOffered(context);
        }

        if (
            await SignInPage.FormOfAsync(context, antiforgery, cancellationToken) is not { } form
            || form[SignInPage.ReturnField].ToString() is not { } returnTo
            || !SignInPage.IsOurs(returnTo)
        )
        {
            return SignInPage.StartAgain(context);
        }

        // Nobody is signed in yet: the module acts by itself, and its entry tells what was proved.
        request.Actor = Actor.Module("Security");
        var signedIn = await mediator.Send(
            new SignInWithCertificate(
                form[CertificateSignInHtml.ChallengeField].ToString(),
                form[CertificateSignInHtml.ChainField].ToString(),
                form[CertificateSignInHtml.SignatureField].ToString()
            ),
            cancellationToken
        );
        if (signedIn.IsFailure)
        {
            var (status, problem) = Told(signedIn.Failure, SignInPage.LanguageOf(context));
            var challenge = challenges.Issue(ServiceOf(context, configuration));
            return Form(context, antiforgery, challenge, returnTo, status, problem);
        }

        var certificate = new AccountCertificateId(signedIn.Value.Id);
        return await SignInPage.BeginSessionAsync(
            context,
            returnTo,
            await certificates.AccountOfAsync(certificate, cancellationToken),
            [SignInMethods.Certificate],
            new System.Security.Claims.Claim(CertificateClaim.Type, certificate.Value.ToString())
        );
    }

    // A refusal by the rule is about who somebody is: 403. Everything else is about what was filled in.
    private static (int Status, string Problem) Told(Error failure, Language language)
    {
        if (failure.Violations is not [var violation])
        {
            return (StatusCodes.Status400BadRequest, CertificateSignInHtml.TryAgain(language));
        }

        var facts = violation.Facts.Deserialize<Article32.CertificateFacts>(Json.Options)!;
        return (
            StatusCodes.Status403Forbidden,
            $"{violation.Code}: {CertificateTexts.Of(facts).In(language)} ({violation.Basis.In(language)})"
        );
    }

    private static IResult Form(
        HttpContext context,
        IAntiforgery antiforgery,
        IssuedChallenge challenge,
        string returnTo,
        int status,
        string? problem
    )
    {
        var token = antiforgery.GetAndStoreTokens(context);
        var form = new CertificateForm(
            Path,
            token.FormFieldName,
            token.RequestToken!,
            SignInPage.ReturnField,
            returnTo,
            challenge.Token,
            challenge.Text,
            SignInPage.AddressFor(returnTo)
        );
        var body = CertificateSignInHtml.Form(SignInPage.LanguageOf(context), form, problem);
        return SignInPage.Page(context, status, body, returnTo);
    }

    private static IResult NotOffered(HttpContext context) =>
        SignInPage.Page(
            context,
            StatusCodes.Status404NotFound,
            CertificateSignInHtml.NotOffered(SignInPage.LanguageOf(context))
        );

    // Who signs sees for which service; a challenge of this one is worth nothing elsewhere.
    private static string ServiceOf(HttpContext context, IConfiguration configuration) =>
        configuration["Security:Issuer"] is { Length: > 0 } issuer
            ? issuer
            : $"{context.Request.Scheme}://{context.Request.Host.ToUriComponent()}/";
}
