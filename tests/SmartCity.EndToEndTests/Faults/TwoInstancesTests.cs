using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using SmartCity.Api;
using SmartCity.Api.CommandLine;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Demonstration;

namespace SmartCity.EndToEndTests.Faults;

/// <summary>Two instances over one PostgreSQL behind HAProxy, as docs/operations.md sets them up.</summary>
public sealed partial class TwoInstancesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Load_WhenOneInstanceIsKilledAndComesBack_ThenNothingIsLostAndNothingDoneTwice()
    {
        await using var pair = await Pair.StartAsync();
        var line = new LineLoad(pair.Stage);
        var notices = new NoticeLoad(pair.Stage);
        await line.PrepareAsync(projects: 2);
        await notices.PrepareAsync();
        var killed = await pair.StartTwoAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var working = Task.WhenAll(line.RunAsync(workers: 2, stop.Token), notices.RunAsync(stop.Token));
        await AfterFaults.UntilAsync(() => CommandsAnsweredBy(killed) > 100, working);

        await killed.KillAsync();
        await AfterFaults.UnderLoadAsync(pair.Ledger, 200, working);
        await pair.StartTwoAsync();
        await AfterFaults.UntilAsync(() => CommandsAnsweredBy(pair.Two) > 20, working);
        await stop.CancelAsync();
        await working;

        await Outbox.IdleAsync(pair.One.Address, pair.Database.Choice, Cancellation);
        var records = await StoredRecords.ReadAsync(pair.Database.Choice, Cancellation);
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{pair.Ledger.Acknowledged.Count} commands acknowledged, {pair.Ledger.AnswersLost} answers lost, "
                + $"{pair.Ledger.Unanswered} requests unanswered; commands answered by one: {CommandsAnsweredBy(pair.One)}, "
                + $"by two: {CommandsAnsweredBy(killed)} and again {CommandsAnsweredBy(pair.Two)}; "
                + $"{records.Effects().Shown.Count} effects of events; {notices.Revoked.Count} grants approved and revoked."
        );
        await AfterFaults.ShouldHaveHeardOnceAsync(pair.Stage, line, pair.Ledger);
        (await notices.NoticesAsync())
            .Order()
            .ShouldBe(notices.Revoked.SelectMany(grant => new[] { (grant, "approved"), (grant, "revoked") }).Order());
        AfterFaults.ShouldBeWhole(records, pair.Ledger, pair.Before);
        ShouldHaveRunEachJobOncePerPeriod(records, [pair.One, killed, pair.Two], pair.Lived);
    }

    [Fact]
    public async Task Load_WhenInstancesAreStoppedAndStartedInTurn_ThenNoRequestFails()
    {
        await using var pair = await Pair.StartAsync();
        var line = new LineLoad(pair.Stage);
        await line.PrepareAsync(projects: 2);
        var stopped = await pair.StartTwoAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var working = line.RunAsync(workers: 2, stop.Token);
        await AfterFaults.UntilAsync(() => CommandsAnsweredBy(stopped) > 50, working);

        var exitOfTwo = await stopped.StopAsync(Cancellation);
        await AfterFaults.UnderLoadAsync(pair.Ledger, 100, working);
        await pair.StartTwoAsync();
        await AfterFaults.UntilAsync(() => CommandsAnsweredBy(pair.Two) > 20, working);
        var exitOfOne = await pair.One.StopAsync(Cancellation);
        await AfterFaults.UnderLoadAsync(pair.Ledger, 100, working);
        await stop.CancelAsync();
        await working;

        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{pair.Ledger.Acknowledged.Count} commands acknowledged, {pair.Ledger.Unanswered} requests unanswered"
        );
        exitOfTwo.ShouldBe(ExitCode.Success);
        exitOfOne.ShouldBe(ExitCode.Success);
        pair.Ledger.Unanswered.ShouldBe(0, pair.Proxy.Told);
        pair.Ledger.Refused.ShouldBeEmpty();
    }

    [Fact]
    public async Task SignIn_WhenItsRequestsGoToBothInstancesInTurn_ThenItsTokensAreGoodAtBoth()
    {
        await using var pair = await Pair.StartAsync();
        await pair.StartTwoAsync();
        var officer = pair.Accounts["health.officer"];
        var signIn = new PersonSignIn(pair.Proxy.Address);

        var token = await signIn.SignInAsync(officer.UserName, officer.Password, Cancellation);
        var renewed = await signIn.RenewAsync(token.RefreshToken!, Cancellation);

        foreach (var instance in new[] { pair.One, pair.Two })
        {
            using var client = new HttpClient { BaseAddress = instance.Address };
            // Whoever comes through the proxy names the proxy.
            client.DefaultRequestHeaders.Host = pair.Proxy.Address.Authority;
            client.DefaultRequestHeaders.Authorization = new("Bearer", renewed.AccessToken);
            using var answer = await client.GetAsync(
                new Uri("api/v1/approval/declarations", UriKind.Relative),
                Cancellation
            );
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            instance.Output.ShouldContain("connect/");
        }
    }

    /// <summary>Each job of each module, by one of all the instances in each period of its life.</summary>
    private static void ShouldHaveRunEachJobOncePerPeriod(
        StoredRecords records,
        IEnumerable<ServiceProcess> instances,
        TimeSpan lived
    )
    {
        var run = instances
            .SelectMany(instance => JobDone().Matches(instance.Output))
            .CountBy(job => job.Groups[1].Value)
            .ToDictionary();
        var jobs = records.Modules.SelectMany(module => module.Jobs).ToList();
        run.Keys.Order().ShouldBe(jobs.Select(job => job.Name).Order());
        jobs.ShouldAllBe(job => job.SucceededAt != null && job.FailedAt == null);
        jobs.ShouldAllBe(job => run[job.Name] <= 1 + (int)(lived / TimeSpan.FromSeconds(job.PeriodSeconds)));
        jobs.ShouldContain(job => TimeSpan.FromSeconds(job.PeriodSeconds) > lived, "Most run once at all.");
    }

    private static int CommandsAnsweredBy(ServiceProcess instance) => CommandAnswered().Count(instance.Output);

    [GeneratedRegex("""Job ([a-z_.-]+) is done""")]
    private static partial Regex JobDone();

    [GeneratedRegex("""(POST|PUT) /?api/\S+ answered 20""")]
    private static partial Regex CommandAnswered();

    /// <summary>Two instances that share database, files and keys, the proxy before them, and one who works through it.</summary>
    private sealed class Pair : IAsyncDisposable
    {
        private readonly ServiceProcessOptions second;
        private readonly long since;

        private Pair(
            long since,
            TestDatabase database,
            ServiceProcess one,
            ServiceProcessOptions second,
            HaProxy proxy,
            HashSet<Guid> before,
            IReadOnlyDictionary<string, DemonstrationAccount> accounts
        )
        {
            (Database, One, Proxy, Before, Accounts) = (database, one, proxy, before, accounts);
            this.second = second;
            this.since = since;
            var gate = new Gate();
            Stage = new(
                proxy.Address,
                accounts,
                new(TextWriter.Null),
                Cancellation,
                () => new(new PatientHandler(Ledger, gate)) { Timeout = TimeSpan.FromMinutes(5) }
            );
        }

        public TestDatabase Database { get; }

        public ServiceProcess One { get; }

        public ServiceProcess Two { get; private set; } = null!;

        public HaProxy Proxy { get; }

        public HashSet<Guid> Before { get; }

        public IReadOnlyDictionary<string, DemonstrationAccount> Accounts { get; }

        public Ledger Ledger { get; } = new();

        public Stage Stage { get; }

        /// <summary>Since before the first instance started.</summary>
        public TimeSpan Lived => Stopwatch.GetElapsedTime(since);

        /// <summary>
        /// Only the first instance runs yet: the legal date, which a load moves while it is prepared, is known to others from
        /// their start on.
        /// </summary>
        public static async Task<Pair> StartAsync()
        {
            var database = await TestDatabase.CreateAsync(DatabaseKind.PostgreSql, ModuleList.All);
            var folder = TestFolder.New();
            var since = Stopwatch.GetTimestamp();
            var one = await ServiceProcess.StartAsync(OptionsFor(database, folder), Cancellation);
            var second = OptionsFor(database, folder);
            var before = (await StoredRecords.ReadAsync(database.Choice, Cancellation)).AcceptedFromOutside;
            return new(
                since,
                database,
                one,
                second,
                await HaProxy.StartAsync(one.Address, new(second.Urls), Cancellation),
                [.. before],
                await DemonstrationAccount.ReadAsync(Path.Combine(folder, "demonstration-accounts.json"), Cancellation)
            );
        }

        /// <summary>The second instance, for the first time or again.</summary>
        public async Task<ServiceProcess> StartTwoAsync()
        {
            if (Two is not null)
            {
                await Two.DisposeAsync();
            }

            return Two = await ServiceProcess.StartAsync(second, Cancellation);
        }

        public async ValueTask DisposeAsync()
        {
            Stage.Dispose();
            await Proxy.DisposeAsync();
            await One.DisposeAsync();
            if (Two is not null)
            {
                await Two.DisposeAsync();
            }

            await Database.DisposeAsync();
        }

        private static ServiceProcessOptions OptionsFor(TestDatabase database, string folder) =>
            new()
            {
                Database = database.Choice.ConnectionString,
                Folder = folder,
                Environment = "Demonstration",
                Urls = $"http://127.0.0.1:{ServiceProcess.FreePort()}",
                Settings = new Dictionary<string, string>
                {
                    ["Outbox:LeaseSeconds"] = "2",
                    ["Http:DrainSeconds"] = "3",
                    ["Http:TrustedProxies:0"] = "127.0.0.1",
                    // They tell which instance answered a request, and which ran a job.
                    ["Serilog:MinimumLevel:Override:Serilog.AspNetCore"] = "Information",
                    ["Serilog:MinimumLevel:Override:SmartCity.BuildingBlocks.Jobs"] = "Information",
                },
            };
    }
}
