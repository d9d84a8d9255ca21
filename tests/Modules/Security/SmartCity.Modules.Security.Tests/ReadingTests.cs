using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Audit;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Modules.Security.Application.Units;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Accounts;
using SmartCity.Modules.Security.Infrastructure;
using SmartCity.Testing;

namespace SmartCity.Modules.Security.Tests;

/// <summary>What those who oversee read is kept, each reading once, and nobody else's (article 34).</summary>
public sealed class ReadingTests
{
    private const string Entries = "/api/v1/security/audit-entries";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Read_WhenByWhoOversees_ThenAnEntryInHisOwnChainTellsWhat(DatabaseKind kind)
    {
        await using var service = await ServiceUnderTest.StartAsync(kind);
        var office = await OfficeAsync(service);
        using var auditor = await ClientAsync(service, "audit.officer");

        (await auditor.GetAsync($"/api/v1/security/accounts/{office.Value}", Cancellation)).Dispose();

        var line = (await ReadingsAsync(service)).ShouldHaveSingleItem();
        line.ObjectType.ShouldBe("actor");
        var told = AuditContent.Of(line);
        (told.Command, told.Outcome, told.Role).ShouldBe(
            ("security.read-account", AuditOutcome.Accepted, Roles.AuditOffice)
        );
        line.ObjectId.ShouldBe(told.Actor);
        told.LookedAt!.Objects.ShouldBe([new("account", office.Value.ToString())]);
        told.LookedAt.Query!.Value.GetProperty("account").GetGuid().ShouldBe(office.Value);
        told.Request.ShouldBe(CanonicalJson.HashOf(told.LookedAt.Query));
    }

    [Theory]
    [EveryDatabase]
    public async Task Read_WhenByAnybodyElse_ThenNoEntry(DatabaseKind kind)
    {
        await using var service = await ServiceUnderTest.StartAsync(kind);
        var office = await OfficeAsync(service);
        using var officer = await ClientAsync(service, "office.officer");

        (await officer.GetAsync($"/api/v1/security/accounts/{office.Value}", Cancellation)).EnsureSuccessStatusCode();
        (await officer.GetAsync("/api/v1/security/accounts", Cancellation)).EnsureSuccessStatusCode();

        (await ReadingsAsync(service)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/api/v1/security/mail-deliveries", HttpStatusCode.Forbidden, AuditOutcome.Denied, "WRONG_AUTHORITY")]
    [InlineData(
        "/api/v1/security/accounts/0196f3a0-0000-7000-8000-000000000001",
        HttpStatusCode.NotFound,
        AuditOutcome.Denied,
        "NOT_FOUND"
    )]
    [InlineData("/api/v1/security/accounts?limit=0", HttpStatusCode.BadRequest, AuditOutcome.Rejected, "INVALID_INPUT")]
    public async Task Read_WhenRefused_ThenAnEntryTellsSo(
        string address,
        HttpStatusCode status,
        AuditOutcome outcome,
        string code
    )
    {
        await using var service = await ServiceUnderTest.StartAsync();
        await OfficeAsync(service);
        using var auditor = await ClientAsync(service, "audit.officer");

        using var answer = await auditor.GetAsync(address, Cancellation);

        answer.StatusCode.ShouldBe(status);
        var told = AuditContent.Of((await ReadingsAsync(service)).ShouldHaveSingleItem());
        (told.Outcome, told.Codes[0]).ShouldBe((outcome, code));
    }

    [Theory]
    [EveryDatabase]
    public async Task List_WhenByWhoOversees_ThenOneEntryWithItsFilters(DatabaseKind kind)
    {
        await using var service = await ServiceUnderTest.StartAsync(kind);
        await OfficeAsync(service);
        using var auditor = await ClientAsync(service, "audit.officer");

        (await auditor.GetAsync("/api/v1/security/accounts?office=Staff&limit=1", Cancellation)).Dispose();

        var told = AuditContent.Of((await ReadingsAsync(service)).ShouldHaveSingleItem());
        told.LookedAt!.Objects.ShouldBeEmpty();
        told.LookedAt.Query!.Value.GetProperty("office").GetString().ShouldBe("staff");
        told.LookedAt.Query.Value.GetProperty("limit").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Export_WhenItTakesSeveralPages_ThenTheListIsKeptOnceBesideTheExport()
    {
        await using var service = await ServiceUnderTest.StartAsync();
        var office = await OfficeAsync(service);
        var unit = await service.InDatabaseAsync(async database =>
            (await database.Accounts.SingleAsync(account => account.Id == office, Cancellation)).Unit
        );
        for (var number = 1; number <= 201; number++)
        {
            await service.SendAsync(Given.PartnerSystem(unit, $"system-{number:D3}"), Given.Administrator);
        }

        using var auditor = await ClientAsync(service, "audit.officer");

        var file = await auditor.GetStringAsync("/api/v1/security/accounts/export?format=csv", Cancellation);

        file.Split('\n').Length.ShouldBeGreaterThan(201);
        (await ReadingsAsync(service))
            .Select(entry => AuditContent.Of(entry).Command)
            .ShouldBe(["security.list-accounts"]);
        (
            await service.InDatabaseAsync(database =>
                database.AuditEntries.CountAsync(entry => entry.ObjectType == "export", Cancellation)
            )
        ).ShouldBe(2);
    }

    [Theory]
    [EveryDatabase]
    public async Task Read_WhenSeveralAtOnce_ThenTheChainHasNoGap(DatabaseKind kind)
    {
        const int AtOnce = 8;
        await using var service = await ServiceUnderTest.StartAsync(kind);
        await OfficeAsync(service);
        using var auditor = await ClientAsync(service, "audit.officer");

        var answers = await Task.WhenAll(
            Enumerable.Range(0, AtOnce).Select(_ => auditor.GetAsync("/api/v1/security/units", Cancellation))
        );

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK);
        (await ReadingsAsync(service))
            .Select(entry => entry.Number)
            .Order()
            .ShouldBe(Enumerable.Range(1, AtOnce).Select(number => (long)number));
    }

    [Theory]
    [EveryDatabase]
    public async Task ListAuditEntries_WhenAskedForAnObjectWithItsReadings_ThenWhoReadItIsAmongThem(DatabaseKind kind)
    {
        await using var service = await ServiceUnderTest.StartAsync(kind);
        var office = await OfficeAsync(service);
        using (var auditor = await ClientAsync(service, "audit.officer"))
        {
            (await auditor.GetAsync($"/api/v1/security/accounts/{office.Value}", Cancellation)).Dispose();
        }

        using var officer = await ClientAsync(service, "office.officer");
        var all = await CommandsAsync(officer, $"{Entries}?objectType=account&objectId={office.Value}&readings=true");
        var acts = await CommandsAsync(officer, $"{Entries}?objectType=account&objectId={office.Value}");
        var others = await CommandsAsync(officer, $"{Entries}?objectType=unit&objectId={office.Value}&readings=true");

        all.ShouldBe(["security.read-account", "security.register-account"]);
        acts.ShouldBe(["security.register-account"]);
        others.ShouldBeEmpty();
    }

    // Any JSON may be tried on a rule; evidence writes no fractions.
    [Fact]
    public async Task Read_WhenTheQueryHasNoCanonicalForm_ThenKeptWithoutIt()
    {
        await using var service = await ServiceUnderTest.StartAsync();
        await OfficeAsync(service);
        using var auditor = await ClientAsync(service, "audit.officer");

        using var tried = await auditor.PostAsJsonAsync(
            "/api/v1/regulation/rules/ONE_MAIN_LEADER/evaluate",
            new { facts = new { share = 0.5m } },
            Cancellation
        );

        tried.StatusCode.ShouldNotBe(HttpStatusCode.InternalServerError);
        (await CommandsAsync(auditor, $"{Entries}?module=regulation")).ShouldBe(["regulation.evaluate-rule"]);
    }

    [Fact]
    public async Task Read_WhenItsEntryCannotBeWritten_ThenNothingIsReadButByOthers()
    {
        await using var host = await ModuleHost.StartAsync(DatabaseKind.Sqlite, ServiceUnderTest.Modules);
        await host.InDatabaseAsync<SecurityDb, int>(database =>
            database.Database.ExecuteSqlRawAsync(
                "CREATE TRIGGER full BEFORE INSERT ON security_audit_entries BEGIN SELECT RAISE(FAIL, 'disk'); END",
                Cancellation
            )
        );

        await Should.ThrowAsync<DbUpdateException>(() =>
            host.AskAs(Given.Of(Roles.AuditOffice, readsOnly: true), new ListUnits(null, null, null, null, 10))
        );
        (
            await host.AskAs(Given.Of(Roles.FinanceBureau), new ListUnits(null, null, null, null, 10))
        ).IsFailure.ShouldBeFalse();
    }

    // The informatization office's account, and one of the audit office.
    private static async Task<AccountId> OfficeAsync(ServiceUnderTest service)
    {
        await service.RegisterAsync(
            Given.Unit(2, UnitKind.AuditOffice),
            unit => Given.Account(unit, "audit.officer") with { Office = AccountOffice.Staff }
        );
        return await service.RegisterAsync(
            Given.Unit(1, UnitKind.InformatizationOffice),
            unit => Given.Account(unit, "office.officer")
        );
    }

    private static async Task<HttpClient> ClientAsync(ServiceUnderTest service, string userName) =>
        service.Client((await service.SignIn.SignInAsync(userName, Given.Password, Cancellation)).AccessToken);

    private static Task<List<AuditEntry>> ReadingsAsync(ServiceUnderTest service) =>
        service.InDatabaseAsync(database =>
            database
                .AuditEntries.AsNoTracking()
                .Where(entry => entry.ObjectType == "actor")
                .OrderBy(entry => entry.Number)
                .ToListAsync(Cancellation)
        );

    private static async Task<List<string>> CommandsAsync(HttpClient client, string address) =>
        [
            .. (await client.GetFromJsonAsync<JsonElement>(address, Cancellation))
                .GetProperty("items")
                .EnumerateArray()
                .Select(entry => entry.GetProperty("command").GetString()!),
        ];
}
