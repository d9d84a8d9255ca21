using System.Buffers;
using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace SmartCity.Benchmarks.Baseline;

/// <summary>Connections that stay open, each with its statements prepared once.</summary>
internal sealed class SqliteDeclarations(string connection) : IDeclarations
{
    private readonly ConcurrentBag<Prepared> idle = [];

    public Task<ArrayBufferWriter<byte>?> OneAsync(Guid declaration, Guid unit, CancellationToken cancellationToken) =>
        UseAsync(prepared => prepared.OneAsync(declaration, unit));

    public Task<ArrayBufferWriter<byte>> ListAsync(string state, Guid unit, CancellationToken cancellationToken) =>
        UseAsync(prepared => prepared.ListAsync(state, unit));

    private async Task<T> UseAsync<T>(Func<Prepared, Task<T>> use)
    {
        if (!idle.TryTake(out var prepared))
        {
            prepared = new(connection);
        }

        try
        {
            return await use(prepared);
        }
        finally
        {
            idle.Add(prepared);
        }
    }

#pragma warning disable CA1001 // lives as long as the process, like the pool that it stands for
    private sealed class Prepared
#pragma warning restore CA1001
    {
        private readonly DeclarationWriter writer = new(isSqlite: true);
        private readonly SqliteConnection connection;
        private readonly SqliteCommand root;
        private readonly SqliteCommand[] parts;
        private readonly SqliteCommand list;

        public Prepared(string source)
        {
            connection = new(source);
            connection.Open();
            root = Prepare(Statements.Sqlite.Root, "first", "second");
            parts =
            [
                Prepare(Statements.Sqlite.Documents, "first"),
                Prepare(Statements.Sqlite.Versions, "first"),
                Prepare(Statements.Sqlite.Report, "first"),
                Prepare(Statements.Sqlite.Arrangements, "first"),
                Prepare(Statements.Sqlite.Suspensions, "first"),
            ];
            list = Prepare(Statements.Sqlite.List, "first", "second");
        }

        public async Task<ArrayBufferWriter<byte>?> OneAsync(Guid declaration, Guid unit)
        {
            root.Parameters[0].Value = Text(declaration);
            root.Parameters[1].Value = Text(unit);
            var part = 0;
            using var reader = root.ExecuteReader();
            return await writer.OneAsync(
                reader,
                current =>
                {
                    current.Dispose();
                    parts[part].Parameters[0].Value = Text(declaration);
                    return new(parts[part++].ExecuteReader());
                }
            );
        }

        public async Task<ArrayBufferWriter<byte>> ListAsync(string state, Guid unit)
        {
            list.Parameters[0].Value = state;
            list.Parameters[1].Value = Text(unit);
            using var reader = list.ExecuteReader();
            return await writer.ListAsync(reader);
        }

        // As the service writes them.
        private static string Text(Guid id) => id.ToString().ToUpperInvariant();

        private SqliteCommand Prepare(string text, params string[] parameters)
        {
            var command = connection.CreateCommand();
            command.CommandText = text;
            foreach (var parameter in parameters)
            {
                command.Parameters.Add(new SqliteParameter($"@{parameter}", SqliteType.Text) { Value = "" });
            }

            command.Prepare();
            return command;
        }
    }
}
