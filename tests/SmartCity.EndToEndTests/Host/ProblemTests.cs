using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace SmartCity.EndToEndTests.Host;

public sealed class ProblemTests(ServiceWithProbes probes) : IClassFixture<ServiceWithProbes>
{
    [Fact]
    public async Task Get_WhenAddressIsUnknown_ThenNoSuchAddressInChinese()
    {
        var service = probes.Service;

        var response = await service.Client.GetAsync("/api/v1/nothing", TestContext.Current.CancellationToken);

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.NotFound, "NO_SUCH_ADDRESS");
        problem.GetProperty("title").GetString().ShouldBe("没有这个地址");
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }

    [Fact]
    public async Task Get_WhenEnglishIsAskedFor_ThenProblemIsEnglish()
    {
        var service = probes.Service;
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/nothing");
        request.Headers.AcceptLanguage.Add(new("en-GB"));

        var response = await service.Client.SendAsync(request, TestContext.Current.CancellationToken);

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.NotFound, "NO_SUCH_ADDRESS");
        problem.GetProperty("title").GetString().ShouldBe("No such address");
    }

    [Fact]
    public async Task Delete_WhenAddressOnlyReads_ThenMethodNotAllowed()
    {
        var service = probes.Service;

        var response = await service.Client.DeleteAsync("/health/live", TestContext.Current.CancellationToken);

        await response.ShouldBeProblemAsync(HttpStatusCode.MethodNotAllowed, "METHOD_NOT_ALLOWED");
        response.Content.Headers.Allow.ShouldBe(["GET"]);
    }

    [Fact]
    public async Task Post_WhenBodyIsNotJson_ThenUnsupportedMediaType()
    {
        var service = probes.Service;

        var response = await service.Client.PostAsync(
            ServiceWithProbes.Echo,
            new StringContent("name=x", Encoding.UTF8, "application/x-www-form-urlencoded"),
            TestContext.Current.CancellationToken
        );

        await response.ShouldBeProblemAsync(HttpStatusCode.UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE");
    }

    [Fact]
    public async Task Post_WhenBodyIsTooLarge_ThenBodyTooLarge()
    {
        await using var service = await RunningService.StartAsync(ServiceWithProbes.Map, ("Http:LargestBody", "1000"));

        var response = await PostAsync(service, Encoding.UTF8.GetBytes($$"""{"name":"{{new string('x', 2000)}}"}"""));

        await response.ShouldBeProblemAsync(HttpStatusCode.RequestEntityTooLarge, "BODY_TOO_LARGE");
    }

    public static TheoryData<string, string, string> MalformedBodies =>
        new()
        {
            { """{"name":"a","count":1,"rank":2}""", "UNKNOWN_FIELD", "$.rank" },
            { """{"name":"a","count":"1"}""", "WRONG_TYPE", "$.count" },
            { """{"name":["a"],"count":1}""", "WRONG_TYPE", "$.name" },
            { """{"name":null,"count":1}""", "WRONG_TYPE", "$.name" },
            { """{"name":"a","count":99999999999}""", "WRONG_TYPE", "$.count" },
            { """{"name":"a","count":1.5}""", "WRONG_TYPE", "$.count" },
            { """{"name":"a","name":"b","count":1}""", "DUPLICATE_FIELD", "$.name" },
            { """{"name":"a"}""", "MISSING_FIELD", "$" },
            { """{"name":"a\u0000b","count":1}""", "TEXT_NOT_CLEAN", "$.name" },
            { """{"name":"\ud800","count":1}""", "TEXT_NOT_UNICODE", "$.name" },
            { """{"name":"a","count":1}}""", "NOT_JSON", "$" },
            { """{"name":"a","count":1""", "NOT_JSON", "$.count" },
            { "[]", "WRONG_TYPE", "$" },
            { "null", "BODY_REQUIRED", "$" },
            { "", "BODY_REQUIRED", "$" },
            { """{"name":"a","count":1,"rank":""" + new string('[', 200), "UNKNOWN_FIELD", "$.rank" },
            { new string('[', 200), "WRONG_TYPE", "$" },
        };

    [Theory]
    [MemberData(nameof(MalformedBodies))]
    public async Task Post_WhenBodyIsMalformed_ThenPlaceAndFaultAreTold(string body, string code, string path)
    {
        var service = probes.Service;

        var response = await PostAsync(service, Encoding.UTF8.GetBytes(body));

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "MALFORMED_BODY");
        var error = problem.GetProperty("errors")[0];
        error.GetProperty("code").GetString().ShouldBe(code);
        error.GetProperty("field").GetString().ShouldBe(path);
    }

    [Fact]
    public async Task Post_WhenBodyIsBrokenUtf8_ThenMalformedBody()
    {
        var service = probes.Service;

        var response = await PostAsync(service, [.. "{\"name\":\""u8, 0xC3, 0x28, .. "\",\"count\":1}"u8]);

        await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "MALFORMED_BODY");
    }

    [Theory]
    [InlineData("/api/v1/nothing?q=%FF")]
    [InlineData("/api/v1/nothing?q=%00")]
    [InlineData("/api/v1/nothing?q=%0")]
    [InlineData("/api/v1/nothing?q=%ED%A0%80")]
    [InlineData("/api/v1/%C3%28")]
    [InlineData("/api/v1/a%07b")]
    [InlineData("/api/probe?limit=many")]
    [InlineData("/api/probe?limit=99999999999")]
    public async Task Get_WhenAddressIsMalformed_ThenMalformedRequest(string address)
    {
        var service = probes.Service;

        var (status, body) = await RawGetAsync(service, address);

        status.ShouldBe(400);
        body.ShouldContain("MALFORMED_REQUEST");
    }

    [Fact]
    public async Task Get_WhenPathHoldsNullByte_ThenBadRequest()
    {
        var service = probes.Service;

        var (status, _) = await RawGetAsync(service, "/api/v1/a%00b");

        status.ShouldBe(400);
    }

    [Fact]
    public async Task Get_WhenQueryIsOverLong_ThenAddressTooLong()
    {
        var service = probes.Service;

        var response = await service.Client.GetAsync(
            $"/api/v1/nothing?q={new string('x', 5000)}",
            TestContext.Current.CancellationToken
        );

        await response.ShouldBeProblemAsync(HttpStatusCode.RequestUriTooLong, "ADDRESS_TOO_LONG");
    }

    [Fact]
    public async Task Get_WhenProgramFails_ThenInternalErrorWithoutItsText()
    {
        var service = probes.Service;

        var response = await service.Client.GetAsync(ServiceWithProbes.Failing, TestContext.Current.CancellationToken);

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.InternalServerError, "INTERNAL_ERROR");
        problem.GetRawText().ShouldNotContain(ServiceWithProbes.InnerWords);
        problem.GetProperty("traceId").GetString().ShouldNotBeNull().Length.ShouldBe(32);
    }

    [Fact]
    public async Task Get_WhenDatabaseIsBusy_ThenUnavailableWithRetryAfter()
    {
        var service = probes.Service;

        var response = await service.Client.GetAsync(ServiceWithProbes.Busy, TestContext.Current.CancellationToken);

        await response.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable, "DATABASE_BUSY");
        response.Headers.RetryAfter.ShouldNotBeNull();
    }

    [Fact]
    public async Task Get_WhenAskedTooOften_ThenTooManyRequestsWithRetryAfter()
    {
        await using var service = await RunningService.StartAsync(map: null, ("RateLimits:PerAddress", "1"));
        await service.Client.GetAsync("/health/live", TestContext.Current.CancellationToken);

        var response = await service.Client.GetAsync("/health/live", TestContext.Current.CancellationToken);

        await response.ShouldBeProblemAsync(HttpStatusCode.TooManyRequests, "TOO_MANY_REQUESTS");
        response.Headers.RetryAfter.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(null, HttpStatusCode.BadRequest)]
    [InlineData("http", HttpStatusCode.BadRequest)]
    [InlineData("https", HttpStatusCode.OK)]
    public async Task Get_WhenForwardedByNamedProxy_ThenOnlyHttpsIsAccepted(string? scheme, HttpStatusCode expected)
    {
        await using var service = await RunningService.StartAsync(map: null, ("Http:TrustedProxies:0", "127.0.0.1"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/live");
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        if (scheme is not null)
        {
            request.Headers.Add("X-Forwarded-Proto", scheme);
        }

        var response = await service.Client.SendAsync(request, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(expected);
    }

    private static Task<HttpResponseMessage> PostAsync(RunningService service, byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return service.Client.PostAsync(ServiceWithProbes.Echo, content, TestContext.Current.CancellationToken);
    }

    // HttpClient mends addresses before it sends them; a socket does not.
    private static async Task<(int Status, string Body)> RawGetAsync(RunningService service, string address)
    {
        var server = service.Client.BaseAddress!;
        using var socket = new TcpClient();
        await socket.ConnectAsync(server.Host, server.Port, TestContext.Current.CancellationToken);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes($"GET {address} HTTP/1.1\r\nHost: {server.Authority}\r\nConnection: close\r\n\r\n"),
            TestContext.Current.CancellationToken
        );
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var answer = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        return (int.Parse(answer.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture), answer);
    }
}
