using System.Text.Json.Nodes;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Demonstration;

namespace SmartCity.EndToEndTests.Line;

/// <summary>The whole life of one project over HTTP, as <c>build/run.sh</c> shows it.</summary>
public sealed class TourTests
{
    [Theory, EveryDatabase]
    public async Task Walk_WhenWalked_ThenTheProjectLivedItsLifeAndEveryRefusalStandsInTheAuditEntries(
        DatabaseKind kind
    )
    {
        await using var service = await DemonstrationService.StartAsync(kind);
        var told = new StringWriter();
        var narrator = new Narrator(told);
        using var stage = service.StageFor(narrator);

        var declaration = await new Tour(stage).WalkAsync();

        // The legal date has passed the window by: every rung of its ladder was raised, the last one as a breach.
        var clock = told.ToString().Split('\n').Single(line => line.StartsWith("⏰ 后评价", StringComparison.Ordinal));
        string[] rungs = ["90-days-before", "30-days-before", "on-the-day", "1-day-overdue", "已逾期"];
        rungs.ShouldAllBe(rung => clock.Contains(rung));
        narrator.Codes.Distinct().Count().ShouldBeGreaterThanOrEqualTo(12, told.ToString());
        // Reading what one may not see is answered like absence; it is no act and leaves no entry.
        var acts = narrator.Codes.Where(code => code != "NOT_FOUND").Order();
        (await service.AuditedCodesAsync()).Order().ShouldBe(acts, told.ToString());
        (await ReplayedAsync(stage)).ShouldBe(0);
        (await StatesAsync(stage, declaration)).ShouldBe([
            "fundArranged",
            "built",
            "postEvaluated",
            "complete",
            "running",
            "paid",
        ]);
        (await stage.ReadAsync("audit.officer", $"api/v1/approval/declarations/{declaration}/fund"))["confirmed"]!
            .GetValue<string>()
            .ShouldBe("2575000.00");
    }

    /// <summary>The differences that a replay of every entry of the whole line finds.</summary>
    private static async Task<int> ReplayedAsync(Stage stage)
    {
        var (differences, judgements) = (0, 0);
        string? after = null;
        do
        {
            var body = new JsonObject { ["after"] = after, ["limit"] = 200 };
            var answer = (await stage.AskAsync("audit.officer", "复核", "api/v1/regulation/replays", body)).Body;
            differences += answer["differences"]!.GetValue<int>();
            judgements += answer["judgements"]!.GetValue<int>();
            after = answer["next"]?.GetValue<string>();
        } while (after is not null);

        judgements.ShouldBeGreaterThan(200);
        return differences;
    }

    /// <summary>What each module says of the project at the end, read by the audit office.</summary>
    private static async Task<List<string>> StatesAsync(Stage stage, Guid declaration)
    {
        string[] lists =
        [
            $"api/v1/construction/buildings?declaration={declaration}",
            $"api/v1/acceptance/acceptances?declaration={declaration}",
            $"api/v1/assets/registrations?declaration={declaration}",
            $"api/v1/operations/warranties?declaration={declaration}",
            $"api/v1/operations/maintenance-requests?project={declaration}",
        ];
        var states = new List<string>
        {
            StateOf(await stage.ReadAsync("audit.officer", $"api/v1/approval/declarations/{declaration}")),
        };
        foreach (var list in lists)
        {
            states.Add(StateOf((await stage.ReadAsync("audit.officer", list))["items"]!.AsArray().Single()!));
        }

        return states;
    }

    private static string StateOf(JsonNode item) => item["state"]!.GetValue<string>();
}
