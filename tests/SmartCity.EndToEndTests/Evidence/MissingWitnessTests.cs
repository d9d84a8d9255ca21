using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SmartCity.EndToEndTests.Away;

namespace SmartCity.EndToEndTests.Evidence;

/// <summary>The audit office's machine is switched off while people work, and on again.</summary>
public sealed class MissingWitnessTests
{
    // A witness that is there answers within ten seconds or so: none of these may be reached while it is.
    private static readonly (string Key, string Value)[] RefusingAll =
    [
        ("Evidence:MissingWitness:Mode", "refuse-all"),
        ("Evidence:MissingWitness:NoticeAfterSeconds", "40"),
        ("Evidence:MissingWitness:WarnAfterSeconds", "46"),
        ("Evidence:MissingWitness:ActAfterSeconds", "52"),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Draft_WhenTheWitnessStaysAway_ThenWarnedLouderThenRefusedUntilItIsBack()
    {
        await using var programs = await EvidencePrograms.StartAsync(RefusingAll);
        await StandingService.UntilAsync(async () => Level(await programs.EvidenceHealthAsync()) == "current");
        await programs.Service.DraftUntilAcceptedAsync("witnessed");
        var cosigned = await programs.CosignedAsync(
            (await programs.NewestEntryAsync("approval.draft-declaration")).GetProperty("id").GetGuid()
        );
        await programs.StopWitnessAsync();
        (await programs.Service.DraftAsync("not-witnessed")).Status.ShouldBe(HttpStatusCode.Created);

        var levels = new List<string>();
        await StandingService.UntilAsync(async () =>
        {
            var level = Level(await programs.EvidenceHealthAsync());
            if (levels.LastOrDefault() != level)
            {
                levels.Add(level);
            }

            return level == "alarm";
        });
        // On a busy machine it may first have been slow while it was still there.
        levels[Math.Max(0, levels.LastIndexOf("current"))..].ShouldBe(["current", "notice", "warning", "alarm"]);
        (await programs.Service.ReadyAsync()).Status.ShouldBe(HttpStatusCode.OK);
        (await programs.Auditor.GetStringAsync("health", Cancellation)).ShouldContain("全部事项停办");

        var refused = await programs.Service.DraftAsync("refused");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Code.ShouldBe("WITNESS_MISSING");
        var violation = refused.Problem!["violations"]!.AsArray().ShouldHaveSingleItem()!;
        violation["article"]!.GetValue<int>().ShouldBe(32);
        violation["facts"]!["lastCosignedSize"]!.GetValue<long>().ShouldBe(cosigned);
        violation["remedy"]!.GetValue<string>().ShouldContain("见证方");
        (await programs.Service.ReadAsync()).Status.ShouldBe(HttpStatusCode.OK);
        var entry = refused.Problem["receipt"]!.GetValue<Guid>();
        var kept = await EntryAsync(programs, entry);
        kept.GetProperty("outcome").GetString().ShouldBe("refused");
        kept.GetProperty("codes")[0].GetString().ShouldBe("WITNESS_MISSING");
        kept.GetProperty("log").GetString().ShouldBeOneOf("waiting", "sequenced");
        var log = await programs.Auditor.GetFromJsonAsync<JsonElement>("api/v1/security/evidence/log", Cancellation);
        log.GetProperty("cosignedSize").GetInt64().ShouldBe(cosigned);
        log.GetProperty("cosigning").GetProperty("isRefusing").GetBoolean().ShouldBeTrue();

        await programs.StartWitnessAsync();
        await StandingService.UntilAsync(async () =>
            (await programs.Service.DraftAsync("refused")).Status == HttpStatusCode.Created
        );

        // What was refused is witnessed like everything else.
        await programs.CosignedAsync(entry);
        (await EntryAsync(programs, entry)).GetProperty("log").GetString().ShouldBe("cosigned");
    }

    private static string Level(JsonElement evidence) =>
        evidence.ValueKind == JsonValueKind.Null ? "unknown" : evidence.GetProperty("level").GetString()!;

    private static Task<JsonElement> EntryAsync(EvidencePrograms programs, Guid entry) =>
        programs.Auditor.GetFromJsonAsync<JsonElement>($"api/v1/security/audit-entries/{entry}", Cancellation);
}
