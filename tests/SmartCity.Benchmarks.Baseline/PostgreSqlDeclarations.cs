using System.Buffers;
using Npgsql;

namespace SmartCity.Benchmarks.Baseline;

/// <summary>One round trip for a declaration with all its parts: a batch of prepared statements.</summary>
internal sealed class PostgreSqlDeclarations(string connection) : IDeclarations
{
    private static readonly string[] Parts =
    [
        Statements.PostgreSql.Root,
        Statements.PostgreSql.Documents,
        Statements.PostgreSql.Versions,
        Statements.PostgreSql.Report,
        Statements.PostgreSql.Arrangements,
        Statements.PostgreSql.Suspensions,
    ];

    private readonly DeclarationWriter writer = new(isSqlite: false);

    // Prepared at the first use on each connection of the pool.
    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(connection)
        {
            MaxAutoPrepare = 20,
            AutoPrepareMinUsages = 1,
            NoResetOnClose = true,
        }
    );

    public async Task<ArrayBufferWriter<byte>?> OneAsync(
        Guid declaration,
        Guid unit,
        CancellationToken cancellationToken
    )
    {
        await using var batch = source.CreateBatch();
        foreach (var text in Parts)
        {
            var command = new NpgsqlBatchCommand(text);
            command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = declaration });
            if (ReferenceEquals(text, Parts[0]))
            {
                command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = unit });
            }

            batch.BatchCommands.Add(command);
        }

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return await writer.OneAsync(
            reader,
            async current =>
            {
                await current.NextResultAsync(cancellationToken);
                return current;
            }
        );
    }

    public async Task<ArrayBufferWriter<byte>> ListAsync(string state, Guid unit, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(Statements.PostgreSql.List);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = state });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = unit });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await writer.ListAsync(reader);
    }
}
