using System.Diagnostics;
using System.Net;
using Microsoft.Data.Sqlite;
using SmartCity.Demonstration.Steps;

namespace SmartCity.EndToEndTests.Away;

/// <summary>A database file that another program locks, that goes away, or for which the disk has no room.</summary>
public sealed class SqliteAwayTests
{
    // The queue in front of the file, and the file's lock.
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Command_WhenAnotherProgramLocksTheFile_ThenBusyAfterABoundedTimeWhileReadingGoesOn()
    {
        var folder = TestFolder.New();
        await using var service = await StandingService.StartAsync(Path.Combine(folder, "city.db"), folder);
        // Whose readings are kept (article 34) reads nothing while nothing can be written; who signs in writes, too.
        var auditor = await service.Stage.AtAsync("audit.officer");
        await using var other = new SqliteConnection($"Data Source={Path.Combine(folder, "city.db")};Pooling=false");
        await other.OpenAsync(Cancellation);
        await ExecuteAsync(other, "BEGIN EXCLUSIVE");

        var commands = Enumerable.Range(0, 4).Select(number => service.DraftAsync($"locked-{number}")).ToList();
        var read = await service.ReadAsync();
        var overseen = await auditor.ReadAsync(StandingService.List, Cancellation);
        var heard = await Task.WhenAll(commands);

        read.Status.ShouldBe(HttpStatusCode.OK);
        (overseen.Status, overseen.Codes.Single()).ShouldBe((HttpStatusCode.ServiceUnavailable, "DATABASE_BUSY"));
        heard.ShouldAllBe(one => one.Status == HttpStatusCode.ServiceUnavailable && one.Code == "DATABASE_BUSY");
        heard.ShouldAllBe(one => one.After < Bound);
        await ExecuteAsync(other, "ROLLBACK");
        (await service.DraftUntilAcceptedAsync("locked-0")).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Command_WhenTheFileIsMovedAway_ThenRefusedAndNothingIsWrittenUntilItIsBack()
    {
        var folder = TestFolder.New();
        var file = Path.Combine(folder, "city.db");
        await using var service = await StandingService.StartAsync(file, folder);
        (await service.DraftAsync("before")).Status.ShouldBe(HttpStatusCode.Created);
        string[] endings = ["", "-wal", "-shm"];
        foreach (var ending in endings)
        {
            File.Move(file + ending, $"{file}.away{ending}");
        }

        var heard = await service.DraftAsync("meanwhile");

        (heard.Status, heard.Code).ShouldBe((HttpStatusCode.ServiceUnavailable, "DATABASE_UNAVAILABLE"));
        File.Exists(file).ShouldBeFalse();
        foreach (var ending in endings.Where(ending => File.Exists($"{file}.away{ending}")))
        {
            File.Move($"{file}.away{ending}", file + ending);
        }

        (await service.DraftUntilAcceptedAsync("meanwhile")).Status.ShouldBe(HttpStatusCode.Created);
        await StandingService.UntilAsync(service.ServesAgainAsync);
        (await CountAsync(file)).ShouldBe(2);
    }

    [Fact]
    public async Task Command_WhenTheDiskIsFull_ThenToldSoWhileReadingGoesOn()
    {
        await using var disk = await SmallDisk.MountAsync();
        var file = Path.Combine(disk.Folder, "city.db");
        await using var service = await StandingService.StartAsync(
            file,
            TestFolder.New(),
            ("Files:Folder", Path.Combine(disk.Folder, "files"))
        );
        (await service.DraftAsync("before")).Status.ShouldBe(HttpStatusCode.Created);
        var declaration = Guid.Parse(
            (await service.Stage.ReadAsync("health.officer", StandingService.List))["items"]![0]![
                "id"
            ]!.GetValue<string>()
        );
        // Who reads before the upload signs in while there is room.
        await service.Stage.AtAsync("informatization.officer");

        disk.Fill();
        var full = await RefusedAsync(service);
        var readWhenFull = await service.ReadAsync();
        var attached = await service.Stage.AttachAsync(
            "health.officer",
            "上传附件",
            DeclarationSteps.PathOf(declaration),
            "documents?kind=constructionPlan",
            "study.txt",
            new string('x', 400_000)
        );
        disk.MakeRoom();
        var again = await service.DraftUntilAcceptedAsync("full");

        full.Code.ShouldBe("DATABASE_FULL");
        full.RetryAfter.ShouldBe(TimeSpan.FromSeconds(60));
        readWhenFull.Status.ShouldBe(HttpStatusCode.OK);
        attached.Codes.ShouldBe(["FILE_STORE_UNAVAILABLE"]);
        Directory.EnumerateFiles(Path.Combine(disk.Folder, "files"), "*", SearchOption.AllDirectories).ShouldBeEmpty();
        again.Status.ShouldBe(HttpStatusCode.Created);
    }

    // The last pages of the file may have room for a few yet.
    private static async Task<Heard> RefusedAsync(StandingService service)
    {
        var heard = default(Heard);
        await StandingService.UntilAsync(async () =>
            (heard = await service.DraftAsync($"until-{Stopwatch.GetTimestamp()}")).Status != HttpStatusCode.Created
        );
        return heard!;
    }

    private static async Task<long> CountAsync(string file)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=false");
        await connection.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM approval_declarations";
        return (long)(await command.ExecuteScalarAsync(Cancellation))!;
    }

#pragma warning disable CA2100 // the statements are the tests' own
    private static async Task ExecuteAsync(SqliteConnection connection, string statement)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync(Cancellation);
    }
#pragma warning restore CA2100
}
