using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Demonstration;
using SmartCity.Modules.Security.Infrastructure.Keys;
using SmartCity.Testing;

namespace SmartCity.Modules.Security.Tests.Keys;

/// <summary>Token keys change by themselves without anybody noticing, and at once when an operator says so.</summary>
public sealed class KeyRotationTests
{
    private static readonly TimeSpan ALifetime = TimeSpan.FromDays(90);
    private static readonly TimeSpan AToken = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan AMinute = TimeSpan.FromMinutes(1);

    private readonly FakeTimeProvider time = new(TimeProvider.System.GetUtcNow());

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keys_WhenTheirLifetimeEnds_ThenTheNextIsPublishedATokenLifetimeAheadOnEveryInstance()
    {
        await using var service = await ServiceUnderTest.StartAsync(time: time);
        await using var other = await service.StartBesideAsync(time);
        await service.RegisterAsync(Given.Unit(), unit => Given.PartnerSystem(unit));
        var first = (await PublishedAsync(service)).ShouldHaveSingleItem();

        time.Advance(ALifetime - AToken - AMinute);
        (await PublishedAsync(service)).ShouldBe([first]);

        time.Advance(AMinute);
        var published = await PublishedAsync(service);
        published.Count.ShouldBe(2);
        (await PublishedAsync(other)).ShouldBe(published, ignoreOrder: true);
        KeyOf(await SignInAsync(service)).ShouldBe(first);
        KeyOf(await SignInAsync(other)).ShouldBe(first);

        time.Advance(AToken + AMinute);
        var second = published.Single(key => key != first);
        KeyOf(await SignInAsync(service)).ShouldBe(second);
        KeyOf(await SignInAsync(other)).ShouldBe(second);
    }

    [Fact]
    public async Task Token_WhenItsKeySignsNoLonger_ThenGoodUntilItExpires()
    {
        await using var service = await ServiceUnderTest.StartAsync(time: time);
        await using var other = await service.StartBesideAsync(time);
        await service.RegisterAsync(Given.Unit(), unit => Given.PartnerSystem(unit));
        var first = (await PublishedAsync(service)).ShouldHaveSingleItem();
        time.Advance(ALifetime - AToken);
        time.Advance(AToken - AMinute);
        var token = await SignInAsync(service);

        time.Advance(2 * AMinute);

        KeyOf(await SignInAsync(service)).ShouldNotBe(first);
        KeyOf(token).ShouldBe(first);
        (await AskAsync(service, token)).ShouldBe(HttpStatusCode.OK);
        (await AskAsync(other, token)).ShouldBe(HttpStatusCode.OK);
        time.Advance(AToken);
        (await AskAsync(service, token)).ShouldBe(HttpStatusCode.Unauthorized);
        (await AskAsync(other, token)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Key_WhenTheLastTokenUnderItHasExpired_ThenGone()
    {
        await using var service = await ServiceUnderTest.StartAsync(time: time);
        await using var other = await service.StartBesideAsync(time);
        await service.RegisterAsync(Given.Unit(), unit => Given.Account(unit));
        var first = (await PublishedAsync(service)).ShouldHaveSingleItem();
        time.Advance(ALifetime - AToken);
        time.Advance(AToken - AMinute);
        var token = await service.SignIn.SignInAsync("unit.officer", Given.Password, Cancellation);
        time.Advance(AMinute);

        // Refresh tokens live longest: fourteen days.
        time.Advance(TimeSpan.FromDays(14) - 2 * AMinute);
        (await PublishedAsync(service)).ShouldContain(first);
        var renewed = await service.SignIn.RenewAsync(token.RefreshToken!, Cancellation);
        KeyOf(renewed).ShouldNotBe(first);

        time.Advance(3 * AMinute);
        (await PublishedAsync(service)).ShouldNotContain(first);
        (await PublishedAsync(other)).ShouldNotContain(first);
        Directory
            .GetFiles(Path.Combine(service.KeysFolder, KeyVault.TokenKeys))
            .Select(Path.GetFileName)
            .ShouldBe(["000002.sealed"]);
    }

    [Theory]
    [EveryDatabase]
    public async Task RotateAtOnce_WhenAMinuteHasPassed_ThenNothingOfTheOldKeysIsTakenOnAnyInstance(DatabaseKind kind)
    {
        await using var service = await ServiceUnderTest.StartAsync(kind, time);
        await using var other = await service.StartBesideAsync(time);
        await service.RegisterAsync(Given.Unit(), unit => Given.Account(unit));
        var token = await service.SignIn.SignInAsync("unit.officer", Given.Password, Cancellation);
        var session = ProtectorOf(service).Protect("session");
        ProtectorOf(other).Unprotect(session).ShouldBe("session");
        (await AskAsync(service, token)).ShouldBe(HttpStatusCode.OK);
        (await AskAsync(other, token)).ShouldBe(HttpStatusCode.OK);
        var first = (await PublishedAsync(service)).ShouldHaveSingleItem();

        // As another process, which the command line is.
        await using var command = await service.StartBesideAsync(time);
        (await KeyCommands.RotateAsync(command.Services, [], TextWriter.Null, Cancellation)).ShouldBe(0);

        time.Advance(AMinute);

        foreach (var instance in new[] { service, other })
        {
            (await AskAsync(instance, token)).ShouldBe(HttpStatusCode.Unauthorized);
            await Should.ThrowAsync<SignInRefusedException>(() =>
                instance.SignIn.RenewAsync(token.RefreshToken!, Cancellation)
            );
            Should.Throw<CryptographicException>(() => ProtectorOf(instance).Unprotect(session));
            (await PublishedAsync(instance)).ShouldHaveSingleItem().ShouldNotBe(first);
        }

        var renewed = await other.SignIn.SignInAsync("unit.officer", Given.Password, Cancellation);
        (await AskAsync(service, renewed)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public void Look_WhenTwoInstancesLookAtOnce_ThenOneKeyIsMade()
    {
        for (var round = 0; round < 25; round++)
        {
            var home = TestFolder.New();
            var instances = Enumerable
                .Range(0, 4)
                .Select(_ =>
                    KeyVaultTests.TokenKeysOf(
                        new(Path.Combine(home, "keys"), TestKeysSecret.In(home), makesSecret: false),
                        time
                    )
                )
                .ToList();

            Parallel.ForEach(instances, keys => keys.Look());
            time.Advance(ALifetime - TimeSpan.FromSeconds(1));
            Parallel.ForEach(instances, keys => keys.Look());

            Directory
                .GetFiles(Path.Combine(home, "keys", KeyVault.TokenKeys))
                .Select(Path.GetFileName)
                .Order()
                .ShouldBe(["000001.sealed", "000002.sealed"]);
            foreach (var keys in instances)
            {
                keys.Look();
                keys.Ring.Keys.Select(KeyVaultTests.PrivatePart)
                    .ShouldBe(instances[0].Ring.Keys.Select(KeyVaultTests.PrivatePart));
                keys.Ring.Current.Number.ShouldBe(1);
            }
        }
    }

    [Fact]
    public async Task Look_WhenTheFolderIsAwayForAWhile_ThenWhatWasKnownStaysInForce()
    {
        await using var service = await ServiceUnderTest.StartAsync(time: time);
        await service.RegisterAsync(Given.Unit(), unit => Given.PartnerSystem(unit));
        var token = await SignInAsync(service);
        var folder = Path.Combine(service.KeysFolder, KeyVault.TokenKeys);
        var file = Directory.GetFiles(folder).Single();
        var content = await File.ReadAllBytesAsync(file, Cancellation);

        await File.WriteAllBytesAsync(file, content[..^1], Cancellation);
        time.Advance(AMinute);

        (await AskAsync(service, token)).ShouldBe(HttpStatusCode.OK);
        await File.WriteAllBytesAsync(file, content, Cancellation);
        time.Advance(AMinute);
        (await AskAsync(service, token)).ShouldBe(HttpStatusCode.OK);
    }

    private static IDataProtector ProtectorOf(ServiceUnderTest service) =>
        service.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");

    private static Task<IssuedToken> SignInAsync(ServiceUnderTest service) =>
        service.SignIn.SignInSystemAsync("unit-system", Given.Password, Cancellation);

    private static async Task<IReadOnlyList<string>> PublishedAsync(ServiceUnderTest service)
    {
        using var client = service.Client();
        var keys = await client.GetFromJsonAsync<JsonElement>("/.well-known/jwks", Cancellation);
        return [.. keys.GetProperty("keys").EnumerateArray().Select(key => key.GetProperty("kid").GetString()!)];
    }

    private static string KeyOf(IssuedToken token) =>
        JsonSerializer
            .Deserialize<JsonElement>(WebEncoders.Base64UrlDecode(token.AccessToken.Split('.')[0]))
            .GetProperty("kid")
            .GetString()!;

    private static async Task<HttpStatusCode> AskAsync(ServiceUnderTest service, IssuedToken token)
    {
        using var client = service.Client(token.AccessToken);
        using var answer = await client.GetAsync("/api/v1/security/units", Cancellation);
        return answer.StatusCode;
    }
}
