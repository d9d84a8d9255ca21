using System.Diagnostics;
using SmartCity.Benchmarks.Frame;
using SmartCity.Regulation.Calendars;

namespace SmartCity.Benchmarks.Law;

/// <summary>The working day that comes 1 to 250 working days behind each day of the published years, by one thread.</summary>
internal sealed class WorkingDays : IExercise
{
    private const int MostDays = 250;
    private const int Rounds = 200;

    private static readonly DateOnly From = new(2019, 1, 1);
    private static readonly DateOnly To = new(2026, 12, 31);

    private static readonly Figure Rate = new(
        "working-days",
        "working days added, 1 to 250, by one thread",
        "-",
        Goal.AtLeast(5_000_000),
        "/s",
        ["SmartCity.Benchmarks/Law/WorkingDays.cs"]
    );

    private readonly WorkingCalendar calendar = WorkingCalendar.Published;
    private long expected;

    public IReadOnlyList<Figure> Figures { get; } = [Rate];

    public Task PrepareAsync(Workbench workbench, CancellationToken cancellationToken)
    {
        expected = SumByWalking();
        Measure(rounds: 2);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<Sample>> RunAsync(int run, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Sample>>([new(Rate, Measure(Rounds), null)]);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private double Measure(int rounds)
    {
        var since = Stopwatch.GetTimestamp();
        long sum = 0;
        for (var round = 0; round < rounds; round++)
        {
            for (var day = From; day <= To; day = day.AddDays(1))
            {
                for (var number = 1; number <= MostDays; number++)
                {
                    sum += calendar.After(day, number).DayNumber;
                }
            }
        }

        var seconds = Stopwatch.GetElapsedTime(since).TotalSeconds;
        DifferentAnswersException.Demand("sum of days", $"{sum}", $"{expected * rounds}");
        var days = To.DayNumber - From.DayNumber + 1;
        return (double)days * MostDays * rounds / seconds;
    }

    // Day after day, as one would count on paper.
    private long SumByWalking()
    {
        long sum = 0;
        for (var day = From; day <= To; day = day.AddDays(1))
        {
            var at = day;
            for (var number = 1; number <= MostDays; number++)
            {
                do
                {
                    at = at.AddDays(1);
                } while (!calendar.IsWorkingDay(at));
                sum += at.DayNumber;
            }
        }

        return sum;
    }
}
