using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SmartCity.Api.CommandLine;
using SmartCity.Api.Composition;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;

namespace SmartCity.Api.Database;

/// <summary>
/// Brings every module's schema to what this program needs. Two at once do no harm: Entity Framework holds a lock in the
/// database while it migrates, a lock of the server stands around the modules' own preparations, and on SQLite a lock
/// file stands before all.
/// </summary>
public static class Migrator
{
    // EWOULDBLOCK on Linux and macOS, and the sharing violation of Windows.
    private static readonly int[] TakenByAnother = [11, 35, unchecked((int)0x80070020)];

    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromMilliseconds(100);

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
            await using var scope = services.CreateAsyncScope();
            foreach (var module in SchemaCheck.StoringModules(scope.ServiceProvider))
            {
                var state = await SchemaCheck.StateAsync(scope.ServiceProvider, module, cancellationToken);
                await SchemaCheck.ContextOf(scope.ServiceProvider, module).Database.MigrateAsync(cancellationToken);
                await output.WriteLineAsync(
                    SmartCityCommandLine.Spoken(
                        new(
                            $"{module.Name}：{(state.Missing.Count == 0 ? "已是最新" : $"执行了 {state.Missing.Count} 项结构变更")}",
                            $"{module.Name}: {(state.Missing.Count == 0 ? "current" : $"{state.Missing.Count} migration(s) applied")}"
                        )
                    )
                );
            }

            await PrepareModulesAsync(services, choice, cancellationToken);
        }
        catch (Exception fault) when (DatabaseFault.Of(fault) is { } known)
        {
            throw new StartException(ExitCode.Failure, [known.Text], fault);
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

    private static async Task PrepareModulesAsync(
        IServiceProvider services,
        DatabaseChoice choice,
        CancellationToken cancellationToken
    )
    {
        await using var alone = await ServerLock.TakeAsync(choice, cancellationToken);
        foreach (var module in services.GetServices<IModule>())
        {
            await using var scope = services.CreateAsyncScope();
            await module.PrepareAsync(scope.ServiceProvider, cancellationToken);
        }
    }

    // On SQLite Entity Framework's lock is a row: of a program killed while migrating it stays for ever and the next one
    // waits for ever. The operating system gives this file free with the process, so a row found under it is stale.
    private static async Task<FileStream?> TakeTurnAsync(DatabaseChoice choice, CancellationToken cancellationToken)
    {
        if (FileOf(choice) is not { } file)
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
        if (FileOf(choice) is null)
        {
            return;
        }

        await using var connection = new SqliteConnection(choice.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        // The mode is kept in the file: readers go on while one writes.
        command.CommandText = """PRAGMA journal_mode = 'wal'; DROP TABLE IF EXISTS "__EFMigrationsLock";""";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string? FileOf(DatabaseChoice choice)
    {
        if (choice.Kind != DatabaseKind.Sqlite)
        {
            return null;
        }

        var source = new SqliteConnectionStringBuilder(choice.ConnectionString);
        return source.Mode == SqliteOpenMode.Memory || source.DataSource is "" or ":memory:"
            ? null
            : Path.GetFullPath(source.DataSource);
    }
}
