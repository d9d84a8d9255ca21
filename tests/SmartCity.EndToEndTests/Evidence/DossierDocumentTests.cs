using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using SmartCity.Demonstration.Steps;
using SmartCity.EndToEndTests.Line;

namespace SmartCity.EndToEndTests.Evidence;

/// <summary>
/// A project's papers go with its dossier, and the auditor's own program hashes them again: against what the entries said of
/// them when they were attached.
/// </summary>
public sealed class DossierDocumentTests
{
    private const string LeadUnit = "health.officer";
    private const string Attach = "approval.attach-document";
    private const string Study = "可行性研究报告：传染病监测预警。";
    private const string Budget = "投资估算：一百二十万元。";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Verify_WhenDocumentsAreAlteredOrGone_ThenEachIsFoundAndNamed()
    {
        await using var programs = await EvidencePrograms.StartAsync();
        var declaration = await DeclareAsync(programs);
        var newest = await programs.NewestEntryAsync(Attach);
        await programs.CosignedAsync(newest.GetProperty("id").GetGuid());

        var whole = await VerifyAsync();
        whole.ExitCode.ShouldBe(0, whole.Text);
        whole.Text.ShouldContain(
            "The entries name 2 documents: 2 as they were, 0 differ, 0 are missing, 0 are withheld."
        );

        var inTheZip = await VerifyAsync(file => Replace(file, Study, "可行性研究报告：传染病监测预报。"));
        inTheZip.ExitCode.ShouldBe(1, inTheZip.Text);
        inTheZip.Text.ShouldContain($"of entry 2 (SHA-256 {HashOf(Study)}) is not what it was");
        inTheZip.Text.ShouldContain("1 as they were, 1 differ, 0 are missing");

        var takenOut = await VerifyAsync(file => Replace(file, Budget, null));
        takenOut.ExitCode.ShouldBe(3, takenOut.Text);
        takenOut.Text.ShouldContain($"of entry 3 (SHA-256 {HashOf(Budget)}) is missing");

        var stored = PathOf(programs, Study);
        await File.WriteAllTextAsync(stored, "可行性研究报告：重写过的。", Cancellation);
        File.Delete(PathOf(programs, Budget));
        var inTheStore = await VerifyAsync();
        inTheStore.ExitCode.ShouldBe(1, inTheStore.Text);
        inTheStore.Text.ShouldContain($"of entry 2 (SHA-256 {HashOf(Study)}) is not what it was");
        inTheStore.Text.ShouldContain($"of entry 3 (SHA-256 {HashOf(Budget)}) is missing");
        inTheStore.Text.ShouldContain("0 as they were, 1 differ, 1 are missing");

        Task<Said> VerifyAsync(Action<string>? alter = null) =>
            programs.VerifyDossierAsync("declaration", declaration.ToString(), alter: alter);
    }

    // Data leaves by a grant (article 33), and the auditor hears that it was left out and why.
    [Fact]
    public async Task Verify_WhenADocumentIsSharedData_ThenItIsWithheldWithTheReason()
    {
        const string Csv = "code,name,level,parent_code\n610400,咸阳市,2,\n";
        await using var programs = await EvidencePrograms.StartAsync();
        var shared = await DataSharingTests.SharedAsync(programs.Service.Stage, Csv);
        var resource = shared.Resource.Split('/')[^1];
        var newest = await programs.NewestEntryAsync("data-sharing.upload-data");
        await programs.CosignedAsync(newest.GetProperty("id").GetGuid());

        var said = await programs.VerifyDossierAsync("resource", resource);

        said.ExitCode.ShouldBe(3, said.Text);
        said.Text.ShouldContain($"(SHA-256 {HashOf(Csv)}) is withheld: Shared data is taken under an agreement");
        said.Text.ShouldContain("0 as they were, 0 differ, 0 are missing, 1 are withheld");
        said.Text.ShouldContain("No entry is missing");
    }

    private static async Task<Guid> DeclareAsync(EvidencePrograms programs)
    {
        var stage = programs.Service.Stage;
        var steps = new DeclarationSteps(stage);
        var draft = await steps.DraftAsync(LeadUnit, await steps.SheetAsync());
        var path = DeclarationSteps.PathOf(draft.Id);
        foreach (var (kind, text) in new[] { ("constructionPlan", Study), ("fundReport", Budget) })
        {
            var attached = await stage.AttachAsync(LeadUnit, "上传附件", path, $"documents?kind={kind}", "a.txt", text);
            attached.Codes.ShouldBeEmpty();
        }

        return draft.Id;
    }

    private static void Replace(string file, string content, string? by)
    {
        using var zip = ZipFile.Open(file, ZipArchiveMode.Update);
        var name = $"documents/{HashOf(content)}";
        zip.GetEntry(name)!.Delete();
        if (by is not null)
        {
            using var member = zip.CreateEntry(name).Open();
            member.Write(Encoding.UTF8.GetBytes(by));
        }
    }

    private static string PathOf(EvidencePrograms programs, string content)
    {
        var hash = HashOf(content);
        return Path.Combine(programs.Folder, "files", hash[..2], hash[2..4], hash);
    }

    private static string HashOf(string content) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
}
