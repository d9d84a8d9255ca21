using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Demonstration;
using SmartCity.Modules.Security.Application.Accounts;
using SmartCity.Modules.Security.Application.Certificates;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Certificates;
using SmartCity.Testing;

namespace SmartCity.Modules.Security.Tests;

/// <summary>A partner's system that speaks TLS with a bound certificate, and tokens that are good with it only (RFC 8705).</summary>
public sealed class BoundTokenTests : IDisposable
{
    private const string Client = "unit-system";

    private static readonly TimeSpan AMinute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AnHour = TimeSpan.FromHours(1);

    private readonly FakeTimeProvider time = new(TimeProvider.System.GetUtcNow());
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ECDsa strangersKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 certificate;
    private readonly X509Certificate2 strangers;

    public BoundTokenTests()
    {
        certificate = TlsCertificates.OfClient(key);
        strangers = TlsCertificates.OfClient(strangersKey);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        certificate.Dispose();
        strangers.Dispose();
        key.Dispose();
        strangersKey.Dispose();
    }

    [Theory]
    [EveryDatabase]
    public async Task Token_WhenAskedForOverTlsWithTheBoundCertificate_ThenBoundToItAndGoodWithIt(DatabaseKind kind)
    {
        await using var service = await StartAsync(kind);
        var partner = await RegisterAsync(service);
        await BindAsync(service, partner, certificate);

        var token = await TokenAsync(service, certificate);

        ConfirmationIn(token).ShouldBe(Base64Url.EncodeToString(SHA256.HashData(certificate.RawData)));
        // Each on a connection of its own.
        for (var request = 1; request <= 3; request++)
        {
            using var client = TlsCertificates.ClientWith(service.PartnersAddress, certificate, token);
            (await client.GetStringAsync("/api/v1/security/me", Cancellation)).ShouldContain(
                "\"isNaturalPerson\":false"
            );
        }
    }

    [Fact]
    public async Task Token_WhenTheKeyIsRsaOrAnAuthorityIssuedTheCertificate_ThenBoundToo()
    {
        await using var service = await StartAsync();
        var partner = await RegisterAsync(service);
        using var rsa = RSA.Create(2048);
        using var ofRsa = TlsCertificates.OfClient(rsa);
        using var issued = TlsCertificates.OfClientByAnAuthority(key);

        foreach (var one in new[] { ofRsa, issued })
        {
            await BindAsync(service, partner, one);
            var token = await TokenAsync(service, one);

            using var client = TlsCertificates.ClientWith(service.PartnersAddress, one, token);
            (await client.GetAsync("/api/v1/security/me", Cancellation)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task Request_WhenABoundTokenComesWithoutItsCertificate_ThenUnauthenticatedAndToldWhy()
    {
        await using var service = await StartAsync();
        var partner = await RegisterAsync(service);
        await BindAsync(service, partner, certificate);
        using var second = TlsCertificates.OfClient(strangersKey, serial: 8);
        await BindAsync(service, partner, second);
        var token = await TokenAsync(service, certificate);

        using var without = TlsCertificates.ClientWith(service.PartnersAddress, certificate: null, token);
        using var withAnother = TlsCertificates.ClientWith(service.PartnersAddress, strangers, token);
        using var withAnotherOfItsOwn = TlsCertificates.ClientWith(service.PartnersAddress, second, token);
        using var inTheClear = service.Client(token);
        // As proxies forward it: whoever comes past the proxy could write that too.
        foreach (var header in new[] { "X-ARR-ClientCert", "X-Client-Cert", "X-Forwarded-Client-Cert", "Client-Cert" })
        {
            without.DefaultRequestHeaders.Add(header, Convert.ToBase64String(certificate.RawData));
        }

        foreach (var thief in new[] { without, withAnother, withAnotherOfItsOwn, inTheClear })
        {
            using var answer = await thief.GetAsync("/api/v1/security/me", Cancellation);

            answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            var told = answer.Headers.WwwAuthenticate.ToString();
            told.ShouldContain("error=\"invalid_token\"");
            told.ShouldContain("certificate", Case.Insensitive);
        }
    }

    [Fact]
    public async Task Token_WhenTheCertificateIsNotBoundToTheClient_ThenRefused()
    {
        await using var service = await StartAsync();
        var partner = await RegisterAsync(service);
        await ShouldBeRefusedAsync(service, certificate, "not registered");
        await BindAsync(service, partner, certificate);
        await service.RegisterAsync(Given.Unit(serial: 2), unit => Given.PartnerSystem(unit, "another-system"));

        // The same name and serial number, another key.
        await ShouldBeRefusedAsync(service, strangers, "not registered");
        await ShouldBeRefusedAsync(service, certificate, "not registered", ("client_id", "another-system"));
        // No client of people has a certificate.
        await ShouldBeRefusedAsync(
            service,
            certificate,
            "partner's system",
            ("client_id", PersonSignIn.ClientId),
            ("grant_type", "refresh_token"),
            ("refresh_token", "any")
        );
    }

    [Fact]
    public async Task Token_WhenTheCertificateHasExpired_ThenRefused()
    {
        await using var service = await StartAsync();
        var partner = await RegisterAsync(service);
        using var brief = TlsCertificates.OfClient(key, until: time.GetUtcNow() + AnHour);
        await BindAsync(service, partner, brief);
        await TokenAsync(service, brief);
        time.Advance(AnHour + AMinute);

        await ShouldBeRefusedAsync(service, brief, "expired");
        // Who has the key can sign the same certificate again, with a longer life.
        await ShouldBeRefusedAsync(service, certificate, "expired");
    }

    [Fact]
    public async Task Token_WhenTheCertificateIsNotValidYet_ThenRefused()
    {
        await using var service = await StartAsync();
        var partner = await RegisterAsync(service);
        using var later = TlsCertificates.OfClient(key, from: time.GetUtcNow() + AnHour);
        await BindAsync(service, partner, later);

        await ShouldBeRefusedAsync(service, later, "not valid yet");
    }

    [Theory]
    [EveryDatabase]
    public async Task Unbind_WhenDone_ThenNoNewTokenAndTheOldOnesFallWithinAMinuteOnEveryInstance(DatabaseKind kind)
    {
        await using var service = await StartAsync(kind);
        await using var other = await service.StartBesideAsync(time);
        var partner = await RegisterAsync(service);
        var bound = await BindAsync(service, partner, certificate);
        var token = await TokenAsync(service, certificate);
        (await AskAsync(service, token)).ShouldBe(HttpStatusCode.OK);
        (await AskAsync(other, token)).ShouldBe(HttpStatusCode.OK);

        await service.SendAsync(new UnbindCertificate(partner, bound, ExpectedVersion: 1), Given.Administrator);

        await ShouldBeRefusedAsync(service, certificate, "not registered");
        await ShouldBeRefusedAsync(other, certificate, "not registered");
        time.Advance(AMinute);
        (await AskAsync(service, token)).ShouldBe(HttpStatusCode.Unauthorized);
        (await AskAsync(other, token)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Token_WhenTheAccountIsClosed_ThenRefused()
    {
        await using var service = await StartAsync();
        var partner = await RegisterAsync(service);
        await BindAsync(service, partner, certificate);
        await service.SendAsync(new CloseAccount(partner, ExpectedVersion: 1), Given.Administrator);

        var (status, body) = await SendAsync(service, certificate);

        status.ShouldBe(HttpStatusCode.Unauthorized, body);
    }

    [Theory]
    [EveryDatabase]
    public async Task Confine_WhenASystemIsConfinedToBoundTokens_ThenOthersAreRefusedAndFallWithinAMinute(
        DatabaseKind kind
    )
    {
        await using var service = await StartAsync(kind);
        var partner = await RegisterAsync(service);
        await BindAsync(service, partner, certificate);
        var bearer = (await service.SignIn.SignInSystemAsync(Client, Given.Password, Cancellation)).AccessToken;
        (await AskAsync(service, bearer)).ShouldBe(HttpStatusCode.OK);

        await service.SendAsync(
            new ConfineToBoundTokens(partner, BoundTokensOnly: true, ExpectedVersion: 1),
            Given.Administrator
        );

        var (status, body) = await SendAsync(service, withCertificate: null, ("client_secret", Given.Password));
        status.ShouldBe(HttpStatusCode.Unauthorized, body);
        body.ShouldContain("certificate-bound tokens only");
        (await AskAsync(service, await TokenAsync(service, certificate))).ShouldBe(HttpStatusCode.OK);
        time.Advance(AMinute);
        (await AskAsync(service, bearer)).ShouldBe(HttpStatusCode.Unauthorized);

        await service.SendAsync(
            new ConfineToBoundTokens(partner, BoundTokensOnly: false, ExpectedVersion: 2),
            Given.Administrator
        );
        await service.SignIn.SignInSystemAsync(Client, Given.Password, Cancellation);
    }

    [Fact]
    public async Task Confine_WhenNoCertificateIsBoundOrItIsAPerson_ThenRefused()
    {
        await using var host = await ModuleHost.StartAsync(DatabaseKind.Sqlite, ServiceUnderTest.Modules);
        var unit = new UnitId((await host.SendAs(Given.Administrator, Given.Unit())).Value.Id);
        var system = await host.SendAs(Given.Administrator, Given.PartnerSystem(unit));
        var person = await host.SendAs(Given.Administrator, Given.Account(unit));

        foreach (
            var (account, code) in new[]
            {
                (system.Value.Id, "NO_CERTIFICATE_BOUND"),
                (person.Value.Id, "BOUND_TOKENS_FOR_SYSTEMS_ONLY"),
            }
        )
        {
            var outcome = await host.SendAs(
                Given.Administrator,
                new ConfineToBoundTokens(new(account), BoundTokensOnly: true, ExpectedVersion: 1)
            );
            outcome.Failure!.Code.ShouldBe(code);
        }
    }

    [Fact]
    public async Task Token_WhenASecretComesBesideTheCertificate_ThenBothMustBeRight()
    {
        await using var service = await StartAsync();
        var partner = await RegisterAsync(service);
        await BindAsync(service, partner, certificate);

        ConfirmationIn(await TokenAsync(service, certificate, ("client_secret", Given.Password))).ShouldNotBeNull();
        foreach (var (shown, secret) in new[] { (certificate, "wrong"), (strangers, Given.Password) })
        {
            var (status, body) = await SendAsync(service, shown, ("client_secret", secret));

            status.ShouldBe(HttpStatusCode.Unauthorized, body);
        }
    }

    [Fact]
    public async Task Request_WhenNoCertificateIsShownWhereOneIsAskedFor_ThenServedAsEverywhere()
    {
        await using var service = await StartAsync();
        await RegisterAsync(service);
        var (status, body) = await SendAsync(service, withCertificate: null, ("client_secret", Given.Password));
        status.ShouldBe(HttpStatusCode.OK, body);
        var bearer = JsonNode.Parse(body)!["access_token"]!.GetValue<string>();

        ConfirmationIn(bearer).ShouldBeNull();
        using var client = TlsCertificates.ClientWith(service.PartnersAddress, certificate: null, bearer);
        (await client.GetAsync("/api/v1/security/me", Cancellation)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Token_WhenTheListenerDoesNotAsk_ThenACertificateProvesNothing()
    {
        await using var service = await StartAsync(
            settings: [("Kestrel:Endpoints:Browsers:Url", "https://127.0.0.1:0")]
        );
        var partner = await RegisterAsync(service);
        await BindAsync(service, partner, certificate);
        var forBrowsers = service.TlsAddresses[0];
        forBrowsers.ShouldNotBe(service.PartnersAddress);
        var token = await TokenAsync(service, certificate);

        var (status, body) = await SendAsync(forBrowsers, certificate);
        ((int)status).ShouldBeInRange(400, 401, body);
        body.ShouldNotContain("access_token");
        using var client = TlsCertificates.ClientWith(forBrowsers, certificate, token);
        (await client.GetAsync("/api/v1/security/me", Cancellation)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Discovery_WhenAnAddressIsSet_ThenTellsWhereAndThatTokensAreBound()
    {
        await using var service = await StartAsync(
            settings: [("Security:MutualTlsAddress", "https://partners.example:8443")]
        );
        using var client = service.Client();

        var told = JsonNode.Parse(await client.GetStringAsync("/.well-known/openid-configuration", Cancellation))!;

        told["tls_client_certificate_bound_access_tokens"]!.GetValue<bool>().ShouldBeTrue();
        told["mtls_endpoint_aliases"]!["token_endpoint"]!
            .GetValue<string>()
            .ShouldBe("https://partners.example:8443/connect/token");
        told["token_endpoint_auth_methods_supported"]!
            .AsArray()
            .Select(one => one!.GetValue<string>())
            .ShouldContain("self_signed_tls_client_auth");
    }

    private Task<ServiceUnderTest> StartAsync(
        DatabaseKind kind = DatabaseKind.Sqlite,
        IReadOnlyList<(string, string)>? settings = null
    ) => ServiceUnderTest.StartAsync(kind, time, settings: [.. TlsCertificates.Listeners(), .. settings ?? []]);

    private static Task<AccountId> RegisterAsync(ServiceUnderTest service) =>
        service.RegisterAsync(Given.Unit(), unit => Given.PartnerSystem(unit));

    private static async Task<AccountCertificateId> BindAsync(
        ServiceUnderTest service,
        AccountId account,
        X509Certificate2 certificate
    )
    {
        var command = new BindCertificate(account, certificate.ExportCertificatePem());
        return new((await service.SendAsync(command, Given.Administrator)).Id);
    }

    private static async Task<string> TokenAsync(
        ServiceUnderTest service,
        X509Certificate2 certificate,
        params (string Name, string Value)[] further
    )
    {
        var (status, body) = await SendAsync(service, certificate, further);
        status.ShouldBe(HttpStatusCode.OK, body);
        return JsonNode.Parse(body)!["access_token"]!.GetValue<string>();
    }

    private static async Task ShouldBeRefusedAsync(
        ServiceUnderTest service,
        X509Certificate2 certificate,
        string told,
        params (string Name, string Value)[] further
    )
    {
        var (status, body) = await SendAsync(service, certificate, further);
        status.ShouldBe(HttpStatusCode.Unauthorized, body);
        body.ShouldContain("invalid_client");
        JsonNode.Parse(body)!["error_description"]!.GetValue<string>().ShouldContain(told);
    }

    private static Task<(HttpStatusCode Status, string Body)> SendAsync(
        ServiceUnderTest service,
        X509Certificate2? withCertificate,
        params (string Name, string Value)[] further
    ) => SendAsync(service.PartnersAddress, withCertificate, further);

    private static async Task<(HttpStatusCode Status, string Body)> SendAsync(
        Uri address,
        X509Certificate2? withCertificate,
        params (string Name, string Value)[] further
    )
    {
        var fields = new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = Client };
        foreach (var (name, value) in further)
        {
            fields[name] = value;
        }

        using var client = TlsCertificates.ClientWith(address, withCertificate);
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await client.PostAsync("/connect/token", form, Cancellation);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    private async Task<HttpStatusCode> AskAsync(ServiceUnderTest service, string token)
    {
        using var client = TlsCertificates.ClientWith(service.PartnersAddress, certificate, token);
        using var answer = await client.GetAsync("/api/v1/security/me", Cancellation);
        return answer.StatusCode;
    }

    private static string? ConfirmationIn(string token) =>
        JsonNode.Parse(Base64Url.DecodeFromChars(token.Split('.')[1]))!["cnf"]?["x5t#S256"]?.GetValue<string>();
}
