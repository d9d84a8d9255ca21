using System.Net;
using Microsoft.Extensions.Time.Testing;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Demonstration;
using SmartCity.Modules.Security.Application.Accounts;
using SmartCity.Modules.Security.Application.Units;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Testing;

namespace SmartCity.Modules.Security.Tests;

/// <summary>A token falls within a minute, on every instance, when it is revoked or its account loses what it names.</summary>
public sealed class TokenStandingTests
{
    private static readonly TimeSpan AMinute = TimeSpan.FromMinutes(1);

    private readonly FakeTimeProvider time = new(TimeProvider.System.GetUtcNow());

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Request_WhenTheAccountWasClosedAMinuteAgo_ThenUnauthenticatedOnEveryInstance(DatabaseKind kind)
    {
        await using var service = await ServiceUnderTest.StartAsync(kind, time);
        await using var other = await service.StartBesideAsync(time);
        var account = await service.RegisterAsync(Given.Unit(), unit => Given.Account(unit));
        var token = await service.SignIn.SignInAsync("unit.officer", Given.Password, Cancellation);
        (await AskAsync(service, token)).ShouldBe(HttpStatusCode.OK);
        (await AskAsync(other, token)).ShouldBe(HttpStatusCode.OK);

        await service.SendAsync(new CloseAccount(account, ExpectedVersion: 1), Given.Administrator);
        time.Advance(AMinute);

        (await AskAsync(service, token)).ShouldBe(HttpStatusCode.Unauthorized);
        (await AskAsync(other, token)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [EveryDatabase]
    public async Task Request_WhenTheUnitWasMergedAMinuteAgo_ThenBothUnitsNeedTokensThatSaySo(DatabaseKind kind)
    {
        await using var service = await ServiceUnderTest.StartAsync(kind, time);
        var (unit, successor) = (await UnitAsync(service, 1), await UnitAsync(service, 2));
        await service.SendAsync(Given.Account(unit));
        await service.SendAsync(Given.Account(successor, "successor.officer"));
        var ended = await service.SignIn.SignInAsync("unit.officer", Given.Password, Cancellation);
        var takingOver = await service.SignIn.SignInAsync("successor.officer", Given.Password, Cancellation);
        (await AskAsync(service, ended)).ShouldBe(HttpStatusCode.OK);
        (await AskAsync(service, takingOver)).ShouldBe(HttpStatusCode.OK);

        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        await service.SendAsync(
            new MergeUnit(unit, successor, today, "咸编发〔2026〕10号", ExpectedVersion: 1),
            Given.Administrator
        );
        time.Advance(AMinute);

        (await AskAsync(service, ended)).ShouldBe(HttpStatusCode.Unauthorized);
        (await AskAsync(service, takingOver)).ShouldBe(HttpStatusCode.Unauthorized);
        var next = await service.SignIn.SignInAsync("successor.officer", Given.Password, Cancellation);
        (await AskAsync(service, next)).ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<UnitId> UnitAsync(ServiceUnderTest service, int serial) =>
        new((await service.SendAsync(Given.Unit(serial))).Id);

    [Theory]
    [EveryDatabase]
    public async Task Request_WhenTheTokenWasRevokedAMinuteAgo_ThenUnauthenticatedOnEveryInstance(DatabaseKind kind)
    {
        await using var service = await ServiceUnderTest.StartAsync(kind, time);
        await using var other = await service.StartBesideAsync(time);
        await service.RegisterAsync(Given.Unit(), unit => Given.Account(unit));
        var token = await service.SignIn.SignInAsync("unit.officer", Given.Password, Cancellation);
        var another = await service.SignIn.SignInAsync("unit.officer", Given.Password, Cancellation);
        (await AskAsync(service, token)).ShouldBe(HttpStatusCode.OK);
        (await AskAsync(other, token)).ShouldBe(HttpStatusCode.OK);

        (await RevokeAsync(service, token.AccessToken)).ShouldBe(HttpStatusCode.OK);
        time.Advance(AMinute);

        (await AskAsync(service, token)).ShouldBe(HttpStatusCode.Unauthorized);
        (await AskAsync(other, token)).ShouldBe(HttpStatusCode.Unauthorized);
        (await AskAsync(service, another)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Request_WhenTheRefreshTokenWasUsedTwice_ThenNothingOfItsFamilyIsTaken()
    {
        await using var service = await ServiceUnderTest.StartAsync(time: time);
        await service.RegisterAsync(Given.Unit(), unit => Given.Account(unit));
        var first = await service.SignIn.SignInAsync("unit.officer", Given.Password, Cancellation);
        var second = await service.SignIn.RenewAsync(first.RefreshToken!, Cancellation);
        (await AskAsync(service, second)).ShouldBe(HttpStatusCode.OK);
        time.Advance(AMinute);

        await Should.ThrowAsync<SignInRefusedException>(() =>
            service.SignIn.RenewAsync(first.RefreshToken!, Cancellation)
        );

        (await AskAsync(service, second)).ShouldBe(HttpStatusCode.Unauthorized);
        await Should.ThrowAsync<SignInRefusedException>(() =>
            service.SignIn.RenewAsync(second.RefreshToken!, Cancellation)
        );
    }

    [Fact]
    public async Task Request_WhenAskedAgainWithinHalfAMinute_ThenTheDatabaseIsNotAskedAgain()
    {
        await using var service = await ServiceUnderTest.StartAsync(time: time);
        var account = await service.RegisterAsync(Given.Unit(), unit => Given.Account(unit));
        var token = await service.SignIn.SignInAsync("unit.officer", Given.Password, Cancellation);
        (await AskAsync(service, token)).ShouldBe(HttpStatusCode.OK);
        await service.SendAsync(new CloseAccount(account, ExpectedVersion: 1), Given.Administrator);

        time.Advance(TimeSpan.FromSeconds(29));

        (await AskAsync(service, token)).ShouldBe(HttpStatusCode.OK);
        time.Advance(TimeSpan.FromSeconds(1));
        (await AskAsync(service, token)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Revoke_WhenSentByAnotherClient_ThenTheTokenStands()
    {
        await using var service = await ServiceUnderTest.StartAsync(time: time);
        await service.RegisterAsync(Given.Unit(), unit => Given.PartnerSystem(unit));
        var token = await service.SignIn.SignInSystemAsync("unit-system", Given.Password, Cancellation);

        // Answered as for any token that is not the client's own (RFC 7009, section 2.2).
        (await RevokeAsync(service, token.AccessToken)).ShouldBe(HttpStatusCode.OK);
        time.Advance(AMinute);

        (await AskAsync(service, token)).ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<HttpStatusCode> AskAsync(ServiceUnderTest service, IssuedToken token)
    {
        using var client = service.Client(token.AccessToken);
        using var answer = await client.GetAsync("/api/v1/security/units", Cancellation);
        return answer.StatusCode;
    }

    // As the console does, which is a public client.
    private static async Task<HttpStatusCode> RevokeAsync(ServiceUnderTest service, string token)
    {
        using var client = service.Client();
        using var form = new FormUrlEncodedContent([new("token", token), new("client_id", "smartcity-console")]);
        using var answer = await client.PostAsync("/connect/revoke", form, Cancellation);
        return answer.StatusCode;
    }
}
