using System.Data.Common;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Regulation.Calendars;

namespace SmartCity.Regulation.Infrastructure;

/// <summary>
/// What has landed, read without Entity Framework: it is needed before the service serves, and no model is built before
/// that (ADR 0018).
/// </summary>
internal static class LandedRows
{
    /// <summary>The calendar with every notice that has landed, where there are more than those known; else null.</summary>
    public static async Task<WorkingCalendar?> LaterThanAsync(
        WorkingCalendar known,
        DatabaseChoice choice,
        CancellationToken cancellationToken
    )
    {
        await using var connection = await KernelTables.OpenAsync(choice, cancellationToken);
        var notices = KernelTables.Name(choice.Kind, "calendar_notices");
        var days = KernelTables.Name(choice.Kind, "calendar_days");
        await using var latest = connection.CreateCommand();
#pragma warning disable CA2100 // the only names put into these statements are the tables' own
        latest.CommandText = $"SELECT MAX(calendar_version) FROM {notices}";
        if (
            await latest.ExecuteScalarAsync(cancellationToken) is not { } version
            || version is DBNull
            || Convert.ToInt32(version, null) - 1 <= known.Landings
        )
        {
            return null;
        }

        await using var all = connection.CreateCommand();
        all.CommandText =
            "SELECT n.calendar_version, n.year, n.number, n.source, n.published_on, n.correction_reason, n.landed_on, "
            + $"d.date, d.is_off_day, d.name FROM {notices} n JOIN {days} d ON d.notice = n.id "
            + "ORDER BY n.calendar_version, d.date";
#pragma warning restore CA2100
        await using var rows = await all.ExecuteReaderAsync(cancellationToken);
        var landed = new List<YearOfNotices>();
        while (await rows.ReadAsync(cancellationToken))
        {
            if (landed.Count == 0 || landed[^1].Landed!.Landing != rows.GetInt32(0) - 1)
            {
                landed.Add(NoticeOf(rows));
            }

            ((List<MovedDay>)landed[^1].Days).Add(
                new(rows.GetString(9), rows.GetFieldValue<DateOnly>(7), rows.GetBoolean(8))
            );
        }

        return WorkingCalendar.With(landed);
    }

    private static YearOfNotices NoticeOf(DbDataReader row) =>
        new(row.GetInt32(1), [row.GetString(3)], new List<MovedDay>())
        {
            Landed = new(
                row.GetString(2),
                row.GetFieldValue<DateOnly>(4),
                row.IsDBNull(5) ? null : row.GetString(5),
                row.GetFieldValue<DateOnly>(6),
                row.GetInt32(0) - 1
            ),
        };
}
