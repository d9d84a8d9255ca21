using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using SmartCity.BuildingBlocks.Persistence;

namespace SmartCity.EndToEndTests.DryRuns;

/// <summary>Everything that the service keeps, as one hash of each table, of the sequences and of the file store.</summary>
internal sealed class StoredState
{
    private readonly Dictionary<string, string> hashes;

    private StoredState(Dictionary<string, string> hashes) => this.hashes = hashes;

    /// <summary>How many tables there are.</summary>
    public int Tables => hashes.Count;

    public static async Task<StoredState> ReadAsync(
        IEnumerable<ModuleDbContext> databases,
        string files,
        CancellationToken cancellationToken
    )
    {
        var hashes = new Dictionary<string, string>();
        foreach (var database in databases)
        {
            await database.Database.OpenConnectionAsync(cancellationToken);
            var connection = database.Database.GetDbConnection();
            var names = database.GetService<ISqlGenerationHelper>();
            foreach (var table in database.Model.GetRelationalModel().Tables)
            {
                hashes[$"{database.Schema}.{table.Name}"] = await HashAsync(
                    connection,
                    $"SELECT * FROM {names.DelimitIdentifier(table.Name, table.Schema)}{ReadingsLeftOut(table.Name)}",
                    cancellationToken
                );
            }

            if (database.Database.IsNpgsql())
            {
                hashes["sequences"] = await HashAsync(
                    connection,
                    "SELECT schemaname, sequencename, last_value FROM pg_sequences",
                    cancellationToken
                );
            }
        }

        hashes["files"] = Hash(
            Directory.Exists(files) ? Directory.EnumerateFileSystemEntries(files, "*", SearchOption.AllDirectories) : []
        );
        return new(hashes);
    }

    // What those who oversee look up to fill in their requests is kept; that is a reading, and no dry run.
    private static string ReadingsLeftOut(string table) =>
        table.EndsWith("audit_entries", StringComparison.Ordinal)
            ? """ WHERE content NOT LIKE '%,"lookedAt":{%'"""
            : "";

    /// <summary>The tables that are not as they were.</summary>
    public IReadOnlyList<string> ChangedSince(StoredState before) =>
        [
            .. hashes
                .Where(one => before.hashes.GetValueOrDefault(one.Key) != one.Value)
                .Select(one => one.Key)
                .Order(StringComparer.Ordinal),
        ];

    private static async Task<string> HashAsync(
        DbConnection connection,
        string select,
        CancellationToken cancellationToken
    )
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the only text put into it are the model's own names
        command.CommandText = select;
#pragma warning restore CA2100
        var rows = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var cells = new object[reader.FieldCount];
        while (await reader.ReadAsync(cancellationToken))
        {
            reader.GetValues(cells);
            rows.Add(string.Join('\u001f', cells.Select(TextOf)));
        }

        return Hash(rows);
    }

    private static string TextOf(object cell) =>
        cell switch
        {
            byte[] bytes => Convert.ToHexStringLower(bytes),
            Array many => string.Join(',', many.Cast<object>()),
            _ => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "",
        };

    // No database promises an order without being asked for one.
    private static string Hash(IEnumerable<string> rows) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows.Order(StringComparer.Ordinal))))
        );
}
