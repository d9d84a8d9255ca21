using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.Demonstration;
using SmartCity.EndToEndTests.Line;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Identifiers;

namespace SmartCity.EndToEndTests.Access;

/// <summary>Somebody who is signed in, as the service itself tells who he is.</summary>
internal sealed record CastMember(string UserName, string Token, Actor Actor)
{
    public override string ToString() => $"{UserName} ({Actor.Role}, {Actor.Jurisdiction})";
}

/// <summary>
/// One account of every role, and of every role that a county's units can have another one of a county: those of the
/// demonstration, and the rest registered over HTTP as an administrator does it.
/// </summary>
internal static class Cast
{
    private const string Me = "api/v1/security/me";
    private const string County = "610422";

    private static readonly string[] OfTheDemonstration =
    [
        "health.officer",
        "informatization.officer",
        "finance.officer",
        "big-data.officer",
        "data-service.officer",
        "sanyuan.officer",
        "expert-1",
        "contractor.officer",
        "audit.officer",
        "discipline.officer",
        "administrator",
        "health-project-system",
    ];

    private static readonly (string UserName, UnitKind Kind, string Jurisdiction, bool IsExpert)[] Registered =
    [
        ("reform.officer", UnitKind.DevelopmentAndReform, Jurisdictions.City, false),
        ("secrecy.officer", UnitKind.SecrecyBureau, Jurisdictions.City, false),
        ("police.officer", UnitKind.PublicSecurity, Jurisdictions.City, false),
        ("state-security.officer", UnitKind.StateSecurity, Jurisdictions.City, false),
        ("water.officer", UnitKind.PublicEnterprise, Jurisdictions.City, false),
        ("county-water.officer", UnitKind.PublicEnterprise, County, false),
        ("county-unit.officer", UnitKind.CountyUnit, County, false),
        ("county-contractor.officer", UnitKind.Contractor, County, false),
        ("county-expert", UnitKind.ExpertEmployer, County, true),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<IReadOnlyList<CastMember>> AssembleAsync(DemonstrationService service)
    {
        var signIn = new PersonSignIn(service.Address);
        var members = new List<CastMember>();
        foreach (var account in OfTheDemonstration.Select(name => service.Accounts[name]))
        {
            var token = account.IsNaturalPerson
                ? await signIn.SignInAsync(account.UserName, account.Password, Cancellation)
                : await signIn.SignInSystemAsync(account.UserName, account.Password, Cancellation);
            members.Add(await MemberAsync(service, account.UserName, token.AccessToken));
        }

        using var stage = service.StageFor(new Narrator(TextWriter.Null));
        foreach (var (serial, (userName, kind, jurisdiction, isExpert)) in Registered.Index())
        {
            var password = RandomNumberGenerator.GetHexString(24);
            await RegisterAsync(stage, serial, userName, kind, jurisdiction, isExpert, password);
            var token = await signIn.SignInAsync(userName, password, Cancellation);
            members.Add(await MemberAsync(service, userName, token.AccessToken));
        }

        return members;
    }

    private static async Task RegisterAsync(
        Stage stage,
        int serial,
        string userName,
        UnitKind kind,
        string jurisdiction,
        bool isExpert,
        string password
    )
    {
        var unit = await stage.MakeAsync(
            "administrator",
            "登记单位",
            "api/v1/security/units",
            new JsonObject
            {
                ["name"] = $"权限测试单位{serial}",
                ["shortName"] = $"测试{serial}",
                ["kind"] = JsonNamingPolicy.CamelCase.ConvertName(kind.ToString()),
                ["jurisdiction"] = jurisdiction,
                ["creditCode"] = CreditCodeOf(serial, jurisdiction),
                ["address"] = "咸阳市",
            }
        );
        unit.Status.ShouldBe(HttpStatusCode.Created, unit.Body.ToJsonString());
        var account = await stage.MakeAsync(
            "administrator",
            "登记账号",
            "api/v1/security/accounts",
            new JsonObject
            {
                ["unit"] = unit.Id,
                ["userName"] = userName,
                ["name"] = $"权限测试经办{serial}",
                ["office"] = isExpert ? "expert" : "staff",
                ["isNaturalPerson"] = true,
                ["specialties"] = isExpert ? new JsonArray("网络") : null,
                ["initialPassword"] = password,
            }
        );
        account.Status.ShouldBe(HttpStatusCode.Created, account.Body.ToJsonString());
    }

    // A made-up code of the right form; the demonstration's own serials are far below.
    private static string CreditCodeOf(int serial, string jurisdiction)
    {
        var organisation = $"MD{900_000 + serial}";
        var first17 = $"11{jurisdiction}{organisation}{OrganisationCode.CheckCharacter(organisation)}";
        return first17 + CreditCode.CheckCharacter(first17);
    }

    private static async Task<CastMember> MemberAsync(DemonstrationService service, string userName, string token)
    {
        using var client = new HttpClient { BaseAddress = service.Address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        var told = JsonNode.Parse(await client.GetStringAsync(new Uri(Me, UriKind.Relative), Cancellation))!;
        return new(
            userName,
            token,
            new(
                told["isNaturalPerson"]!.GetValue<bool>() ? ActorKind.Person : ActorKind.PartnerSystem,
                told["account"]!.GetValue<Guid>(),
                told["name"]!.GetValue<string>(),
                told["unit"]!.GetValue<Guid>(),
                told["role"]!.GetValue<string>(),
                told["jurisdiction"]!.GetValue<string>(),
                told["readsOnly"]!.GetValue<bool>()
            )
        );
    }
}
