using System.Diagnostics;
using System.Globalization;
using Npgsql;
using SmartCity.Benchmarks.Frame;
using SmartCity.BuildingBlocks.Persistence;

namespace SmartCity.Benchmarks.Counting;

/// <summary>
/// Open clocks whose last day lies in a year without a notice of days off, until that notice lands over HTTP and moves
/// every one of them: each is counted again and leaves its entry and its notice, which goes to the inbox of its unit. All
/// by the published service, with everything else that it does meanwhile.
/// </summary>
internal sealed class RecountedClocks : IExercise
{
    private const int Many = 100_000;
    private const int Fewer = 10_000;
    private const double Mebibyte = 1 << 20;

    // Two listings in turn, of which the second ends behind every day that the first one rolls to.
    private const int ShortHoliday = 7;
    private const int LongHoliday = 14;

    private const string Undelivered =
        "SELECT EXISTS (SELECT 1 FROM acceptance.outbox_messages WHERE state = 'Waiting')";

    // What was there before goes. Ids are in the order of starting, as those of real clocks are; the ladder is the usual one.
    private static readonly string[] Preparation =
    [
        "TRUNCATE acceptance.statutory_clocks, acceptance.clock_rungs, acceptance.clock_suspensions, "
            + "acceptance.audit_entries, acceptance.outbox_messages, security.notices, security.inbox_messages, "
            + "security.audit_entries CASCADE",
        """
            INSERT INTO acceptance.statutory_clocks (id, number, kind, article, nature, object_type, object_id, object_title,
              unit, authority, state, started_on, set_going_on, period, length, due_on, is_provisional, calendar_version,
              next_rung_on, version)
            SELECT id, 'QX' || upper(left(replace(id::text, '-', ''), 20)), 'acceptance.post-evaluation', 37, 'Duty',
              'acceptance', gen_random_uuid()::text, '城市大脑平台' || n, units[1 + n % array_length(units, 1)], units[1],
              'Running', days.started_on, days.started_on, 'Months', 6, days.due_on, true, {1}, days.due_on - 90, 1
            FROM (SELECT n, (substr(hex, 1, 8) || '-' || substr(hex, 9, 4) || '-7' || substr(random, 16))::uuid AS id
                FROM generate_series(1, {0}) n, lpad(to_hex(1790000000000 + n), 12, '0') hex,
                  CAST(gen_random_uuid() AS text) random) made
              JOIN (VALUES {2}) days (number, started_on, due_on) ON days.number = n % {3},
              (SELECT array_agg(id) AS units FROM security.units) known
            """,
        """
            INSERT INTO acceptance.clock_rungs (clock_id, days_before)
            SELECT id, days FROM acceptance.statutory_clocks, unnest(ARRAY[90, 30, 0, -1]) days
            """,
    ];

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    private static readonly IReadOnlyList<string> Sources =
    [
        "SmartCity.Benchmarks/Counting/RecountedClocks.cs",
        "SmartCity.Benchmarks/Counting/CalendarOffice.cs",
    ];

    private static readonly Figure Counted = new(
        "recount",
        "calendar lands and moves 100,000 open clocks: until the last is counted again, with its entry and notice, PostgreSQL",
        "-",
        Goal.Reported,
        "s",
        Sources
    );

    private static readonly Figure Told = new(
        "recount-told",
        "the same, until the last notice is in its inbox",
        "-",
        Goal.Reported,
        "s",
        Sources
    );

    private static readonly Figure Memory = new(
        "recount-memory",
        "largest resident memory while 100,000 clocks are counted again and told",
        "the same of 10,000 clocks",
        Goal.AtMost(1.25),
        "MiB",
        Sources
    );

    private DatabaseChoice database = null!;
    private HostProcess service = null!;
    private CalendarOffice office = null!;
    private Dictionary<DateOnly, DateOnly> dueDays = null!;

    public IReadOnlyList<Figure> Figures { get; } = [Counted, Told, Memory];

    public async Task PrepareAsync(Workbench workbench, CancellationToken cancellationToken)
    {
        var folder = workbench.NewFolder("counting");
        database = await workbench.NewDatabaseAsync(DatabaseKind.PostgreSql, cancellationToken);
        service = await workbench.StartProductAsync(database, folder, cancellationToken, "Demonstration");
        office = new(service.Address, folder);
        // While nothing is published the day after six months rolls past the weekend only.
        dueDays = Enumerable
            .Range(0, 3)
            .Select(CalendarOffice.NationalDay.AddDays)
            .ToDictionary(day => day.AddMonths(-6), PastTheWeekend);
        // Once unmeasured.
        await MeasureAsync(Fewer, cancellationToken);
    }

    public async Task<IReadOnlyList<Sample>> RunAsync(int run, CancellationToken cancellationToken)
    {
        var fewer = await MeasureAsync(Fewer, cancellationToken);
        var many = await MeasureAsync(Many, cancellationToken);
        return
        [
            new(Counted, many.Counted.TotalSeconds, null),
            new(Told, many.Told.TotalSeconds, null),
            new(Memory, many.Peak, fewer.Peak),
        ];
    }

    public ValueTask DisposeAsync() => service.DisposeAsync();

    private static string Uncounted(int version) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            SELECT EXISTS (SELECT 1 FROM acceptance.statutory_clocks
              WHERE state IN ('Running', 'Suspended') AND calendar_version < {version})
            """
        );

    // Every clock has moved, and each has left one entry and one notice, and has one in an inbox.
    private static string Effects(int version, DateOnly lastDayOff) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            SELECT concat_ws(' ',
              (SELECT count(*) FROM acceptance.statutory_clocks
                WHERE calendar_version = {version} AND version = 2 AND due_on > '{lastDayOff:O}'),
              (SELECT count(DISTINCT object_id) FROM acceptance.audit_entries WHERE object_type = 'statutory-clock'),
              (SELECT count(*) FROM acceptance.audit_entries WHERE object_type = 'statutory-clock'),
              (SELECT count(*) FROM acceptance.outbox_messages),
              (SELECT count(DISTINCT clock) FROM security.notices),
              (SELECT count(*) FROM security.notices))
            """
        );

    private static DateOnly PastTheWeekend(DateOnly day)
    {
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            day = day.AddDays(1);
        }

        return day;
    }

    private async Task<(TimeSpan Counted, TimeSpan Told, double Peak)> MeasureAsync(
        int clocks,
        CancellationToken cancellationToken
    )
    {
        await LayAsync(clocks, cancellationToken);
        var holiday = office.Landed % 2 == 0 ? ShortHoliday : LongHoliday;
        var since = await office.LandAsync(holiday, cancellationToken);
        var peak = await PeakWhileAsync(Uncounted(office.Version), cancellationToken);
        var counted = Stopwatch.GetElapsedTime(since);
        peak = Math.Max(peak, await PeakWhileAsync(Undelivered, cancellationToken));
        var told = Stopwatch.GetElapsedTime(since);
        var lastDayOff = CalendarOffice.NationalDay.AddDays(holiday - 1);
        DifferentAnswersException.Demand(
            "clocks, entries and notices",
            await AnswerAsync<string>(Effects(office.Version, lastDayOff), cancellationToken),
            string.Join(' ', Enumerable.Repeat(clocks, 6))
        );
        foreach (var start in dueDays.Keys.ToList())
        {
            dueDays[start] = await AnswerAsync<DateOnly>(
                $"SELECT min(due_on) FROM acceptance.statutory_clocks WHERE started_on = '{start:O}'",
                cancellationToken
            );
        }

        return (counted, told, peak / Mebibyte);
    }

    private async Task LayAsync(int clocks, CancellationToken cancellationToken)
    {
        var days = string.Join(
            ", ",
            dueDays.Select((due, number) => $"({number}, DATE '{due.Key:O}', DATE '{due.Value:O}')")
        );
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(cancellationToken);
#pragma warning disable CA2100 // the statements stand above, the rest are numbers and days
        foreach (var text in Preparation)
        {
            var statement = string.Format(
                CultureInfo.InvariantCulture,
                text,
                clocks,
                office.Version,
                days,
                dueDays.Count
            );
            await using var prepare = new NpgsqlCommand(statement, connection) { CommandTimeout = 0 };
            await prepare.ExecuteNonQueryAsync(cancellationToken);
        }
#pragma warning restore CA2100

        await Workbench.SettleAsync(database, cancellationToken);
    }

    // The most that the service holds while there still is something of it.
    private async Task<long> PeakWhileAsync(string thereIs, CancellationToken cancellationToken)
    {
        long peak = 0;
        while (await AnswerAsync<bool>(thereIs, cancellationToken))
        {
            peak = Math.Max(peak, service.ResidentBytes);
            await Task.Delay(BetweenLooks, cancellationToken);
        }

        return peak;
    }

    private async Task<T> AnswerAsync<T>(string statement, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(cancellationToken);
#pragma warning disable CA2100 // statements of this file
        await using var ask = new NpgsqlCommand(statement, connection) { CommandTimeout = 0 };
#pragma warning restore CA2100
        await using var reader = await ask.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return reader.GetFieldValue<T>(0);
    }
}
