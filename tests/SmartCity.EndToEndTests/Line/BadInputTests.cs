using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace SmartCity.EndToEndTests.Line;

/// <summary>What arrives broken is told so: a 4xx with a code, never a 500, and the declaration stays as it was.</summary>
public sealed class BadInputTests(DemonstrationFixture demonstration) : IClassFixture<DemonstrationFixture>
{
    private const string Declarations = "api/v1/approval/declarations";

    public static TheoryData<string, string, string> BrokenBodies =>
        new()
        {
            { "an unknown field", """{"sheet":{"projectName":"甲","surprise":1}}""", "MALFORMED_BODY" },
            { "a number for a text", """{"sheet":{"projectName":5}}""", "MALFORMED_BODY" },
            { "a text for a list", """{"sheet":{"projectName":"甲","participatingUnits":"x"}}""", "MALFORMED_BODY" },
            { "an unknown word", """{"sheet":{"projectName":"甲","kind":"castle"}}""", "MALFORMED_BODY" },
            { "a number for a word", """{"sheet":{"projectName":"甲","kind":1}}""", "MALFORMED_BODY" },
            { "money as a number", """{"sheet":{"projectName":"甲","totalInvestment":100}}""", "MALFORMED_BODY" },
            { "money of one decimal", """{"sheet":{"projectName":"甲","totalInvestment":"1.5"}}""", "MALFORMED_BODY" },
            {
                "money beyond all bounds",
                """{"sheet":{"projectName":"甲","totalInvestment":"99999999999999999999.00"}}""",
                "MALFORMED_BODY"
            },
            { "negative money", """{"sheet":{"projectName":"甲","totalInvestment":"-0.01"}}""", "INVALID_INPUT" },
            { "a date of 1900", """{"sheet":{"projectName":"甲","plannedStart":"1900-01-01"}}""", "INVALID_INPUT" },
            { "a date of 9999", """{"sheet":{"projectName":"甲","plannedFinish":"9999-12-31"}}""", "INVALID_INPUT" },
            {
                "a day that is none",
                """{"sheet":{"projectName":"甲","plannedStart":"2026-02-30"}}""",
                "MALFORMED_BODY"
            },
            { "a duplicate key", """{"sheet":{"projectName":"甲","projectName":"乙"}}""", "MALFORMED_BODY" },
            { "a null byte", """{"sheet":{"projectName":"甲\u0000乙"}}""", "MALFORMED_BODY" },
            { "half a surrogate pair", """{"sheet":{"projectName":"\ud83d"}}""", "MALFORMED_BODY" },
            { "a null where a part belongs", """{"sheet":null}""", "MALFORMED_BODY" },
            { "nothing", "", "MALFORMED_BODY" },
            { "no JSON", "projectName=甲", "MALFORMED_BODY" },
            { "a list", "[]", "MALFORMED_BODY" },
            { "an unfinished object", """{"sheet":{""", "MALFORMED_BODY" },
        };

    [Theory, MemberData(nameof(BrokenBodies))]
    public async Task Draft_WhenTheBodyIsBroken_ThenToldSo(string what, string body, string code)
    {
        using var response = await PostAsync(new StringContent(body, Encoding.UTF8, "application/json"));

        await ShouldBeToldAsync(response, HttpStatusCode.BadRequest, code, what);
    }

    [Theory]
    [InlineData("zh-CN", "不认识的值，可用：specialFund、governmentFinancing、selfRaised、")]
    [InlineData("en", "The value is unknown; known are: specialFund, governmentFinancing, selfRaised, ")]
    public async Task Draft_WhenAWordIsUnknown_ThenTheKnownOnesAreTold(string language, string told)
    {
        using var request = Request(
            new StringContent(
                """{"sheet":{"projectName":"甲","fund":{"sources":[{"kind":"castle"}]}}}""",
                Encoding.UTF8,
                "application/json"
            )
        );
        request.Headers.AcceptLanguage.Add(new(language));
        using var response = await demonstration.Health.SendAsync(request, TestContext.Current.CancellationToken);

        var problem = await ShouldBeToldAsync(response, HttpStatusCode.BadRequest, "MALFORMED_BODY", "a wrong word");

        var error = problem.GetProperty("errors")[0];
        error.GetProperty("field").GetString().ShouldBe("$.sheet.fund.sources[0].kind");
        error.GetProperty("code").GetString().ShouldBe("UNKNOWN_VALUE");
        error.GetProperty("message").GetString().ShouldNotBeNull().ShouldStartWith(told);
    }

    [Theory]
    [InlineData("zh-CN", "不认识的值，可用：draft、")]
    [InlineData("en", "The value is unknown; known are: draft, ")]
    public async Task List_WhenAWordIsUnknown_ThenTheKnownOnesAreTold(string language, string told)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Declarations}?state=castle");
        request.Headers.AcceptLanguage.Add(new(language));
        using var response = await demonstration.Health.SendAsync(request, TestContext.Current.CancellationToken);

        var problem = await ShouldBeToldAsync(response, HttpStatusCode.BadRequest, "MALFORMED_REQUEST", "a wrong word");

        var error = problem.GetProperty("errors")[0];
        error.GetProperty("field").GetString().ShouldBe("state");
        error.GetProperty("code").GetString().ShouldBe("UNKNOWN_VALUE");
        error.GetProperty("message").GetString().ShouldNotBeNull().ShouldStartWith(told);
    }

    [Fact]
    public async Task Draft_WhenTheTextIsOverLong_ThenTheFieldIsNamed()
    {
        var body = JsonSerializer.Serialize(new { sheet = new { projectName = new string('长', 5000) } });
        using var response = await PostAsync(new StringContent(body, Encoding.UTF8, "application/json"));

        var problem = await ShouldBeToldAsync(response, HttpStatusCode.BadRequest, "INVALID_INPUT", "over-long text");

        problem.GetProperty("errors")[0].GetProperty("field").GetString().ShouldBe("sheet.projectName");
    }

    [Fact]
    public async Task Draft_WhenTheTextIsBrokenUtf8_ThenToldSo()
    {
        byte[] body = [.. """{"sheet":{"projectName":" """u8, 0xC3, 0x28, .. "\"}}"u8];
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new("application/json");
        using var response = await PostAsync(content);

        await ShouldBeToldAsync(response, HttpStatusCode.BadRequest, "MALFORMED_BODY", "broken UTF-8");
    }

    [Fact]
    public async Task Draft_WhenTheJsonIsDeep_ThenToldSo()
    {
        var body = string.Concat(Enumerable.Repeat("{\"sheet\":", 5000));
        using var response = await PostAsync(new StringContent(body, Encoding.UTF8, "application/json"));

        await ShouldBeToldAsync(response, HttpStatusCode.BadRequest, "MALFORMED_BODY", "deep JSON");
    }

    [Fact]
    public async Task Draft_WhenTheBodyHasAHundredMegabytes_ThenTooLarge()
    {
        using var content = new ByteArrayContent(new byte[100 << 20]);
        content.Headers.ContentType = new("application/json");
        using var request = Request(content);
        // The service answers before the body was sent, as it should.
        request.Headers.ExpectContinue = true;
        using var response = await demonstration.Health.SendAsync(request, TestContext.Current.CancellationToken);

        await ShouldBeToldAsync(response, HttpStatusCode.RequestEntityTooLarge, "BODY_TOO_LARGE", "100 MB");
    }

    [Theory]
    [InlineData("application/json; charset=gb18030")]
    [InlineData("application/json; charset=utf-7")]
    [InlineData("application/json; charset=\"\"")]
    [InlineData("application/json; charset=")]
    [InlineData("application/json; charset=iso-8859-1")]
    public async Task Draft_WhenTheJsonIsInAnotherCharacterSet_ThenUnsupported(string type)
    {
        using var content = new ByteArrayContent([.. """{"sheet":{"projectName":"A"}}"""u8]);
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var response = await PostAsync(content);

        await ShouldBeToldAsync(response, HttpStatusCode.UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE", type);
    }

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json; charset=UTF-8")]
    [InlineData("application/json; charset=\"utf-8\"")]
    public async Task Draft_WhenTheJsonSaysThatItIsUtf8_ThenRead(string type)
    {
        using var content = new ByteArrayContent([.. """{"sheet":{"projectName":"智慧"}}"""u8]);
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var response = await PostAsync(content);

        response.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Draft_WhenTheBodyIsNoJsonByItsType_ThenUnsupported()
    {
        using var response = await PostAsync(new StringContent("甲", Encoding.UTF8, "text/plain"));

        await ShouldBeToldAsync(
            response,
            HttpStatusCode.UnsupportedMediaType,
            "UNSUPPORTED_MEDIA_TYPE",
            "a wrong type"
        );
    }

    [Theory]
    [InlineData("state=castle")]
    [InlineData("state=UnderReview")]
    [InlineData("limit=0")]
    [InlineData("limit=100000")]
    [InlineData("limit=many")]
    [InlineData("after=%00")]
    [InlineData("after=notacursor")]
    [InlineData("unit=12")]
    [InlineData("text=%FF%FE")]
    public async Task List_WhenTheQueryIsBroken_ThenToldSo(string query)
    {
        using var response = await demonstration.Health.GetAsync(
            new Uri($"{Declarations}?{query}", UriKind.Relative),
            TestContext.Current.CancellationToken
        );

        ((int)response.StatusCode).ShouldBeInRange(400, 422, query);
        await CodeOfAsync(response);
    }

    [Theory]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("not-an-id")]
    public async Task Get_WhenThereIsNoSuchId_ThenNotFoundOrToldSo(string id)
    {
        using var response = await demonstration.Health.GetAsync(
            new Uri($"{Declarations}/{id}", UriKind.Relative),
            TestContext.Current.CancellationToken
        );

        ((int)response.StatusCode).ShouldBeInRange(400, 404, id);
        await CodeOfAsync(response);
    }

    [Fact]
    public async Task Act_WhenTheDeclarationIsAnotherUnits_ThenLikeAbsent()
    {
        var mine = await DraftAsync();
        using var education = await demonstration.Service.ClientOfAsync("education.officer");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Declarations}/{mine}/submission");
        request.Headers.IfMatch.Add(new("\"1\""));
        using var response = await education.SendAsync(request, TestContext.Current.CancellationToken);

        await ShouldBeToldAsync(response, HttpStatusCode.NotFound, "NOT_FOUND", "another unit's declaration");
    }

    [Theory]
    [InlineData(null, HttpStatusCode.PreconditionRequired, "IF_MATCH_REQUIRED")]
    [InlineData("\"7\"", HttpStatusCode.PreconditionFailed, "VERSION_CONFLICT")]
    [InlineData("\"abc\"", HttpStatusCode.BadRequest, "IF_MATCH_INVALID")]
    [InlineData("\"99999999999999999999\"", HttpStatusCode.BadRequest, "IF_MATCH_INVALID")]
    public async Task Submit_WhenTheVersionIsNotTheOneSeen_ThenToldSo(
        string? version,
        HttpStatusCode status,
        string code
    )
    {
        var mine = await DraftAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Declarations}/{mine}/submission");
        if (version is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", version);
        }

        using var response = await demonstration.Health.SendAsync(request, TestContext.Current.CancellationToken);

        await ShouldBeToldAsync(response, status, code, version ?? "no version");
    }

    [Theory]
    [InlineData(null, "IDEMPOTENCY_KEY_REQUIRED")]
    [InlineData("with space", "IDEMPOTENCY_KEY_INVALID")]
    public async Task Draft_WhenTheKeyIsMissingOrBroken_ThenToldSo(string? key, string code)
    {
        using var request = Request(
            new StringContent("""{"sheet":{"projectName":"甲"}}""", Encoding.UTF8, "application/json")
        );
        request.Headers.Remove("Idempotency-Key");
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        }

        using var response = await demonstration.Health.SendAsync(request, TestContext.Current.CancellationToken);

        await ShouldBeToldAsync(response, HttpStatusCode.BadRequest, code, key ?? "no key");
    }

    [Fact]
    public async Task Draft_WhenSentTwiceWithOneKey_ThenMadeOnceAndAnsweredAlike()
    {
        var key = NewKey();
        using var first = await PostAsync(Named("甲"), key);
        using var second = await PostAsync(Named("甲"), key);

        first.StatusCode.ShouldBe(HttpStatusCode.Created);
        second.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await TextOfAsync(second)).ShouldBe(await TextOfAsync(first));
        second.Headers.ETag.ShouldBe(first.Headers.ETag);
        second.Headers.Location.ShouldBe(first.Headers.Location);
    }

    [Fact]
    public async Task Draft_WhenTheKeyServedAnotherRequest_ThenToldSo()
    {
        var key = NewKey();
        using var first = await PostAsync(Named("甲"), key);
        using var second = await PostAsync(Named("乙"), key);

        await ShouldBeToldAsync(second, HttpStatusCode.UnprocessableEntity, "IDEMPOTENCY_KEY_REUSED", "another body");
    }

    [Fact]
    public async Task Draft_WhenTheReaderAsksForEnglish_ThenEveryTextIsEnglish()
    {
        using var request = Request(
            new StringContent(
                """{"sheet":{"projectName":"","totalInvestment":"-1.00"}}""",
                Encoding.UTF8,
                "application/json"
            )
        );
        request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue("en"));
        using var response = await demonstration.Health.SendAsync(request, TestContext.Current.CancellationToken);

        var problem = await ShouldBeToldAsync(response, HttpStatusCode.BadRequest, "INVALID_INPUT", "two wrong fields");
        problem.GetRawText().All(char.IsAscii).ShouldBeTrue(problem.GetRawText());
        problem.GetProperty("errors").GetArrayLength().ShouldBe(2);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"sheet":{"plan":{},"fund":{"sources":[null],"lines":[{}]},"participatingUnits":[null]}}""")]
    public async Task EveryAct_WhenTheBodyLacksItsParts_ThenToldSoAndNeverABug(string body)
    {
        using var office = await demonstration.Service.ClientOfAsync("informatization.officer");
        var acts = await ActsAsync();

        foreach (var (method, path) in acts)
        {
            using var request = new HttpRequestMessage(method, path)
            {
                Content = new StringContent(body, Encoding.UTF8, "application/json"),
            };
            request.Headers.IfMatch.Add(new("\"1\""));
            request.Headers.Add("Idempotency-Key", NewKey());
            using var response = await office.SendAsync(request, TestContext.Current.CancellationToken);
            ((int)response.StatusCode).ShouldBeInRange(400, 428, $"{method} {path}: {await TextOfAsync(response)}");
            await CodeOfAsync(response);
        }

        acts.Count.ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task List_WhenNobodyIsSignedIn_ThenUnauthenticated()
    {
        using var nobody = new HttpClient { BaseAddress = demonstration.Service.Address };
        using var response = await nobody.GetAsync(
            new Uri(Declarations, UriKind.Relative),
            TestContext.Current.CancellationToken
        );

        await ShouldBeToldAsync(response, HttpStatusCode.Unauthorized, "UNAUTHENTICATED", "no token");
    }

    // Every act of the API description that takes a JSON body, with ids that stand for nothing. What can be asked
    // beforehand is an act; to the rest an empty list is a question with an empty answer.
    private async Task<List<(HttpMethod Method, string Path)>> ActsAsync()
    {
        var text = await demonstration.Health.GetStringAsync(
            new Uri("openapi/v1.json", UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        using var document = JsonDocument.Parse(text);
        return
        [
            .. document
                .RootElement.GetProperty("paths")
                .EnumerateObject()
                .SelectMany(path => path.Value.EnumerateObject().Select(operation => (path, operation)))
                .Where(one =>
                    one.operation.Value.TryGetProperty("requestBody", out var body)
                    && body.GetProperty("content").TryGetProperty("application/json", out _)
                    && one.operation.Value.TryGetProperty("parameters", out var parameters)
                    && parameters
                        .EnumerateArray()
                        .Any(parameter => parameter.GetProperty("name").GetString() == "dryRun")
                )
                .Select(one => (HttpMethod.Parse(one.operation.Name), WithIds(one.path.Name))),
        ];
    }

    private static string WithIds(string path) =>
        string.Join('/', path.Split('/').Select(part => part.StartsWith('{') ? Guid.AllBitsSet.ToString() : part));

    private static StringContent Named(string project) =>
        new(JsonSerializer.Serialize(new { sheet = new { projectName = project } }), Encoding.UTF8, "application/json");

    private static string NewKey() =>
        Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16));

    private static HttpRequestMessage Request(HttpContent content, string? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Declarations) { Content = content };
        request.Headers.Add("Idempotency-Key", key ?? NewKey());
        return request;
    }

    private static async Task<JsonElement> ShouldBeToldAsync(
        HttpResponseMessage response,
        HttpStatusCode status,
        string code,
        string what
    )
    {
        response.StatusCode.ShouldBe(status, what + ": " + await TextOfAsync(response));
        (await CodeOfAsync(response)).ShouldBe(code, what);
        using var document = JsonDocument.Parse(await TextOfAsync(response));
        return document.RootElement.Clone();
    }

    private static async Task<string> CodeOfAsync(HttpResponseMessage response)
    {
        response.Content.Headers.ContentType.ShouldNotBeNull().MediaType.ShouldBe("application/problem+json");
        using var document = JsonDocument.Parse(await TextOfAsync(response));
        return document.RootElement.GetProperty("code").GetString().ShouldNotBeNull();
    }

    private static Task<string> TextOfAsync(HttpResponseMessage response) =>
        response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    private async Task<HttpResponseMessage> PostAsync(HttpContent content, string? key = null)
    {
        using var request = Request(content, key);
        return await demonstration.Health.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private async Task<Guid> DraftAsync()
    {
        using var response = await PostAsync(Named(NewKey().ToLower(CultureInfo.InvariantCulture)));
        using var document = JsonDocument.Parse(await TextOfAsync(response));
        return document.RootElement.GetProperty("id").GetGuid();
    }
}
