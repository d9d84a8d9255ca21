using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using SmartCity.EndToEndTests.Host;

namespace SmartCity.EndToEndTests.Line;

/// <summary>Identifiers in bulk over HTTP: each verdict in its place, and nothing of the numbers in the answer.</summary>
public sealed class IdentifierCheckTests(DemonstrationFixture demonstration) : IClassFixture<DemonstrationFixture>
{
    private const string Checks = "api/v1/regulation/identifier-checks";
    private const string Resident = """{"kind":"residentId","value":"11010519491231002X"}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Check_WhenSent_ThenVerdictsReasonsAndWhatSettlesThem()
    {
        using var response = await PostAsync(
            $$"""[{{Resident}},{"kind":"creditCode","value":"91350211M0000XUF46"},{"kind":"castle","value":"1"}]"""
        );

        var text = await response.Content.ReadAsStringAsync(Cancellation);
        using var verdicts = JsonDocument.Parse(text);
        verdicts
            .RootElement.EnumerateArray()
            .Select(verdict =>
                $"{verdict.GetProperty("number")} {verdict.GetProperty("kind")} {verdict.GetProperty("standing")}"
            )
            .ShouldBe(["1 residentId valid", "2 creditCode needsConfirmation", "3  invalid"]);
        var doubt = verdicts.RootElement[1].GetProperty("reasons")[0];
        doubt.GetProperty("code").GetString().ShouldBe("CHECK_CHARACTER_UNUSUAL");
        doubt.GetProperty("settledBy").GetString()!.ShouldContain("登记证书");
        text.ShouldNotContain("11010519491231002X");
    }

    [Fact]
    public async Task Check_WhenAHundredThousandAreSent_ThenAsManyVerdictsInTheirOrder()
    {
        var list = Enumerable
            .Range(0, 100_000)
            .Select(index => index % 2 == 0 ? Resident : """{"kind":"countyCode","value":"610427"}""");

        using var response = await PostAsync($"[{string.Join(',', list)}]");

        var verdicts = await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        verdicts.GetArrayLength().ShouldBe(100_000);
        verdicts
            .EnumerateArray()
            .Select(
                (verdict, index) =>
                    (verdict.GetProperty("number").GetInt32() == index + 1)
                    && (verdict.GetProperty("standing").GetString() == (index % 2 == 0 ? "valid" : "needsConfirmation"))
            )
            .ShouldAllBe(isRight => isRight);
    }

    [Fact]
    public async Task Check_WhenOneTooManyIsSent_ThenToldSo()
    {
        using var response = await PostAsync($"[{string.Join(',', Enumerable.Repeat(Resident, 100_001))}]");

        await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "TOO_MANY");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[{}]")]
    [InlineData("""[{"kind":"passport","value":"1","more":1}]""")]
    public async Task Check_WhenTheBodyIsBroken_ThenToldSo(string body)
    {
        using var response = await PostAsync(body);

        await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "MALFORMED_BODY");
    }

    [Fact]
    public async Task Check_WhenNobodyIsSignedIn_ThenUnauthenticated()
    {
        using var nobody = new HttpClient { BaseAddress = demonstration.Service.Address };

        using var response = await nobody.PostAsync(Uri, Json("[]"), Cancellation);

        await response.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "UNAUTHENTICATED");
    }

    [Fact]
    public async Task Check_WhenItIsNoJson_ThenUnsupportedMediaType()
    {
        using var response = await demonstration.Health.PostAsync(Uri, new StringContent("[]"), Cancellation);

        response.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    private static Uri Uri => new(Checks, UriKind.Relative);

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private Task<HttpResponseMessage> PostAsync(string body) =>
        demonstration.Health.PostAsync(Uri, Json(body), Cancellation);
}
