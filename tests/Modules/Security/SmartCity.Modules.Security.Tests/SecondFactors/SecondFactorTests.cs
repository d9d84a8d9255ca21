using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Demonstration;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Accounts;
using SmartCity.Testing;

namespace SmartCity.Modules.Security.Tests.SecondFactors;

/// <summary>Signing in with a code beside the password, over HTTP: open, shut, at a step's edge, twice, without the device.</summary>
public sealed class SecondFactorTests
{
    private const string Officer = "unit.officer";

    // A step's beginning.
    private readonly FakeTimeProvider time = new(
        DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30 * 30)
    );

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task SignIn_WhenPasswordAndCodeAreRight_ThenTheTokenNamesBoth(DatabaseKind kind)
    {
        await using var service = await ServiceUnderTest.StartAsync(kind, time);
        var (device, _) = await SetUpAsync(service);
        using var browser = new Browser(service);

        var answer = await browser.SignInAsync(Officer, device.Code());

        answer.LeadsTo("/connect/authorize").ShouldBeTrue(answer.Body);
        var token = (await browser.TokenAsync())!.Value;
        Methods(Browser.ClaimsOf(token)).ShouldBe(["pwd", "otp", "mfa"], ignoreOrder: true);
        Methods(Browser.ClaimsOf(token, "id_token")).ShouldBe(["pwd", "otp", "mfa"], ignoreOrder: true);
        var renewed = await service.SignIn.RenewAsync(token.GetProperty("refresh_token").GetString()!, Cancellation);
        renewed.AccessToken.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task SignIn_WhenThereIsNoSecondFactor_ThenTheTokenNamesThePasswordAlone()
    {
        await using var service = await ServiceUnderTest.StartAsync(time: time);
        await RegisterAsync(service);
        using var browser = new Browser(service);

        await browser.PasswordAsync(Officer);

        Methods(Browser.ClaimsOf((await browser.TokenAsync())!.Value)).ShouldBe(["pwd"]);
    }

    [Fact]
    public async Task SignIn_WhenOnlyThePasswordIsProved_ThenNoToken()
    {
        await using var service = await ServiceUnderTest.StartAsync(time: time);
        await SetUpAsync(service);
        using var browser = new Browser(service);

        var answer = await browser.PasswordAsync(Officer);

        answer.LeadsTo("/account/second-factor").ShouldBeTrue();
        (await browser.TokenAsync()).ShouldBeNull();
        (await browser.SecondFactorPageAsync()).Body.ShouldNotContain("otpauth");
    }

    [Fact]
    public async Task SecondFactorPage_WhenThePasswordWasNotProved_ThenLeadsToTheSignInPage()
    {
        await using var service = await ServiceUnderTest.StartAsync(time: time);
        await SetUpAsync(service);
        using var browser = new Browser(service);

        (await browser.SecondFactorPageAsync()).LeadsTo("/account/sign-in").ShouldBeTrue();
    }

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task SignIn_WhenTheDeviceIsEarlyOrLate_ThenTakenAStepEachWay(int steps, bool taken)
    {
        await using var service = await ServiceUnderTest.StartAsync(time: time);
        var (device, _) = await SetUpAsync(service);
        using var browser = new Browser(service);

        var answer = await browser.SignInAsync(Officer, device.Code(steps));

        answer.Status.ShouldBe(taken ? HttpStatusCode.Redirect : HttpStatusCode.Unauthorized);
    }

    [Theory]
    [EveryDatabase]
    public async Task SignIn_WhenTheCodeWasTaken_ThenRefusedOnEveryInstance(DatabaseKind kind)
    {
        await using var service = await ServiceUnderTest.StartAsync(kind, time);
        await using var other = await service.StartBesideAsync(time);
        var (device, _) = await SetUpAsync(service);
        var code = device.Code();
        using var first = new Browser(service);
        (await first.SignInAsync(Officer, code)).Status.ShouldBe(HttpStatusCode.Redirect);

        foreach (var instance in new[] { service, other })
        {
            using var again = new Browser(instance);
            (await again.SignInAsync(Officer, code)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        }

        time.Advance(TimeSpan.FromSeconds(30));
        using var next = new Browser(other);
        (await next.SignInAsync(Officer, device.Code())).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [EveryDatabase]
    public async Task SignIn_WhenOneCodeIsSentTwiceAtOnce_ThenTakenOnce(DatabaseKind kind)
    {
        await using var service = await ServiceUnderTest.StartAsync(kind, time);
        var (device, _) = await SetUpAsync(service);
        using var one = new Browser(service);
        using var two = new Browser(service);
        await one.PasswordAsync(Officer);
        await two.PasswordAsync(Officer);
        var pages = (await one.SecondFactorPageAsync(), await two.SecondFactorPageAsync());

        var answers = await Task.WhenAll(
            one.CodeAsync(pages.Item1, device.Code()),
            two.CodeAsync(pages.Item2, device.Code())
        );

        answers.Count(answer => answer.Status == HttpStatusCode.Redirect).ShouldBe(1);
    }

    [Theory]
    [EveryDatabase]
    public async Task SignIn_WhenFiveCodesWereWrong_ThenRightOneAndRightPasswordAreRefusedToo(DatabaseKind kind)
    {
        await using var service = await ServiceUnderTest.StartAsync(kind, time);
        var (device, _) = await SetUpAsync(service);
        using var browser = new Browser(service);
        await browser.PasswordAsync(Officer);
        var page = await browser.SecondFactorPageAsync();
        for (var attempt = 1; attempt <= 4; attempt++)
        {
            page = await browser.CodeAsync(page, device.WrongCode());
        }

        // The right password in between does not begin the count anew.
        using (var another = new Browser(service))
        {
            await another.PasswordAsync(Officer);
        }

        var wrong = await browser.CodeAsync(page, device.WrongCode());
        var right = await browser.CodeAsync(wrong, device.Code());

        right.Status.ShouldBe(HttpStatusCode.Unauthorized);
        right.Alert.ShouldBe(wrong.Alert);
        using var later = new Browser(service);
        (await later.PasswordAsync(Officer)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task SignIn_WhenThePasswordIsWrong_ThenAnswerIsTheSameWithAndWithoutASecondFactor()
    {
        await using var service = await ServiceUnderTest.StartAsync(time: time);
        await SetUpAsync(service);
        using var known = new Browser(service);
        using var unknown = new Browser(service);

        var wrong = await known.PasswordAsync(Officer, "wrong horse battery");
        var nobody = await unknown.PasswordAsync("nobody.officer", "wrong horse battery");

        wrong.Status.ShouldBe(HttpStatusCode.Unauthorized);
        (nobody.Status, nobody.Alert).ShouldBe((wrong.Status, wrong.Alert));
    }

    [Theory]
    [EveryDatabase]
    public async Task SignIn_WhenARecoveryCodeIsTyped_ThenGoodForOnceAndTheHolderIsTold(DatabaseKind kind)
    {
        await using var service = await ServiceUnderTest.StartAsync(kind, time);
        var (_, codes) = await SetUpAsync(service);
        using var first = new Browser(service);
        using var second = new Browser(service);
        using var third = new Browser(service);

        // As it was written down by hand.
        (await first.SignInAsync(Officer, codes[3].ToLowerInvariant().Replace('-', ' '))).Status.ShouldBe(
            HttpStatusCode.Redirect
        );
        (await second.SignInAsync(Officer, codes[3])).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await third.SignInAsync(Officer, codes[9])).Status.ShouldBe(HttpStatusCode.Redirect);

        var token = (await third.TokenAsync())!.Value;
        Methods(Browser.ClaimsOf(token)).ShouldContain("mfa");
        using var client = service.Client(token.GetProperty("access_token").GetString());
        (await StateAsync(client)).GetProperty("recoveryCodesLeft").GetInt32().ShouldBe(8);
        await service.DeliverAllAsync();
        var notices = await client.GetFromJsonAsync<JsonElement>("/api/v1/security/notices", Cancellation);
        notices
            .GetProperty("items")
            .EnumerateArray()
            .Count(notice => notice.GetProperty("kind").GetString() == "security.recovery-code-used")
            .ShouldBe(2);
    }

    [Theory]
    [EveryDatabase]
    public async Task SetUp_WhenConfirmed_ThenNeitherSecretNorCodesAreReadableInTheDatabase(DatabaseKind kind)
    {
        await using var service = await ServiceUnderTest.StartAsync(kind, time);
        await RegisterAsync(service);
        using var client = await ClientAsync(service);
        var proposal = await ProposeAsync(client);

        (await ConfirmAsync(client, proposal, version: 0)).StatusCode.ShouldBe(HttpStatusCode.OK);

        var kept = await service.InDatabaseAsync(database =>
            database.Set<IdentityUserToken<Guid>>().Select(token => token.Value!).ToListAsync(Cancellation)
        );
        kept.Count.ShouldBe(2);
        var entries = await service.InDatabaseAsync(database =>
            database.AuditEntries.Select(entry => entry.Content).ToListAsync(Cancellation)
        );
        entries.ShouldContain(entry => entry.Contains("security.set-up-second-factor", StringComparison.Ordinal));
        var secrets = proposal
            .GetProperty("recoveryCodes")
            .EnumerateArray()
            .Append(proposal.GetProperty("secret"))
            .SelectMany(secret => new[] { secret.GetString()!, secret.GetString()!.Replace("-", "") });
        foreach (var secret in secrets)
        {
            kept.Concat(entries).ShouldAllBe(text => !text.Contains(secret));
        }
    }

    [Fact]
    public async Task SetUp_WhenTheFirstCodeIsWrong_ThenNothingIsSetUp()
    {
        await using var service = await ServiceUnderTest.StartAsync(time: time);
        await RegisterAsync(service);
        using var client = await ClientAsync(service);
        var proposal = await ProposeAsync(client);

        using var answer = await PutAsync(client, Body(proposal, DeviceOf(proposal).WrongCode()), version: 0);

        (await CodeOfAsync(answer)).ShouldBe("SECOND_FACTOR_CODE_WRONG");
        (await StateAsync(client)).GetProperty("isSetUp").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task SetUp_WhenTheProposalIsAnothersOrOld_ThenRefused()
    {
        await using var service = await ServiceUnderTest.StartAsync(time: time);
        await RegisterAsync(service);
        await service.RegisterAsync(Given.Unit(2), unit => Given.Account(unit, "other.officer"));
        using var client = await ClientAsync(service);
        using var other = await ClientAsync(service, "other.officer");
        var anothers = await ProposeAsync(other);
        var own = await ProposeAsync(client);

        using var stolen = await ConfirmAsync(client, anothers, version: 0);
        time.Advance(TimeSpan.FromMinutes(15));
        using var late = await ConfirmAsync(client, own, version: 0);

        (await CodeOfAsync(stolen)).ShouldBe("PROPOSAL_UNKNOWN");
        (await CodeOfAsync(late)).ShouldBe("PROPOSAL_UNKNOWN");
    }

    [Fact]
    public async Task SetUp_WhenOneIsSetUp_ThenReplacedByACodeOfItOnly()
    {
        await using var service = await ServiceUnderTest.StartAsync(time: time);
        await RegisterAsync(service);
        using var client = await ClientAsync(service);
        var first = await ProposeAsync(client);
        (await ConfirmAsync(client, first, version: 0)).Dispose();
        time.Advance(TimeSpan.FromSeconds(30));
        var second = await ProposeAsync(client);
        var code = DeviceOf(second).Code();

        using var without = await PutAsync(client, Body(second, code), version: 1);
        using var with = await PutAsync(client, Body(second, code, DeviceOf(first).Code()), version: 1);

        (await CodeOfAsync(without)).ShouldBe("SECOND_FACTOR_CODE_WRONG");
        with.StatusCode.ShouldBe(HttpStatusCode.OK);
        time.Advance(TimeSpan.FromSeconds(30));
        using var browser = new Browser(service);
        (await browser.SignInAsync(Officer, DeviceOf(first).Code())).Status.ShouldBe(HttpStatusCode.Unauthorized);
        using var another = new Browser(service);
        (await another.SignInAsync(Officer, DeviceOf(second).Code())).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task SetUp_WhenOnlyAsked_ThenNothingIsSetUpAndNoCodeIsJudged()
    {
        await using var service = await ServiceUnderTest.StartAsync(time: time);
        await RegisterAsync(service);
        using var client = await ClientAsync(service);
        var proposal = await ProposeAsync(client);

        using var answer = await PutAsync(client, Body(proposal, DeviceOf(proposal).Code()), 0, "?dryRun=true");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await StateAsync(client)).GetProperty("isSetUp").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task Renew_WhenASecondFactorWasSetUpInBetween_ThenSignInAgain()
    {
        await using var service = await ServiceUnderTest.StartAsync(time: time);
        await RegisterAsync(service);
        var token = await service.SignIn.SignInAsync(Officer, Given.Password, Cancellation);
        using var client = service.Client(token.AccessToken);
        (await ConfirmAsync(client, await ProposeAsync(client), version: 0)).Dispose();

        await Should.ThrowAsync<SignInRefusedException>(() =>
            service.SignIn.RenewAsync(token.RefreshToken!, Cancellation)
        );
    }

    [Fact]
    public async Task MakeRecoveryCodesAnew_WhenProved_ThenOnlyTheNewOnesAreGood()
    {
        await using var service = await ServiceUnderTest.StartAsync(time: time);
        await RegisterAsync(service);
        using var client = await ClientAsync(service);
        var old = await ProposeAsync(client);
        (await ConfirmAsync(client, old, version: 0)).Dispose();
        time.Advance(TimeSpan.FromSeconds(30));
        var proposal = await ProposeAsync(client);

        using var refused = await PutAsync(client, Recovery(proposal, DeviceOf(proposal).Code()), 1, "/recovery-codes");
        using var made = await PutAsync(client, Recovery(proposal, DeviceOf(old).Code()), 1, "/recovery-codes");

        (await CodeOfAsync(refused)).ShouldBe("SECOND_FACTOR_CODE_WRONG");
        made.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var before = new Browser(service);
        (await before.SignInAsync(Officer, CodesOf(old)[0])).Status.ShouldBe(HttpStatusCode.Unauthorized);
        using var after = new Browser(service);
        (await after.SignInAsync(Officer, CodesOf(proposal)[0])).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [EveryDatabase]
    public async Task SignIn_WhenTheRoleMustHaveOneAndHasNone_ThenSetUpBeforeAnythingElse(DatabaseKind kind)
    {
        await using var service = await ServiceUnderTest.StartAsync(kind, time, "construction-unit, audit-office");
        await service.RegisterAsync(Given.Unit(kind: UnitKind.AuditOffice), unit => Given.Account(unit));
        using var browser = new Browser(service);
        (await browser.PasswordAsync(Officer)).LeadsTo("/account/second-factor").ShouldBeTrue();
        (await browser.TokenAsync()).ShouldBeNull();
        var page = await browser.SecondFactorPageAsync();
        page.Body.ShouldContain("otpauth://totp/");
        var device = new Device(page.Body.Split("id=\"secret\"><code>")[1].Split('<')[0], time);

        var wrong = await browser.CodeAsync(page, device.WrongCode());
        var right = await browser.CodeAsync(wrong, device.Code());

        wrong.Status.ShouldBe(HttpStatusCode.Unauthorized);
        right.LeadsTo("/connect/authorize").ShouldBeTrue(right.Body);
        Methods(Browser.ClaimsOf((await browser.TokenAsync())!.Value)).ShouldContain("mfa");
        time.Advance(TimeSpan.FromSeconds(30));
        using var later = new Browser(service);
        (await later.SignInAsync(Officer, device.Code())).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Renew_WhenTheRoleMustHaveOneNow_ThenSignInAgain()
    {
        await using var service = await ServiceUnderTest.StartAsync(time: time);
        await using var stricter = await service.StartBesideAsync(time, "construction-unit");
        await RegisterAsync(service);
        var token = await service.SignIn.SignInAsync(Officer, Given.Password, Cancellation);

        await Should.ThrowAsync<SignInRefusedException>(() =>
            stricter.SignIn.RenewAsync(token.RefreshToken!, Cancellation)
        );
    }

    [Theory]
    [EveryDatabase]
    public async Task TakeAway_WhenByAnotherAdministrator_ThenThePasswordIsEnoughAndTheHolderIsTold(DatabaseKind kind)
    {
        await using var service = await ServiceUnderTest.StartAsync(kind, time);
        var (_, codes) = await SetUpAsync(service);
        var holder = await AccountOfAsync(service, Officer);
        using var administrator = await AdministratorAsync(service);

        using var taken = await RemoveAsync(administrator, holder, "手机遗失，当面申请", version: 1);

        taken.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var recovery = new Browser(service);
        (await recovery.PasswordAsync(Officer)).LeadsTo("/connect/authorize").ShouldBeTrue();
        await service.DeliverAllAsync();
        using var client = await ClientAsync(service);
        var notices = await client.GetFromJsonAsync<JsonElement>("/api/v1/security/notices", Cancellation);
        notices
            .GetProperty("items")
            .EnumerateArray()
            .ShouldContain(one => one.GetProperty("kind").GetString() == "security.second-factor-taken-away");
        var state = await StateAsync(client);
        state.GetProperty("takenAwayBecause").GetString().ShouldBe("手机遗失，当面申请");
        state.GetProperty("recoveryCodesLeft").GetInt32().ShouldBe(0);
        (
            await service.InDatabaseAsync(database => database.Set<IdentityUserToken<Guid>>().CountAsync(Cancellation))
        ).ShouldBe(0);
        codes.Count.ShouldBe(10);
    }

    [Fact]
    public async Task TakeAway_WhenItIsHisOwnOrHeIsNoAdministrator_ThenForbidden()
    {
        await using var service = await ServiceUnderTest.StartAsync(time: time);
        await RegisterAsync(service);
        using var administrator = await AdministratorAsync(service);
        (await ConfirmAsync(administrator, await ProposeAsync(administrator), version: 0)).Dispose();
        using var officer = await ClientAsync(service);
        var own = await AccountOfAsync(service, "administrator");

        using var his = await RemoveAsync(administrator, own, "自己取消", version: 1);
        using var officers = await RemoveAsync(officer, own, "与我无关", version: 1);

        (his.StatusCode, await CodeOfAsync(his)).ShouldBe((HttpStatusCode.Forbidden, "OWN_SECOND_FACTOR"));
        (officers.StatusCode, await CodeOfAsync(officers)).ShouldBe((HttpStatusCode.Forbidden, "WRONG_AUTHORITY"));
    }

    [Fact]
    public async Task TakeAway_WhenNoReasonIsGivenOrThereIsNone_ThenRefused()
    {
        await using var service = await ServiceUnderTest.StartAsync(time: time);
        await SetUpAsync(service);
        using var administrator = await AdministratorAsync(service);
        var holder = await AccountOfAsync(service, Officer);

        using var silent = await RemoveAsync(administrator, holder, reason: null, version: 1);
        (await RemoveAsync(administrator, holder, "手机遗失", version: 1)).Dispose();
        using var twice = await RemoveAsync(administrator, holder, "手机遗失", version: 2);

        silent.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        twice.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    private static List<string> Methods(JsonElement claims)
    {
        var methods = claims.GetProperty("amr");
        return methods.ValueKind == JsonValueKind.Array
            ? [.. methods.EnumerateArray().Select(one => one.GetString()!)]
            : [methods.GetString()!];
    }

    private static Task<AccountId> RegisterAsync(ServiceUnderTest service) =>
        service.RegisterAsync(Given.Unit(), unit => Given.Account(unit));

    // An officer with a device; the step of its first code is over.
    private async Task<(Device Device, IReadOnlyList<string> RecoveryCodes)> SetUpAsync(ServiceUnderTest service)
    {
        await RegisterAsync(service);
        using var client = await ClientAsync(service);
        var proposal = await ProposeAsync(client);
        using var answer = await ConfirmAsync(client, proposal, version: 0);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Cancellation));
        time.Advance(TimeSpan.FromSeconds(90));
        return (DeviceOf(proposal), CodesOf(proposal));
    }

    private static async Task<HttpClient> ClientAsync(ServiceUnderTest service, string userName = Officer) =>
        service.Client((await service.SignIn.SignInAsync(userName, Given.Password, Cancellation)).AccessToken);

    private static async Task<HttpClient> AdministratorAsync(ServiceUnderTest service)
    {
        await service.RegisterAsync(
            Given.Unit(9, UnitKind.InformatizationOffice),
            unit => Given.Account(unit, "administrator") with { Office = AccountOffice.Administrator }
        );
        return await ClientAsync(service, "administrator");
    }

    private static Task<Guid> AccountOfAsync(ServiceUnderTest service, string userName) =>
        service.InDatabaseAsync(async database =>
            (await database.Accounts.SingleAsync(account => account.UserName == userName, Cancellation)).Id.Value
        );

    private static async Task<JsonElement> ProposeAsync(HttpClient client)
    {
        using var answer = await client.PostAsync("/api/v1/security/second-factor/proposals", null, Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }

    private Device DeviceOf(JsonElement proposal) => new(proposal.GetProperty("secret").GetString()!, time);

    private static List<string> CodesOf(JsonElement proposal) =>
        [.. proposal.GetProperty("recoveryCodes").EnumerateArray().Select(code => code.GetString()!)];

    private Task<HttpResponseMessage> ConfirmAsync(HttpClient client, JsonElement proposal, long version) =>
        PutAsync(client, Body(proposal, DeviceOf(proposal).Code()), version);

    private static object Body(JsonElement proposal, string code, string? currentCode = null) =>
        new
        {
            proposal = proposal.GetProperty("proposal").GetString(),
            code,
            currentCode,
        };

    private static object Recovery(JsonElement proposal, string currentCode) =>
        new { proposal = proposal.GetProperty("proposal").GetString(), currentCode };

    private static async Task<HttpResponseMessage> PutAsync(
        HttpClient client,
        object body,
        long version,
        string below = ""
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/security/second-factor{below}");
        request.Headers.IfMatch.Add(new($"\"{version}\""));
        request.Content = JsonContent.Create(body);
        return await client.SendAsync(request, Cancellation);
    }

    private static async Task<HttpResponseMessage> RemoveAsync(
        HttpClient client,
        Guid account,
        string? reason,
        long version
    )
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            $"/api/v1/security/accounts/{account}/second-factor/removal"
        );
        request.Headers.IfMatch.Add(new($"\"{version}\""));
        request.Content = JsonContent.Create(new { reason });
        return await client.SendAsync(request, Cancellation);
    }

    private static Task<JsonElement> StateAsync(HttpClient client) =>
        client.GetFromJsonAsync<JsonElement>("/api/v1/security/second-factor", Cancellation);

    private static async Task<string?> CodeOfAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("code").GetString();
}
