using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Demonstration;
using SmartCity.EndToEndTests.Line;

namespace SmartCity.EndToEndTests.Access;

/// <summary>
/// One object of each kind, asked for by its own unit, by others of the city and by other counties: who reads it finds it at
/// its address, in the list and in the export; for everybody else it is in none of them and like absent.
/// </summary>
public sealed class AcrossUnitsTests
{
    private const int ReadersAtOnce = 4;
    private const string Sharing = "api/v1/data-sharing";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task EveryKindOfObject_WhenAskedForAcrossUnits_ThenReadByItsReadersAndAbsentForAllOthers(
        DatabaseKind kind
    )
    {
        await using var service = await DemonstrationService.StartAsync(kind);
        using var stage = service.StageFor(new Narrator(TextWriter.Null));
        var declaration = await new Tour(stage).WalkAsync();
        await PrepareAsync(stage);
        var objects = new List<(KindOfObject Kind, string Id)>();
        foreach (var one in KindsOfObjects.All)
        {
            objects.Add((one, await FirstOfOwnerAsync(stage, one, declaration)));
        }

        var faults = new ConcurrentBag<string>();
        var (asked, absent) = (0, 0);
        await Parallel.ForEachAsync(
            KindsOfObjects.Cast,
            new ParallelOptions { MaxDegreeOfParallelism = ReadersAtOnce, CancellationToken = Cancellation },
            async (account, _) =>
            {
                var tokens = service.Accounts[account].IsNaturalPerson
                    ? await new PersonSignIn(service.Address).SignInAsync(
                        account,
                        service.Accounts[account].Password,
                        Cancellation
                    )
                    : await new PersonSignIn(service.Address).SignInSystemAsync(
                        account,
                        service.Accounts[account].Password,
                        Cancellation
                    );
                using var client = new HttpClient { BaseAddress = service.Address };
                client.DefaultRequestHeaders.Authorization = new("Bearer", tokens.AccessToken);
                foreach (var (one, id) in objects)
                {
                    var isReader = one.IsReadBy(account);
                    Interlocked.Increment(ref asked);
                    Interlocked.Add(ref absent, isReader ? 0 : 1);
                    await foreach (var fault in FaultsAsync(client, one, id, declaration, isReader))
                    {
                        faults.Add($"{one} ({one.Filter}) by {account}: {fault}; article {one.Article}: {one.Why}");
                    }
                }
            }
        );

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{objects.Count} kinds of objects, {KindsOfObjects.Cast.Length} accounts; {asked} pairs, of which {absent} absent"
        );
        string.Join('\n', faults.Order(StringComparer.Ordinal)).ShouldBeEmpty();
        absent.ShouldBeGreaterThan(200);
        (asked - absent).ShouldBeGreaterThan(200);
    }

    /// <summary>Health is merged into education; the hospital is a stranger to both.</summary>
    [Theory, EveryDatabase]
    public async Task Merger_WhenRecorded_ThenTheSuccessorHasWhatTheUnitHadAndNobodyElseDoes(DatabaseKind kind)
    {
        await using var service = await DemonstrationService.StartAsync(kind);
        using var stage = service.StageFor(new Narrator(TextWriter.Null));
        var declaration = await new Tour(stage).WalkAsync();
        await PrepareAsync(stage);
        var objects = new List<(KindOfObject Kind, string Id)>();
        foreach (var one in KindsOfObjects.All.Where(one => one.Owner == "health.officer"))
        {
            objects.Add((one, await FirstOfOwnerAsync(stage, one, declaration)));
        }

        await ChangedAsync(
            stage,
            "administrator",
            $"api/v1/security/units/{stage.UnitOf("health.officer")}",
            "merger",
            new()
            {
                ["successor"] = stage.UnitOf("education.officer"),
                ["effectiveOn"] = stage.Date(),
                ["basis"] = "咸编发〔2026〕10号",
            }
        );

        var faults = new List<string>();
        foreach (var account in new[] { "education.officer", "health.officer", "hospital.officer" })
        {
            using var client = await service.ClientOfAsync(account);
            foreach (var (one, id) in objects)
            {
                var isReader = account != "hospital.officer" || one.IsReadBy(account);
                await foreach (var fault in FaultsAsync(client, one, id, declaration, isReader))
                {
                    faults.Add($"{one} ({one.Filter}) by {account}: {fault}");
                }
            }
        }

        objects.Count.ShouldBeGreaterThan(15);
        faults.ShouldBeEmpty();
        await HandOverAfterDepartureAsync(
            service,
            stage.Date(),
            objects.Single(one => one.Kind.List == "api/v1/assets/cards").Id
        );
    }

    // Who keeps an asset of the merged unit leaves: the successor is told, and hands it over to one of its own.
    private static async Task HandOverAfterDepartureAsync(DemonstrationService service, string today, string id)
    {
        const string Successor = "education.officer";
        using var stage = service.StageFor(new Narrator(TextWriter.Null));
        var card = $"api/v1/assets/cards/{id}";
        var custodian = (await stage.ReadAsync(Successor, card))["custodian"]!.GetValue<Guid>();
        await ChangedAsync(
            stage,
            "administrator",
            $"api/v1/security/accounts/{custodian}",
            "departure",
            new() { ["lastDay"] = today, ["basis"] = "咸人社任免〔2026〕12号" }
        );

        await stage.AwaitAsync(
            Successor,
            "api/v1/security/notices?kind=assets.custody-vacant",
            list => list["items"]!.AsArray().Any(one => one!["objectId"]!.GetValue<string>() == id)
        );
        var vacant = await stage.ReadAsync(Successor, card);
        vacant["custodianServes"]!.GetValue<bool>().ShouldBeFalse();
        var handOver = new JsonObject
        {
            ["from"] = custodian,
            ["to"] = stage.AccountOf("hospital.officer"),
            ["newLocation"] = "二号机房",
            ["reason"] = "原保管人离任",
        };
        var toStranger = await stage.ChangeAsync(Successor, "移交", card, "hand-over", handOver.DeepClone().AsObject());
        var byStranger = await stage.ChangeAsync(
            "finance.officer",
            "移交",
            card,
            "hand-over",
            handOver.DeepClone().AsObject()
        );
        toStranger.Codes.ShouldBe(["CUSTODIAN_REQUIRED"]);
        byStranger.Codes.ShouldBe(["WRONG_AUTHORITY"]);
        handOver["to"] = stage.AccountOf(Successor);
        await ChangedAsync(stage, Successor, card, "hand-over", handOver);
        await ChangedAsync(stage, Successor, card, "hand-over/acceptance");
        (await stage.ReadAsync(Successor, card))["custodianServes"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task Totals_WhenAskedForAcrossUnits_ThenCountNothingOfAnotherUnit()
    {
        await using var service = await DemonstrationService.StartAsync(DatabaseKind.Sqlite);
        using var stage = service.StageFor(new Narrator(TextWriter.Null));
        await new Tour(stage).WalkAsync();
        const string Ledger = "api/v1/assets/ledger-totals";
        const string Inbox = "api/v1/security/notices/counts";

        var cards = new Dictionary<string, int>();
        foreach (
            var account in new[]
            {
                "health.officer",
                "audit.officer",
                "education.officer",
                "sanyuan.officer",
                "expert-7",
            }
        )
        {
            cards.Add(account, (await stage.ReadAsync(account, Ledger))["cards"]!.GetValue<int>());
        }

        cards.ShouldBe(
            new Dictionary<string, int>
            {
                ["health.officer"] = 2,
                ["audit.officer"] = 2,
                ["education.officer"] = 0,
                ["sanyuan.officer"] = 0,
                ["expert-7"] = 0,
            },
            ignoreOrder: true
        );
        foreach (var account in new[] { "education.officer", "jingyang.officer", "expert-7" })
        {
            Numbers(await stage.ReadAsync(account, Inbox)).ShouldAllBe(count => count == 0, account);
        }

        Numbers(await stage.ReadAsync("health.officer", Inbox)).Sum().ShouldBePositive();
    }

    private static List<int> Numbers(JsonNode counts) =>
        [
            .. counts
                .AsObject()
                .Select(one => one.Value!)
                .Where(value => value.GetValueKind() == JsonValueKind.Number)
                .Select(value => value.GetValue<int>()),
        ];

    // What the tour does not leave.
    private static async Task PrepareAsync(Stage stage)
    {
        await ShareOnConditionAsync(stage);
        await MadeAsync(
            stage,
            "health.business",
            "api/v1/security/delegations",
            new()
            {
                ["absentee"] = stage.AccountOf("health.business"),
                ["deputy"] = stage.AccountOf("health.technician"),
                ["from"] = stage.Date(30),
                ["until"] = stage.Date(36),
                ["reason"] = "年休假",
            }
        );
        await (await stage.AtAsync("health.officer")).DownloadAsync(
            "api/v1/approval/declarations/export?format=csv",
            Cancellation
        );
    }

    // A draft, and a grant that the bureau approves, so that the provider is told.
    private static async Task ShareOnConditionAsync(Stage stage)
    {
        const string Provider = "civil-affairs.officer";
        const string Demander = "health.officer";
        var listed = await stage.ReadAsync(Provider, $"{Sharing}/resources");
        var published = await stage.ReadAsync(Provider, $"{Sharing}/resources/{listed["items"]![0]!["id"]}");
        var sheet = published["sheet"]!.DeepClone().AsObject();
        sheet["shareType"] = "conditional";
        await MadeAsync(stage, Provider, $"{Sharing}/resources", new() { ["sheet"] = sheet.DeepClone() });
        var resource = await MadeAsync(stage, Provider, $"{Sharing}/resources", new() { ["sheet"] = sheet });
        await ChangedAsync(stage, Provider, $"{Sharing}/resources/{resource}", "publication");
        var terms = new JsonObject
        {
            ["purposes"] = new JsonArray("dataVerification"),
            ["retentionDays"] = 365,
            ["channels"] = new JsonArray("onlineQuery"),
            ["protectionDuties"] = "专人保管，到期销毁。",
            ["validFrom"] = stage.Date(),
            ["validUntil"] = stage.Date(365),
        };
        var agreement = await MadeAsync(stage, Demander, $"{Sharing}/agreements", new() { ["terms"] = terms });
        await ChangedAsync(stage, "big-data.officer", $"{Sharing}/agreements/{agreement}", "signature");
        var grant = await MadeAsync(
            stage,
            Demander,
            $"{Sharing}/grants",
            new()
            {
                ["resource"] = resource,
                ["agreement"] = agreement,
                ["terms"] = new JsonObject
                {
                    ["purpose"] = "dataVerification",
                    ["duty"] = "核对病例现住址。",
                    ["items"] = new JsonArray("code"),
                    ["users"] = new JsonArray(),
                },
            }
        );
        await ChangedAsync(
            stage,
            "big-data.officer",
            $"{Sharing}/grants/{grant}",
            "approval",
            new JsonObject { ["items"] = null }
        );
    }

    private static async Task<Guid> MadeAsync(Stage stage, string account, string path, JsonObject body)
    {
        var made = await stage.MakeAsync(account, "准备", path, body);
        made.Codes.ShouldBeEmpty(path);
        return made.Id;
    }

    private static async Task ChangedAsync(
        Stage stage,
        string account,
        string path,
        string act,
        JsonObject? body = null
    )
    {
        var changed = await stage.ChangeAsync(account, "准备", path, act, body);
        changed.Codes.ShouldBeEmpty($"{path}/{act}");
    }

    private static async Task<string> FirstOfOwnerAsync(Stage stage, KindOfObject kind, Guid declaration)
    {
        var list = await stage.ReadAsync(kind.Owner, $"{kind.List}?{FilterOf(kind, declaration, stage)}");
        list["items"].ShouldNotBeNull($"{kind}: {list.ToJsonString()}");
        list["items"]!.AsArray().ShouldNotBeEmpty($"{kind} ({kind.Filter}): its owner has none");
        return list["items"]![0]![kind.Key]!.GetValue<string>();
    }

    private static string FilterOf(KindOfObject kind, Guid declaration, Stage stage) =>
        kind
            .Filter.Replace("{declaration}", declaration.ToString(), StringComparison.Ordinal)
            .Replace("{unit}", stage.UnitOf(kind.Owner).ToString(), StringComparison.Ordinal);

    private static async IAsyncEnumerable<string> FaultsAsync(
        HttpClient client,
        KindOfObject kind,
        string id,
        Guid declaration,
        bool isReader
    )
    {
        var expected = isReader ? HttpStatusCode.OK : HttpStatusCode.NotFound;
        var addresses = kind
            .Parts.Where(_ => kind.HasAddress)
            .Select(part => $"{kind.List}/{id}{part}")
            .Concat(
                kind.Elsewhere.Select(one =>
                    one.Replace("{declaration}", declaration.ToString(), StringComparison.Ordinal)
                        .Replace("{id}", id, StringComparison.Ordinal)
                )
            );
        foreach (var address in addresses)
        {
            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Cancellation);
            if (answer.StatusCode != expected)
            {
                yield return $"GET {address} answered {(int)answer.StatusCode}, not {(int)expected}";
            }
        }

        if (await IsListedAsync(client, kind, id) != isReader)
        {
            yield return isReader ? "is not in the list" : "is in the list";
        }

        if (await IsExportedAsync(client, kind, id) != isReader)
        {
            yield return isReader ? "is not in the export" : "is in the export";
        }
    }

    private static async Task<bool> IsListedAsync(HttpClient client, KindOfObject kind, string id)
    {
        for (var after = ""; ; )
        {
            var address = $"{kind.List}?limit=200{after}";
            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Cancellation);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, address);
            var page = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!;
            if (page["items"]!.AsArray().Any(item => item![kind.Key]!.GetValue<string>() == id))
            {
                return true;
            }

            if (page["next"] is not { } next)
            {
                return false;
            }

            after = string.Create(CultureInfo.InvariantCulture, $"&after={next.GetValue<string>()}");
        }
    }

    private static async Task<bool> IsExportedAsync(HttpClient client, KindOfObject kind, string id)
    {
        var address = $"{kind.List}/export?format=csv";
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, address);
        var file = await answer.Content.ReadAsStringAsync(Cancellation);
        return file.Contains(id, StringComparison.OrdinalIgnoreCase);
    }
}
