using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Audit;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Application.Calendars;
using SmartCity.Regulation.Application.Deadlines;
using SmartCity.Regulation.Calendars;
using SmartCity.Regulation.Infrastructure;
using SmartCity.Testing;

namespace SmartCity.Regulation.Tests.Calendars;

public sealed class CalendarNoticeTests
{
    private static readonly IReadOnlyList<IModule> Modules = [new RegulationModule()];
    private static readonly Actor Office = ActorOf("informatization-office");

    /// <summary>The calendar's version behind the first notice.</summary>
    private static readonly int Landed = WorkingCalendar.Published.VersionAfter(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task LandCalendarNotice_WhenAYearIsNew_ThenItIsCountedByAtOnceAndNoLongerProvisional(DatabaseKind kind)
    {
        await using var host = await AfterAutumnAsync(kind);
        var before = await DeadlineAsync(host);

        var outcome = await host.SendAs(Office, NextYear());

        outcome.ShouldBeAccepted();
        var after = await DeadlineAsync(host);
        (before.Deadline, before.IsProvisional).ShouldBe((new(2027, 1, 1), true));
        (after.Deadline, after.IsProvisional).ShouldBe((new(2027, 1, 4), false));
        host.Services.GetRequiredService<CalendarInForce>().Current.Version.ShouldBe(Landed);
    }

    [Theory]
    [EveryDatabase]
    public async Task LookAsync_WhenAnotherInstanceLandedANotice_ThenThisOneCountsByItToo(DatabaseKind kind)
    {
        await using var host = await AfterAutumnAsync(kind);
        await using var other = host.AnotherInstance();
        (await host.SendAs(Office, NextYear())).ShouldBeAccepted();
        (await DeadlineAsync(other)).IsProvisional.ShouldBeTrue();

        await other.Services.GetRequiredService<CalendarWatch>().LookAsync(Cancellation);

        (await DeadlineAsync(other)).IsProvisional.ShouldBeFalse();
        other.Services.GetRequiredService<CalendarInForce>().Current.Version.ShouldBe(Landed);
    }

    [Theory]
    [EveryDatabase]
    public async Task LookAsync_WhenAReleaseWithOtherDaysFollows_ThenWhatLandedBeforeItIsTakenUpAndItsTurnsGoOn(
        DatabaseKind kind
    )
    {
        await using var host = await AfterAutumnAsync(kind);
        (await host.SendAs(Office, NextYear())).ShouldBeAccepted();
        (await host.SendAs(Office, Correction(Listing.OfNotice(2026)))).ShouldBeAccepted();

        await using var next = host.AnotherInstance();
        var inForce = next.Services.GetRequiredService<CalendarInForce>();
        inForce.Take(WorkingCalendar.Released(7, WorkingCalendar.Published.Years)).ShouldBeTrue();

        await next.Services.GetRequiredService<CalendarWatch>().LookAsync(Cancellation);

        inForce.Current.Landings.ShouldBe(2);
        (
            await host.InDatabaseAsync<RegulationDb, List<int>>(database =>
                database
                    .CalendarNotices.OrderBy(notice => notice.CalendarVersion)
                    .Select(notice => notice.CalendarVersion)
                    .ToListAsync(Cancellation)
            )
        ).ShouldBe([2, 3]);
    }

    [Theory]
    [EveryDatabase]
    public async Task LandCalendarNotice_WhenItCorrectsAYear_ThenTheWholeYearIsReplacedAndTheReasonKept(
        DatabaseKind kind
    )
    {
        await using var host = await AfterAutumnAsync(kind);
        var days = Listing.OfNotice(2026).Where(day => day.Date != "2026-10-10").ToList();

        var outcome = await host.SendAs(Office, Correction(days));

        outcome.ShouldBeAccepted();
        var year = (await host.AskAs(Office, new GetCalendarYear(2026))).Value;
        (year.CalendarVersion, year.CorrectionReason, year.WorkingDays).ShouldBe((Landed, "录入有误", 247));
        year.Days.ShouldNotContain(day => day.Date == new DateOnly(2026, 10, 10));
    }

    [Theory]
    [EveryDatabase]
    public async Task LandCalendarNotice_WhenAnythingIsWrong_ThenEveryReasonIsToldAndNothingChanges(DatabaseKind kind)
    {
        await using var host = await AfterAutumnAsync(kind);
        var faulty = NextYear() with
        {
            Number = "",
            PublishedOn = new(2028, 1, 1),
            Days =
            [
                .. Listing.OfStatutoryDays(Listing.NextYear).Skip(1),
                Listing.Line("2027-03-15", false),
                Listing.Line("2027-10-01", true),
            ],
        };

        var outcome = await host.SendAs(Office, faulty);

        outcome
            .Failure.ShouldNotBeNull()
            .Fields.Select(field => (field.Field, field.Code))
            .ShouldBe(
                [
                    ("number", "REQUIRED"),
                    ("publishedOn", "OUT_OF_RANGE"),
                    ("added", "DAY_TWICE"),
                    ("2027-03-15", "MAKE_UP_DAY_ON_WEEKDAY"),
                    ("2027-01-01", "HOLIDAY_MISSING"),
                ],
                ignoreOrder: true
            );
        host.Services.GetRequiredService<CalendarInForce>().Current.ShouldBeSameAs(WorkingCalendar.Published);
        (await host.InDatabaseAsync<RegulationDb, int>(db => db.CalendarNotices.CountAsync(Cancellation))).ShouldBe(0);
    }

    [Theory]
    [EveryDatabase]
    public async Task LandCalendarNotice_WhenTheYearLandedOnAnotherInstanceMeanwhile_ThenRefused(DatabaseKind kind)
    {
        await using var host = await AfterAutumnAsync(kind);
        await using var other = host.AnotherInstance();
        (await host.SendAs(Office, NextYear())).ShouldBeAccepted();

        var second = await other.SendAs(Office, NextYear());

        second.Failure.ShouldNotBeNull().Fields.Select(field => field.Code).ShouldBe(["YEAR_ALREADY_PUBLISHED"]);
    }

    [Theory]
    [EveryDatabase]
    public async Task LandCalendarNotice_WhenTwoOfficersLandItAtOnce_ThenOneNoticeStands(DatabaseKind kind)
    {
        await using var host = await AfterAutumnAsync(kind);

        var outcomes = await Task.WhenAll(host.SendAs(Office, NextYear()), host.SendAs(Office, NextYear()));

        outcomes.Count(outcome => !outcome.IsFailure).ShouldBe(1);
        (await host.InDatabaseAsync<RegulationDb, int>(db => db.CalendarNotices.CountAsync(Cancellation))).ShouldBe(1);
    }

    [Theory]
    [InlineData("finance-bureau")]
    [InlineData("administrator")]
    [InlineData("contractor")]
    public async Task LandCalendarNotice_WhenNotTheOffice_ThenWrongAuthority(string role)
    {
        await using var host = await AfterAutumnAsync(DatabaseKind.Sqlite);

        (await host.SendAs(ActorOf(role), NextYear())).ShouldFail(ErrorKind.Forbidden, "WRONG_AUTHORITY");
    }

    [Theory]
    [EveryDatabase]
    public async Task LandCalendarNotice_WhenAccepted_ThenTheEntryAndTheNoticeTellWhoWhatAndFromWhere(DatabaseKind kind)
    {
        await using var host = await AfterAutumnAsync(kind);

        var outcome = await host.SendAs(Office, NextYear());

        var entry = await host.InDatabaseAsync<RegulationDb, AuditEntry>(database =>
            database.AuditEntries.SingleAsync(entry => entry.Id == outcome.Value.AuditEntry, Cancellation)
        );
        using var content = JsonDocument.Parse(entry.Content);
        content.RootElement.GetProperty("command").GetString().ShouldBe("regulation.land-calendar-notice");
        entry.ObjectType.ShouldBe("calendar-notice");
        var years = (await host.AskAs(Office, new ListCalendarYears(After: null, Limit: 200))).Value.Items;
        var line = years[^1];
        (line.Year, line.CalendarVersion, line.Number, line.PublishedOn, line.Sources.Single()).ShouldBe(
            (2027, Landed, "国办发明电〔2026〕0号", new(2026, 11, 10), "https://example.org/notice")
        );
        years.Select(year => year.Year).ShouldBe(Enumerable.Range(2019, 9));
    }

    [Theory]
    [EveryDatabase]
    public async Task PreviewCalendarNotice_WhenAskedFor_ThenItTellsWhatWouldChangeAndChangesNothing(DatabaseKind kind)
    {
        await using var host = await AfterAutumnAsync(kind);
        var file = new MemoryStream(Listing.AsJson(2027, Listing.OfStatutoryDays(2027)));

        var preview = (await host.AskAs(Office, new PreviewCalendarNotice(2027, false, file))).Value;

        preview.CanLand.ShouldBeTrue();
        preview.Warnings.Select(warning => warning.Code).ShouldBe(["DAYS_OUT_OF_BALANCE"]);
        preview.Changes.Count.ShouldBe(preview.Days.Count);
        preview.Changes.ShouldAllBe(change => change.Before == DayKind.WorkingDay && change.After == DayKind.DayOff);
        host.Services.GetRequiredService<CalendarInForce>().Current.IsPublished(2027).ShouldBeFalse();
        (await host.AskAs(Office, new GetCalendarYear(2027))).ShouldFail(ErrorKind.NotFound, "NOT_FOUND");
    }

    private static LandCalendarNotice NextYear() =>
        new(
            Listing.NextYear,
            Listing.NextYear,
            "国办发明电〔2026〕0号",
            "https://example.org/notice",
            new(2026, 11, 10),
            null,
            new string('0', 64),
            Listing.OfStatutoryDays(Listing.NextYear)
        );

    private static LandCalendarNotice Correction(IReadOnlyList<ListedDay> days) =>
        NextYear() with
        {
            Year = 2026,
            YearInFile = null,
            CorrectionReason = "录入有误",
            Days = days,
        };

    private static async Task<CountDeadline.CountedDeadline> DeadlineAsync(ModuleHost host) =>
        (await host.AskAs(Office, new CountDeadline(new(2026, 12, 25), WorkingDays: 5))).Value;

    private static async Task<ModuleHost> AfterAutumnAsync(DatabaseKind kind)
    {
        var host = await ModuleHost.StartAsync(kind, Modules);
        host.Time.SetUtcNow(new(2026, 11, 16, 1, 0, 0, TimeSpan.Zero));
        return host;
    }

    private static Actor ActorOf(string role) =>
        new(
            ActorKind.Person,
            Guid.Parse("01980000-0000-7000-8000-000000000011"),
            "经办",
            Guid.Parse("01980000-0000-7000-8000-000000000012"),
            role,
            "610400"
        );
}
