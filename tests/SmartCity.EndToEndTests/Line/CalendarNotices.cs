using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SmartCity.Regulation.Calendars;

namespace SmartCity.EndToEndTests.Line;

/// <summary>Notices of days off as the office enters them over HTTP.</summary>
internal static class CalendarNotices
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The first whose notice no release has brought.</summary>
    public static int FirstYear { get; } =
        Enumerable.Range(2019, 100).First(year => !WorkingCalendar.Published.IsPublished(year));

    /// <summary>Lands the notice of a year in which these days are off beside the statutory holidays.</summary>
    /// <param name="today">The legal date; the notice was published by then.</param>
    public static async Task LandAsync(HttpClient office, int year, DateOnly today, IEnumerable<DateOnly> days)
    {
        var publishedOn = today.Year > year ? new(year - 1, 11, 15) : today;
        // A listing has a day at least; one of the first of October is a weekday.
        var national = Enumerable
            .Range(1, 3)
            .Select(day => new DateOnly(year, 10, day))
            .First(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
        var off = days.Append(national).Select(Text).ToHashSet();
        using var preview = await SendAsync(office, "previews", year, publishedOn, off);
        // The service itself tells which statutory holidays such a listing leaves out.
        off.UnionWith(
            JsonNode.Parse(await preview.Content.ReadAsStringAsync(Cancellation))!["faults"]!
                .AsArray()
                .Select(fault => fault!["field"]!.GetValue<string>())
                .Where(field => DateOnly.TryParse(field, CultureInfo.InvariantCulture, out _))
        );

        using var landed = await SendAsync(office, "notices", year, publishedOn, off);

        landed.StatusCode.ShouldBe(HttpStatusCode.Created, await landed.Content.ReadAsStringAsync(Cancellation));
    }

    private static async Task<HttpResponseMessage> SendAsync(
        HttpClient office,
        string what,
        int year,
        DateOnly publishedOn,
        IEnumerable<string> off
    )
    {
        var days = off.Order(StringComparer.Ordinal)
            .Select(
                (date, index) =>
                    new
                    {
                        name = $"节日{index}",
                        date,
                        isOffDay = true,
                    }
            );
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri(
                $"api/v1/regulation/calendar/{what}?year={year}&number=1&source=https%3A%2F%2Fexample.org"
                    + $"&publishedOn={Text(publishedOn)}"
                    + (
                        WorkingCalendar.Published.IsPublished(year) ? "&correction=true&correctionReason=%E8%AF%AF" : ""
                    ),
                UriKind.Relative
            )
        )
        {
            Content = new MultipartFormDataContent
            {
                {
                    new ByteArrayContent(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { year, days }))),
                    "file",
                    "calendar.json"
                },
            },
        };
        request.Headers.Add("Idempotency-Key", $"{what}-{year}");
        return await office.SendAsync(request, Cancellation);
    }

    private static string Text(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
