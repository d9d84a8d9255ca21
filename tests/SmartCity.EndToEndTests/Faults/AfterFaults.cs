using System.Text.Json.Nodes;
using SmartCity.Demonstration;

namespace SmartCity.EndToEndTests.Faults;

/// <summary>What must hold after whatever happened to the service under load.</summary>
internal static class AfterFaults
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Returns when so many more commands were acknowledged.</summary>
    public static Task UnderLoadAsync(Ledger ledger, int acknowledgements, Task working)
    {
        var awaited = ledger.Acknowledged.Count + acknowledgements;
        return UntilAsync(() => ledger.Acknowledged.Count >= awaited, working);
    }

    /// <summary>Returns when it is so; a worker that fails ends the test, not the wait.</summary>
    public static async Task UntilAsync(Func<bool> isSo, Task working)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        deadline.CancelAfter(TimeSpan.FromMinutes(2));
        while (!isSo())
        {
            if (working.IsCompleted)
            {
                await working;
            }

            await Task.Delay(20, deadline.Token);
        }
    }

    /// <summary>
    /// Every acknowledged command is there, no command had two effects, every event had its effects exactly once, and no
    /// object's audit entries have a gap; and the log holds each entry once, but for those that still wait for their turn.
    /// </summary>
    /// <param name="before">The entries that were there before the first command.</param>
    public static void ShouldBeWhole(StoredRecords records, Ledger ledger, HashSet<Guid> before)
    {
        ledger.Refused.ShouldBeEmpty();
        records.MissingOf(ledger.Acknowledged).ShouldBeEmpty();
        // What nobody acknowledged and yet is there are exactly the changes whose answers were lost: a command sent again
        // has had one effect.
        var unheard = records
            .AcceptedFromOutside.Except(before)
            .Except(ledger.Acknowledged.Select(command => command.AuditEntry))
            .Count();
        unheard.ShouldBe(ledger.CarriedOutUnheard);
        ledger.Acknowledged.Select(command => command.AuditEntry).ShouldBeUnique();
        records.UnsettledMessages().ShouldBeEmpty();
        var (promised, shown) = records.Effects();
        shown.ShouldBe(promised);
        foreach (var module in records.Modules)
        {
            AuditChain.FaultsIn(module.Module.Schema, module.Entries).ShouldBeEmpty();
        }

        var entries = records.Modules.SelectMany(module => module.Entries).ToList();
        records.Logged.ShouldBeUnique();
        records.Logged.Except(entries.Select(entry => entry.Id)).ShouldBeEmpty();
        entries
            .Where(entry => entry.SequencedAt is not null)
            .Select(entry => entry.Id)
            .Except(records.Logged)
            .ShouldBeEmpty();
        records.Logged.Count.ShouldBeGreaterThan(ledger.Acknowledged.Count / 2);
    }

    /// <summary>What the fund's side says it has heard, against what the offices did.</summary>
    public static async Task ShouldHaveHeardOnceAsync(Stage stage, LineLoad load, Ledger ledger)
    {
        foreach (var registration in load.Registrations)
        {
            var registered = ledger
                .Acknowledged.Where(one => one.Command == $"POST /{registration.Path}/cards")
                .Select(one => one.AuditEntry);
            var heard = (await FactsAsync(stage, registration.Declaration))
                .Where(fact => fact["kind"]!.GetValue<string>() == "assetsRegistered")
                .ToList();
            heard.Select(fact => fact["origin"]!["act"]!.GetValue<Guid>()).Order().ShouldBe(registered.Order());
            var standing = await stage.ReadAsync("audit.officer", registration.Path);
            heard
                .Count(fact => fact["holds"]!.GetValue<bool>())
                .ShouldBe(standing["state"]!.GetValue<string>() == "complete" ? 1 : 0);
        }

        foreach (var declaration in load.Paid)
        {
            var sheet = await stage.ReadAsync(
                "finance.officer",
                $"api/v1/approval/declarations/{declaration}/payment-facts"
            );
            sheet["contracts"]!.AsArray().Count.ShouldBe(1);
            var facts = sheet["facts"]!.AsArray().Select(fact => fact!["kind"]!.GetValue<string>()).Order();
            facts.ShouldBe(["acceptancePassed", "putIntoUse"]);
            var acceptances = await stage.ReadAsync(
                "audit.officer",
                $"api/v1/acceptance/acceptances?declaration={declaration}"
            );
            acceptances["items"]!.AsArray().Count.ShouldBe(1);
        }
    }

    private static async Task<IEnumerable<JsonNode>> FactsAsync(Stage stage, Guid declaration)
    {
        var sheet = await stage.ReadAsync(
            "finance.officer",
            $"api/v1/approval/declarations/{declaration}/payment-facts"
        );
        return sheet["facts"]!.AsArray().Select(fact => fact!);
    }
}
