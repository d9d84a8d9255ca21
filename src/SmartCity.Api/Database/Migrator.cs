using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SmartCity.Api.CommandLine;
using SmartCity.Api.Composition;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.Api.Database;

/// <summary>
/// Brings every module's schema to what this program needs. Two at once do no harm: on PostgreSQL a lock of the server
/// stands around all, on SQL Server around the modules' own preparations (there Entity Framework holds a lock while it
/// migrates), and on SQLite a lock file stands before all.
/// </summary>
public static class Migrator
{
    // EWOULDBLOCK on Linux and macOS, and the sharing violation of Windows.
    private static readonly int[] TakenByAnother = [11, 35, unchecked((int)0x80070020)];

    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromMilliseconds(100);

    // A big table takes its time, and so does waiting for another migrator; nobody waits for an answer here.
    private static readonly TimeSpan LongestStatement = TimeSpan.FromHours(4);

    /// <exception cref="StartException">The database cannot be reached or written, or a newer program made its schema.</exception>
    public static async Task MigrateAsync(
        IServiceProvider services,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var choice = services.GetRequiredService<DatabaseChoice>();
            await using var turn = await TakeTurnAsync(choice, cancellationToken);
            await PrepareSqliteAsync(choice, cancellationToken);
            // On an empty database there is nothing yet that Entity Framework could lock.
            await using var first =
                choice.Kind == DatabaseKind.PostgreSql ? await ServerLock.TakeAsync(choice, cancellationToken) : null;
            var states = await SchemaCheck.StatesAsync(services, cancellationToken);
            SchemaCheck.DemandNotBeyond(states);
            await MigrateModulesAsync(services, choice, states, output, cancellationToken);
            // Its migration may have made the very database.
            await using var then =
                choice.Kind == DatabaseKind.SqlServer ? await ServerLock.TakeAsync(choice, cancellationToken) : null;
            foreach (var module in services.GetServices<IModule>())
            {
                await using var scope = services.CreateAsyncScope();
                await module.PrepareAsync(scope.ServiceProvider, cancellationToken);
            }
        }
        catch (Exception fault) when (DatabaseFault.TextOf(fault) is { } text)
        {
            throw new StartException(ExitCode.Failure, [text], fault);
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or IOException)
        {
            throw new StartException(
                ExitCode.Failure,
                [new("数据库文件所在的文件夹不能写入。", "The folder of the database file cannot be written.")],
                fault
            );
        }
    }

    private static async Task MigrateModulesAsync(
        IServiceProvider services,
        DatabaseChoice choice,
        IReadOnlyList<SchemaState> states,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        await using var scope = services.CreateAsyncScope();
        foreach (var module in SchemaCheck.StoringModules(scope.ServiceProvider))
        {
            var database = SchemaCheck.ContextOf(scope.ServiceProvider, module).Database;
            if (choice.Kind != DatabaseKind.Sqlite)
            {
                database.SetCommandTimeout(LongestStatement);
            }

            await database.MigrateAsync(cancellationToken);
            var state = states.Single(one => one.Module == module.Name);
            await output.WriteLineAsync(SmartCityCommandLine.Spoken(Told(state)));
        }
    }

    private static LocalizedText Told(SchemaState state) =>
        state switch
        {
            { Unknown.Count: > 0 } => new(
                $"{state.Module}：比本程序新，未作改动",
                $"{state.Module}: newer than this program, left as it is"
            ),
            { Missing.Count: 0 } => new($"{state.Module}：已是最新", $"{state.Module}: current"),
            _ => new(
                $"{state.Module}：执行了 {state.Missing.Count} 项结构变更",
                $"{state.Module}: {state.Missing.Count} migration(s) applied"
            ),
        };

    // On SQLite Entity Framework's lock is a row: of a program killed while migrating it stays for ever and the next one
    // waits for ever. The operating system gives this file free with the process, so a row found under it is stale.
    private static async Task<FileStream?> TakeTurnAsync(DatabaseChoice choice, CancellationToken cancellationToken)
    {
        if (choice.SqliteFile is not { } file)
        {
            return null;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        while (true)
        {
            try
            {
                return new FileStream($"{file}.migrating", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException taken) when (TakenByAnother.Contains(taken.HResult))
            {
                await Task.Delay(LookAgainAfter, cancellationToken);
            }
        }
    }

    private static async Task PrepareSqliteAsync(DatabaseChoice choice, CancellationToken cancellationToken)
    {
        if (choice.SqliteFile is null)
        {
            return;
        }

        // Here alone a file that is missing is made.
        var making = new SqliteConnectionStringBuilder(choice.ConnectionString) { Pooling = false };
        making.Mode = making.Mode == SqliteOpenMode.ReadWrite ? SqliteOpenMode.ReadWriteCreate : making.Mode;
        await using var connection = new SqliteConnection(making.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        // The mode is kept in the file: readers go on while one writes.
        command.CommandText = """PRAGMA journal_mode = 'wal'; DROP TABLE IF EXISTS "__EFMigrationsLock";""";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
