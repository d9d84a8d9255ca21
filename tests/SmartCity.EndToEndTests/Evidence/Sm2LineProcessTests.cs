using System.Net.Http.Json;
using System.Text.Json;

namespace SmartCity.EndToEndTests.Evidence;

/// <summary>With the SM2 line on, the witness cosigns as ever, whoever knows Ed25519 only verifies as ever, and who has the SM2 key hears of it.</summary>
public sealed class Sm2LineProcessTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Verify_WhenTheSm2LineIsOn_ThenItIsCheckedWhereTheKeyIsGivenAndPassedOverElsewhere()
    {
        await using var programs = await EvidencePrograms.StartAsync(("Evidence:Sm2Line", "true"));
        var log = await programs.Auditor.GetFromJsonAsync<JsonElement>("api/v1/security/evidence/log", Cancellation);
        var key = log.GetProperty("sm2PublicKey").GetString()!;
        await programs.Service.DraftUntilAcceptedAsync("sm2-1");
        var entry = await programs.NewestEntryAsync("approval.draft-declaration");
        var (id, of) = (entry.GetProperty("id").GetGuid(), entry.GetProperty("objectId").GetString()!);
        var size = await programs.CosignedAsync(id);

        programs.Sm2Key = key;
        var both = await programs.VerifyDossierAsync("declaration", of);
        both.ExitCode.ShouldBe(0, both.Text);
        both.Text.ShouldContain("bears the SM2/SM3 signature of the log smartcity.demonstration/evidence as well");
        both.Text.ShouldContain($"cosigned the first {size} leaves");

        programs.Sm2Key = null;
        await programs.CosignedAsync(id);
        var withoutKey = await programs.VerifyDossierAsync("declaration", of);
        withoutKey.ExitCode.ShouldBe(0, withoutKey.Text);
        withoutKey.Text.ShouldNotContain("SM2");

        using var anybody = new HttpClient { BaseAddress = programs.Service.Address };
        var checkpoint = await anybody.GetStringAsync("tlog/checkpoint", Cancellation);
        var lines = checkpoint.Split("\n\n")[1].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines
            .Count(line => line.StartsWith("— smartcity.demonstration/evidence ", StringComparison.Ordinal))
            .ShouldBe(2);
    }
}
