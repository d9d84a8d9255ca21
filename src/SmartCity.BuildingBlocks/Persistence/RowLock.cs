using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace SmartCity.BuildingBlocks.Persistence;

/// <summary>Holds rows until the transaction ends, in each database's own words.</summary>
internal static class RowLock
{
    public static async Task TakeAsync(
        DbContext context,
        IEntityType table,
        Guid id,
        CancellationToken cancellationToken
    )
    {
        if (context.Database.IsSqlite())
        {
            // The transaction took the whole file's write lock when it began.
            return;
        }

        await using var command = Command(context, table, [id], "FOR UPDATE", "UPDLOCK, ROWLOCK");
        await command.ExecuteScalarAsync(cancellationToken);
    }

    /// <summary>Holds those of the rows that nobody else holds; the others are not waited for.</summary>
    /// <returns>The ids of what is held now.</returns>
    public static async Task<IReadOnlyList<Guid>> TakeFreeAsync(
        DbContext context,
        IEntityType table,
        IReadOnlyList<Guid> ids,
        CancellationToken cancellationToken
    )
    {
        if (ids.Count == 0 || context.Database.IsSqlite())
        {
            return ids;
        }

        await using var command = Command(context, table, ids, "FOR UPDATE SKIP LOCKED", "UPDLOCK, ROWLOCK, READPAST");
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var held = new List<Guid>(ids.Count);
        while (await rows.ReadAsync(cancellationToken))
        {
            held.Add(rows.GetGuid(0));
        }

        return held;
    }

    private static DbCommand Command(
        DbContext context,
        IEntityType table,
        IReadOnlyList<Guid> ids,
        string onPostgreSql,
        string onSqlServer
    )
    {
        var command = context.Database.GetDbConnection().CreateCommand();
        var names = new string[ids.Count];
        for (var index = 0; index < ids.Count; index++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = names[index] = string.Create(CultureInfo.InvariantCulture, $"@id{index}");
            parameter.Value = ids[index];
            command.Parameters.Add(parameter);
        }

        var list = string.Join(", ", names);
#pragma warning disable CA2100 // the only texts put into it are the model's own names and those of the parameters
        command.CommandText = context.Database.IsNpgsql()
            ? $"""SELECT id FROM "{table.GetSchema()}"."{table.GetTableName()}" WHERE id IN ({list}) {onPostgreSql}"""
            : $"SELECT id FROM [{table.GetSchema()}].[{table.GetTableName()}] WITH ({onSqlServer}) WHERE id IN ({list})";
#pragma warning restore CA2100
        command.Transaction = context.Database.CurrentTransaction!.GetDbTransaction();
        return command;
    }
}
