using System.Globalization;
using Microsoft.Data.Sqlite;

namespace SmartCity.EndToEndTests.Evidence;

/// <summary>A log comes to its end, by a lost database or a lost key, and another takes its place as the operations page says.</summary>
public sealed class SuccessionProcessTests
{
    private const string Draft = "approval.draft-declaration";
    private const string NewOrigin = "smartcity.demonstration/evidence-2";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Succeed_WhenAnOldBackupWasRestoredLawfully_ThenTheVerifierTellsFromWhereEntriesMayBeMissing()
    {
        await using var programs = await EvidencePrograms.StartAsync();
        await programs.Service.DraftUntilAcceptedAsync("before-backup");
        var kept = await programs.NewestEntryAsync(Draft);
        await programs.CosignedAsync(kept.GetProperty("id").GetGuid());
        var backup = Path.Combine(programs.Folder, "backup.db");
        await using (var connection = new SqliteConnection($"Data Source={programs.Database};Default Timeout=30"))
        {
            await connection.OpenAsync(Cancellation);
            await using var copy = connection.CreateCommand();
#pragma warning disable CA2100 // a path of this test's own
            copy.CommandText = $"VACUUM INTO '{backup}'";
#pragma warning restore CA2100
            await copy.ExecuteNonQueryAsync(Cancellation);
        }

        await programs.Service.DraftUntilAcceptedAsync("after-backup");
        var last = await programs.CosignedAsync((await programs.NewestEntryAsync(Draft)).GetProperty("id").GetGuid());
        var known = await programs.KnownAsync();
        await programs.StopServiceAsync();
        programs.Restore(backup);

        var said = await programs.SucceedAsync(NewOrigin, known, "机房水淹，恢复了备份");
        said.Exit.ShouldBe(0, said.Output + said.Error);
        said.Output.ShouldContain("further leaves of the old log are not in the database");
        await programs.StopWitnessAsync();
        await programs.StartWitnessAsync();
        await programs.StartServiceAsync();
        await programs.Service.DraftUntilAcceptedAsync("in-the-new-log");
        var entry = await programs.NewestEntryAsync(Draft);
        await programs.CosignedAsync(entry.GetProperty("id").GetGuid());

        foreach (var one in new[] { kept, entry })
        {
            var verdict = await programs.VerifyDossierAsync(
                one.GetProperty("objectType").GetString()!,
                one.GetProperty("objectId").GetString()!,
                known
            );
            verdict.ExitCode.ShouldBe(3, verdict.Text);
            verdict.Text.ShouldContain("1 audit entries of 1 objects are in the log as they stand here");
            verdict.Text.ShouldContain("机房水淹，恢复了备份");
            verdict.Text.ShouldContain(
                string.Create(CultureInfo.InvariantCulture, $"on entries may be missing: it had {last} leaves")
            );
            verdict.Text.ShouldContain("leaves are those that the old log");
        }

        var log = await programs.VerifyWholeLogAsync(known);
        log.ExitCode.ShouldBe(3, log.Text);
        log.Text.ShouldContain("on entries may be missing");
    }

    [Theory]
    [InlineData("存放密钥的磁盘损坏", true)]
    [InlineData("密钥可能被人复制", false)]
    public async Task Succeed_WhenTheKeyIsLostOrStolen_ThenNothingIsMissingAndReceiptsStillHold(
        string reason,
        bool isLost
    )
    {
        await using var programs = await EvidencePrograms.StartAsync();
        await programs.Service.DraftUntilAcceptedAsync("before-the-loss");
        var entry = await programs.NewestEntryAsync(Draft);
        var receipt = entry.GetProperty("id").GetGuid();
        await programs.CosignedAsync(receipt);
        var known = await programs.KnownAsync();
        await programs.StopServiceAsync();
        var keys = Path.Combine(programs.Folder, "keys");
        if (isLost)
        {
            File.Delete(Path.Combine(keys, "evidence-log.key"));
        }

        var said = await programs.SucceedAsync(NewOrigin, known, reason);
        said.Exit.ShouldBe(0, said.Output + said.Error);
        // Nothing signs with it again; whether it is destroyed is for who ordered the succession.
        Directory.GetFiles(keys, "evidence-log.key.*.superseded").Length.ShouldBe(isLost ? 0 : 1);
        await programs.StopWitnessAsync();
        await programs.StartWitnessAsync();
        await programs.StartServiceAsync();
        await programs.CosignedAsync(receipt);

        var verdict = await programs.VerifyDossierAsync(
            entry.GetProperty("objectType").GetString()!,
            entry.GetProperty("objectId").GetString()!,
            known
        );
        verdict.ExitCode.ShouldBe(0, verdict.Text);
        verdict.Text.ShouldContain("took the place of the log smartcity.demonstration/evidence");
        verdict.Text.ShouldContain("Consistent with the checkpoint in your hands");
        var log = await programs.VerifyWholeLogAsync(known);
        log.ExitCode.ShouldBe(0, log.Text);
    }
}
