using System.Globalization;
using System.Text;
using System.Text.Json;
using SmartCity.Evidence.Log;

namespace SmartCity.Evidence.Tests;

/// <summary>
/// A log of nine leaves, the last one cosigned of which a backup kept seven or all, and another that took its place. What a
/// dossier of the other tells.
/// </summary>
public sealed class SuccessionTests
{
    private const string NewName = "log.example/evidence-2";

    private readonly ADossier old = ADossier.OfTwoObjects();

    [Fact]
    public void Verify_WhenAllLeavesWereKept_ThenNothingIsMissing()
    {
        var dossier = Successor(kept: 9, provedAt: null);

        var (exitCode, output) = dossier.Verify(old.Checkpoint);

        exitCode.ShouldBe(ExitCode.Proved, output);
        output.ShouldContain($"The log {NewName} took the place of the log {ALog.Origin}");
        output.ShouldContain("Ordered by: the mayor; basis: article 21; reason: flood.");
        output.ShouldContain($"The log's first 9 leaves are those that the old log {ALog.Origin} had signed.");
        output.ShouldContain("Consistent with the checkpoint in your hands (9 leaves)");
    }

    [Fact]
    public void Verify_WhenLeavesWereLost_ThenSaysFromWhichOnEntriesMayBeMissing()
    {
        var dossier = Successor(kept: 7, provedAt: 5);

        var (exitCode, output) = dossier.Verify(old.Checkpoint);

        exitCode.ShouldBe(ExitCode.Incomplete, output);
        output.ShouldContain(
            $"From leaf 7 of the old log {ALog.Origin} on entries may be missing: it had 9 leaves when it was last cosigned"
        );
        output.ShouldContain($"The log's first 5 leaves are those that the old log {ALog.Origin} had signed.");
    }

    [Fact]
    public void Verify_WhenNothingCosignedIsWithinWhatWasKept_ThenSaysThatNobodyVouchesForIt()
    {
        var (exitCode, output) = Successor(kept: 7, provedAt: null).Verify();

        exitCode.ShouldBe(ExitCode.Incomplete, output);
        output.ShouldContain("Nothing cosigned of the old log vouches for the first 7 leaves");
    }

    [Fact]
    public void Verify_WhenTheStatementConcealsTheOldLogsEnd_ThenTheCheckpointInHandTells()
    {
        var dossier = Successor(kept: 7, provedAt: null, last: 6);

        var (exitCode, output) = dossier.Verify(old.Checkpoint);

        exitCode.ShouldBe(ExitCode.Contradicted);
        output.ShouldContain("it says 6 leaves, and the checkpoint in your hands has 9");
    }

    [Fact]
    public void Verify_WhenKeptLeavesWereChanged_ThenTheOldHeadTells()
    {
        var dossier = Successor(kept: 7, provedAt: 5, change: log => log.Leaves[2] = [99]);

        var (exitCode, output) = dossier.Verify();

        exitCode.ShouldBe(ExitCode.Contradicted);
        output.ShouldContain("The log's first 5 leaves are not those that the old log");
    }

    [Fact]
    public void Verify_WhenTheStatementWasTakenOut_ThenTheSignedStatementOfHeadsTells()
    {
        var dossier = Successor(kept: 9, provedAt: null);
        dossier.Successions.Clear();

        var (exitCode, output) = dossier.Verify(old.Checkpoint);

        exitCode.ShouldBe(ExitCode.Contradicted);
        output.ShouldContain("does not fit the checkpoint or the list");
        output.ShouldContain("the dossier states no succession to it");
    }

    [Fact]
    public void Verify_WhenTheStatementIsNotInTheLog_ThenSaysSo()
    {
        var dossier = Successor(kept: 9, provedAt: null);
        dossier.Successions[0] = dossier.Successions[0].Replace("flood", "storm", StringComparison.Ordinal);

        var (exitCode, output) = dossier.Verify();

        exitCode.ShouldBe(ExitCode.Contradicted);
        output.ShouldContain("does not stand in the log as leaf 9");
    }

    [Fact]
    public void Verify_WhenTheOldLogsKeyIsNotGiven_ThenAsksForIt()
    {
        var dossier = Successor(kept: 9, provedAt: null);
        dossier.OlderLogKeys.Clear();

        var (exitCode, output) = dossier.Verify();

        exitCode.ShouldBe(ExitCode.Incomplete, output);
        output.ShouldContain($"You did not give the key of the old log {ALog.Origin}");
    }

    [Fact]
    public void Verify_WhenTheOldHeadIsNotCosigned_ThenIsNotReliedOn()
    {
        var (exitCode, output) = Successor(kept: 9, provedAt: null, isLastCosigned: false).Verify();

        exitCode.ShouldBe(ExitCode.Contradicted);
        output.ShouldContain("is not cosigned as your policy asks");
    }

    // The new log: the kept leaves, the statement, and the three entries of an object that came after.
    private ADossier Successor(
        int kept,
        int? provedAt,
        int last = 9,
        bool isLastCosigned = true,
        Action<ALog>? change = null
    )
    {
        var log = new ALog { Key = new(NewName, NoteKeyType.Ed25519) };
        log.Leaves.AddRange(old.Log.Leaves[..kept]);
        change?.Invoke(log);
        var lastHead = isLastCosigned ? old.Log.Checkpoint(last, old.Witness) : old.Log.Checkpoint(last);
        var leaf = JsonSerializer.Serialize(
            new
            {
                at = "2026-03-02T01:00:00.000000Z",
                basis = "article 21",
                form = "smartcity.evidence/succession/v1",
                kept = $"{kept}",
                lastHead,
                orderedBy = "the mayor",
                origin = NewName,
                predecessor = old.Log.Key.Public.ToString(),
                provedHead = provedAt is { } size ? old.Log.Checkpoint(size, old.Witness) : "",
                reason = "flood",
            }
        );
        log.Leaves.Add(Encoding.UTF8.GetBytes(leaf));
        var dossier = new ADossier { Log = log, Witness = old.Witness };
        for (var number = 1; number <= 3; number++)
        {
            dossier.Append("declaration", "C", number);
        }

        var whole = log.Leaves.Count;
        dossier.Successions.Add(
            JsonSerializer.Serialize(
                new
                {
                    index = $"{kept}",
                    leaf,
                    proof = log.InclusionProof(kept, whole).Select(Convert.ToBase64String),
                }
            )
        );
        dossier.OlderLogKeys.Add(old.Log.Key.Public.ToString());
        dossier.Consistency = string.Concat(
            new[] { provedAt, last, 9 }
                .OfType<int>()
                .Distinct()
                .Select(from =>
                    string.Create(CultureInfo.InvariantCulture, $"old {from}\n")
                    + string.Concat(
                        log.ConsistencyProof(from, whole).Select(hash => Convert.ToBase64String(hash) + "\n")
                    )
                )
        );
        dossier.Seal(isCosigned: true);
        return dossier;
    }
}
