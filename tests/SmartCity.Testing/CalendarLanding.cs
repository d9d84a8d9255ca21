using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Jobs;
using SmartCity.Regulation;
using Xunit;

namespace SmartCity.Testing;

/// <summary>Notices of days off as the office enters them, for the tests of modules whose clocks they move.</summary>
public static class CalendarLanding
{
    private static readonly Actor Office = new(
        ActorKind.Person,
        new("01980000-0000-7000-8000-000000000021"),
        "经办",
        new("01980000-0000-7000-8000-000000000022"),
        "informatization-office",
        "610400"
    );

    /// <summary>The kernel's own command, which no other module knows.</summary>
    private static readonly Type Landing = typeof(RegulationModule).Assembly.GetType(
        "SmartCity.Regulation.Application.Calendars.LandCalendarNotice",
        throwOnError: true
    )!;

    /// <summary>Lands the notice of a year in which these days are off beside the statutory holidays.</summary>
    /// <param name="host">It counts by the notice at once; its clocks are counted by <see cref="RecountAsync"/>.</param>
    /// <param name="correctionReason">Why it replaces the year; null for a new one.</param>
    public static async Task LandDaysOffAsync(
        this ModuleHost host,
        int year,
        string? correctionReason = null,
        params IReadOnlyList<DateOnly> days
    )
    {
        var off = days.Append(new(year, 1, 1)).Select(Text).ToHashSet();
        var first = await host.SendAs(Office, Command(host, year, correctionReason, off));
        if (first.Failure is { } failure)
        {
            // The service itself tells which statutory holidays such a listing leaves out.
            failure.Fields.ShouldAllBe(field => field.Code == "HOLIDAY_MISSING");
            off.UnionWith(failure.Fields.Select(field => field.Field));
            (await host.SendAs(Office, Command(host, year, correctionReason, off))).Failure.ShouldBeNull();
        }
    }

    /// <summary>Counts one module's open clocks by what has landed.</summary>
    public static async Task RecountAsync(this ModuleHost host, string schema)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var job = host.Services.GetServices<PeriodicJob>().Single(one => one.Name == $"{schema}.clock-recount");
        await ((IPeriodicJob)scope.ServiceProvider.GetRequiredService(job.Type)).RunAsync(
            TestContext.Current.CancellationToken
        );
    }

    private static ICommand Command(ModuleHost host, int year, string? correctionReason, IEnumerable<string> off)
    {
        var notice = new
        {
            year,
            yearInFile = year,
            number = "国办发明电〔2026〕0号",
            source = "https://example.org/notice",
            publishedOn = Text(DateOnly.FromDateTime(host.Time.GetUtcNow().UtcDateTime)),
            correctionReason,
            fileSha256 = new string('0', 64),
            days = off.Order(StringComparer.Ordinal)
                .Select(
                    (date, index) =>
                        new
                        {
                            place = $"days[{index}]",
                            name = $"节日{index}",
                            date,
                            isOffDay = true,
                        }
                ),
        };
        return (ICommand)
            JsonSerializer.Deserialize(JsonSerializer.Serialize(notice, Json.Options), Landing, Json.Options)!;
    }

    private static string Text(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
