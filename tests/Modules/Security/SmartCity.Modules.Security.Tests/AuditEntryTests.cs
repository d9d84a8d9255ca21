using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Audit;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Application.Auditing;
using SmartCity.Modules.Security.Application.Posts;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Posts;
using SmartCity.Testing;

namespace SmartCity.Modules.Security.Tests;

/// <summary>How the entries of several modules become one list is tested beside the trail itself.</summary>
public sealed class AuditEntryTests
{
    private static readonly DateOnly First = new(2026, 1, 1);

    // Reads every entry as those do who oversee, and leaves none by reading.
    private static readonly Actor Office = OfOtherUnit(Roles.InformatizationOffice);

    private static readonly Actor Officer = OfOtherUnit(Roles.ConstructionUnit);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task List_WhenAskedByEachRole_ThenWhoOverseesSeesAllAndOthersTheirUnitsActs(DatabaseKind kind)
    {
        await using var host = await ModuleHost.StartAsync(kind, ServiceUnderTest.Modules);
        await ActAsync(host);

        var seen = new Dictionary<string, int>();
        foreach (
            var actor in new[]
            {
                OfOtherUnit(Roles.InformatizationOffice),
                OfOtherUnit(Roles.CountyInformatizationOffice),
                OfOtherUnit(Roles.FinanceBureau) with
                {
                    Unit = Guid.Parse("01980000-0000-7000-8000-000000000009"),
                },
                Given.Administrator,
                OfOtherUnit(Roles.AuditOffice) with
                {
                    ReadsOnly = true,
                },
                OfOtherUnit(Roles.DisciplineInspection) with
                {
                    ReadsOnly = true,
                },
            }
        )
        {
            seen.Add(actor.Role, (await ListAsync(host, actor)).Count);
        }

        seen.ShouldBe(
            new Dictionary<string, int>
            {
                [Roles.AuditOffice] = 7,
                // What the one who oversees has read is an entry that the other one sees (article 34).
                [Roles.DisciplineInspection] = 8,
                [Roles.InformatizationOffice] = 7,
                // Its unit is the officer's, who tried once.
                [Roles.CountyInformatizationOffice] = 1,
                [Roles.FinanceBureau] = 0,
                [Roles.Administrator] = 6,
            },
            ignoreOrder: true
        );
    }

    [Theory]
    [EveryDatabase]
    public async Task Read_WhenAskedForEachEntry_ThenFoundExactlyWhereTheListHasIt(DatabaseKind kind)
    {
        await using var host = await ModuleHost.StartAsync(kind, ServiceUnderTest.Modules);
        await ActAsync(host);
        var all = await ListAsync(host, Office);

        foreach (var actor in new[] { Office, Officer, Given.Administrator })
        {
            var listed = (await ListAsync(host, actor)).Select(line => line.Id).ToHashSet();
            foreach (var line in all)
            {
                var answer = await host.AskAs(actor, new ReadAuditEntry(line.Id));

                (answer.Failure?.Kind).ShouldBe(listed.Contains(line.Id) ? null : ErrorKind.NotFound);
            }
        }
    }

    [Theory]
    [EveryDatabase]
    public async Task List_WhenFiltered_ThenTheEntriesWhoseDetailSaysSo(DatabaseKind kind)
    {
        await using var host = await ModuleHost.StartAsync(kind, ServiceUnderTest.Modules);
        var unit = await ActAsync(host);
        var details = new List<ReadAuditEntry.Answer>();
        foreach (var line in await ListAsync(host, Office))
        {
            details.Add((await host.AskAs(Office, new ReadAuditEntry(line.Id))).Value);
        }

        foreach (
            var (filter, expected, says) in new (ListAuditEntries, int, Predicate<ReadAuditEntry.Answer>)[]
            {
                (new(Module: "security"), 7, detail => detail.Module == "security"),
                (new(Module: "regulation"), 0, detail => detail.Module == "regulation"),
                (new(ObjectType: "account"), 2, detail => detail.ObjectType == "account"),
                (new(ObjectId: $"{unit}"), 1, detail => detail.ObjectId == $"{unit}"),
                (new(Command: "security.appoint-to-post"), 4, one => one.Command == "security.appoint-to-post"),
                (new(Outcome: AuditOutcome.Refused), 1, detail => detail.Outcome == AuditOutcome.Refused),
                (new(Code: "ONE_MAIN_LEADER"), 1, detail => detail.Codes.Contains("ONE_MAIN_LEADER")),
                (new(Account: new(Officer.Account)), 1, detail => detail.Actor == Officer.Account.ToString()),
                (new(Unit: new(Given.Administrator.Unit)), 6, one => one.Unit?.Value == Given.Administrator.Unit),
                (
                    new(ObjectType: "account", Outcome: AuditOutcome.Accepted, From: ModuleHost.Start),
                    2,
                    one => one is { ObjectType: "account", Outcome: AuditOutcome.Accepted }
                ),
            }
        )
        {
            var lines = await ListAsync(host, Office, filter);

            lines.Select(line => line.Id).ShouldBe(details.Where(one => says(one)).Select(one => one.Id), $"{filter}");
            lines.Count.ShouldBe(expected, $"{filter}");
        }
    }

    [Theory]
    [EveryDatabase]
    public async Task List_WhenAUnitAsksForAnothers_ThenNothing(DatabaseKind kind)
    {
        await using var host = await ModuleHost.StartAsync(kind, ServiceUnderTest.Modules);
        await ActAsync(host);

        var lines = await ListAsync(host, Officer, new(Unit: new(Given.Administrator.Unit)));

        lines.ShouldBeEmpty();
    }

    [Theory]
    [EveryDatabase]
    public async Task Read_WhenTheAttemptWasAnsweredAsAbsent_ThenOnlyWhoOverseesReadsIt(DatabaseKind kind)
    {
        await using var host = await ModuleHost.StartAsync(kind, ServiceUnderTest.Modules);
        (await host.SendAs(Given.Administrator, new EndPost(new(Officer.Unit), First, 1))).ShouldFail(
            ErrorKind.NotFound,
            "NOT_FOUND"
        );
        var attempt = (await ListAsync(host, Office)).Single();

        var own = await host.AskAs(Given.Administrator, new ReadAuditEntry(attempt.Id));

        own.ShouldFail(ErrorKind.NotFound, "NOT_FOUND");
        (await ListAsync(host, Given.Administrator)).ShouldBeEmpty();
    }

    [Theory]
    [EveryDatabase]
    public async Task List_WhenBoundByInstants_ThenFromTheFirstAndBeforeTheLast(DatabaseKind kind)
    {
        await using var host = await ModuleHost.StartAsync(kind, ServiceUnderTest.Modules);
        var instant = ModuleHost.Start.ToOffset(TimeSpan.FromHours(8));
        var step = TimeSpan.FromMilliseconds(1);
        await AcceptedAsync(host, Given.Unit());

        var counts = new List<(int From, int Until)>();
        foreach (var bound in new[] { instant - step, instant, instant + step })
        {
            counts.Add(
                (
                    (await ListAsync(host, Office, new(From: bound))).Count,
                    (await ListAsync(host, Office, new(Until: bound))).Count
                )
            );
        }

        counts.ShouldBe([(1, 0), (1, 0), (0, 1)]);
    }

    [Theory]
    [EveryDatabase]
    public async Task List_WhenPageByPageWithinOneInstant_ThenEachEntryOnceAndNewestFirst(DatabaseKind kind)
    {
        await using var host = await ModuleHost.StartAsync(kind, ServiceUnderTest.Modules);
        await ActAsync(host);
        host.Time.Advance(TimeSpan.FromSeconds(1));
        var newest = await AcceptedAsync(host, Given.Unit(serial: 3));

        var found = new List<Guid>();
        string? after = null;
        do
        {
            var page = (await host.AskAs(Office, new ListAuditEntries(After: after, Limit: 3))).Value;
            found.AddRange(page.Items.Select(line => line.Id));
            after = page.Next;
        } while (after is not null);

        found.ShouldBe((await ListAsync(host, Office)).Select(line => line.Id));
        found.Distinct().Count().ShouldBe(8);
        found[0].ShouldBe(newest.AuditEntry);
    }

    [Theory]
    [EveryDatabase]
    public async Task Read_WhenRefused_ThenTellsTheVerdictTheFactsAndBothDates(DatabaseKind kind)
    {
        await using var host = await ModuleHost.StartAsync(kind, ServiceUnderTest.Modules);
        await ActAsync(host);
        var refused = (await ListAsync(host, Office, new(Outcome: AuditOutcome.Refused))).Single();

        var detail = (await host.AskAs(Office, new ReadAuditEntry(refused.Id))).Value;

        detail.Codes.ShouldBe(["ONE_MAIN_LEADER"]);
        detail.Article.ShouldBe(11);
        detail.At.ShouldBe(ModuleHost.Start);
        detail.LegalDate.ShouldBe(new(2026, 3, 2));
        var judgement = detail.Judgements.Single(one => one.Rule == "ONE_MAIN_LEADER");
        judgement.Satisfied.ShouldBeFalse();
        judgement.Facts.GetProperty("kind").GetString().ShouldBe("mainLeader");
    }

    [Theory]
    [EveryDatabase]
    public async Task Read_WhenEntriesAreOfOneObject_ThenTheirChainCanBeComputedAnew(DatabaseKind kind)
    {
        await using var host = await ModuleHost.StartAsync(kind, ServiceUnderTest.Modules);
        var unit = new UnitId((await AcceptedAsync(host, Given.Unit())).Id);
        var account = new AccountId((await AcceptedAsync(host, Given.Account(unit))).Id);
        var post = new PostId((await AcceptedAsync(host, Leader(unit, account))).Id);
        await AcceptedAsync(host, new EndPost(post, First.AddYears(1), 1));
        var lines = await ListAsync(host, Office, new(ObjectType: "post", ObjectId: $"{post.Value}"));

        var previous = ChainHead.Empty;
        foreach (var line in lines.OrderBy(line => line.Number))
        {
            var chain = (await host.AskAs(Office, new ReadAuditEntry(line.Id))).Value.Chain;

            (chain.Number, chain.Previous).ShouldBe((previous.Number + 1, previous.Hash));
            chain.Hash.ShouldBe(AuditEntryFactory.LeafHash(chain.Leaf));
            chain.Leaf.ShouldContain(AuditEntryFactory.Commitment(chain.Salt, chain.Content));
            previous = new(chain.Number, chain.Hash);
        }

        previous.Number.ShouldBe(2);
    }

    [Fact]
    public async Task Read_WhenThereIsNoSuchEntry_ThenNotFound()
    {
        await using var host = await ModuleHost.StartAsync(DatabaseKind.Sqlite, ServiceUnderTest.Modules);

        var answer = await host.AskAs(Office, new ReadAuditEntry(Office.Account));

        (answer.Failure?.Kind).ShouldBe(ErrorKind.NotFound);
    }

    [Fact]
    public async Task List_WhenSeveralFieldsAreWrong_ThenAllAreTold()
    {
        await using var host = await ModuleHost.StartAsync(DatabaseKind.Sqlite, ServiceUnderTest.Modules);

        var answer = await host.AskAs(
            Office,
            new ListAuditEntries(
                Module: "finance",
                Command: new string('x', 101),
                From: ModuleHost.Start,
                Until: ModuleHost.Start.AddTicks(-1),
                Limit: 0
            )
        );

        answer
            .Failure!.Fields.Select(field => field.Field)
            .ShouldBe(["limit", "module", "command", "until"], ignoreOrder: true);
    }

    [Fact]
    public async Task List_WhenTheCursorIsNotOurs_ThenInvalid()
    {
        await using var host = await ModuleHost.StartAsync(DatabaseKind.Sqlite, ServiceUnderTest.Modules);

        var answer = await host.AskAs(Office, new ListAuditEntries(After: "bm90IG91cnM"));

        (answer.Failure?.Code).ShouldBe("CURSOR_INVALID");
    }

    [Fact]
    public async Task List_WhenAskedOverHttp_ThenEveryFilterIsUnderstood()
    {
        await using var service = await ServiceUnderTest.StartAsync();
        await service.RegisterAsync(Given.Unit(kind: UnitKind.AuditOffice), unit => Given.Account(unit));
        var token = await service.SignIn.SignInAsync("unit.officer", Given.Password, Cancellation);
        using var client = service.Client(token.AccessToken);

        var page = await client.GetFromJsonAsync<JsonElement>(
            "/api/v1/security/audit-entries?module=security&objectType=unit&command=security.register-unit"
                + "&outcome=accepted&from=2026-01-01T00:00:00Z&until=2100-01-01T08:00:00%2B08:00&limit=5",
            Cancellation
        );
        var line = page.GetProperty("items").EnumerateArray().Single();
        using var detail = await client.GetAsync(
            $"/api/v1/security/audit-entries/{line.GetProperty("id").GetGuid()}",
            Cancellation
        );

        line.GetProperty("actor").GetString().ShouldBe("System(Security)");
        line.GetProperty("outcome").GetString().ShouldBe("accepted");
        detail.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static Actor OfOtherUnit(string role) =>
        Given.Of(role) with
        {
            Account = Guid.Parse("01980000-0000-7000-8000-000000000003"),
            Unit = Guid.Parse("01980000-0000-7000-8000-000000000004"),
        };

    private static AppointToPost Leader(UnitId unit, AccountId account) =>
        new(account, unit, PostKind.MainLeader, "主任", First, Until: null);

    /// <summary>Seven acts at one instant: four accepted, one refused, one denied to another unit, one not well formed.</summary>
    /// <returns>The unit that they are about.</returns>
    private static async Task<Guid> ActAsync(ModuleHost host)
    {
        var unit = new UnitId((await AcceptedAsync(host, Given.Unit())).Id);
        var account = new AccountId((await AcceptedAsync(host, Given.Account(unit))).Id);
        var other = new AccountId((await AcceptedAsync(host, Given.Account(unit, "other.officer"))).Id);
        await AcceptedAsync(host, Leader(unit, account));
        (await host.SendAs(Given.Administrator, Leader(unit, other))).ShouldBeRefused("ONE_MAIN_LEADER");
        (await host.SendAs(Officer, Leader(unit, other))).ShouldFail(ErrorKind.Forbidden, "WRONG_AUTHORITY");
        (await host.SendAs(Given.Administrator, Leader(unit, other) with { Title = "" })).IsFailure.ShouldBeTrue();
        return unit.Value;
    }

    private static async Task<Receipt> AcceptedAsync(ModuleHost host, ICommand command) =>
        (await host.SendAs(Given.Administrator, command)).Value;

    private static async Task<IReadOnlyList<ListAuditEntries.EntryLine>> ListAsync(
        ModuleHost host,
        Actor actor,
        ListAuditEntries? filter = null
    ) => (await host.AskAs(actor, filter ?? new ListAuditEntries())).Value.Items;
}
