namespace SmartCity.Demonstration.Chapters;

/// <summary>The year's list of declarations, as an office keeps it, becomes drafts; the same list again changes nothing.</summary>
internal sealed class Importing(Stage stage)
{
    private const string Imports = "api/v1/approval/declaration-imports";
    private const string Importer = "informatization.officer";

    public async Task WalkAsync()
    {
        stage.Chapter("导入申报清单");
        await stage.ImportAsync(Importer, "先核对清单，不导入", $"{Imports}?dryRun=true", "declaration-list-2026.xlsx");
        await stage.ImportAsync(Importer, "导入清单（XLSX，万元）", Imports, "declaration-list-2026.xlsx");
        await stage.ImportAsync(Importer, "再次导入同一清单（CSV，元）", Imports, "declaration-list-2026-utf8.csv");
    }
}
