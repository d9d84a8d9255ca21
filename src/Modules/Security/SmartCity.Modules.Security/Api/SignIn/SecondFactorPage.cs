using System.Security.Claims;
using MediatR;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Application.Accounts;
using SmartCity.Modules.Security.Application.SecondFactors;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Security.Api.SignIn;

/// <summary>
/// The page after the password, for those who have a second factor or must set one up before anything else. Between the two
/// pages a person holds a session that opens nothing but this page.
/// </summary>
internal static class SecondFactorPage
{
    public const string Path = "/account/second-factor";

    private const string HalfSession = SignInMethods.HalfSession;
    private const string CodeField = "code";
    private const string ProposalField = "proposal";

    public static void MapSecondFactorPage(this IEndpointRouteBuilder account)
    {
        account.MapGet("/second-factor", ShowAsync).WithName("ShowSecondFactor").WithSummary("第二因素页面");
        account
            .MapPost("/second-factor", SubmitAsync)
            .WithMetadata(new SignInPage.FormLimit(SignInPage.LargestForm))
            .WithName("SubmitSecondFactor")
            .WithSummary("提交第二因素");
    }

    /// <summary>Keeps that the password was right and leads to the page.</summary>
    public static async Task<IResult> BeginAsync(HttpContext context, AccountId account, string returnTo)
    {
        var identity = new ClaimsIdentity(HalfSession);
        identity.AddClaim(new(ActorClaims.Account, account.Value.ToString()));
        await context.SignInAsync(HalfSession, new(identity));
        SignInPage.Protect(context, returnTo, nonce: null);
        return Results.Redirect(QueryHelpers.AddQueryString(Path, SignInPage.ReturnField, returnTo));
    }

    private static async Task<IResult> ShowAsync(
        HttpContext context,
        IAntiforgery antiforgery,
        ActingAccounts accounts,
        SignInDemands demands,
        ISecondFactors factors,
        CancellationToken cancellationToken
    )
    {
        var returnTo = context.Request.Query[SignInPage.ReturnField].ToString();
        if (!SignInPage.IsOurs(returnTo))
        {
            return SignInPage.StartAgain(context);
        }

        if (await HolderAsync(context, accounts, cancellationToken) is not { } holder)
        {
            return Results.Redirect(SignInPage.AddressFor(returnTo));
        }

        var visit = new Visit(context, antiforgery, returnTo);
        return await demands.AfterPasswordAsync(holder, cancellationToken) switch
        {
            SecondStep.Code => visit.AskForCode(StatusCodes.Status200OK, problem: null),
            SecondStep.SetUp => visit.AskToSetUp(
                factors.Propose(holder.Id, holder.UserName),
                StatusCodes.Status200OK,
                problem: null
            ),
            _ => Results.Redirect(SignInPage.AddressFor(returnTo)),
        };
    }

    private static async Task<IResult> SubmitAsync(
        HttpContext context,
        IAntiforgery antiforgery,
        ActingAccounts accounts,
        SignInDemands demands,
        ISecondFactors factors,
        SecondFactorStates states,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    )
    {
        if (await SignInPage.FormOfAsync(context, antiforgery, cancellationToken) is not { } form)
        {
            return SignInPage.StartAgain(context);
        }

        var returnTo = form[SignInPage.ReturnField].ToString();
        if (!SignInPage.IsOurs(returnTo) || await HolderAsync(context, accounts, cancellationToken) is not { } holder)
        {
            return SignInPage.StartAgain(context);
        }

        // What he does here he does as himself.
        request.Actor = new(
            ActorKind.Person,
            holder.Id.Value,
            holder.Name,
            holder.Unit.Value,
            holder.Role,
            holder.Jurisdiction,
            holder.ReadsOnly
        );
        var visit = new Visit(context, antiforgery, returnTo);
        var code = new SecretText(form[CodeField]);
        switch (await demands.AfterPasswordAsync(holder, cancellationToken))
        {
            case SecondStep.Code:
                return await IsProvedAsync(holder.Id, code, factors, mediator, cancellationToken)
                    ? await CompleteAsync(context, holder.Id, returnTo)
                    : visit.AskForCode(StatusCodes.Status401Unauthorized, SecondFactorErrors.CodeWrong);
            case SecondStep.SetUp:
                var proposal = new SecretText(form[ProposalField]);
                var version = (await states.OfAsync(holder.Id, cancellationToken))!.Version;
                var outcome = await mediator.Send(
                    new SetUpSecondFactor(proposal, code, new(null), version),
                    cancellationToken
                );
                return outcome.IsFailure
                    ? visit.AskToSetUp(
                        factors.Open(holder.Id, proposal) ?? factors.Propose(holder.Id, holder.UserName),
                        StatusCodes.Status401Unauthorized,
                        outcome.Failure
                    )
                    : await CompleteAsync(context, holder.Id, returnTo);
            default:
                return SignInPage.StartAgain(context);
        }
    }

    private static async Task<bool> IsProvedAsync(
        AccountId account,
        SecretText code,
        ISecondFactors factors,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        code.Value.All(character => char.IsAsciiDigit(character) || character == ' ')
            ? await factors.ProveAsync(account, code, cancellationToken)
            : !(await mediator.Send(new SpendRecoveryCode(code), cancellationToken)).IsFailure;

    private static async Task<IResult> CompleteAsync(HttpContext context, AccountId account, string returnTo)
    {
        await context.SignOutAsync(HalfSession);
        return await SignInPage.BeginSessionAsync(
            context,
            returnTo,
            account,
            [SignInMethods.Password, SignInMethods.OneTimeCode, SignInMethods.SeveralFactors]
        );
    }

    private static async Task<ActingAccount?> HolderAsync(
        HttpContext context,
        ActingAccounts accounts,
        CancellationToken cancellationToken
    )
    {
        var half = await context.AuthenticateAsync(HalfSession);
        return Guid.TryParse(half.Principal?.FindFirstValue(ActorClaims.Account), out var id)
            ? await accounts.OfAsync(new AccountId(id), cancellationToken)
            : null;
    }

    /// <summary>One visit of the page: what every form of it needs.</summary>
    private sealed class Visit(HttpContext context, IAntiforgery antiforgery, string returnTo)
    {
        public IResult AskForCode(int status, Error? problem) =>
            SignInPage.Page(
                context,
                status,
                SecondFactorHtml.CodeForm(Language, Hidden([]), CodeField, problem?.Detail.In(Language)),
                returnTo
            );

        public IResult AskToSetUp(SecondFactorProposal proposal, int status, Error? problem) =>
            SignInPage.Page(
                context,
                status,
                SecondFactorHtml.SetUpForm(
                    Language,
                    Hidden([KeyValuePair.Create(ProposalField, proposal.Sealed)]),
                    CodeField,
                    proposal,
                    problem?.Detail.In(Language)
                ),
                returnTo
            );

        private Language Language => SignInPage.LanguageOf(context);

        private List<KeyValuePair<string, string>> Hidden(IEnumerable<KeyValuePair<string, string>> more)
        {
            var token = antiforgery.GetAndStoreTokens(context);
            return
            [
                KeyValuePair.Create(token.FormFieldName, token.RequestToken!),
                KeyValuePair.Create(SignInPage.ReturnField, returnTo),
                .. more,
            ];
        }
    }
}
