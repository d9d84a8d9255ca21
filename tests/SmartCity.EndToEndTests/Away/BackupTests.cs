using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using SmartCity.Demonstration.Steps;

namespace SmartCity.EndToEndTests.Away;

/// <summary>The backup and restore that the operations page describes, with the databases' own tools, while the service runs.</summary>
public sealed class BackupTests
{
    private const string Document = "可行性研究报告：传染病监测预警。";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Restore_WhenTakenByPgDump_ThenADeclarationAndItsDocumentAreThere()
    {
        await using var server = await PrivatePostgreSql.StartAsync();
        await server.ExecuteAsync("CREATE DATABASE city");
        var (folder, restored) = (TestFolder.New(), TestFolder.New());
        await using var service = await StandingService.StartAsync(server.ConnectionStringOf("city"), folder);
        var declaration = await DeclareAsync(service);
        var dump = Path.Combine(restored, "smartcity.dump");

        await server.ToolAsync("pg_dump", "--format=custom", $"--file={dump}", "city");
        await RunAsync("cp", "-a", folder, Path.Combine(restored, "copy"));
        await server.ToolAsync("createdb", "city_restored");
        await server.ToolAsync("pg_restore", "--exit-on-error", "--dbname=city_restored", dump);

        await ShouldHoldAsync(
            service,
            server.ConnectionStringOf("city_restored"),
            Path.Combine(restored, "copy"),
            declaration
        );
    }

    [Fact]
    public async Task Restore_WhenTakenByVacuumInto_ThenADeclarationAndItsDocumentAreThere()
    {
        var (folder, restored) = (TestFolder.New(), TestFolder.New());
        var file = Path.Combine(folder, "city.db");
        await using var service = await StandingService.StartAsync(file, folder);
        var declaration = await DeclareAsync(service);
        var copy = Path.Combine(restored, "restored.db");

        await RunAsync("sqlite3", file, $"VACUUM INTO '{copy}'");
        await RunAsync("cp", "-a", folder, Path.Combine(restored, "copy"));

        await ShouldHoldAsync(service, copy, Path.Combine(restored, "copy"), declaration);
    }

    private static async Task<Guid> DeclareAsync(StandingService service)
    {
        var steps = new DeclarationSteps(service.Stage);
        var draft = await steps.DraftAsync("health.officer", await steps.SheetAsync());
        var attached = await service.Stage.AttachAsync(
            "health.officer",
            "上传附件",
            DeclarationSteps.PathOf(draft.Id),
            "documents?kind=constructionPlan",
            "study.txt",
            Document
        );
        attached.Codes.ShouldBeEmpty();
        return draft.Id;
    }

    private static async Task ShouldHoldAsync(
        StandingService original,
        string database,
        string folder,
        Guid declaration
    )
    {
        await using var service = await ServiceProcess.StartAsync(
            new()
            {
                Database = database,
                Folder = folder,
                Environment = "Production",
            },
            Cancellation
        );
        // The same keys sign: a token of the original is a token of the copy.
        using var client = new HttpClient { BaseAddress = service.Address };
        client.DefaultRequestHeaders.Authorization = original.Client.DefaultRequestHeaders.Authorization;
        var path = DeclarationSteps.PathOf(declaration);
        using var read = await client.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
        read.StatusCode.ShouldBe(HttpStatusCode.OK);
        var told = JsonNode.Parse(await read.Content.ReadAsStringAsync(Cancellation))!;
        var document = told["documents"]![0]!["id"]!.GetValue<string>();
        var content = await client.GetStringAsync(
            new Uri($"{path}/documents/{document}", UriKind.Relative),
            Cancellation
        );
        content.ShouldBe(Document);
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync(Cancellation);
        process.ExitCode.ShouldBe(0);
    }
}
