using System.Globalization;
using System.Text.Json.Nodes;

namespace SmartCity.Evidence.Tests;

public sealed class DossierTests
{
    [Fact]
    public void Verify_WhenNothingWasTouched_ThenAllIsProvedAndComplete()
    {
        var (exitCode, output) = ADossier.OfTwoObjects().Verify();

        exitCode.ShouldBe(ExitCode.Proved, output);
        output.ShouldContain("6 audit entries of 2 objects");
        output.ShouldContain("No entry is missing, up to the checkpoint of 9 leaves");
        output.ShouldContain("The witness witness.example/audit cosigned the first 9 leaves at 2026-09-21T14:13:20Z");
    }

    [Fact]
    public void Verify_WhenTheContentOfAnEntryWasChanged_ThenNamesTheEntry()
    {
        var dossier = ADossier.OfTwoObjects();
        dossier.Line("A", 2)["content"] = """{"command":"approval.submit","number":9}""";

        var (exitCode, output) = dossier.Verify();

        exitCode.ShouldBe(ExitCode.Contradicted);
        output.ShouldContain("approval declaration A: the content of entry 2 was changed");
    }

    [Fact]
    public void Verify_WhenALeafWasChangedWithItsContent_ThenNamesTheEntryAndItsPlace()
    {
        var dossier = ADossier.OfTwoObjects();
        var line = dossier.Line("A", 3);
        var leaf = JsonNode.Parse((string)line["leaf"]!)!;
        line["content"] = "{}";
        line["leaf"] = ADossier.LeafOf(
            "declaration",
            "A",
            3,
            (string)leaf["previous"]!,
            ADossier.Commitment((string)line["salt"]!, "{}")
        );

        var (exitCode, output) = dossier.Verify();

        exitCode.ShouldBe(ExitCode.Contradicted);
        output.ShouldContain("approval declaration A: entry 3 (leaf 6) is not what the log holds there");
        output.ShouldContain("entry 3 is not the one that the log states as the last");
    }

    [Theory]
    [InlineData(1, "approval declaration A: entry 1 is missing")]
    [InlineData(2, "approval declaration A: entry 2 is missing")]
    [InlineData(3, "the log holds 3 entries, the dossier ends with 2; 3 to 3 are missing")]
    public void Verify_WhenAnEntryWasDeleted_ThenSaysWhichIsMissing(int number, string expected)
    {
        var dossier = ADossier.OfTwoObjects();
        dossier.Lines.Remove(dossier.Line("A", number));

        var (exitCode, output) = dossier.Verify();

        exitCode.ShouldBe(ExitCode.Incomplete, output);
        output.ShouldContain(expected);
        output.ShouldNotContain("No entry is missing");
    }

    [Theory]
    [InlineData("A")]
    [InlineData("B")]
    public void Verify_WhenAllEntriesOfAnObjectWereDeleted_ThenSaysSo(string id)
    {
        var dossier = ADossier.OfTwoObjects();
        for (var number = 1; number <= 3; number++)
        {
            dossier.Lines.Remove(dossier.Line(id, number));
        }

        var (exitCode, output) = dossier.Verify();

        exitCode.ShouldBe(ExitCode.Incomplete, output);
        output.ShouldContain($"approval declaration {id}: the log holds 3 entries, the dossier none of them");
    }

    [Fact]
    public void Verify_WhenAnEntryWasInsertedWithoutAPlaceInTheLog_ThenSaysSo()
    {
        var dossier = ADossier.OfTwoObjects();
        var forged = (JsonObject)dossier.Line("A", 2).DeepClone();
        forged["index"] = null;
        forged["content"] = "{}";
        forged["leaf"] = ADossier.LeafOf(
            "declaration",
            "A",
            2,
            ADossier.HashOf((string)dossier.Line("A", 1)["leaf"]!),
            ADossier.Commitment((string)forged["salt"]!, "{}")
        );
        dossier.Lines[dossier.Lines.IndexOf(dossier.Line("A", 2))] = forged;

        var (exitCode, output) = dossier.Verify();

        exitCode.ShouldBe(ExitCode.Contradicted);
        output.ShouldContain("entry 2 is not in the log, which holds another in its place");
    }

    [Fact]
    public void Verify_WhenAnEntryStandsTwice_ThenSaysWhich()
    {
        var dossier = ADossier.OfTwoObjects();
        var line = dossier.Line("A", 2);
        dossier.Lines.Insert(dossier.Lines.IndexOf(line) + 1, (JsonObject)line.DeepClone());

        var (exitCode, output) = dossier.Verify();

        exitCode.ShouldBe(ExitCode.Contradicted);
        output.ShouldContain("approval declaration A: entry 2 is repeated or out of order");
    }

    [Fact]
    public void Verify_WhenEntriesChangedPlaces_ThenSaysWhich()
    {
        var dossier = ADossier.OfTwoObjects();
        (dossier.Lines[1], dossier.Lines[2]) = (dossier.Lines[2], dossier.Lines[1]);

        var (exitCode, output) = dossier.Verify();

        exitCode.ShouldBe(ExitCode.Contradicted);
        output.ShouldContain("approval declaration A: entry 2 is repeated or out of order (the one before is 3)");
    }

    [Fact]
    public void Verify_WhenAnEntryIsNotSequencedYet_ThenIsMissingAndNotContradicted()
    {
        var dossier = ADossier.OfTwoObjects();
        var late = (JsonObject)dossier.Line("B", 3).DeepClone();
        late["index"] = null;
        late["leaf"] = ADossier.LeafOf(
            "declaration",
            "B",
            4,
            ADossier.HashOf((string)dossier.Line("B", 3)["leaf"]!),
            ADossier.Commitment((string)late["salt"]!, (string)late["content"]!)
        );
        dossier.Lines.Add(late);

        var (exitCode, output) = dossier.Verify();

        exitCode.ShouldBe(ExitCode.Incomplete, output);
        output.ShouldContain("approval declaration B: entry 4 is not in the log up to the checkpoint");
    }

    [Fact]
    public void Verify_WhenContentIsWithheld_ThenSaysWhich()
    {
        var dossier = ADossier.OfTwoObjects();
        dossier.Line("A", 1)["content"] = null;

        var (exitCode, output) = dossier.Verify();

        exitCode.ShouldBe(ExitCode.Incomplete, output);
        output.ShouldContain(
            "approval declaration A: of entry 1 there is the leaf only, the content is missing, and no entry erased it"
        );
        output.ShouldContain("6 audit entries of 2 objects");
    }

    [Fact]
    public void Verify_WhenContentWasErasedByAnEntryOfTheLog_ThenSaysWhichAndOnWhichBasis()
    {
        var dossier = ADossier.Erasing("A", 2);

        var (exitCode, output) = dossier.Verify();

        exitCode.ShouldBe(ExitCode.Incomplete, output);
        output.ShouldContain(
            "approval declaration A: the content of entry 2 was erased by entry 018f0000-0000-7000-8000-000000000001 (leaf 9) on the basis '个人信息保护法第四十七条' (咸信办函〔2026〕8号): 撤回同意"
        );
        output.ShouldContain("6 audit entries of 2 objects");
    }

    [Theory]
    [InlineData("another entry", "does not say so")]
    [InlineData("another leaf", "does not say so")]
    [InlineData("refused", "does not say so")]
    [InlineData("first form", "does not say so")]
    [InlineData("names nothing", "does not say so")]
    [InlineData("changed content", "does not say so")]
    [InlineData("another place", "is not in the log behind it")]
    [InlineData("before it", "is not in the log behind it")]
    [InlineData("no content", "its content is missing")]
    public void Verify_WhenTheErasingEntryDoesNotProveIt_ThenTheMissingContentIsAFinding(string lie, string why)
    {
        var dossier =
            lie == "before it" ? ADossier.Erasing("B", 3, isBefore: true)
            : lie == "another entry" ? ADossier.Erasing("A", 2, names: ("A", 3))
            : lie == "another leaf" ? ADossier.Erasing("A", 2, names: ("B", 2))
            : lie == "refused" ? ADossier.Erasing("A", 2, outcome: "Refused")
            : lie == "first form" ? ADossier.Erasing("A", 2, form: 1)
            : ADossier.Erasing("A", 2);
        var erased = (JsonObject)dossier.Line(lie == "before it" ? "B" : "A", lie == "before it" ? 3 : 2)["erased"]!;
        switch (lie)
        {
            case "names nothing":
                erased["content"] = "{}";
                break;
            case "changed content":
                erased["content"] = ((string)erased["content"]!).Replace("撤回同意", "其他");
                break;
            case "another place":
                erased["index"] = "8";
                break;
            case "no content":
                erased["content"] = null;
                break;
        }

        var (exitCode, output) = dossier.Verify();

        exitCode.ShouldBe(ExitCode.Contradicted, output);
        output.ShouldContain("is missing and said to be erased, but the log does not prove it");
        output.ShouldContain(why);
        output.ShouldNotContain("was erased by entry");
    }

    [Fact]
    public void Verify_WhenTheErasingEntryIsNotInTheLogYet_ThenTheBasisIsNotProved()
    {
        var dossier = ADossier.Erasing("A", 2);
        var erased = (JsonObject)dossier.Line("A", 2)["erased"]!;
        (erased["index"], erased["proof"]) = (null, null);

        var (exitCode, output) = dossier.Verify();

        exitCode.ShouldBe(ExitCode.Incomplete, output);
        output.ShouldContain("that erased it is not in the log up to the checkpoint. Take the dossier again.");
    }

    [Fact]
    public void Verify_WhenDocumentsAreAsTheEntriesNameThem_ThenTheyAreProvedAndCounted()
    {
        var dossier = ADossier.Naming(("plan", [1, 2, 3]), ("estimate", [4]), ("again", [4]));
        dossier.Documents[ADossier.Sha256([1, 2, 3])] = [1, 2, 3];
        dossier.Documents[ADossier.Sha256([4])] = [4];

        var (exitCode, output) = dossier.Verify();

        exitCode.ShouldBe(ExitCode.Proved, output);
        output.ShouldContain("The entries name 2 documents: 2 as they were, 0 differ, 0 are missing, 0 are withheld.");
        output.ShouldContain("No entry is missing");
    }

    [Fact]
    public void Verify_WhenADocumentWasChangedIsMissingOrWithheld_ThenEachIsNamed()
    {
        var (good, bad, gone, kept) = (new byte[] { 1, 2, 3 }, new byte[] { 4 }, new byte[] { 5 }, new byte[] { 6 });
        var dossier = ADossier.Naming(("contract", good), ("opinion", bad), ("report", gone), ("data", kept));
        dossier.Documents[ADossier.Sha256(good)] = good;
        dossier.Documents[ADossier.Sha256(bad)] = [9];
        dossier.DocumentLines.AddRange([
            $$$"""{"sha256":"{{{ADossier.Sha256(good)}}}","size":"3","absent":null,"reason":null}""",
            $$$"""{"sha256":"{{{ADossier.Sha256(kept)}}}","size":"1","absent":"withheld","reason":{"zh":"无权查看","en":"not for you"}}""",
        ]);

        var (exitCode, output) = dossier.Verify();

        exitCode.ShouldBe(ExitCode.Contradicted);
        output.ShouldContain("The entries name 4 documents: 1 as they were, 1 differ, 1 are missing, 1 are withheld.");
        output.ShouldContain(
            $"approval declaration A: the document opinion of entry 4 (SHA-256 {ADossier.Sha256(bad)}) is not what it was"
        );
        output.ShouldContain($"the document report of entry 4 (SHA-256 {ADossier.Sha256(gone)}) is missing");
        output.ShouldContain(
            $"the document data of entry 4 (SHA-256 {ADossier.Sha256(kept)}) is withheld: not for you"
        );
        output.ShouldContain("No entry is missing");
    }

    [Fact]
    public void Verify_WhenOnlySomethingIsWithheld_ThenWhatIsThereIsAuthentic()
    {
        var dossier = ADossier.Naming(("data", [6]));
        dossier.DocumentLines.Add(
            $$$"""{"sha256":"{{{ADossier.Sha256([6])}}}","size":"1","absent":"withheld","reason":{"zh":"无权查看","en":"not for you"}}"""
        );

        dossier.Verify().ExitCode.ShouldBe(ExitCode.Incomplete);
    }

    // Of the same hash there is no other content, but an entry could name another size.
    [Fact]
    public void Verify_WhenTheSizeIsNotTheOneNamed_ThenTheDocumentDiffers()
    {
        var dossier = ADossier.OfTwoObjects();
        var content = ADossier.ContentNaming(("plan", [1, 2])).Replace("\"size\":\"2\"", "\"size\":\"3\"");
        dossier.Append("declaration", "A", 4, content);
        dossier.Seal(isCosigned: true);
        dossier.Documents[ADossier.Sha256([1, 2])] = [1, 2];

        var (exitCode, output) = dossier.Verify();

        exitCode.ShouldBe(ExitCode.Contradicted);
        output.ShouldContain("the document plan of entry 4");
    }

    [Fact]
    public void Verify_WhenADocumentIsNamedByNoEntry_ThenItProvesNothing()
    {
        var dossier = ADossier.OfTwoObjects();
        dossier.Documents[ADossier.Sha256([7])] = [7];

        var (exitCode, output) = dossier.Verify();

        exitCode.ShouldBe(ExitCode.Contradicted);
        output.ShouldContain($"No entry names 'documents/{ADossier.Sha256([7])}'");
    }

    // The leaf says the form: taking the names out of the content is changing it, and calling it form 1 changes the leaf.
    [Fact]
    public void Verify_WhenTheNamedDocumentsWereTakenOutOfAnEntry_ThenItIsContradicted()
    {
        var dossier = ADossier.Naming(("plan", [1]));
        dossier.Line("A", 4)["content"] = """{"command":"approval.submit"}""";

        var (exitCode, output) = dossier.Verify();

        exitCode.ShouldBe(ExitCode.Contradicted);
        output.ShouldContain("the content of entry 4 was changed");
    }

    [Theory]
    [InlineData("""{"namedDocuments":{}}""")]
    [InlineData("""{"namedDocuments":[{"id":"a","sha256":"b"}]}""")]
    [InlineData("""{"namedDocuments":[],"namedDocuments":[]}""")]
    [InlineData("no json")]
    public void Verify_WhenAnEntryThatNamesIsMalformed_ThenSaysSo(string content)
    {
        var dossier = ADossier.OfTwoObjects();
        dossier.Append("declaration", "A", 4, content);
        dossier.Seal(isCosigned: true);

        var (exitCode, output) = dossier.Verify();

        exitCode.ShouldBe(ExitCode.Contradicted);
        output.ShouldContain("approval declaration A: the content of entry 4 is malformed");
    }

    [Fact]
    public void Verify_WhenTheCheckpointIsSignedByAnotherKey_ThenNothingElseIsBelieved()
    {
        var dossier = ADossier.OfTwoObjects();
        var impostor = new ALog();
        impostor.Leaves.AddRange(dossier.Log.Leaves);
        dossier.Checkpoint = impostor.Checkpoint(9, dossier.Witness);

        var (exitCode, output) = dossier.Verify();

        exitCode.ShouldBe(ExitCode.Contradicted);
        output.ShouldContain("bears no valid signature of a log key you trust");
        output.ShouldNotContain("Proved");
    }

    [Fact]
    public void Verify_WhenTheHeadsAreNotThoseTheLogSigned_ThenSaysSo()
    {
        var dossier = ADossier.OfTwoObjects();
        dossier.HeadsNote = dossier.HeadsNote!.Replace("/v1\n", "/v2\n", StringComparison.Ordinal);

        var (exitCode, output) = dossier.Verify();

        exitCode.ShouldBe(ExitCode.Contradicted);
        output.ShouldContain("The statement of how many entries each object has is not validly signed");
    }

    [Fact]
    public void Verify_WhenTheHeadsAreLeftOut_ThenCompletenessIsNotProved()
    {
        var dossier = ADossier.OfTwoObjects();
        dossier.HeadsNote = null;

        var (exitCode, output) = dossier.Verify();

        exitCode.ShouldBe(ExitCode.Incomplete, output);
        output.ShouldContain("completeness is not proved");
    }

    [Fact]
    public void Verify_WhenOnlyAnEarlierCheckpointIsCosigned_ThenTellsHowFarTheWitnessVouches()
    {
        var dossier = ADossier.OfTwoObjects(isCosigned: false);
        dossier.Cosigned = dossier.Log.Checkpoint(5, dossier.Witness);
        dossier.Consistency = Proof(dossier, 5);

        var (exitCode, output) = dossier.Verify();

        exitCode.ShouldBe(ExitCode.Incomplete, output);
        output.ShouldContain("cosigned the first 5 leaves");
        output.ShouldContain("The 4 leaves after the first 5 are not cosigned yet");
    }

    [Fact]
    public void Verify_WhenTheWitnessThatIsAskedForHasNotCosigned_ThenIsNotReliedOn()
    {
        var (exitCode, output) = ADossier.OfTwoObjects(isCosigned: false).Verify();

        exitCode.ShouldBe(ExitCode.Contradicted);
        output.ShouldContain("No checkpoint in the dossier is cosigned as your policy asks");
    }

    [Fact]
    public void Verify_WhenNoWitnessIsAskedFor_ThenSaysWhatThatLeavesOpen()
    {
        var (exitCode, output) = ADossier.OfTwoObjects(isCosigned: false).Verify(asksWitness: false);

        exitCode.ShouldBe(ExitCode.Incomplete, output);
        output.ShouldContain("the log rewriting its own history would not be noticed");
        output.ShouldContain("No entry is missing, up to the checkpoint of 9 leaves");
    }

    // The service's own key signs whatever it is told to: only what a witness has seen before can tell.
    [Fact]
    public void Verify_WhenTheLogWasRewrittenAndSignedAnew_ThenNamesTheLastCosignedSize()
    {
        var honest = ADossier.OfTwoObjects();
        var rewritten = ADossier.OfTwoObjects(new() { Key = honest.Log.Key }, isCosigned: false);
        rewritten.Append("declaration", "A", 4);
        rewritten.Seal(isCosigned: false);
        rewritten.Consistency = Proof(rewritten, 9);
        rewritten.Cosigned = honest.Checkpoint;

        var (exitCode, output) = Under(honest, rewritten).Verify();

        exitCode.ShouldBe(ExitCode.Contradicted);
        output.ShouldContain("history was rewritten");
        output.ShouldContain("last cosigned size 9");
    }

    [Fact]
    public void Verify_WhenAnOldBackupWasRestored_ThenNamesTheLastCosignedSize()
    {
        var dossier = ADossier.OfTwoObjects();
        var old = dossier.Log.Checkpoint(9, dossier.Witness);
        dossier.Log.Leaves.Add([42]);
        var known = dossier.Log.Checkpoint(10, dossier.Witness);
        dossier.Checkpoint = old;

        var (exitCode, output) = dossier.Verify(known);

        exitCode.ShouldBe(ExitCode.Contradicted);
        output.ShouldContain("the last cosigned size is 10, the dossier's checkpoint has 9");
    }

    [Fact]
    public void Verify_WhenTheAuditorWasShownAnotherLogOfTheSameSize_ThenTheSplitIsFound()
    {
        var one = ADossier.OfTwoObjects();
        var other = ADossier.OfTwoObjects(new() { Key = one.Log.Key });
        var known = one.Log.CheckpointText(9) is var text
            ? $"{text}\n{one.Log.Key.Line(text)}{other.Witness.Line(text)}"
            : "";

        var (exitCode, output) = other.Verify(known);

        exitCode.ShouldBe(ExitCode.Contradicted);
        output.ShouldContain("different people are shown different logs");
        output.ShouldContain("last cosigned size 9");
    }

    [Fact]
    public void Verify_WhenTheKnownCheckpointIsEarlier_ThenTheConsistencyProofDecides()
    {
        var dossier = ADossier.OfTwoObjects();
        var known = dossier.Log.Checkpoint(4, dossier.Witness);

        dossier.Verify(known).Output.ShouldContain("take it again with ?since=4");

        dossier.Consistency = Proof(dossier, 4);
        var (exitCode, output) = dossier.Verify(known);

        exitCode.ShouldBe(ExitCode.Proved, output);
        output.ShouldContain("Consistent with the checkpoint in your hands (4 leaves)");
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("""{"index":"0","leaf":"{}","salt":null,"content":null,"erased":null,"proof":null}""")]
    [InlineData("""{"index":"0","index":"0","leaf":"{}","salt":null,"content":null,"erased":null,"proof":null}""")]
    public void Verify_WhenALineIsMalformed_ThenSaysWhichLine(string line)
    {
        var dossier = ADossier.OfTwoObjects();
        dossier.Lines.Insert(3, Raw(line));

        var (exitCode, output) = dossier.Verify();

        exitCode.ShouldBe(ExitCode.Contradicted);
        output.ShouldContain("Line 4 of entries.jsonl is malformed");
    }

    [Fact]
    public void Run_WhenNobodyIsTrusted_ThenAsksForAKey()
    {
        var errors = new StringWriter();

        VerifierCommandLine.Run(["verify", "absent.zip"], TextWriter.Null, errors).ShouldBe(ExitCode.Usage);

        errors.ToString().ShouldContain("--log-key");
    }

    // The same witness for both, so that only the logs differ.
    private static ADossier Under(ADossier honest, ADossier rewritten)
    {
        var text = honest.Log.CheckpointText(9);
        rewritten.Cosigned = $"{text}\n{honest.Log.Key.Line(text)}{rewritten.Witness.Line(text)}";
        return rewritten;
    }

    private static string Proof(ADossier dossier, int from) =>
        string.Create(CultureInfo.InvariantCulture, $"old {from}\n")
        + ADossier.Joined(dossier.Log.ConsistencyProof(from, dossier.Log.Leaves.Count).Select(Convert.ToBase64String));

    private static JsonObject Raw(string line) => new() { [RawLine] = line };

    internal const string RawLine = "raw";
}
