using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Audit;
using SmartCity.BuildingBlocks.Jobs;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Time;
using SmartCity.Miniature.Errands;
using SmartCity.Regulation.Calendars;
using SmartCity.Regulation.Clocks;
using SmartCity.Regulation.Notices;
using SmartCity.Testing;

namespace SmartCity.Regulation.Tests.Clocks;

/// <summary>The errands on a database, and the few words in which the tests speak of their clocks.</summary>
internal static class ErrandsHost
{
    public static readonly Guid Town = new("019cabcd-0000-7000-8000-000000000001");
    public static readonly Guid Village = new("019cabcd-0000-7000-8000-000000000002");

    public static readonly DateOnly Today = ChinaTime.DateOf(ModuleHost.Start);

    public static Actor Officer { get; } = Person("019cabcd-0000-7000-8000-0000000000c1", ErrandsModule.Office, Town);

    public static Actor Villager { get; } = Person("019cabcd-0000-7000-8000-0000000000c2", "unit", Village);

    public static Actor Stranger { get; } =
        Person("019cabcd-0000-7000-8000-0000000000c3", "unit", Guid.Parse("019cabcd-0000-7000-8000-000000000003"));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static Task<ModuleHost> StartAsync(DatabaseKind kind, WorkingCalendar? calendar = null) =>
        ModuleHost.StartAsync(
            kind,
            [new RegulationModule(), new ErrandsModule()],
            calendar is null ? null : services => services.AddSingleton(CalendarOf(calendar)),
            SchemaSource.Model
        );

    public static async Task<ErrandId> GiveAsync(this ModuleHost host, int workingDays, string title = "送信")
    {
        var given = await host.SendAs(Officer, new GiveErrand(title, Village, workingDays));
        given.ShouldBeAccepted();
        return new(given.Value.Id);
    }

    public static async Task OrderAsync(
        this ModuleHost host,
        ErrandId errand,
        ClockWord word,
        DateOnly? until = null
    ) => (await host.SendAs(Officer, new OrderClock(errand, word, until))).ShouldBeAccepted();

    public static void PassDays(this ModuleHost host, int days) => host.Time.Advance(TimeSpan.FromDays(days));

    public static Task<StatutoryClock> ClockAsync(this ModuleHost host, ErrandId errand, ClockKind? kind = null) =>
        host.InDatabaseAsync<ErrandsDb, StatutoryClock>(database =>
            database
                .Set<StatutoryClock>()
                .AsNoTracking()
                .SingleAsync(
                    clock => clock.ObjectId == errand.Value.ToString() && clock.Kind == (kind ?? Errand.Due).Code,
                    Cancellation
                )
        );

    public static Task<List<NoticeRaised>> NoticesAsync(this ModuleHost host) => host.NoticesAsync<ErrandsDb>();

    public static async Task<List<string>> NoticeKindsAsync(this ModuleHost host) =>
        [.. (await host.NoticesAsync()).Select(notice => notice.Kind)];

    /// <summary>The acts on a clock, in order, as its audit entries tell them.</summary>
    public static Task<List<AuditContent>> EntriesAsync(this ModuleHost host, StatutoryClock clock) =>
        host.InDatabaseAsync<ErrandsDb, List<AuditContent>>(async database =>
            [
                .. (
                    await database
                        .AuditEntries.Where(entry =>
                            entry.ObjectType == "statutory-clock" && entry.ObjectId == clock.Identity
                        )
                        .OrderBy(entry => entry.Number)
                        .ToListAsync(Cancellation)
                ).Select(AuditContent.Of),
            ]
        );

    public static Task ClimbAsync(this ModuleHost host) => host.RaiseDueNoticesAsync("errands");

    public static Task RecountAsync(this ModuleHost host) => host.RunAsync("errands.clock-recount");

    /// <summary>The calendar of a later notice, in force at once on this instance.</summary>
    public static void Land(this ModuleHost host, WorkingCalendar calendar) =>
        host.Services.GetRequiredService<CalendarInForce>().Take(calendar).ShouldBeTrue();

    private static async Task RunAsync(this ModuleHost host, string name)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var job = host.Services.GetServices<PeriodicJob>().Single(one => one.Name == name);
        await ((IPeriodicJob)scope.ServiceProvider.GetRequiredService(job.Type)).RunAsync(Cancellation);
    }

    private static CalendarInForce CalendarOf(WorkingCalendar calendar)
    {
        var inForce = new CalendarInForce();
        inForce.Take(calendar);
        return inForce;
    }

    private static Actor Person(string account, string role, Guid unit) =>
        new(ActorKind.Person, Guid.Parse(account), role, unit, role, "610400");
}
