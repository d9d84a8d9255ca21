using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace SmartCity.EndToEndTests.Evidence;

/// <summary>
/// A content that is erased lawfully, and one that somebody deletes in the database: the auditor's program tells the one from
/// the other.
/// </summary>
public sealed class ErasureProcessTests
{
    private const string Office = "informatization.officer";
    private const string Draft = "approval.draft-declaration";
    private const string Law = "个人信息保护法第四十七条";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Verify_WhenContentIsErased_ThenTheBasisIsToldAndADeletedContentIsFound()
    {
        await using var programs = await EvidencePrograms.StartAsync();
        await programs.Service.DraftUntilAcceptedAsync("erasure-1");
        var erased = await DraftAsync(programs);
        await programs.Service.DraftUntilAcceptedAsync("erasure-2");
        var deleted = await DraftAsync(programs);
        await programs.CosignedAsync(deleted.Entry);

        var byAnother = await EraseAsync("finance.officer", erased.Entry);
        byAnother.ShouldBe(["WRONG_AUTHORITY"]);
        var withoutBasis = await programs.Service.Stage.MakeAsync(
            Office,
            "删除内容",
            PathOf(erased.Entry),
            new JsonObject
            {
                ["law"] = "",
                ["documentNumber"] = "",
                ["reason"] = "",
            }
        );
        ((int)withoutBasis.Status).ShouldBe(400);
        (await EraseAsync(Office, erased.Entry)).ShouldBeEmpty();

        JsonNode detail = new JsonObject();
        await Away.StandingService.UntilAsync(async () =>
        {
            detail = await programs.Service.Stage.ReadAsync(Office, $"api/v1/security/audit-entries/{erased.Entry}");
            return detail["erased"] is not null;
        });
        detail["withoutContent"]!.GetValue<string>().ShouldContain($"内容已依{Law}（咸信办函〔2026〕8号）删除");
        detail["command"].ShouldBeNull();
        detail["chain"]!["salt"]!.GetValue<string>().ShouldBeEmpty();
        await programs.CosignedAsync(Guid.Parse(detail["erased"]!["entry"]!.GetValue<string>()));

        var lawful = await programs.VerifyDossierAsync("declaration", erased.Object);
        lawful.ExitCode.ShouldBe(3, lawful.Text);
        lawful.Text.ShouldContain($"approval declaration {erased.Object}: the content of entry 1 was erased by entry");
        lawful.Text.ShouldContain($"on the basis '{Law}' (咸信办函〔2026〕8号): 撤回同意");
        lawful.Text.ShouldContain("1 audit entries of 1 objects are in the log as they stand here");

        await DeleteAsync(programs, deleted.Entry, "content = '', salt = ''");
        var emptied = await programs.VerifyDossierAsync("declaration", deleted.Object);
        emptied.ExitCode.ShouldBe(1, emptied.Text);
        emptied.Text.ShouldContain($"approval declaration {deleted.Object}: the content of entry 1 was changed");

        // Saying that the other one's decision was this one's.
        var decision = detail["erased"]!["entry"]!.GetValue<string>();
        await DeleteAsync(programs, deleted.Entry, $$"""content = '{"erasedBy":"{{decision}}"}', salt = ''""");
        var pretended = await programs.VerifyDossierAsync("declaration", deleted.Object);
        pretended.ExitCode.ShouldBe(1, pretended.Text);
        pretended.Text.ShouldContain("the content of entry 1 was changed");
        pretended.Text.ShouldNotContain("erased");

        async Task<IReadOnlyList<string>> EraseAsync(string account, Guid entry)
        {
            var answer = await programs.Service.Stage.MakeAsync(
                account,
                "删除内容",
                PathOf(entry),
                new JsonObject
                {
                    ["law"] = Law,
                    ["documentNumber"] = "咸信办函〔2026〕8号",
                    ["reason"] = "撤回同意",
                }
            );
            return answer.Codes;
        }
    }

    private static string PathOf(Guid entry) => $"api/v1/security/audit-entries/{entry}/erasure";

    /// <summary>The newest draft: its entry and its object.</summary>
    private static async Task<(Guid Entry, string Object)> DraftAsync(EvidencePrograms programs)
    {
        var entry = await programs.NewestEntryAsync(Draft);
        return (entry.GetProperty("id").GetGuid(), entry.GetProperty("objectId").GetString()!);
    }

    private static async Task DeleteAsync(EvidencePrograms programs, Guid entry, string change)
    {
        await using var connection = new SqliteConnection($"Data Source={programs.Database};Default Timeout=30");
        await connection.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // written in this test
        command.CommandText =
            $"UPDATE approval_audit_entries SET {change} WHERE upper(id) = '{entry.ToString().ToUpperInvariant()}'";
#pragma warning restore CA2100
        (await command.ExecuteNonQueryAsync(Cancellation)).ShouldBe(1);
    }
}
