using System.Globalization;
using System.Net;
using Microsoft.Data.Sqlite;

namespace SmartCity.EndToEndTests.Evidence;

/// <summary>
/// What an auditor does who does not trust the database: he takes a dossier and the log, and asks his own programs. Then
/// somebody with the right to write into the database changes what was done.
/// </summary>
public sealed class DossierProcessTests
{
    private const string Draft = "approval.draft-declaration";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Verify_WhenEntriesAreTamperedWithInTheDatabase_ThenEachIsFoundAndLocated()
    {
        await using var programs = await EvidencePrograms.StartAsync();
        await programs.Service.DraftUntilAcceptedAsync("evidence-1");
        await programs.Service.DraftUntilAcceptedAsync("evidence-2");
        var entry = await programs.NewestEntryAsync(Draft);
        var (id, type, of) = (
            entry.GetProperty("id").GetGuid(),
            entry.GetProperty("objectType").GetString()!,
            entry.GetProperty("objectId").GetString()!
        );
        var size = await programs.CosignedAsync(id);

        var whole = await programs.VerifyDossierAsync(type, of);
        whole.ExitCode.ShouldBe(0, whole.Text);
        whole.Text.ShouldContain("1 audit entries of 1 objects are in the log as they stand here");
        whole.Text.ShouldContain($"cosigned the first {size} leaves");

        await ShouldBeFoundAsync(
            "content = replace(content, '\"outcome\":\"Accepted\"', '\"outcome\":\"Refused\"')",
            $"approval {type} {of}: the content of entry 1 was changed"
        );
        await ShouldBeFoundAsync(
            "leaf = replace(leaf, '\"number\":\"1\"', '\"number\":\"2\"'), number = 2",
            $"approval {type} {of}: entry 2 (leaf "
        );
        await ShouldBeFoundAsync(
            "object_id = 'gone'",
            $"approval {type} {of}: the log holds 1 entries, the dossier none"
        );

        var known = await programs.KnownAsync();
        await programs.CosignedAsync(id);
        var log = await programs.VerifyWholeLogAsync(known);
        log.ExitCode.ShouldBe(0, log.Text);
        log.Text.ShouldContain("are those of its signed checkpoint");
        var leaf = (await programs.ReceiptAsync(id)).GetProperty("leafIndex").GetInt64();
        await ExecuteAsync(
            programs,
            $"UPDATE security_log_leaves SET leaf = replace(leaf, '\"form\":1', '\"form\":2') WHERE \"index\" = {leaf}"
        );
        log = await programs.VerifyWholeLogAsync(known);
        log.ExitCode.ShouldBe(1, log.Text);
        log.Text.ShouldContain($"Leaf {leaf} does not match its hash");

        async Task ShouldBeFoundAsync(string change, string expected)
        {
            var (before, changed) = (await RowAsync(programs, id), false);
            try
            {
                changed =
                    await ExecuteAsync(programs, $"UPDATE approval_audit_entries SET {change} WHERE {IdIs(id)}") == 1;
                changed.ShouldBeTrue(change);
                var said = await programs.VerifyDossierAsync(type, of);
                said.ExitCode.ShouldBeOneOf(1, 3);
                said.Text.ShouldContain(expected);
            }
            finally
            {
                await RestoreAsync(programs, id, before);
            }
        }
    }

    [Fact]
    public async Task Verify_WhenAnOldBackupWasRestored_ThenTheWitnessTellsTheLastCosignedSize()
    {
        await using var programs = await EvidencePrograms.StartAsync();
        await programs.Service.DraftUntilAcceptedAsync("evidence-1");
        var entry = await programs.NewestEntryAsync(Draft);
        await programs.CosignedAsync(entry.GetProperty("id").GetGuid());
        var (type, of) = (entry.GetProperty("objectType").GetString()!, entry.GetProperty("objectId").GetString()!);
        var backup = Path.Combine(programs.Folder, "backup.db");
        await ExecuteAsync(programs, $"VACUUM INTO '{backup}'");
        await programs.Service.DraftUntilAcceptedAsync("evidence-2");
        var last = await programs.CosignedAsync((await programs.NewestEntryAsync(Draft)).GetProperty("id").GetGuid());
        var known = await programs.KnownAsync();

        await programs.StopServiceAsync();
        programs.Restore(backup);
        await programs.StartServiceAsync();

        var said = await programs.VerifyDossierAsync(type, of, known);
        said.ExitCode.ShouldBe(1, said.Text);
        said.Text.ShouldContain(
            string.Create(
                CultureInfo.InvariantCulture,
                $"the last cosigned size is {last}, the dossier's checkpoint has"
            )
        );
    }

    [Fact]
    public async Task GetTile_WhenThePlaceIsNotInTheLog_ThenAnswers404AndAnybodyMayAsk()
    {
        await using var programs = await EvidencePrograms.StartAsync();
        using var anybody = new HttpClient { BaseAddress = programs.Service.Address };

        foreach (
            var path in new[]
            {
                "tlog/tile/0/999",
                "tlog/tile/0/000.p/0",
                "tlog/tile/64/000",
                "tlog/tile/entries/x",
                "tlog/tile/9/000",
            }
        )
        {
            using var answer = await anybody.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }

        using var dossier = await anybody.GetAsync(
            new Uri($"api/v1/security/dossiers/unit/{Guid.Empty}", UriKind.Relative),
            Cancellation
        );
        dossier.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static async Task<object[]> RowAsync(EvidencePrograms programs, Guid id)
    {
        await using var connection = await OpenAsync(programs);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the only value is an id
        command.CommandText = $"SELECT content, leaf, number, object_id FROM approval_audit_entries WHERE {IdIs(id)}";
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        (await reader.ReadAsync(Cancellation)).ShouldBeTrue();
        var row = new object[4];
        reader.GetValues(row);
        return row;
    }

    private static async Task RestoreAsync(EvidencePrograms programs, Guid id, object[] row)
    {
        await using var connection = await OpenAsync(programs);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the only value is an id
        command.CommandText =
            $"UPDATE approval_audit_entries SET content = $0, leaf = $1, number = $2, object_id = $3 WHERE {IdIs(id)}";
#pragma warning restore CA2100
        for (var at = 0; at < row.Length; at++)
        {
            command.Parameters.AddWithValue($"${at}", row[at]);
        }

        (await command.ExecuteNonQueryAsync(Cancellation)).ShouldBe(1);
    }

    private static string IdIs(Guid id) => $"upper(id) = '{id.ToString().ToUpperInvariant()}'";

    private static async Task<int> ExecuteAsync(EvidencePrograms programs, string statement)
    {
        await using var connection = await OpenAsync(programs);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // written in this test
        command.CommandText = statement;
#pragma warning restore CA2100
        return await command.ExecuteNonQueryAsync(Cancellation);
    }

    private static async Task<SqliteConnection> OpenAsync(EvidencePrograms programs)
    {
        var connection = new SqliteConnection($"Data Source={programs.Database};Default Timeout=30");
        await connection.OpenAsync(Cancellation);
        return connection;
    }
}
