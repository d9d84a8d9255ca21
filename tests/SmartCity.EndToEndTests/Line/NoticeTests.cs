using System.Net;
using System.Reflection;
using System.Text.Json.Nodes;
using SmartCity.Api;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.Demonstration;
using SmartCity.Demonstration.Steps;

namespace SmartCity.EndToEndTests.Line;

/// <summary>What one module has to say to people lands in their inbox, and is read and acted on there.</summary>
public sealed class NoticeTests(DemonstrationFixture demonstration) : IClassFixture<DemonstrationFixture>
{
    private const string Notices = "api/v1/security/notices";
    private const string Box = "api/v1/security/notice-box";
    private const string Delegations = "api/v1/security/delegations";
    private const string Unit = "health.officer";
    private const string Director = "health.director";
    private const string Stranger = "education.officer";

    // Which objects no address of their own tells: parts of another's page, and what nobody reads one by one.
    private static readonly string[] WithoutAddress =
    [
        "account-certificate",
        "calendar-notice",
        "erasure",
        "legal-clock",
        "mail-delivery",
        "retrieval",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Notice_WhenAReviewFails_ThenTheUnitReadsItFollowsItsAddressAndActsOnIt()
    {
        using var stage = Stage();
        var declaration = await RevisionRequiredAsync(stage);
        var listed = await stage.AwaitAsync(
            Unit,
            $"{Notices}?kind=approval.revision-required",
            list => Of(list, declaration) is not null
        );
        var line = Of(listed, declaration)!;
        var notice = $"{Notices}/{line["id"]}";

        await stage.ChangeAsync(Unit, "标为已读", notice, "read");
        var again = await stage.ChangeAsync(Unit, "标为已读", notice, "read");
        var acted = await stage.ChangeAsync(
            Director,
            "标为已办",
            notice,
            "acted",
            new JsonObject { ["done"] = "已安排修订" }
        );

        again.Status.ShouldBe(HttpStatusCode.Conflict);
        acted.IsAccepted.ShouldBeTrue();
        var told = await stage.ReadAsync(Unit, notice);
        Text(told, "state").ShouldBe("acted");
        Text(told, "actedBy").ShouldBe(demonstration.Service.Accounts[Director].Account.ToString());
        var address = Text(told, "objectAddress");
        address.ShouldBe($"/api/v1/approval/declarations/{declaration}");
        Text(await stage.ReadAsync(Unit, address[1..]), "id").ShouldBe(declaration.ToString());
    }

    [Fact]
    public async Task Notice_WhenOfAnotherUnit_ThenLikeAbsent()
    {
        using var stage = Stage();
        var declaration = await RevisionRequiredAsync(stage);
        var listed = await stage.AwaitAsync(Unit, Notices, list => Of(list, declaration) is not null);
        var notice = $"{Notices}/{Of(listed, declaration)!["id"]}";
        var stranger = await stage.AtAsync(Stranger);

        var read = await stranger.ReadAsync(notice, Cancellation);
        var marked = await stranger.ChangeAsync(HttpMethod.Post, $"{notice}/read", null, 1, Cancellation);

        (read.Status, marked.Status).ShouldBe((HttpStatusCode.NotFound, HttpStatusCode.NotFound));
        Of(await stage.ReadAsync(Stranger, Notices), declaration).ShouldBeNull();
    }

    [Fact]
    public async Task Notice_WhenAskedInEnglish_ThenToldInEnglish()
    {
        using var stage = Stage();
        var declaration = await RevisionRequiredAsync(stage);
        await stage.AwaitAsync(Unit, Notices, list => Of(list, declaration) is not null);
        using var client = await demonstration.Service.ClientOfAsync(Unit);
        client.DefaultRequestHeaders.AcceptLanguage.Add(new("en"));

        var list = JsonNode.Parse(await client.GetStringAsync(new Uri(Notices, UriKind.Relative), Cancellation))!;

        Text(Of(list, declaration)!, "title").ShouldBe("The review did not pass: please revise");
    }

    [Fact]
    public async Task NoticeBox_WhenSetUp_ThenKeptAndReadBackWithItsVersion()
    {
        using var stage = Stage();
        var office = await stage.AtAsync("housing.officer");
        var body = new JsonObject
        {
            ["mailAddress"] = "housing@example.gov.cn",
            ["mailsNotices"] = true,
            ["digest"] = "inbox",
        };

        var before = await office.ReadAsync(Box, Cancellation);
        var set = await office.ChangeAsync(HttpMethod.Put, Box, body, 0, Cancellation);
        var stale = await office.ChangeAsync(HttpMethod.Put, Box, body, 0, Cancellation);
        var after = await office.ReadAsync(Box, Cancellation);

        (before.Version, set.IsAccepted, stale.Status, after.Version).ShouldBe(
            (0, true, HttpStatusCode.PreconditionFailed, 1)
        );
        Text(after.Body, "mailAddress").ShouldBe("housing@example.gov.cn");
        after.Body["mailIsConfigured"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task Delegation_WhenRecorded_ThenRefusedAcrossUnitsAndAgainOnTheSameDays()
    {
        using var stage = Stage();
        await stage.StartAsync();

        var foreign = await stage.MakeAsync(
            "health.business",
            "委托外单位",
            Delegations,
            Away(stage, "health.business", Stranger)
        );
        var recorded = await stage.MakeAsync(
            "health.business",
            "委托本单位",
            Delegations,
            Away(stage, "health.business", "health.technician")
        );
        var twice = await stage.MakeAsync(
            "health.business",
            "再次委托",
            Delegations,
            Away(stage, "health.business", Director)
        );
        var circle = await stage.MakeAsync(
            "health.technician",
            "互相委托",
            Delegations,
            Away(stage, "health.technician", "health.business")
        );
        var ended = await stage.ChangeAsync("health.business", "结束", $"{Delegations}/{recorded.Id}", "end");

        foreign.Codes.ShouldBe(["DEPUTY_OF_OTHER_UNIT"]);
        twice.Codes.ShouldBe(["DELEGATION_OVERLAP"]);
        circle.Codes.ShouldBe(["DELEGATION_CIRCLE"]);
        ended.IsAccepted.ShouldBeTrue();
    }

    [Fact]
    public async Task Mails_WhenNotAnAdministrator_ThenForbidden()
    {
        using var stage = Stage();
        var office = await stage.AtAsync(Unit);

        var answer = await office.ReadAsync("api/v1/security/mail-deliveries", Cancellation);

        answer.Codes.ShouldBe(["WRONG_AUTHORITY"]);
    }

    [Fact]
    public async Task Objects_WhenANoticeNamesOne_ThenOneEndpointIsNamedByIt()
    {
        using var client = new HttpClient { BaseAddress = demonstration.Service.Address };
        var document = JsonNode.Parse(
            await client.GetStringAsync(new Uri("openapi/v1.json", UriKind.Relative), Cancellation)
        )!;
        var operations = document["paths"]!
            .AsObject()
            .SelectMany(path => path.Value!.AsObject())
            .Select(operation => operation.Value?["operationId"]?.GetValue<string>())
            .ToHashSet();

        var nameless = ModuleList
            .All.SelectMany(module => module.GetType().Assembly.GetTypes())
            .Select(type => type.GetCustomAttribute<ObjectNameAttribute>()?.Type)
            .OfType<string>()
            .Where(type =>
                string.Concat(type.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..])) is var name
                && !operations.Contains($"Get{name}")
                && !operations.Contains($"Read{name}")
            );

        nameless.ShouldBe(WithoutAddress, ignoreOrder: true);
    }

    private Stage Stage() => demonstration.Service.StageFor(new Narrator(TextWriter.Null));

    private static async Task<Guid> RevisionRequiredAsync(Stage stage)
    {
        await stage.StartAsync();
        var steps = new DeclarationSteps(stage);
        var item = (await steps.PlanAsync("informatization.officer")).Id;
        var declaration = (await steps.DraftAsync(Unit, await steps.ServiceSheetAsync(item))).Id;
        await steps.AttachBothAsync(Unit, declaration);
        await steps.SubmitAsync(Unit, declaration);
        await steps.PanelAsync("informatization.officer", declaration, [1, 2, 3, 4, 5]);
        foreach (var expert in Enumerable.Range(1, 5))
        {
            await steps.OpinionAsync(expert, declaration, 1, "revise", ["请说明运维范围。"]);
        }

        await steps.ConcludeAsync("informatization.officer", declaration, passed: false, "0.00");
        return declaration;
    }

    private JsonObject Away(Stage stage, string absentee, string deputy) =>
        new()
        {
            ["absentee"] = demonstration.Service.Accounts[absentee].Account.ToString(),
            ["deputy"] = demonstration.Service.Accounts[deputy].Account.ToString(),
            ["from"] = stage.Date(30),
            ["until"] = stage.Date(35),
            ["reason"] = "年休假",
        };

    private static JsonNode? Of(JsonNode list, Guid declaration) =>
        list["items"]!
            .AsArray()
            .FirstOrDefault(line => line!["objectId"]!.GetValue<string>() == declaration.ToString());

    private static string Text(JsonNode node, string member) => node[member]!.GetValue<string>();
}
