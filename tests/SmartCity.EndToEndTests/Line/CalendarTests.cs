using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using SmartCity.EndToEndTests.Host;

namespace SmartCity.EndToEndTests.Line;

/// <summary>The working calendar over HTTP: what is known, a look at a file, and the landing of a notice.</summary>
public sealed class CalendarTests(DemonstrationFixture demonstration) : IClassFixture<DemonstrationFixture>
{
    private const string Calendar = "api/v1/regulation/calendar";
    private const string Notice =
        "year=2026&number=%E6%9B%B4%E6%AD%A3&source=https%3A%2F%2Fexample.org&publishedOn=2025-11-04";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task List_WhenAsked_ThenEveryPublishedYearWithItsSource()
    {
        var years = await demonstration.Health.GetFromJsonAsync<JsonElement>($"{Calendar}?limit=3", Cancellation);

        years
            .GetProperty("items")
            .EnumerateArray()
            .Select(year => year.GetProperty("year").GetInt32())
            .ShouldBe([2019, 2020, 2021]);
        years.GetProperty("next").GetString().ShouldNotBeNull();
    }

    [Theory]
    [InlineData(2025, 248, HttpStatusCode.OK)]
    [InlineData(2199, 0, HttpStatusCode.NotFound)]
    public async Task Get_WhenAYearIsAskedFor_ThenItsDaysOrNotFound(int year, int workingDays, HttpStatusCode status)
    {
        using var response = await demonstration.Health.GetAsync(Uri($"{Calendar}/{year}"), Cancellation);

        response.StatusCode.ShouldBe(status);
        if (status == HttpStatusCode.OK)
        {
            var told = await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
            told.GetProperty("workingDays").GetInt32().ShouldBe(workingDays);
        }
    }

    [Fact]
    public async Task Preview_WhenTheFileIsFaulty_ThenEveryReasonAtOnce()
    {
        using var office = await demonstration.Service.ClientOfAsync("informatization.officer");

        using var response = await SendAsync(
            office,
            "previews?year=2026",
            """{"year":2025,"days":[{"name":"元旦","date":"2026-01-01","isOffDay":true},{"name":"元旦","date":"2026-01-01","isOffDay":true},{"name":"春节","date":"2026-02-30","isOffDay":true}]}"""
        );

        var told = await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        told.GetProperty("canLand").GetBoolean().ShouldBeFalse();
        CodesOf(told.GetProperty("faults"))
            .ShouldBe(["YEAR_MISMATCH", "YEAR_ALREADY_PUBLISHED", "DAY_TWICE", "DATE_INVALID"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("previews?year=2027", 11 << 20, "FILE_TOO_LARGE")]
    [InlineData("notices?year=2027&number=1&source=1&publishedOn=2026-11-01", 11 << 20, "FILE_TOO_LARGE")]
    [InlineData("previews?year=2027", 0, "FILE_EMPTY")]
    public async Task Send_WhenTheFileIsNone_ThenAProblemAndNothingChanged(string path, int bytes, string code)
    {
        using var office = await demonstration.Service.ClientOfAsync("informatization.officer");

        using var response = await SendAsync(office, path, new string(' ', bytes));

        await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, code);
    }

    [Fact]
    public async Task Land_WhenNotTheOffice_ThenForbidden()
    {
        using var response = await SendAsync(demonstration.Health, $"notices?{Notice}", "{}");

        await response.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "WRONG_AUTHORITY");
    }

    [Fact]
    public async Task Land_WhenACorrectionIsRight_ThenTheYearIsReplacedAndCountedByAtOnce()
    {
        using var office = await demonstration.Service.ClientOfAsync("informatization.officer");
        var year = await office.GetFromJsonAsync<JsonElement>($"{Calendar}/2026", Cancellation);
        var days = year.GetProperty("days")
            .EnumerateArray()
            .Where(day => day.GetProperty("date").GetString() != "2026-10-10")
            .Select(day => new
            {
                name = day.GetProperty("name").GetString(),
                date = day.GetProperty("date").GetString(),
                isOffDay = day.GetProperty("kind").GetString() == "dayOff",
            });
        var file = JsonSerializer.Serialize(new { days });

        using var without = await SendAsync(office, $"notices?{Notice}", file);
        using var landed = await SendAsync(office, $"notices?{Notice}&correctionReason=%E8%AF%AF", file);

        await without.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "INVALID_INPUT");
        landed.StatusCode.ShouldBe(HttpStatusCode.Created);
        var deadline = await office.GetFromJsonAsync<JsonElement>(
            "api/v1/regulation/deadlines?start=2026-10-09&workingDays=1",
            Cancellation
        );
        deadline.GetProperty("deadline").GetString().ShouldBe("2026-10-12");
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string path, string file)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Uri($"{Calendar}/{path}"))
        {
            Content = new MultipartFormDataContent
            {
                { new ByteArrayContent(Encoding.UTF8.GetBytes(file)), "file", "calendar.json" },
            },
        };
        request.Headers.Add("Idempotency-Key", $"{path}-{file.Length}");
        return await client.SendAsync(request, Cancellation);
    }

    private static IEnumerable<string> CodesOf(JsonElement faults) =>
        faults.EnumerateArray().Select(fault => fault.GetProperty("code").GetString()!);

    private static Uri Uri(string path) => new(path, UriKind.Relative);
}
