using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Core;
using Serilog.Events;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Demonstration;
using SmartCity.EndToEndTests.Line;

namespace SmartCity.EndToEndTests.Fuzzing;

/// <summary>
/// Every operation of the service's own document, asked as documented and in every wrong way that can be made from the
/// document: no answer is a fault of the program, and none is another than the document lists.
/// </summary>
public sealed class FuzzTests
{
    private const int AttemptsOnSqlite = 40;
    private const int AttemptsOnServers = 12;

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
        var settings = FuzzSettings.Read(kind == DatabaseKind.Sqlite ? AttemptsOnSqlite : AttemptsOnServers);
        var tokens = await TokensAsync(service);
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
        }

        faults.Lines.ShouldBeEmpty($"Seed {settings.Seed}\n{told}");
        told.ToString().ShouldBeEmpty($"Seed {settings.Seed}");
    }

    private static async Task<IReadOnlyDictionary<string, string>> TokensAsync(DemonstrationService service)
    {
        var tokens = new Dictionary<string, string>();
        var signIn = new PersonSignIn(service.Address);
        foreach (var account in service.Accounts.Values)
        {
            var token = account.IsNaturalPerson
                ? await signIn.SignInAsync(account.UserName, account.Password, Cancellation)
                : await signIn.SignInSystemAsync(account.UserName, account.Password, Cancellation);
            tokens.Add(account.UserName, token.AccessToken);
        }

        return tokens;
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
