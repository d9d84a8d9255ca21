using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Npgsql;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Demonstration;

namespace SmartCity.Benchmarks.Frame;

/// <summary>What <c>build/bench.sh</c> has laid ready: published programs, a PostgreSQL of its own, a folder for what comes up.</summary>
/// <param name="Published">Holds the published programs: <c>product</c>, <c>baseline</c>, <c>empty-host</c>.</param>
/// <param name="Work">Removed by the script at the end.</param>
/// <param name="PostgreSql">Connection string of a server that survives a power failure, as a city's does.</param>
internal sealed record Workbench(string Published, string Work, string PostgreSql, TextWriter Output)
{
    private int made;

    public string NewFolder(string purpose)
    {
        var folder = Path.Combine(Work, $"{purpose}-{++made}");
        Directory.CreateDirectory(folder);
        return folder;
    }

    /// <summary>An empty database of its own.</summary>
    public async Task<DatabaseChoice> NewDatabaseAsync(DatabaseKind kind, CancellationToken cancellationToken)
    {
        if (kind == DatabaseKind.Sqlite)
        {
            return DatabaseChoice.Parse(Path.Combine(NewFolder("database"), "smartcity.db"));
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"bench_{++made}");
        await using var server = new NpgsqlConnection(PostgreSql);
        await server.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", server);
        await command.ExecuteNonQueryAsync(cancellationToken);
        return DatabaseChoice.Parse(new NpgsqlConnectionStringBuilder(PostgreSql) { Database = name }.ConnectionString);
    }

    /// <summary>Makes or brings up the schemas with the published service's own command.</summary>
    public Task MigrateAsync(DatabaseChoice database, CancellationToken cancellationToken) =>
        HostProcess.RunAsync(
            Program("product", "smartcity"),
            ["migrate", "--database", database.ConnectionString],
            ProductSettings(NewFolder("migrate"), null),
            cancellationToken
        );

    /// <summary>Makes the evidence log's key as an operator does.</summary>
    public Task CreateEvidenceKeyAsync(
        DatabaseChoice database,
        string folder,
        string origin,
        CancellationToken cancellationToken
    ) =>
        HostProcess.RunAsync(
            Program("product", "smartcity"),
            ["create-evidence-key", origin, "--database", database.ConnectionString],
            ProductSettings(folder, null),
            cancellationToken
        );

    /// <summary>Starts the published service and waits until it is ready.</summary>
    /// <param name="folder">Where it keeps keys and files; the same one again for the same tokens.</param>
    /// <param name="settings">Settings by their configuration keys, over those every benchmark has.</param>
    public async Task<HostProcess> StartProductAsync(
        DatabaseChoice database,
        string folder,
        CancellationToken cancellationToken,
        string environment = "Production",
        IReadOnlyDictionary<string, string?>? settings = null
    )
    {
        var address = FreeAddress();
        return await HostProcess.StartAsync(
            Program("product", "smartcity"),
            [
                "serve",
                "--environment",
                environment,
                "--urls",
                address.ToString(),
                "--database",
                database.ConnectionString,
            ],
            ProductSettings(folder, settings),
            address,
            Path.Combine(folder, "service.log"),
            cancellationToken
        );
    }

    /// <summary>Starts another of the published programs, which answers <c>/health/ready</c> as the service does.</summary>
    public Task<HostProcess> StartBaselineAsync(
        string program,
        IReadOnlyDictionary<string, string?> settings,
        CancellationToken cancellationToken
    )
    {
        var address = FreeAddress();
        var environment = settings.ToDictionary(setting => setting.Key.Replace(":", "__"), setting => setting.Value);
        environment["ASPNETCORE_URLS"] = address.ToString();
        environment["DOTNET_ENVIRONMENT"] = "Production";
        environment["Logging__LogLevel__Default"] = "Warning";
        return HostProcess.StartAsync(
            Program(program, program),
            [],
            environment,
            address,
            Path.Combine(NewFolder(program), "service.log"),
            cancellationToken
        );
    }

    /// <summary>The accounts of a service that was started in the Demonstration environment with this folder.</summary>
    public static Task<IReadOnlyDictionary<string, DemonstrationAccount>> AccountsAsync(
        string folder,
        CancellationToken cancellationToken
    ) => DemonstrationAccount.ReadAsync(Path.Combine(folder, "demonstration-accounts.json"), cancellationToken);

    /// <summary>Lets the server write down what is in its buffers, so that no run pays for what came before it.</summary>
    public static async Task SettleAsync(DatabaseChoice database, CancellationToken cancellationToken)
    {
        if (database.Kind == DatabaseKind.Sqlite)
        {
            await using var file = new SqliteConnection(database.ConnectionString);
            await file.OpenAsync(cancellationToken);
            await using var statement = file.CreateCommand();
            statement.CommandText = "PRAGMA wal_checkpoint(TRUNCATE); ANALYZE;";
            await statement.ExecuteNonQueryAsync(cancellationToken);
            return;
        }

        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        foreach (var text in (string[])["VACUUM ANALYZE", "CHECKPOINT"])
        {
            await using var command = new NpgsqlCommand(text, connection) { CommandTimeout = 0 };
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>Tells the ends of the logs that programs have written since then.</summary>
    public async Task TellLogsAsync(DateTimeOffset since, TextWriter output)
    {
        const int LinesOfEach = 15;
        foreach (var log in Directory.EnumerateFiles(Work, "*.log", SearchOption.AllDirectories).Order())
        {
            if (File.GetLastWriteTimeUtc(log) >= since && await File.ReadAllLinesAsync(log) is { Length: > 0 } lines)
            {
                await output.WriteLineAsync($"  {Path.GetRelativePath(Work, log)} ends with:");
                await output.WriteLineAsync(string.Join('\n', lines.TakeLast(LinesOfEach)));
            }
        }
    }

    private string Program(string folder, string name) => Path.Combine(Published, folder, name);

    // What it is measured with is what it is delivered with; only limits that a load must pass are lifted.
    private static Dictionary<string, string?> ProductSettings(
        string folder,
        IReadOnlyDictionary<string, string?>? settings
    )
    {
        var all = new Dictionary<string, string?>
        {
            ["Demonstration:Folder"] = folder,
            ["Regulation:PromulgatedOn"] = "2018-01-08",
            ["Files:Folder"] = Path.Combine(folder, "files"),
            ["Security:KeysFolder"] = Path.Combine(folder, "keys"),
            ["Security:KeysSecretFile"] = KeysSecretIn(folder),
            ["RateLimits:PerAccount"] = "2000000000",
            ["RateLimits:PerAddress"] = "2000000000",
            ["RateLimits:SignInPerAddress"] = "2000000000",
        };
        foreach (var (key, value) in settings ?? new Dictionary<string, string?>())
        {
            all[key] = value;
        }

        return all.ToDictionary(setting => setting.Key.Replace(":", "__"), setting => setting.Value);
    }

    /// <summary>The secret under which a service of this folder seals its keys.</summary>
    public static string KeysSecretIn(string folder)
    {
        var file = Path.Combine(Directory.CreateDirectory(folder).FullName, "keys-secret");
        if (!File.Exists(file))
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var writer = new StreamWriter(file, options);
            writer.Write(RandomNumberGenerator.GetHexString(64));
        }

        return file;
    }

    private static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
    }
}
