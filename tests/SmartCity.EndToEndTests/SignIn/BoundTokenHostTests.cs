using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using SmartCity.BuildingBlocks.Persistence;

namespace SmartCity.EndToEndTests.SignIn;

/// <summary>A partner's system from its registration to its end over two whole instances, set up as the operator's page says.</summary>
public sealed class BoundTokenHostTests
{
    private const string Partner = "bound-system";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Partner_WhenConfinedToBoundTokens_ThenServedByItsCertificateOnlyUntilThatIsUnbound(
        DatabaseKind kind
    )
    {
        await using var instances = await TwoInstances.StartAsync(kind, TlsCertificates.Listeners());
        using var administrator = await instances.ClientOfAsync("administrator");
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var strangersKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = TlsCertificates.OfClient(key);
        using var strangers = TlsCertificates.OfClient(strangersKey);
        var account = await CreatedAsync(
            administrator,
            "accounts",
            new
            {
                unit = await UnitAsync(administrator),
                userName = Partner,
                name = "业务系统",
                office = "staff",
                isNaturalPerson = false,
                initialPassword = "right horse battery",
            }
        );
        var bound = await CreatedAsync(
            administrator,
            $"accounts/{account}/certificates",
            new { certificate = certificate.ExportCertificatePem() }
        );
        await ChangedAsync(
            administrator,
            $"accounts/{account}",
            $"accounts/{account}/bound-tokens",
            new { boundTokensOnly = true }
        );

        (await TokenAsync(instances.One, certificate: null, secret: "right horse battery")).ShouldBeNull();
        var token = await TokenAsync(instances.PartnersOne, certificate);
        token.ShouldNotBeNull();
        (await AskAsync(instances.PartnersAnother, certificate, token)).ShouldBe(HttpStatusCode.OK);
        (await AskAsync(instances.PartnersAnother, strangers, token)).ShouldBe(HttpStatusCode.Unauthorized);
        (await AskAsync(instances.PartnersAnother, certificate: null, token)).ShouldBe(HttpStatusCode.Unauthorized);
        (await AskAsync(instances.Another, certificate, token)).ShouldBe(HttpStatusCode.Unauthorized);

        var address = $"accounts/{account}/certificates/{bound}";
        await ChangedAsync(administrator, address, $"{address}/unbinding", body: null);

        (await TokenAsync(instances.PartnersOne, certificate)).ShouldBeNull();
        (await TokenAsync(instances.PartnersAnother, certificate)).ShouldBeNull();
        // The first instance was not asked about it before.
        (await AskAsync(instances.PartnersOne, certificate, token)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static async Task<string> UnitAsync(HttpClient administrator)
    {
        var units = await administrator.GetFromJsonAsync<JsonElement>("api/v1/security/units?limit=200", Cancellation);
        return units
            .GetProperty("items")
            .EnumerateArray()
            .First(unit => unit.GetProperty("kind").GetString() == "municipalAdministrativeUnit")
            .GetProperty("id")
            .GetString()!;
    }

    private static async Task<Guid> CreatedAsync(HttpClient administrator, string address, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"api/v1/security/{address}")
        {
            Content = JsonContent.Create(body),
        };
        request.Headers.Add("Idempotency-Key", address);
        using var answer = await administrator.SendAsync(request, Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Cancellation));
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("id").GetGuid();
    }

    private static async Task ChangedAsync(HttpClient administrator, string read, string act, object? body)
    {
        using var current = await administrator.GetAsync(
            new Uri($"api/v1/security/{read}", UriKind.Relative),
            Cancellation
        );
        using var request = new HttpRequestMessage(HttpMethod.Post, $"api/v1/security/{act}");
        if (body is not null)
        {
            request.Content = JsonContent.Create(body);
        }

        request.Headers.IfMatch.Add(current.Headers.ETag!);
        using var answer = await administrator.SendAsync(request, Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    private static async Task<string?> TokenAsync(Uri address, X509Certificate2? certificate, string? secret = null)
    {
        var fields = new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = Partner };
        if (secret is not null)
        {
            fields["client_secret"] = secret;
        }

        using var client = TlsCertificates.ClientWith(address, certificate);
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await client.PostAsync(new Uri("connect/token", UriKind.Relative), form, Cancellation);
        if (answer.StatusCode == HttpStatusCode.Unauthorized)
        {
            return null;
        }

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation))
            .GetProperty("access_token")
            .GetString();
    }

    private static async Task<HttpStatusCode> AskAsync(Uri address, X509Certificate2? certificate, string token)
    {
        using var client = TlsCertificates.ClientWith(address, certificate, token);
        using var answer = await client.GetAsync(new Uri("api/v1/security/me", UriKind.Relative), Cancellation);
        return answer.StatusCode;
    }
}
