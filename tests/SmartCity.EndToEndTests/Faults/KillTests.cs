using SmartCity.Api;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Demonstration;

namespace SmartCity.EndToEndTests.Faults;

/// <summary>The service killed under load, again and again, and started again over what it left.</summary>
public sealed class KillTests
{
    private const int Kills = 20;
    private const int Seed = 20260702;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Kill_WhenKilledUnderLoadAgainAndAgain_ThenNothingIsLostAndNothingDoneTwice(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind, ModuleList.All);
        var options = OptionsFor(database);
        var service = await ServiceProcess.StartAsync(options, Cancellation);
        try
        {
            var accounts = await DemonstrationAccount.ReadAsync(
                Path.Combine(options.Folder, "demonstration-accounts.json"),
                Cancellation
            );
            var before = (await StoredRecords.ReadAsync(database.Choice, Cancellation)).AcceptedFromOutside.ToHashSet();
            var (ledger, gate) = (new Ledger(), new Gate());
            using var stage = new Stage(
                service.Address,
                accounts,
                new(TextWriter.Null),
                Cancellation,
                () => new(new PatientHandler(ledger, gate)) { Timeout = TimeSpan.FromMinutes(5) }
            );
            var load = new LineLoad(stage);
            await load.PrepareAsync(projects: 4);

            using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
            var working = load.RunAsync(workers: 2, stop.Token);
            var moments = new SeededNumbers(Seed);
            for (var kill = 0; kill < Kills; kill++)
            {
                await AfterFaults.UnderLoadAsync(ledger, moments.Next(20, 80), working);
                await Task.Delay(moments.Next(0, 200), Cancellation);
                gate.Close();
                await service.KillAsync();
                await service.DisposeAsync();
                service = await ServiceProcess.StartAsync(options, Cancellation);
                gate.Open();
            }

            await AfterFaults.UnderLoadAsync(ledger, 50, working);
            await stop.CancelAsync();
            await working;
            await Outbox.IdleAsync(service.Address, database.Choice, Cancellation);
            await TellAsync(ledger, load, database);
            await AfterFaults.ShouldHaveHeardOnceAsync(stage, load, ledger);
            await service.StopAsync(Cancellation);
            AfterFaults.ShouldBeWhole(await StoredRecords.ReadAsync(database.Choice, Cancellation), ledger, before);
        }
        finally
        {
            await service.DisposeAsync();
        }
    }

    private static ServiceProcessOptions OptionsFor(TestDatabase database) =>
        new()
        {
            Database = database.Choice.ConnectionString,
            Folder = TestFolder.New(),
            Environment = "Demonstration",
            // It comes back to the address that its tokens name and its clients know.
            Urls = $"http://127.0.0.1:{ServiceProcess.FreePort()}",
            Settings = new Dictionary<string, string> { ["Outbox:LeaseSeconds"] = "2" },
        };

    private static async Task TellAsync(Ledger ledger, LineLoad load, TestDatabase database)
    {
        var records = await StoredRecords.ReadAsync(database.Choice, Cancellation);
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{database.Choice.Kind}: {Kills} kills; {ledger.Acknowledged.Count} commands acknowledged, "
                + $"{ledger.AnswersLost} answers lost ({ledger.CarriedOutUnheard} changes carried out unheard), "
                + $"{ledger.NotSent} met nobody; {records.Modules.Sum(module => module.Outbox.Count)} events, "
                + $"{records.Effects().Shown.Count} effects of events; {load.Paid.Count} projects carried to their last payment; "
                + $"{records.Modules.Sum(module => module.Entries.Count)} audit entries."
        );
    }
}
