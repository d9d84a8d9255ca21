using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Demonstration;
using SmartCity.Modules.Security.Application.Accounts;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Testing;

namespace SmartCity.Modules.Security.Tests;

public sealed class TokenFlowTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task SignIn_WhenNameAndPasswordAreRight_ThenTokenNamesTheAccount(DatabaseKind kind)
    {
        await using var service = await ServiceUnderTest.StartAsync(kind);
        var account = await service.RegisterAsync(Given.Unit(), unit => Given.Account(unit));

        var token = await service.SignIn.SignInAsync("unit.officer", Given.Password, Cancellation);

        var me = await WhoAmIAsync(service, token.AccessToken);
        me.GetProperty("account").GetGuid().ShouldBe(account.Value);
        me.GetProperty("role").GetString().ShouldBe(Roles.ConstructionUnit);
        me.GetProperty("jurisdiction").GetString().ShouldBe(Jurisdictions.City);
        me.GetProperty("isNaturalPerson").GetBoolean().ShouldBeTrue();
        token.ExpiresIn.ShouldBeInRange(1790, 1800);
    }

    [Fact]
    public async Task SignIn_WhenRight_ThenTokenIsSignedWithES256AndHoldsTheActorsClaims()
    {
        await using var service = await ServiceUnderTest.StartAsync();
        var account = await service.RegisterAsync(Given.Unit(kind: UnitKind.AuditOffice), unit => Given.Account(unit));

        var token = await service.SignIn.SignInAsync("unit.officer", Given.Password, Cancellation);

        var parts = token.AccessToken.Split('.');
        Json(parts[0]).GetProperty("alg").GetString().ShouldBe("ES256");
        var claims = Json(parts[1]);
        claims.GetProperty("sub").GetString().ShouldBe(account.Value.ToString());
        claims.GetProperty("aud").GetString().ShouldBe("smartcity");
        claims.GetProperty("actor_kind").GetString().ShouldBe("person");
        claims.GetProperty("role").GetString().ShouldBe(Roles.AuditOffice);
        claims.GetProperty("reads_only").GetString().ShouldBe("true");
    }

    [Fact]
    public async Task SignIn_WhenPasswordIsWrong_ThenRefused()
    {
        await using var service = await ServiceUnderTest.StartAsync();
        await service.RegisterAsync(Given.Unit(), unit => Given.Account(unit));

        var refused = await Should.ThrowAsync<SignInRefusedException>(() =>
            service.SignIn.SignInAsync("unit.officer", "wrong horse battery", Cancellation)
        );

        refused.Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task SignIn_WhenNameIsUnknown_ThenAnswerIsTheSameAsForAWrongPassword()
    {
        await using var service = await ServiceUnderTest.StartAsync();
        await service.RegisterAsync(Given.Unit(), unit => Given.Account(unit));
        var wrong = await RefusalOf(service, "unit.officer");

        var unknown = await RefusalOf(service, "nobody.officer");

        unknown.ShouldBe(wrong);
    }

    [Theory]
    [EveryDatabase]
    public async Task SignIn_WhenFivePasswordsWereWrong_ThenRightOneIsRefusedToo(DatabaseKind kind)
    {
        await using var service = await ServiceUnderTest.StartAsync(kind);
        await service.RegisterAsync(Given.Unit(), unit => Given.Account(unit));
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            await RefusalOf(service, "unit.officer");
        }

        var refused = await Should.ThrowAsync<SignInRefusedException>(() =>
            service.SignIn.SignInAsync("unit.officer", Given.Password, Cancellation)
        );

        refused.Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task SignIn_WhenFourPasswordsWereWrong_ThenRightOneIsAccepted()
    {
        await using var service = await ServiceUnderTest.StartAsync();
        await service.RegisterAsync(Given.Unit(), unit => Given.Account(unit));
        for (var attempt = 1; attempt <= 4; attempt++)
        {
            await RefusalOf(service, "unit.officer");
        }

        var token = await service.SignIn.SignInAsync("unit.officer", Given.Password, Cancellation);

        token.AccessToken.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task SignIn_WhenAccountIsClosed_ThenRefused()
    {
        await using var service = await ServiceUnderTest.StartAsync();
        var account = await service.RegisterAsync(Given.Unit(), unit => Given.Account(unit));
        await service.SendAsync(new CloseAccount(account, ExpectedVersion: 1), Given.Administrator);

        var refused = await Should.ThrowAsync<SignInRefusedException>(() =>
            service.SignIn.SignInAsync("unit.officer", Given.Password, Cancellation)
        );

        refused.Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("")]
    [InlineData("&code_challenge=short-verifier-sent-in-the-clear-is-not-good-enough&code_challenge_method=plain")]
    public async Task Authorize_WhenPkceIsMissingOrPlain_ThenRefused(string challenge)
    {
        await using var service = await ServiceUnderTest.StartAsync();
        using var client = service.Client();

        using var answer = await client.GetAsync(AuthorizeAddress() + challenge, Cancellation);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync(Cancellation)).ShouldContain("error:invalid_request");
    }

    [Fact]
    public async Task Authorize_WhenRedirectionIsNotRegistered_ThenRefusedWithoutRedirection()
    {
        await using var service = await ServiceUnderTest.StartAsync();
        using var client = service.Client();

        using var answer = await client.GetAsync(
            AuthorizeAddress("http://127.0.0.1/elsewhere") + Challenge,
            Cancellation
        );

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Headers.Location.ShouldBeNull();
    }

    [Fact]
    public async Task Authorize_WhenClientListensOnAnyLoopbackPort_ThenSignInPageIsShown()
    {
        await using var service = await ServiceUnderTest.StartAsync();
        using var client = service.Client();

        using var answer = await client.GetAsync(
            AuthorizeAddress("http://127.0.0.1:51234/callback") + Challenge,
            Cancellation
        );

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.ShouldStartWith("/account/sign-in?");
    }

    [Fact]
    public async Task SignInPage_WhenShown_ThenNothingFromElsewhereMayLoadAndNothingIsKept()
    {
        await using var service = await ServiceUnderTest.StartAsync();
        using var client = service.Client();

        using var page = await client.GetAsync(SignInAddress(), Cancellation);

        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldStartWith(
            "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' http://127.0.0.1"
        );
        (await page.Content.ReadAsStringAsync(Cancellation)).ShouldContain("<html lang=\"zh-CN\">");
    }

    [Fact]
    public async Task SignInPage_WhenEnglishIsPreferred_ThenEnglish()
    {
        await using var service = await ServiceUnderTest.StartAsync();
        using var client = service.Client();
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en-GB");

        var page = await client.GetStringAsync(SignInAddress(), Cancellation);

        page.ShouldContain("Sign in with your office");
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/connect/authorize@elsewhere.example")]
    public async Task SignInPage_WhenItWouldLeadElsewhere_ThenRefused(string returnTo)
    {
        await using var service = await ServiceUnderTest.StartAsync();
        using var client = service.Client();

        using var page = await client.GetAsync(
            QueryHelpers.AddQueryString("/account/sign-in", "return", returnTo),
            Cancellation
        );

        page.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task SubmitSignIn_WhenFormIsNotOurs_ThenRefused()
    {
        await using var service = await ServiceUnderTest.StartAsync();
        await service.RegisterAsync(Given.Unit(), unit => Given.Account(unit));
        using var client = service.Client();
        using var form = Form("unit.officer", Given.Password);

        using var answer = await client.PostAsync(SignInAddress(), form, Cancellation);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Fact]
    public async Task SubmitSignIn_WhenFormIsHuge_ThenRefused()
    {
        await using var service = await ServiceUnderTest.StartAsync();
        using var client = service.Client();
        using var form = Form("unit.officer", new string('x', 20_000));

        using var answer = await client.PostAsync(SignInAddress(), form, Cancellation);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [EveryDatabase]
    public async Task ClientCredentials_WhenSecretIsRight_ThenTokenNamesThePartnerSystem(DatabaseKind kind)
    {
        await using var service = await ServiceUnderTest.StartAsync(kind);
        var account = await service.RegisterAsync(Given.Unit(), unit => Given.PartnerSystem(unit));

        var token = await service.SignIn.SignInSystemAsync("unit-system", Given.Password, Cancellation);

        var me = await WhoAmIAsync(service, token.AccessToken);
        me.GetProperty("account").GetGuid().ShouldBe(account.Value);
        me.GetProperty("isNaturalPerson").GetBoolean().ShouldBeFalse();
        Json(token.AccessToken.Split('.')[1]).GetProperty("actor_kind").GetString().ShouldBe("partner-system");
    }

    [Fact]
    public async Task ClientCredentials_WhenSecretIsWrong_ThenRefused()
    {
        await using var service = await ServiceUnderTest.StartAsync();
        await service.RegisterAsync(Given.Unit(), unit => Given.PartnerSystem(unit));

        var refused = await Should.ThrowAsync<SignInRefusedException>(() =>
            service.SignIn.SignInSystemAsync("unit-system", "wrong horse battery", Cancellation)
        );

        refused.Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task ClientCredentials_WhenAccountIsClosed_ThenRefused()
    {
        await using var service = await ServiceUnderTest.StartAsync();
        var account = await service.RegisterAsync(Given.Unit(), unit => Given.PartnerSystem(unit));
        await service.SendAsync(new CloseAccount(account, ExpectedVersion: 1), Given.Administrator);

        await Should.ThrowAsync<SignInRefusedException>(() =>
            service.SignIn.SignInSystemAsync("unit-system", Given.Password, Cancellation)
        );
    }

    [Fact]
    public async Task Renew_WhenAccountWasClosedInBetween_ThenRefused()
    {
        await using var service = await ServiceUnderTest.StartAsync();
        var account = await service.RegisterAsync(Given.Unit(), unit => Given.Account(unit));
        var token = await service.SignIn.SignInAsync("unit.officer", Given.Password, Cancellation);
        await service.SendAsync(new CloseAccount(account, ExpectedVersion: 1), Given.Administrator);

        await Should.ThrowAsync<SignInRefusedException>(() =>
            service.SignIn.RenewAsync(token.RefreshToken!, Cancellation)
        );
    }

    [Fact]
    public async Task Renew_WhenAccountIsOpen_ThenNewTokenActsForIt()
    {
        await using var service = await ServiceUnderTest.StartAsync();
        var account = await service.RegisterAsync(Given.Unit(), unit => Given.Account(unit));
        var token = await service.SignIn.SignInAsync("unit.officer", Given.Password, Cancellation);

        var renewed = await service.SignIn.RenewAsync(token.RefreshToken!, Cancellation);

        (await WhoAmIAsync(service, renewed.AccessToken)).GetProperty("account").GetGuid().ShouldBe(account.Value);
    }

    [Fact]
    public async Task Request_WhenTokenIsTamperedWith_ThenUnauthenticated()
    {
        await using var service = await ServiceUnderTest.StartAsync();
        await service.RegisterAsync(Given.Unit(), unit => Given.Account(unit));
        var token = await service.SignIn.SignInAsync("unit.officer", Given.Password, Cancellation);
        using var client = service.Client(WithRole(token.AccessToken, Roles.Administrator));

        using var answer = await client.GetAsync("/api/v1/security/me", Cancellation);

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Request_WhenNoTokenIsSent_ThenUnauthenticated()
    {
        await using var service = await ServiceUnderTest.StartAsync();
        using var client = service.Client();

        using var answer = await client.GetAsync("/api/v1/security/me", Cancellation);

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task SignOut_WhenSignedIn_ThenOwnPageIsShown()
    {
        await using var service = await ServiceUnderTest.StartAsync();
        using var client = service.Client();

        using var answer = await client.GetAsync("/connect/logout", Cancellation);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.ShouldBe("/account/signed-out");
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task Keys_WhenFirstTokenIsIssued_ThenOnlyTheOwnerCanReadThem()
    {
        await using var service = await ServiceUnderTest.StartAsync();
        await service.RegisterAsync(Given.Unit(), unit => Given.Account(unit));

        await service.SignIn.SignInAsync("unit.officer", Given.Password, Cancellation);

        var files = Directory.GetFiles(service.KeysFolder, "*", SearchOption.AllDirectories);
        files.Select(Path.GetFileName).ShouldContain("000001.sealed");
        files.Length.ShouldBeGreaterThanOrEqualTo(3);
        files.ShouldAllBe(file => File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        File.GetUnixFileMode(service.KeysFolder)
            .ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private const string Challenge =
        "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256";

    private static string AuthorizeAddress(string redirectUri = PersonSignIn.RedirectUri) =>
        $"/connect/authorize?response_type=code&client_id={PersonSignIn.ClientId}&scope=openid&redirect_uri={Uri.EscapeDataString(redirectUri)}";

    private static string SignInAddress() =>
        QueryHelpers.AddQueryString("/account/sign-in", "return", AuthorizeAddress() + Challenge);

    private static FormUrlEncodedContent Form(string userName, string password) =>
        new(
            new Dictionary<string, string>
            {
                ["user-name"] = userName,
                ["password"] = password,
                ["return"] = AuthorizeAddress() + Challenge,
            }
        );

    private static async Task<string> RefusalOf(ServiceUnderTest service, string userName)
    {
        var refused = await Should.ThrowAsync<SignInRefusedException>(() =>
            service.SignIn.SignInAsync(userName, "wrong horse battery", Cancellation)
        );
        // What differs from one page to the next is the form's token, the style's nonce, and the name that was typed.
        var alert = refused.Message.Split("role=\"alert\">")[1].Split("</p>")[0];
        return $"{refused.Status} {alert}";
    }

    private static async Task<JsonElement> WhoAmIAsync(ServiceUnderTest service, string accessToken)
    {
        using var client = service.Client(accessToken);
        return await client.GetFromJsonAsync<JsonElement>("/api/v1/security/me", Cancellation);
    }

    private static JsonElement Json(string part) =>
        JsonSerializer.Deserialize<JsonElement>(WebEncoders.Base64UrlDecode(part));

    private static string WithRole(string token, string role)
    {
        var parts = token.Split('.');
        var claims = System.Text.Json.Nodes.JsonNode.Parse(WebEncoders.Base64UrlDecode(parts[1]))!;
        claims["role"] = role;
        parts[1] = WebEncoders.Base64UrlEncode(System.Text.Encoding.UTF8.GetBytes(claims.ToJsonString()));
        return string.Join('.', parts);
    }
}
