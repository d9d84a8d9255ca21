using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Demonstration;
using SmartCity.Modules.Security.Application.Accounts;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Testing;

namespace SmartCity.Modules.Security.Tests;

/// <summary>A partner's system that has a key instead of a secret (<c>private_key_jwt</c>, RFC 7523).</summary>
public sealed class ClientAssertionTests
{
    private const string Client = "unit-system";
    private const string Issuer = "https://smartcity.example/";

    private readonly FakeTimeProvider time = new(TimeProvider.System.GetUtcNow());
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private long Now => time.GetUtcNow().ToUnixTimeSeconds();

    /// <summary>Each changes one thing about an assertion that would be good, and is signed with the client's own key.</summary>
    public static TheoryData<string, Action<JsonObject, long>> WrongClaims =>
        new()
        {
            { "expired", (claims, now) => claims["exp"] = now - 10 },
            { "without end", (claims, _) => claims.Remove("exp") },
            { "good for an hour", (claims, now) => claims["exp"] = now + 3600 },
            { "not good yet", (claims, now) => claims["nbf"] = now + 120 },
            { "issued later", (claims, now) => claims["iat"] = now + 120 },
            { "for another audience", (claims, _) => claims["aud"] = "https://another.example/" },
            { "for no audience", (claims, _) => claims.Remove("aud") },
            { "for what tokens are for", (claims, _) => claims["aud"] = "smartcity" },
            { "of another client", (claims, _) => claims["iss"] = "another-system" },
            { "about another client", (claims, _) => claims["sub"] = "another-system" },
            { "without a name", (claims, _) => claims.Remove("jti") },
            { "with a huge name", (claims, _) => claims["jti"] = new string('x', 201) },
        };

    public static TheoryData<string, string> UnacceptableKeys =>
        new()
        {
            { "no JSON", "PUBLIC_KEYS_INVALID" },
            { "[]", "PUBLIC_KEYS_INVALID" },
            { """{"keys":[]}""", "PUBLIC_KEYS_INVALID" },
            { """{"keys":[7]}""", "PUBLIC_KEYS_INVALID" },
            { """{"keys":[{"kty":"oct","k":"c2VjcmV0"}]}""", "PRIVATE_KEY_SENT" },
            { PrivateKeySet(), "PRIVATE_KEY_SENT" },
            { """{"keys":[{"kty":"EC","crv":"P-256","x":"AAAA","y":"AAAA"}]}""", "PUBLIC_KEYS_INVALID" },
            { $$"""{"keys":[{"kty":"EC","crv":"P-256","x":"{{Zeros}}","y":"{{Zeros}}"}]}""", "PUBLIC_KEYS_INVALID" },
            { RsaKeySet(1024), "PUBLIC_KEYS_INVALID" },
            { P384KeySet(), "PUBLIC_KEYS_INVALID" },
        };

    private static string Zeros => Base64Url.EncodeToString(new byte[32]);

    [Theory]
    [EveryDatabase]
    public async Task Token_WhenTheAssertionIsGood_ThenIssuedForThePartnerSystem(DatabaseKind kind)
    {
        await using var service = await ServiceUnderTest.StartAsync(kind, time);
        await RegisterAsync(service, KeySetOf(key));

        var (status, body) = await AskAsync(service, Signed(Claims()));

        status.ShouldBe(HttpStatusCode.OK, body);
        var token = JsonNode.Parse(body)!["access_token"]!.GetValue<string>();
        using var client = service.Client(token);
        (await client.GetStringAsync("/api/v1/security/me", Cancellation)).ShouldContain("\"isNaturalPerson\":false");
    }

    [Fact]
    public async Task Token_WhenTheKeyIsRsa_ThenIssued()
    {
        await using var service = await ServiceUnderTest.StartAsync(time: time);
        using var rsa = RSA.Create(2048);
        await RegisterAsync(service, RsaKeySet(rsa));
        var content = Content(Claims(), "RS256");
        var mark = rsa.SignData(Encoding.ASCII.GetBytes(content), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

        var (status, body) = await AskAsync(service, $"{content}.{Base64Url.EncodeToString(mark)}");

        status.ShouldBe(HttpStatusCode.OK, body);
    }

    [Theory]
    [MemberData(nameof(WrongClaims), DisableDiscoveryEnumeration = true)]
    public async Task Token_WhenTheAssertionSaysSomethingElse_ThenRefused(string what, Action<JsonObject, long> change)
    {
        await using var service = await ServiceUnderTest.StartAsync(time: time);
        await RegisterAsync(service, KeySetOf(key));
        var claims = Claims();
        change(claims, Now);

        var (status, body) = await AskAsync(service, Signed(claims));

        ((int)status).ShouldBeInRange(400, 401, what);
        body.ShouldNotContain("access_token");
    }

    [Theory]
    [EveryDatabase]
    public async Task Token_WhenTheAssertionIsSentAgain_ThenRefusedOnEveryInstance(DatabaseKind kind)
    {
        await using var service = await ServiceUnderTest.StartAsync(kind, time);
        await using var other = await service.StartBesideAsync(time);
        await RegisterAsync(service, KeySetOf(key));
        var assertion = Signed(Claims());
        (await AskAsync(service, assertion)).Status.ShouldBe(HttpStatusCode.OK);

        foreach (var instance in new[] { service, other })
        {
            var (status, body) = await AskAsync(instance, assertion);

            status.ShouldBe(HttpStatusCode.Unauthorized);
            body.ShouldContain("used already");
        }

        (await AskAsync(other, Signed(Claims()))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [EveryDatabase]
    public async Task Token_WhenTheAssertionIsSentManyTimesAtOnce_ThenTakenOnce(DatabaseKind kind)
    {
        await using var service = await ServiceUnderTest.StartAsync(kind, time);
        await using var other = await service.StartBesideAsync(time);
        await RegisterAsync(service, KeySetOf(key));
        var assertion = Signed(Claims());

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(number => AskAsync(number % 2 == 0 ? service : other, assertion))
        );

        answers.Count(answer => answer.Status == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(answer => answer.Status == HttpStatusCode.Unauthorized).ShouldBe(7);
    }

    [Fact]
    public async Task Token_WhenSignedWithAnotherKey_ThenRefused()
    {
        await using var service = await ServiceUnderTest.StartAsync(time: time);
        await RegisterAsync(service, KeySetOf(key));
        using var another = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        await ShouldBeRefusedAsync(service, Signed(Claims(), another));
    }

    [Fact]
    public async Task Token_WhenTheAssertionIsNotSigned_ThenRefused()
    {
        await using var service = await ServiceUnderTest.StartAsync(time: time);
        await RegisterAsync(service, KeySetOf(key));

        await ShouldBeRefusedAsync(service, $"{Content(Claims(), "none")}.");
    }

    [Fact]
    public async Task Token_WhenThePublicKeyIsUsedAsASecret_ThenRefused()
    {
        await using var service = await ServiceUnderTest.StartAsync(time: time);
        await RegisterAsync(service, KeySetOf(key));
        var content = Content(Claims(), "HS256");
        var mark = HMACSHA256.HashData(key.ExportSubjectPublicKeyInfo(), Encoding.ASCII.GetBytes(content));

        await ShouldBeRefusedAsync(service, $"{content}.{Base64Url.EncodeToString(mark)}");
    }

    [Fact]
    public async Task Token_WhenAClientWithAKeySendsASecret_ThenRefused()
    {
        await using var service = await ServiceUnderTest.StartAsync(time: time);
        await RegisterAsync(service, KeySetOf(key));

        foreach (var secret in new[] { Given.Password, "", "null" })
        {
            var (status, _) = await SendAsync(
                service,
                new()
                {
                    ["grant_type"] = "client_credentials",
                    ["client_id"] = Client,
                    ["client_secret"] = secret,
                }
            );

            ((int)status).ShouldBeInRange(400, 401);
        }
    }

    [Fact]
    public async Task Token_WhenAClientWithASecretSendsAnAssertion_ThenRefused()
    {
        await using var service = await ServiceUnderTest.StartAsync(time: time);
        await service.RegisterAsync(Given.Unit(), unit => Given.PartnerSystem(unit));

        await ShouldBeRefusedAsync(service, Signed(Claims()));
    }

    [Fact]
    public async Task Token_WhenTheAccountIsClosed_ThenRefused()
    {
        await using var service = await ServiceUnderTest.StartAsync(time: time);
        var account = await RegisterAsync(service, KeySetOf(key));
        await service.SendAsync(new CloseAccount(account, ExpectedVersion: 1), Given.Administrator);

        await ShouldBeRefusedAsync(service, Signed(Claims()));
    }

    [Theory]
    [EveryDatabase]
    public async Task ReplaceKeys_WhenReplaced_ThenOnlyTheNewKeyProves(DatabaseKind kind)
    {
        await using var service = await ServiceUnderTest.StartAsync(kind, time);
        var account = await RegisterAsync(service, KeySetOf(key));
        using var another = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        (await AskAsync(service, Signed(Claims()))).Status.ShouldBe(HttpStatusCode.OK);

        var receipt = await service.SendAsync(
            new ReplaceClientKeys(account, KeySetOf(another), ExpectedVersion: 1),
            Given.Administrator
        );

        receipt.Version.ShouldBe(2);
        receipt.AuditEntry.ShouldNotBe(Guid.Empty);
        await ShouldBeRefusedAsync(service, Signed(Claims()));
        (await AskAsync(service, Signed(Claims(), another))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task ReplaceKeys_WhenTheClientHadASecret_ThenTheSecretProvesNothing()
    {
        await using var service = await ServiceUnderTest.StartAsync(time: time);
        var account = await service.RegisterAsync(Given.Unit(), unit => Given.PartnerSystem(unit));
        await service.SignIn.SignInSystemAsync(Client, Given.Password, Cancellation);

        await service.SendAsync(new ReplaceClientKeys(account, KeySetOf(key), ExpectedVersion: 1), Given.Administrator);

        await Should.ThrowAsync<SignInRefusedException>(() =>
            service.SignIn.SignInSystemAsync(Client, Given.Password, Cancellation)
        );
        (await AskAsync(service, Signed(Claims()))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task ReplaceKeys_WhenTheAccountIsAPersons_ThenRefused()
    {
        await using var host = await ModuleHost.StartAsync(DatabaseKind.Sqlite, ServiceUnderTest.Modules);
        var unit = await host.SendAs(Given.Administrator, Given.Unit());
        var account = await host.SendAs(Given.Administrator, Given.Account(new(unit.Value.Id)));

        var outcome = await host.SendAs(
            Given.Administrator,
            new ReplaceClientKeys(new(account.Value.Id), KeySetOf(key), ExpectedVersion: 1)
        );

        outcome.Failure!.Code.ShouldBe("KEYS_FOR_SYSTEMS_ONLY");
    }

    [Theory]
    [MemberData(nameof(UnacceptableKeys))]
    public async Task Register_WhenTheKeysAreNotAcceptable_ThenRefusedAndNothingIsMade(string keys, string code)
    {
        await using var host = await ModuleHost.StartAsync(DatabaseKind.Sqlite, ServiceUnderTest.Modules);
        var unit = await host.SendAs(Given.Administrator, Given.Unit());

        var outcome = await host.SendAs(Given.Administrator, PartnerWith(new(unit.Value.Id), keys));

        outcome.Failure!.Code.ShouldBe(code);
        (
            await host.SendAs(Given.Administrator, PartnerWith(new(unit.Value.Id), KeySetOf(key)))
        ).IsFailure.ShouldBeFalse();
    }

    [Fact]
    public async Task Register_WhenAPersonHasKeysOrASystemBoth_ThenRefused()
    {
        await using var host = await ModuleHost.StartAsync(DatabaseKind.Sqlite, ServiceUnderTest.Modules);
        var unit = new UnitId((await host.SendAs(Given.Administrator, Given.Unit())).Value.Id);

        foreach (var command in new[] { Given.Account(unit), Given.PartnerSystem(unit) })
        {
            var outcome = await host.SendAs(Given.Administrator, command with { PublicKeys = KeySetOf(key) });

            outcome.Failure!.Fields.Select(field => field.Code).ShouldBe(["PUBLIC_KEYS_INVALID"]);
        }
    }

    private static RegisterAccount PartnerWith(UnitId unit, string keys) =>
        Given.PartnerSystem(unit) with
        {
            InitialPassword = new(null),
            PublicKeys = keys,
        };

    private static Task<AccountId> RegisterAsync(ServiceUnderTest service, string keys) =>
        service.RegisterAsync(Given.Unit(), unit => PartnerWith(unit, keys));

    private static async Task ShouldBeRefusedAsync(ServiceUnderTest service, string assertion)
    {
        var (status, body) = await AskAsync(service, assertion);

        status.ShouldBe(HttpStatusCode.Unauthorized, body);
        body.ShouldContain("invalid_client");
    }

    private static Task<(HttpStatusCode Status, string Body)> AskAsync(ServiceUnderTest service, string assertion) =>
        SendAsync(
            service,
            new()
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = Client,
                ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                ["client_assertion"] = assertion,
            }
        );

    private static async Task<(HttpStatusCode Status, string Body)> SendAsync(
        ServiceUnderTest service,
        Dictionary<string, string> fields
    )
    {
        using var client = service.Client();
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await client.PostAsync("/connect/token", form, Cancellation);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    private static string KeySetOf(ECDsa key)
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return KeySet(("kty", "EC"), ("crv", "P-256"), ("x", Of(point.X!)), ("y", Of(point.Y!)));
    }

    private static string P384KeySet()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return KeySet(("kty", "EC"), ("crv", "P-384"), ("x", Of(point.X!)), ("y", Of(point.Y!)));
    }

    private static string PrivateKeySet()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var all = key.ExportParameters(includePrivateParameters: true);
        return KeySet(("kty", "EC"), ("crv", "P-256"), ("x", Of(all.Q.X!)), ("y", Of(all.Q.Y!)), ("d", Of(all.D!)));
    }

    private static string RsaKeySet(int bits)
    {
        using var key = RSA.Create(bits);
        return RsaKeySet(key);
    }

    private static string RsaKeySet(RSA key)
    {
        var parameters = key.ExportParameters(includePrivateParameters: false);
        return KeySet(("kty", "RSA"), ("n", Of(parameters.Modulus!)), ("e", Of(parameters.Exponent!)));
    }

    private static string KeySet(params (string Name, string Value)[] members)
    {
        var key = new JsonObject();
        foreach (var (name, value) in members)
        {
            key[name] = value;
        }

        return new JsonObject { ["keys"] = new JsonArray(key) }.ToJsonString();
    }

    private static string Of(byte[] bytes) => Base64Url.EncodeToString(bytes);

    private static string Content(JsonObject claims, string algorithm)
    {
        var header = new JsonObject { ["alg"] = algorithm, ["typ"] = "client-authentication+jwt" };
        return $"{Of(Encoding.UTF8.GetBytes(header.ToJsonString()))}.{Of(Encoding.UTF8.GetBytes(claims.ToJsonString()))}";
    }

    private JsonObject Claims() =>
        new()
        {
            ["iss"] = Client,
            ["sub"] = Client,
            ["aud"] = Issuer,
            ["iat"] = Now,
            ["nbf"] = Now,
            ["exp"] = Now + 60,
            ["jti"] = Of(RandomNumberGenerator.GetBytes(16)),
        };

    private string Signed(JsonObject claims) => Signed(claims, key);

    private static string Signed(JsonObject claims, ECDsa key)
    {
        var content = Content(claims, "ES256");
        return $"{content}.{Of(key.SignData(Encoding.ASCII.GetBytes(content), HashAlgorithmName.SHA256))}";
    }
}
