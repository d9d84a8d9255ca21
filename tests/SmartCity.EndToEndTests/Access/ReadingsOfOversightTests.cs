using System.Text.Json.Nodes;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Demonstration;
using SmartCity.Demonstration.Steps;
using SmartCity.EndToEndTests.Line;

namespace SmartCity.EndToEndTests.Access;

/// <summary>What audit reads of a project stands in the record, in the module that was asked; what the office reads does not.</summary>
public sealed class ReadingsOfOversightTests
{
    private const string Auditor = "audit.officer";
    private const string Office = "informatization.officer";
    private const string Declarations = "api/v1/approval/declarations";

    [Theory, EveryDatabase]
    public async Task Project_WhenReadByAuditAndByTheOffice_ThenAuditsReadingsAreKept(DatabaseKind kind)
    {
        await using var service = await DemonstrationService.StartAsync(kind);
        using var stage = service.StageFor(new Narrator(TextWriter.Null));
        await stage.StartAsync();
        var sheet = await new DeclarationSteps(stage).SheetAsync();
        var drafted = await stage.MakeAsync("health.officer", "起草", Declarations, new() { ["sheet"] = sheet });
        var declaration = drafted.Id.ToString();

        await stage.ReadAsync(Auditor, $"{Declarations}/{declaration}");
        await stage.ReadAsync(Auditor, $"{Declarations}?limit=3");
        await stage.ReadAsync(Auditor, "api/v1/assets/cards/0196f3a0-0000-7000-8000-000000000001");
        await stage.ReadAsync(Office, $"{Declarations}/{declaration}");

        var kept = await EntriesAsync(stage, $"account={stage.AccountOf(Auditor)}");
        kept.Select(entry => $"{entry["module"]} {entry["command"]} {entry["outcome"]}")
            .ShouldBe([
                "assets assets.get-card denied",
                "approval approval.list-declarations accepted",
                "approval approval.get-declaration accepted",
            ]);
        kept.ShouldAllBe(entry => entry["objectType"]!.GetValue<string>() == "actor");
        (
            await EntriesAsync(stage, $"account={stage.AccountOf(Office)}&from={Uri.EscapeDataString(At(kept[^1]))}")
        ).ShouldBeEmpty();
        var ofTheProject = await EntriesAsync(
            stage,
            $"module=approval&objectType=declaration&objectId={declaration}&readings=true"
        );
        ofTheProject
            .Select(entry => entry["command"]!.GetValue<string>())
            .ShouldBe(["approval.get-declaration", "approval.draft-declaration"]);
        (
            await EntriesAsync(stage, $"objectType=actor&account={stage.AccountOf(Auditor)}", "health.officer")
        ).ShouldBeEmpty();
    }

    private static string At(JsonNode entry) => entry["at"]!.GetValue<string>();

    private static async Task<List<JsonNode>> EntriesAsync(Stage stage, string filter, string reader = Office) =>
        [
            .. (await stage.ReadAsync(reader, $"api/v1/security/audit-entries?{filter}"))["items"]!
                .AsArray()
                .Select(entry => entry!),
        ];
}
