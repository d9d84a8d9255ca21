using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Jobs;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Miniature.Counting;
using SmartCity.Testing;

namespace SmartCity.BuildingBlocks.Tests.Jobs;

public sealed class JobRunnerTests
{
    private static readonly PeriodicJob Job = new(
        "counting.chime",
        "counting",
        typeof(ChimeJob),
        TimeSpan.FromMinutes(1)
    );

    [Theory, EveryDatabase]
    public async Task RunIfDue_WhenItNeverRan_ThenItRunsAndLeavesALifeSign(DatabaseKind kind)
    {
        var bell = new Bell();
        await using var host = await StartAsync(kind, bell);

        var ran = await RunAsync(host);

        ran.ShouldBeTrue();
        bell.Rung.ShouldBe(1);
        var heartbeat = await HeartbeatAsync(host);
        (heartbeat.StartedAt, heartbeat.SucceededAt).ShouldBe((ModuleHost.Start, ModuleHost.Start));
        heartbeat.PeriodSeconds.ShouldBe(60);
    }

    [Theory, EveryDatabase]
    public async Task RunIfDue_WhenTwoInstancesWakeAtOnce_ThenOneRunsInEachPeriod(DatabaseKind kind)
    {
        var bell = new Bell();
        await using var host = await StartAsync(kind, bell);
        await using var other = host.AnotherInstance();
        for (var period = 1; period <= 3; period++)
        {
            var ran = await Task.WhenAll(Task.Run(() => RunAsync(host)), Task.Run(() => RunAsync(other)));

            ran.Count(one => one).ShouldBe(1);
            bell.Rung.ShouldBe(period);
            host.Time.Advance(Job.Period);
        }
    }

    [Theory, EveryDatabase]
    public async Task RunIfDue_WhenThePeriodHasNotPassed_ThenItDoesNotRun(DatabaseKind kind)
    {
        await using var host = await StartAsync(kind, new Bell());
        await RunAsync(host);
        host.Time.Advance(Job.Period / 2);

        (await RunAsync(host)).ShouldBeFalse();
    }

    [Theory, EveryDatabase]
    public async Task RunIfDue_WhenTheJobFails_ThenTheFailureIsMarkedAndItRunsAgainNextTime(DatabaseKind kind)
    {
        var bell = new Bell { Cracked = true };
        await using var host = await StartAsync(kind, bell);
        await RunAsync(host);
        var failed = await HeartbeatAsync(host);
        bell.Cracked = false;
        host.Time.Advance(Job.Period);

        var ran = await RunAsync(host);

        (failed.FailedAt, failed.SucceededAt).ShouldBe((ModuleHost.Start, null));
        failed.LastFault.ShouldBe("InvalidOperationException: The bell is cracked.");
        ran.ShouldBeTrue();
        (await HeartbeatAsync(host)).SucceededAt.ShouldBe(ModuleHost.Start + Job.Period);
    }

    [Theory, EveryDatabase]
    public async Task RunIfDue_WhenTheJobFailsWhileItHoldsARoot_ThenTheFailureIsMarkedAllTheSame(DatabaseKind kind)
    {
        var bell = new Bell { Cracked = true };
        await using var host = await StartAsync(kind, bell);
        bell.Holds = await host.OpenAsync();

        await RunAsync(host);

        (await HeartbeatAsync(host)).FailedAt.ShouldBe(ModuleHost.Start);
    }

    private static Task<ModuleHost> StartAsync(DatabaseKind kind, Bell bell) =>
        Miniature.StartAsync(kind, services => services.AddSingleton(bell).AddScoped<ChimeJob>());

    private static Task<bool> RunAsync(ModuleHost host) =>
        host.Services.GetRequiredService<JobRunner>().RunIfDueAsync(Job, TestContext.Current.CancellationToken);

    private static Task<JobHeartbeat> HeartbeatAsync(ModuleHost host) =>
        host.InDatabaseAsync<CountingDb, JobHeartbeat>(database =>
            database.JobHeartbeats.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken)
        );

    internal sealed class Bell
    {
        private int rung;

        public int Rung => rung;

        public bool Cracked { get; set; }

        public CounterId? Holds { get; set; }

        public void Ring() => Interlocked.Increment(ref rung);
    }

    internal sealed class ChimeJob(Bell bell, ICountingDatabase database) : IPeriodicJob
    {
        public async Task RunAsync(CancellationToken cancellationToken)
        {
            if (bell.Holds is { } counter)
            {
                await database.LockAsync<Counter, CounterId>(counter, cancellationToken);
            }

            if (bell.Cracked)
            {
                throw new InvalidOperationException("The bell is cracked.");
            }

            bell.Ring();
        }
    }
}
