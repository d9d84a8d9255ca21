using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using SmartCity.Benchmarks.Frame;
using SmartCity.Demonstration;
using SmartCity.Regulation.Calendars;

namespace SmartCity.Benchmarks.Counting;

/// <summary>The office that enters the notices of days off of the first year that no notice is published for, over HTTP.</summary>
internal sealed class CalendarOffice(Uri service, string folder)
{
    private const string Calendar = "api/v1/regulation/calendar";

    /// <summary>The first year without a notice in this release.</summary>
    public static int Year { get; } =
        Enumerable.Range(2019, 200).First(year => !WorkingCalendar.Published.IsPublished(year));

    public static DateOnly NationalDay { get; } = new(Year, 10, 1);

    /// <summary>How many notices it has entered.</summary>
    public int Landed { get; private set; }

    /// <summary>What clocks are counted by now.</summary>
    public int Version => WorkingCalendar.Published.VersionAfter(Landed);

    // Beijing time, which the service counts days by.
    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(8));

    /// <summary>Enters a notice by which the National Day's holiday lasts that many days; each replaces the one before.</summary>
    /// <returns>When it was sent.</returns>
    /// <exception cref="InvalidOperationException">It was not accepted.</exception>
    public async Task<long> LandAsync(int daysOff, CancellationToken cancellationToken)
    {
        using var client = await SignInAsync(cancellationToken);
        var days = Enumerable.Range(0, daysOff).Select(NationalDay.AddDays).ToHashSet();
        // The service itself tells which statutory holidays such a listing leaves out.
        foreach (var fault in (await SendAsync(client, "previews", days, cancellationToken))["faults"]!.AsArray())
        {
            days.Add(
                DateOnly.ParseExact(fault!["field"]!.GetValue<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture)
            );
        }

        var sent = Stopwatch.GetTimestamp();
        await SendAsync(client, "notices", days, cancellationToken);
        Landed++;
        return sent;
    }

    private async Task<JsonNode> SendAsync(
        HttpClient client,
        string what,
        IEnumerable<DateOnly> days,
        CancellationToken cancellationToken
    )
    {
        var listed = days.Order()
            .Select(day =>
                (JsonNode)
                    new JsonObject
                    {
                        ["name"] = day >= NationalDay ? "国庆节" : $"节日{day.Month}",
                        ["date"] = Text(day),
                        ["isOffDay"] = true,
                    }
            );
        var file = new JsonObject { ["year"] = Year, ["days"] = new JsonArray([.. listed]) };
        var asked = Landed == 0 ? "" : "&correction=true&correctionReason=%E8%B0%83%E6%95%B4";
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            $"{Calendar}/{what}?year={Year}&number=1&source=https%3A%2F%2Fexample.org&publishedOn={Text(Today)}{asked}"
        );
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(Encoding.UTF8.GetBytes(file.ToJsonString())), "file", "calendar.json" },
        };
        request.Content = form;
        request.Headers.Add("Idempotency-Key", $"{what}-{Landed}");
        using var answer = await client.SendAsync(request, cancellationToken);
        var body = await answer.Content.ReadAsStringAsync(cancellationToken);
        return answer.IsSuccessStatusCode ? JsonNode.Parse(body)! : throw new InvalidOperationException(body);
    }

    // Each time, because a token does not last as long as the figure.
    private async Task<HttpClient> SignInAsync(CancellationToken cancellationToken)
    {
        var account = (await Workbench.AccountsAsync(folder, cancellationToken))["informatization.officer"];
        var token = await new PersonSignIn(service).SignInAsync(account.UserName, account.Password, cancellationToken);
        var client = new HttpClient { BaseAddress = service };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.AccessToken);
        return client;
    }

    private static string Text(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
