using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Infrastructure.Tokens;

namespace SmartCity.Modules.Security.Tests;

/// <summary>Tokens that the service did not issue, or not like this, are taken for nobody's.</summary>
public sealed class ForgedTokenTests
{
    private const string Unknown = "01960000-0000-7000-8000-0000000000ff";

    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Each changes one thing about a token that would be good, and signs it with the service's own key.</summary>
    public static TheoryData<string, Action<JsonObject>> ChangedClaims =>
        new()
        {
            { "expired", claims => claims["exp"] = Now.AddHours(-1).ToUnixTimeSeconds() },
            { "not valid yet", claims => claims["nbf"] = Now.AddHours(1).ToUnixTimeSeconds() },
            { "for another audience", claims => claims["aud"] = "another" },
            { "for no audience", claims => claims.Remove("aud") },
            { "of another issuer", claims => claims["iss"] = "https://another.example/" },
            { "of no entry", claims => claims.Remove("oi_tkn_id") },
            { "of an unknown entry", claims => claims["oi_tkn_id"] = Unknown },
            { "of a role that the account has not", claims => claims["role"] = Roles.Administrator },
            { "of another unit", claims => claims["unit"] = Unknown },
            { "of another account", claims => claims["sub"] = Unknown },
        };

    [Fact]
    public async Task Request_WhenTheTokenIsSignedAgainUnchanged_ThenTaken()
    {
        await using var service = await ServiceUnderTest.StartAsync();
        var (header, claims) = await GoodTokenAsync(service);

        (await AskAsync(service, Signed(header, claims, ServiceKey(service)))).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [MemberData(nameof(ChangedClaims), DisableDiscoveryEnumeration = true)]
    public async Task Request_WhenTheTokenSaysSomethingElse_ThenUnauthenticated(string what, Action<JsonObject> change)
    {
        await using var service = await ServiceUnderTest.StartAsync();
        var (header, claims) = await GoodTokenAsync(service);
        change(claims);

        var answer = await AskAsync(service, Signed(header, claims, ServiceKey(service)));

        answer.ShouldBe(HttpStatusCode.Unauthorized, what);
    }

    [Fact]
    public async Task Request_WhenTheTokenIsNotSigned_ThenUnauthenticated()
    {
        await using var service = await ServiceUnderTest.StartAsync();
        var (header, claims) = await GoodTokenAsync(service);
        header["alg"] = "none";
        header.Remove("kid");

        (await AskAsync(service, $"{Unsigned(header, claims)}.")).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Request_WhenTheTokenIsSignedWithAnotherKeyUnderTheSameName_ThenUnauthenticated()
    {
        await using var service = await ServiceUnderTest.StartAsync();
        var (header, claims) = await GoodTokenAsync(service);
        using var another = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        (await AskAsync(service, Signed(header, claims, another))).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Request_WhenThePublicKeyIsUsedAsASecret_ThenUnauthenticated()
    {
        await using var service = await ServiceUnderTest.StartAsync();
        var (header, claims) = await GoodTokenAsync(service);
        header["alg"] = "HS256";
        var content = Unsigned(header, claims);
        using var key = ServiceKey(service);
        var mark = HMACSHA256.HashData(key.ExportSubjectPublicKeyInfo(), Encoding.ASCII.GetBytes(content));

        var answer = await AskAsync(service, $"{content}.{Base64Url.EncodeToString(mark)}");

        answer.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Request_WhenARefreshTokenIsUsedInItsPlace_ThenUnauthenticated()
    {
        await using var service = await ServiceUnderTest.StartAsync();
        await service.RegisterAsync(Given.Unit(), unit => Given.Account(unit));
        var token = await service.SignIn.SignInAsync("unit.officer", Given.Password, Cancellation);

        (await AskAsync(service, token.RefreshToken!)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("a.b.c")]
    [InlineData("....")]
    [InlineData("eyJhbGciOiJFUzI1NiJ9..")]
    public async Task Request_WhenTheTokenIsMalformed_ThenUnauthenticated(string token)
    {
        await using var service = await ServiceUnderTest.StartAsync();

        (await AskAsync(service, token)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static async Task<(JsonObject Header, JsonObject Claims)> GoodTokenAsync(ServiceUnderTest service)
    {
        await service.RegisterAsync(Given.Unit(), unit => Given.Account(unit));
        var token = await service.SignIn.SignInAsync("unit.officer", Given.Password, Cancellation);
        var parts = token.AccessToken.Split('.');
        return (Part(parts[0]), Part(parts[1]));
    }

    private static JsonObject Part(string encoded) => JsonNode.Parse(Base64Url.DecodeFromChars(encoded))!.AsObject();

    // A copy, for the service goes on using its own.
    private static ECDsa ServiceKey(ServiceUnderTest service)
    {
        var signing = service.Services.GetRequiredService<TokenKeys>().Ring.Current.Signing;
        return ECDsa.Create(((ECDsaSecurityKey)signing.Key).ECDsa.ExportParameters(includePrivateParameters: true));
    }

    private static string Signed(JsonObject header, JsonObject claims, ECDsa key)
    {
        var content = Unsigned(header, claims);
        return $"{content}.{Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(content), HashAlgorithmName.SHA256))}";
    }

    private static string Unsigned(JsonObject header, JsonObject claims) =>
        $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header.ToJsonString()))}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims.ToJsonString()))}";

    private static async Task<HttpStatusCode> AskAsync(ServiceUnderTest service, string token)
    {
        using var client = service.Client(token);
        using var answer = await client.GetAsync("/api/v1/security/me", Cancellation);
        return answer.StatusCode;
    }
}
