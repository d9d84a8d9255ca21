using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace SmartCity.BuildingBlocks.Persistence;

/// <summary>Holds one row until the transaction ends, in each database's own words.</summary>
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

        await using var command = context.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // the only text put into it are the model's own names
        command.CommandText = context.Database.IsNpgsql()
            ? $"""SELECT 1 FROM "{table.GetSchema()}"."{table.GetTableName()}" WHERE id = @id FOR UPDATE"""
            : $"SELECT 1 FROM [{table.GetSchema()}].[{table.GetTableName()}] WITH (UPDLOCK, ROWLOCK) WHERE id = @id";
#pragma warning restore CA2100
        command.Transaction = context.Database.CurrentTransaction!.GetDbTransaction();
        var parameter = command.CreateParameter();
        parameter.ParameterName = "id";
        parameter.Value = id;
        command.Parameters.Add(parameter);
        await command.ExecuteScalarAsync(cancellationToken);
    }
}
