using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Core;
using Serilog.Events;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Demonstration;
using SmartCity.EndToEndTests.Host;
using SmartCity.EndToEndTests.Line;

namespace SmartCity.EndToEndTests.Fuzzing;

/// <summary>
/// Every operation of the service's own document, asked as documented and in every wrong way that can be made from the
/// document: no answer is a fault of the program, and none is another than the document lists.
/// </summary>
public sealed class FuzzTests
{
    private const int AttemptsOnSqlite = 8;
    private const int AttemptsOnServers = 3;
    private const int AccountsOnServers = 6;
    private const int ChangesOfAnAct = 10;
    private const int ChangesOfAnActOnServers = 4;

    // A tour whose act was accepted otherwise than it meant waits for what does not come.
    private static readonly TimeSpan LongestTour = TimeSpan.FromSeconds(12);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task EveryOperation_WhenAskedInEveryWay_ThenAnswersAsTheDocumentSays(DatabaseKind kind)
    {
        var faults = new KeptFaults();
        await using var service = await DemonstrationService.StartAsync(kind, faults.KeepFrom);
        using (var stage = service.StageFor(new Narrator(TextWriter.Null)))
        {
            await new Tour(stage).WalkAsync();
        }

        faults.Lines.ShouldBeEmpty("The tour goes without a fault.");
        var settings =
            kind == DatabaseKind.Sqlite
                ? FuzzSettings.Read(AttemptsOnSqlite)
                : FuzzSettings.Read(AttemptsOnServers) with
                {
                    Accounts = AccountsOnServers,
                };
        var tokens = await service.TokensAsync();
        using var nobody = new HttpClient { BaseAddress = service.Address };
        var told = new StringBuilder();
        foreach (var document in await ApiDocument.ReadAllAsync(nobody, Cancellation))
        {
            var watch = Stopwatch.StartNew();
            using var fuzzer = new Fuzzer(service.Address, document, tokens, settings);
            await fuzzer.RunAsync(_ => true, Cancellation);
            TestContext.Current.TestOutputHelper?.WriteLine(
                $"Seed {settings.Seed}, {document.Operations.Count} operations, {fuzzer.Report.Requests} requests in {watch.Elapsed.TotalSeconds:0} s, "
                    + $"of which the server itself refused {fuzzer.Report.RefusedByTheServerItself}.\n{NeverSeen(document, fuzzer.Report)}"
            );
            told.Append(fuzzer.Report);
            bool Came(Operation operation, int status) =>
                fuzzer.Report.Seen.ContainsKey((operation.ToString(), status));
            foreach (var listed in document.Operations.SelectMany(Provocable).GroupBy(one => one.Status))
            {
                // Who may act is told before what is absent, and how much is too much differs: there one operation is enough.
                var silent = listed.Where(one => !Came(one.Operation, one.Status)).ToList();
                if (listed.Key is not (404 or 413) || silent.Count == listed.Count())
                {
                    silent.ForEach(one =>
                        told.AppendLine(
                            CultureInfo.InvariantCulture,
                            $"{one.Operation}: {one.Status} is listed and never came"
                        )
                    );
                }
            }
        }

        faults.Lines.ShouldBeEmpty($"Seed {settings.Seed}\n{told}");
        told.ToString().ShouldBeEmpty($"Seed {settings.Seed}");
    }

    [Fact]
    public async Task EveryOperation_WhenAskedTooOften_ThenAnswersAsTheDocumentSays()
    {
        // Two requests a minute are spent on reading the documents.
        await using var service = await RunningService.StartAsync(map: null, ("RateLimits:PerAddress", "2"));
        var document = (await ApiDocument.ReadAllAsync(service.Client, Cancellation)).ShouldHaveSingleItem();
        using var fuzzer = new Fuzzer(
            service.Client.BaseAddress!,
            document,
            new Dictionary<string, string>(),
            FuzzSettings.Read(usualAttempts: 0)
        );

        await fuzzer.RunAsync(_ => true, Cancellation);

        fuzzer.Report.ToString().ShouldBeEmpty();
        document.Operations.Where(one => !fuzzer.Report.Seen.ContainsKey((one.ToString(), 429))).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task EveryActOfTheTour_WhenChangedInOneThing_ThenAnsweredAsTheDocumentSays(DatabaseKind kind)
    {
        var faults = new KeptFaults();
        await using var service = await DemonstrationService.StartAsync(kind, faults.KeepFrom);
        var settings = FuzzSettings.Read(kind == DatabaseKind.Sqlite ? ChangesOfAnAct : ChangesOfAnActOnServers);
        using var nobody = new HttpClient { BaseAddress = service.Address };
        var document = (await ApiDocument.ReadAllAsync(nobody, Cancellation))[0];
        using var fuzzer = new Fuzzer(service.Address, document, new Dictionary<string, string>(), settings);

        // As dry runs first: nothing is accepted, so every act of the tour is reached.
        await WalkThroughAsync(service, new(document, fuzzer, settings, isDryRun: true), Cancellation);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        stop.CancelAfter(LongestTour);
        var interloper = new Interloper(document, fuzzer, settings, isDryRun: false);
        var tour = await Record.ExceptionAsync(() => WalkThroughAsync(service, interloper, stop.Token));

        (tour is null || interloper.Accepted > 0 || stop.IsCancellationRequested).ShouldBeTrue(
            $"Nothing was changed, yet: {tour}"
        );
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"Seed {settings.Seed}, {fuzzer.Report.Requests} changed acts of {fuzzer.Report.Seen.Keys.Select(one => one.Operation).Distinct().Count()} operations"
        );
        faults.Lines.ShouldBeEmpty($"Seed {settings.Seed}\n{fuzzer.Report}");
        fuzzer.Report.ToString().ShouldBeEmpty($"Seed {settings.Seed}");
        fuzzer.Report.Seen.Keys.Select(one => one.Operation).Distinct().Count().ShouldBeGreaterThan(50);
    }

    private static async Task WalkThroughAsync(
        DemonstrationService service,
        Interloper interloper,
        CancellationToken cancellation
    )
    {
        await using var proxy = interloper;
        await proxy.StartAsync();
        using var stage = new Stage(proxy.Address, service.Accounts, new Narrator(TextWriter.Null), cancellation);
        await new Tour(stage).WalkAsync();
    }

    // What no rule and no state stands in the way of: it comes whatever the objects are like.
    private static IEnumerable<(Operation Operation, int Status)> Provocable(Operation operation) =>
        CanAlwaysBeProvoked(operation).Select(status => (operation, status));

    private static List<int> CanAlwaysBeProvoked(Operation operation)
    {
        List<int> statuses = [400];
        if (operation.NeedsSignIn)
        {
            statuses.Add(401);
        }

        if (operation.In("path").Any())
        {
            statuses.Add(404);
        }

        if (operation.Takes("If-Match"))
        {
            statuses.Add(428);
        }

        if (operation.Bodies.Count > 0)
        {
            statuses.Add(415);
        }

        if (operation.Bodies.Any(body => body.ContentType == "application/json"))
        {
            statuses.Add(413);
        }

        return statuses;
    }

    private static string NeverSeen(ApiDocument document, FuzzReport report)
    {
        var lines = document
            .Operations.SelectMany(operation => operation.Answers.Keys.Select(status => (operation, status)))
            .Where(one => one.status < 500 && !report.Seen.ContainsKey((one.operation.ToString(), one.status)))
            .GroupBy(one => one.status)
            .OrderBy(group => group.Key)
            .Select(group =>
                $"{group.Key} was never seen at {group.Count()}: {string.Join(", ", group.Select(one => one.operation.Id))}"
            );
        return string.Join('\n', lines);
    }

    /// <summary>What the service's log calls an error.</summary>
    private sealed class KeptFaults : ILogEventSink
    {
        private readonly ConcurrentQueue<string> lines = new();

        public IReadOnlyCollection<string> Lines => lines;

        public void KeepFrom(WebApplicationBuilder builder)
        {
            builder.Configuration["Serilog:MinimumLevel:Default"] = "Error";
            builder.Services.AddSingleton<ILogEventSink>(this);
        }

        public void Emit(LogEvent logEvent)
        {
            if (logEvent.Level >= LogEventLevel.Error)
            {
                lines.Enqueue($"{logEvent.RenderMessage(null)} {logEvent.Exception}");
            }
        }
    }
}
