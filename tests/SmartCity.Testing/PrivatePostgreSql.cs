using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Npgsql;

namespace SmartCity.Testing;

/// <summary>
/// A PostgreSQL server of one's own that a test may stop, pause and start again while somebody is connected to it. It
/// never outlives the process that started it.
/// </summary>
public sealed class PrivatePostgreSql : IAsyncDisposable
{
    private const int StopSignal = 19;
    private const int ContinueSignal = 18;

    private readonly string folder;
    private readonly Process guard;
    private readonly int port;

    private PrivatePostgreSql(string folder, int port)
    {
        this.folder = folder;
        this.port = port;
        guard = Guard(folder);
    }

    /// <summary>For the superuser, in the database <c>postgres</c>.</summary>
    public string ConnectionString => ConnectionStringOf("postgres");

    private static string Binaries { get; } =
        Directory
            .GetDirectories("/usr/lib/postgresql")
            .Select(version => Path.Combine(version, "bin"))
            .Where(bin => File.Exists(Path.Combine(bin, "initdb")))
            .OrderByDescending(bin => bin, StringComparer.Ordinal)
            .FirstOrDefault()
        ?? throw new InvalidOperationException("PostgreSQL is not installed: run ./build/test.sh.");

    private string Cluster => Path.Combine(folder, "cluster");

    /// <param name="settings">Lines of <c>postgresql.conf</c>.</param>
    public static async Task<PrivatePostgreSql> StartAsync(params string[] settings)
    {
        // Not below the test folder: the server runs as another user, who has to reach it.
        var folder = Directory.CreateTempSubdirectory("smartcity-postgresql-").FullName;
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync("chown", "postgres:postgres", folder);
        }

        var server = new PrivatePostgreSql(folder, ServiceProcess.FreePort());
        await server.AsOwnerAsync(
            "initdb",
            $"--pgdata={server.Cluster}",
            "--username=postgres",
            "--auth-local=trust",
            "--auth-host=trust",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--no-sync"
        );
        await File.AppendAllLinesAsync(
            Path.Combine(server.Cluster, "postgresql.conf"),
            [
                "listen_addresses = '127.0.0.1'",
                string.Create(CultureInfo.InvariantCulture, $"port = {server.port}"),
                $"unix_socket_directories = '{folder}'",
                "shared_buffers = 32MB",
                .. settings,
            ]
        );
        await server.StartAgainAsync();
        return server;
    }

    public string ConnectionStringOf(string database, string user = "postgres", string? password = null) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = port,
            Username = user,
            Password = password,
            Database = database,
        }.ConnectionString;

    /// <param name="mode"><c>fast</c> as an operator stops it, <c>immediate</c> as a crash does.</param>
    public Task StopAsync(string mode) =>
        AsOwnerAsync("pg_ctl", $"--pgdata={Cluster}", $"--mode={mode}", "--silent", "-w", "stop");

    public Task StartAgainAsync() =>
        AsOwnerAsync("pg_ctl", $"--pgdata={Cluster}", $"--log={folder}/server.log", "--silent", "-w", "start");

    /// <summary>The server and every process of it stand still: connections stay open, and nothing answers.</summary>
    public void Pause() => Signal(StopSignal);

    public void Resume() => Signal(ContinueSignal);

    /// <summary>Runs one of PostgreSQL's own tools, such as <c>pg_dump</c>, against this server.</summary>
    public Task ToolAsync(string tool, params string[] arguments) =>
        RunAsync(
            Path.Combine(Binaries, tool),
            [
                "--host=127.0.0.1",
                string.Create(CultureInfo.InvariantCulture, $"--port={port}"),
                "--username=postgres",
                .. arguments,
            ]
        );

#pragma warning disable CA2100 // the statements are the tests' own
    /// <summary>On a connection of its own, which is gone afterwards.</summary>
    public async Task<object?> ExecuteAsync(string statement, string database = "postgres")
    {
        await using var connection = new NpgsqlConnection(
            $"{ConnectionStringOf(database)};Pooling=false;Options=-c default_transaction_read_only=off"
        );
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        return await command.ExecuteScalarAsync();
    }
#pragma warning restore CA2100

    /// <summary>From now on this user needs his password.</summary>
    public async Task DemandPasswordsAsync(string user)
    {
        var rules = Path.Combine(Cluster, "pg_hba.conf");
        var others = await File.ReadAllLinesAsync(rules);
        await File.WriteAllLinesAsync(rules, [$"host all {user} 127.0.0.1/32 scram-sha-256", .. others]);
        await StopAsync("fast");
        await StartAgainAsync();
    }

    /// <summary>Ends every connection to that database.</summary>
    public Task TerminateAsync(string database) =>
        ExecuteAsync($"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = '{database}'");

    public async ValueTask DisposeAsync()
    {
        // The end of its pipe tells the guard to clean up.
        guard.StandardInput.Close();
        await guard.WaitForExitAsync();
        guard.Dispose();
    }

    private static Process Guard(string folder)
    {
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(
            $"""
            trap '' INT TERM
            read line
            pid=$(head -n 1 '{folder}/cluster/postmaster.pid' 2>/dev/null)
            if [ -n "$pid" ]; then
              kill -CONT $pid $(cat /proc/$pid/task/$pid/children)
              kill -QUIT $pid
              while kill -0 $pid 2>/dev/null; do sleep 0.05; done
            fi
            rm -rf '{folder}'
            """
        );
        return Process.Start(start)!;
    }

    private void Signal(int signal)
    {
        var server = int.Parse(
            File.ReadLines(Path.Combine(Cluster, "postmaster.pid")).First(),
            CultureInfo.InvariantCulture
        );
        var children = File.ReadAllText($"/proc/{server}/task/{server}/children")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(child => int.Parse(child, CultureInfo.InvariantCulture));
        foreach (var process in children.Prepend(server))
        {
            if (kill(process, signal) != 0)
            {
                throw new Win32Exception(Marshal.GetLastPInvokeError());
            }
        }
    }

    // PostgreSQL refuses to run as root.
    private Task AsOwnerAsync(string tool, params string[] arguments)
    {
        var program = Path.Combine(Binaries, tool);
        return Environment.IsPrivilegedProcess
            ? RunAsync(
                "setpriv",
                ["--reuid=postgres", "--regid=postgres", "--init-groups", "--reset-env", program, .. arguments]
            )
            : RunAsync(program, arguments);
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        // Its output is not taken: a server that is started keeps the pipe open.
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = "/" })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(
                $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}."
            );
        }
    }

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int kill(int id, int signal);
}
