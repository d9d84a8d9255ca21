using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Jobs;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Miniature.Counting;
using SmartCity.Testing;

namespace SmartCity.BuildingBlocks.Tests.Jobs;

/// <summary>A job without success for more than twice its period is named, whether it fails, stands still or never began.</summary>
public sealed class JobWatchTests
{
    private const string Name = "counting.housekeeping";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Look_WhenTwicePeriodHasPassedSinceTheLastSuccess_ThenOverdueTheMomentAfter(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        var job = JobOf(host);
        (await RunAsync(host, job)).ShouldBeTrue();
        host.Time.Advance(2 * job.Period);
        var atTwice = await LookAsync(host);
        host.Time.Advance(TimeSpan.FromSeconds(1));

        var behind = await LookAsync(host);

        (atTwice.IsOverdue, behind.IsOverdue).ShouldBe((false, true));
        behind.SucceededAt.ShouldBe(ModuleHost.Start);
    }

    [Theory, EveryDatabase]
    public async Task Look_WhenItWasClaimedAgainAndAgainButNeverSucceeded_ThenOverdue(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        var job = JobOf(host);
        _ = await LookAsync(host);
        host.Time.Advance(2 * job.Period + TimeSpan.FromSeconds(1));
        await host.InDatabaseAsync<CountingDb, int>(database =>
        {
            database.JobHeartbeats.Add(
                new()
                {
                    Name = Name,
                    PeriodSeconds = (int)job.Period.TotalSeconds,
                    StartedAt = host.Time.GetUtcNow(),
                    FailedAt = host.Time.GetUtcNow(),
                    LastFault = "a fault",
                }
            );
            return database.SaveChangesAsync(Cancellation);
        });

        var standing = await LookAsync(host);

        (standing.IsFailing, standing.IsOverdue).ShouldBe((true, true));
    }

    [Theory, EveryDatabase]
    public async Task Look_WhenItNeverBegan_ThenOverdueAfterTwicePeriod(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        var atFirst = await LookAsync(host);
        host.Time.Advance(2 * JobOf(host).Period + TimeSpan.FromSeconds(1));

        var later = await LookAsync(host);

        (atFirst.IsOverdue, later.IsOverdue, later.SucceededAt).ShouldBe((false, true, null));
    }

    private static PeriodicJob JobOf(ModuleHost host) =>
        host.Services.GetServices<PeriodicJob>().Single(job => job.Name == Name);

    private static Task<bool> RunAsync(ModuleHost host, PeriodicJob job) =>
        host.Services.GetRequiredService<JobRunner>().RunIfDueAsync(job, Cancellation);

    private static Task<JobStanding> LookAsync(ModuleHost host) =>
        host.InDatabaseAsync<CountingDb, JobStanding>(async database =>
        {
            var signs = await database
                .JobHeartbeats.Select(row => new JobSign(row.Name, row.SucceededAt, row.FailedAt))
                .ToListAsync(Cancellation);
            return host
                .Services.GetRequiredService<JobWatch>()
                .Judge("counting", signs)
                .Single(one => one.Name == Name);
        });
}
