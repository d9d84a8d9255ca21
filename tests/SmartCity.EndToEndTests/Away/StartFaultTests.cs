using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Data.Sqlite;
using Npgsql;
using SmartCity.Api.CommandLine;
using SmartCity.BuildingBlocks.Persistence;

namespace SmartCity.EndToEndTests.Away;

/// <summary>Whatever keeps the program from starting is told in one line, with the exit code that the operations page names.</summary>
public sealed class StartFaultTests
{
    private const string AnyPort = "http://127.0.0.1:0";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static NpgsqlConnectionStringBuilder Server => new(TestEnvironment.PostgreSql);

    [Fact]
    public async Task Migrate_WhenThePasswordIsWrong_ThenOneLineWithoutIt()
    {
        await using var server = await PrivatePostgreSql.StartAsync();
        await server.ExecuteAsync("CREATE ROLE city LOGIN PASSWORD 'right'");
        await server.ExecuteAsync("CREATE DATABASE city OWNER city");
        await server.DemandPasswordsAsync("city");

        var run = await MigrateAsync(server.ConnectionStringOf("city", "city", "wrong-word"));

        run.ShouldBeOneLine(ExitCode.Failure, "用户名或密码不对");
        run.Error.ShouldNotContain("wrong-word");
    }

    [Fact]
    public async Task Migrate_WhenTheUserHasNoRights_ThenOneLine()
    {
        await using var server = await PrivatePostgreSql.StartAsync();
        await server.ExecuteAsync("CREATE ROLE guest LOGIN");
        await server.ExecuteAsync("CREATE DATABASE city");

        var run = await MigrateAsync(server.ConnectionStringOf("city", "guest"));

        run.ShouldBeOneLine(ExitCode.Failure, "权限不够");
    }

    [Fact]
    public async Task Migrate_WhenTheDatabaseIsUnknown_ThenOneLine() =>
        (
            await MigrateAsync(new NpgsqlConnectionStringBuilder(Server.ConnectionString) { Database = "nowhere" })
        ).ShouldBeOneLine(ExitCode.Failure, "没有这个数据库");

    [Fact]
    public async Task Migrate_WhenTheHostIsUnknown_ThenOneLine() =>
        (await MigrateAsync("Host=no-such-server.invalid;Database=city;Username=city")).ShouldBeOneLine(
            ExitCode.Failure,
            "主机名"
        );

    [Fact]
    public async Task Serve_WhenTheServerRefusesTheConnection_ThenOneLine()
    {
        var folder = TestFolder.New();

        var run = await ProgramRun.OfAsync(
            ["serve", "--urls", AnyPort, "--database", $"Host=127.0.0.1;Port={ServiceProcess.FreePort()};Username=u"],
            folder
        );

        run.ShouldBeOneLine(ExitCode.Failure, "连接不上");
    }

    [Fact]
    public async Task Serve_WhenTheTerminalIsEnglish_ThenTheLineIsEnglish()
    {
        var folder = TestFolder.New();

        var run = await ProgramRun.OfAsync(
            ["serve", "--urls", AnyPort, "--database", $"Host=127.0.0.1;Port={ServiceProcess.FreePort()};Username=u"],
            folder,
            ("LC_ALL", "en_US.UTF-8")
        );

        run.ShouldBeOneLine(ExitCode.Failure, "cannot be reached");
    }

    [Theory]
    [InlineData("Production", "DELETE FROM approval_migrations_history", ExitCode.Schema, "smartcity migrate")]
    [InlineData(
        "Production",
        "INSERT INTO approval_migrations_history VALUES ('29990101000000_ContractAll', '99')",
        ExitCode.Schema,
        "较新的程序"
    )]
    [InlineData(
        "Demonstration",
        "INSERT INTO approval_migrations_history VALUES ('29990101000000_ContractAll', '99')",
        ExitCode.Schema,
        "较新的程序"
    )]
    public async Task Serve_WhenTheSchemaIsOldOrTakenAway_ThenOneLine(
        string environment,
        string change,
        int exit,
        string words
    )
    {
        var folder = TestFolder.New();
        var file = await MigratedAsync(folder);
        await ChangeAsync(file, change);

        var run = await ProgramRun.OfAsync(
            ["serve", "--urls", AnyPort, "--database", file, "--environment", environment],
            folder
        );

        run.ShouldBeOneLine(exit, words, "Approval");
    }

    [Fact]
    public async Task Migrate_WhenTheFileIsNoDatabase_ThenOneLine()
    {
        var file = Path.Combine(TestFolder.New(), "note.db");
        await File.WriteAllTextAsync(file, new string('x', 4096), Cancellation);

        (await MigrateAsync(file)).ShouldBeOneLine(ExitCode.Failure, "不是 SQLite 数据库");
    }

    [Fact]
    public async Task Migrate_WhenTheDiskIsFull_ThenOneLine()
    {
        await using var disk = await SmallDisk.MountAsync();
        disk.Fill();

        (await MigrateAsync(Path.Combine(disk.Folder, "city.db"))).ShouldBeOneLine(ExitCode.Failure, "磁盘已满");
    }

    [Theory]
    [InlineData("不能写入", "migrate")]
    [InlineData("没有权限", "serve", "--urls", AnyPort)]
    public async Task Program_WhenTheDiskIsReadOnly_ThenOneLine(string words, params string[] arguments)
    {
        await using var disk = await SmallDisk.MountAsync();
        var file = Path.Combine(disk.Folder, "city.db");
        // By a process of its own, which holds nothing open when it has ended.
        (await MigrateAsync(file)).Exit.ShouldBe(ExitCode.Success);
        await disk.MakeReadOnlyAsync();

        var run = await ProgramRun.OfAsync([.. arguments, "--database", file], TestFolder.New());

        run.ShouldBeOneLine(ExitCode.Failure, words);
    }

    [Fact]
    public async Task Migrate_WhenTheFolderCannotBeMade_ThenOneLine() =>
        (await MigrateAsync("/proc/smartcity/city.db")).ShouldBeOneLine(ExitCode.Failure, "不能写入");

    [Fact]
    public async Task Serve_WhenTheFolderOfTheFileIsMissing_ThenOneLine()
    {
        var folder = TestFolder.New();

        var run = await ProgramRun.OfAsync(
            ["serve", "--urls", AnyPort, "--database", Path.Combine(folder, "missing", "city.db")],
            folder
        );

        run.ShouldBeOneLine(ExitCode.Schema, "smartcity migrate");
    }

    [Fact]
    public async Task Serve_WhenThePortIsTaken_ThenOneLine()
    {
        var folder = TestFolder.New();
        var file = await MigratedAsync(folder);
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        var run = await ProgramRun.OfAsync(
            ["serve", "--database", file, "--urls", $"http://{taken.LocalEndpoint}"],
            folder
        );

        run.ShouldBeOneLine(ExitCode.Failure, "已被占用");
    }

    [Fact]
    public async Task Serve_WhenThisMachineHasNoSuchAddress_ThenOneLine()
    {
        var folder = TestFolder.New();
        var file = await MigratedAsync(folder);

        var run = await ProgramRun.OfAsync(
            ["serve", "--database", file, "--urls", "http://192.0.2.1:5080"],
            folder,
            ("Http:TrustedProxies:0", "192.0.2.2")
        );

        run.ShouldBeOneLine(ExitCode.Failure, "没有这个监听地址");
    }

    [Theory]
    [InlineData("Files:Folder")]
    [InlineData("Security:KeysFolder")]
    public async Task Serve_WhenAFolderCannotBeWritten_ThenOneLineNamesTheSetting(string setting)
    {
        var folder = TestFolder.New();

        var run = await ProgramRun.OfAsync(["serve", "--urls", AnyPort], folder, (setting, "/proc/smartcity"));

        run.ShouldBeOneLine(ExitCode.Usage, setting);
    }

    [Fact]
    public async Task Serve_WhenSeveralSettingsAreWrong_ThenOneLineForEach()
    {
        var run = await ProgramRun.OfAsync(
            ["serve", "--urls", "http://0.0.0.0:5080"],
            TestFolder.New(),
            ("RateLimits:PerAccount", "0"),
            ("Http:LargestBdy", "1000")
        );

        run.Exit.ShouldBe(ExitCode.Usage);
        run.Lines.Length.ShouldBe(3);
    }

    [Theory]
    [InlineData("missing.pfx", "证书文件读不了")]
    [InlineData("city.pfx", "证书用不了")]
    public async Task Serve_WhenTheCertificateCannotBeUsed_ThenOneLine(string certificate, string words)
    {
        var folder = TestFolder.New();
        var file = await MigratedAsync(folder);
        await WriteCertificateAsync(Path.Combine(folder, "city.pfx"));

        var run = await ProgramRun.OfAsync(
            ["serve", "--database", file, "--urls", "https://127.0.0.1:0"],
            folder,
            ("Kestrel:Certificates:Default:Path", Path.Combine(folder, certificate)),
            ("Kestrel:Certificates:Default:Password", "wrong-word")
        );

        run.ShouldBeOneLine(ExitCode.Failure, words);
        run.Error.ShouldNotContain("wrong-word");
    }

    [Theory, EveryDatabase]
    public async Task Migrate_WhenRunByTwoAtOnce_ThenBothEndWell(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateEmptyAsync(kind);

        var runs = await Task.WhenAll(
            Enumerable.Range(0, 2).Select(_ => MigrateAsync(database.Choice.ConnectionString))
        );

        runs.ShouldAllBe(run => run.Exit == ExitCode.Success && run.Error.Length == 0);
    }

    [Theory, EveryDatabase]
    public async Task Migrate_WhenKilledOnTheWay_ThenTheNextOneEndsWell(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateEmptyAsync(kind);
        var folder = TestFolder.New();
        string[] command = ["migrate", "--database", database.Choice.ConnectionString];
        using (var killed = ProgramRun.Start(command, folder))
        {
            // The first module is done, the others are not.
            await killed.StandardOutput.ReadLineAsync(Cancellation);
            killed.Kill();
            await killed.WaitForExitAsync(Cancellation);
        }

        var run = await ProgramRun.OfAsync(command, folder);

        run.Exit.ShouldBe(ExitCode.Success, run.Error);
        run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(8);
    }

    private static Task<ProgramRun> MigrateAsync(NpgsqlConnectionStringBuilder database) =>
        MigrateAsync(database.ConnectionString);

    private static Task<ProgramRun> MigrateAsync(string database) =>
        ProgramRun.OfAsync(["migrate", "--database", database], TestFolder.New());

    private static async Task<string> MigratedAsync(string folder)
    {
        var file = Path.Combine(folder, "city.db");
        await SmartCityCommandLine.RunAsync(["migrate", "--database", file], TextWriter.Null, TextWriter.Null);
        return file;
    }

#pragma warning disable CA2100 // the statements are the tests' own
    private static async Task ChangeAsync(string file, string statement)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=false");
        await connection.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync(Cancellation);
    }
#pragma warning restore CA2100

    private static async Task WriteCertificateAsync(string file)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(
            new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2036, 1, 1, 0, 0, 0, TimeSpan.Zero)
        );
        await File.WriteAllBytesAsync(file, certificate.Export(X509ContentType.Pfx, "right-word"), Cancellation);
    }
}
