using System.Data.Common;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Regulation.Application.Enacting;
using SmartCity.Regulation.Parameters;

namespace SmartCity.Regulation.Infrastructure;

/// <summary>
/// What has been enacted, read without Entity Framework: decisions are judged by it from the first request on, and no
/// model is built before the service serves (ADR 0018).
/// </summary>
internal static class EnactedRows
{
    /// <summary>Every act with its changes, where there are more of them than known; else null.</summary>
    public static async Task<IReadOnlyList<EnactedAct>?> BeyondAsync(
        int known,
        DatabaseChoice choice,
        CancellationToken cancellationToken
    )
    {
        await using var connection = await KernelTables.OpenAsync(choice, cancellationToken);
        var enactments = KernelTables.Name(choice.Kind, "enactments");
        await using var count = Command(connection, $"SELECT COUNT(*) FROM {enactments}");
        if (Convert.ToInt32(await count.ExecuteScalarAsync(cancellationToken), null) == known)
        {
            return null;
        }

        var changes = await RowsAsync(
            connection,
            $"SELECT enactment_id, parameter, after FROM {KernelTables.Name(choice.Kind, "parameter_changes")}",
            row => (Act: row.GetGuid(0), Change: (row.GetString(1), row.GetString(2))),
            cancellationToken
        );
        var switches = await RowsAsync(
            connection,
            $"SELECT enactment_id, rule, is_off FROM {KernelTables.Name(choice.Kind, "control_switches")}",
            row => (Act: row.GetGuid(0), Switch: new SwitchedControl(row.GetString(1), row.GetBoolean(2))),
            cancellationToken
        );
        return await RowsAsync(
            connection,
            $"SELECT id, effective_from, number FROM {enactments}",
            row => new EnactedAct(
                row.GetGuid(0),
                row.GetFieldValue<DateOnly>(1),
                row.GetInt32(2),
                [.. changes.Where(one => one.Act == row.GetGuid(0)).Select(one => one.Change)],
                [.. switches.Where(one => one.Act == row.GetGuid(0)).Select(one => one.Switch)]
            ),
            cancellationToken
        );
    }

    private static async Task<List<T>> RowsAsync<T>(
        DbConnection connection,
        string text,
        Func<DbDataReader, T> read,
        CancellationToken cancellationToken
    )
    {
        await using var command = Command(connection, text);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var all = new List<T>();
        while (await rows.ReadAsync(cancellationToken))
        {
            all.Add(read(rows));
        }

        return all;
    }

    private static DbCommand Command(DbConnection connection, string text)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // the only names put into these statements are the tables' own
        command.CommandText = text;
#pragma warning restore CA2100
        return command;
    }
}
