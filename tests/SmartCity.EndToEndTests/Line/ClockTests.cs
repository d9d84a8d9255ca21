using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Demonstration;

namespace SmartCity.EndToEndTests.Line;

/// <summary>A period over HTTP: on the board of those whom it concerns, told day by day, and told of when its day comes.</summary>
public sealed class ClockTests
{
    private const string Clocks = "api/v1/regulation/clocks";
    private const string DataSharing = "api/v1/data-sharing";
    private const string Demander = "health.officer";
    private const string Bureau = "big-data.officer";
    private const string OfAgreements = "data-sharing.agreement-end";

    [Theory, EveryDatabase]
    public async Task Board_WhenAnAgreementIsSigned_ThenItsClockIsReadByThoseConcernedAndRaisedWhenTheDateMoves(
        DatabaseKind kind
    )
    {
        await using var service = await DemonstrationService.StartAsync(kind);
        using var stage = service.StageFor(new Narrator(TextWriter.Null));
        await stage.StartAsync();
        var until = stage.Today.AddDays(60);
        var agreement = await SignAsync(stage, until);
        var list = $"{Clocks}?kind={OfAgreements}&object={agreement}";
        var clock = (await stage.ReadAsync(Demander, list))["items"]!.AsArray().ShouldHaveSingleItem()!;
        var path = $"{Clocks}/{clock["id"]}";

        await stage.PassTimeAsync(until.AddDays(-30), "协议届满前三十日");

        clock["dueOn"]!.GetValue<string>().ShouldBe(until.ToString("O", CultureInfo.InvariantCulture));
        var told = await stage.ReadAsync(Bureau, path);
        told["ladder"]!
            .AsArray()
            .Select(rung => (rung!["name"]!.GetValue<string>(), rung["raisedOn"]?.GetValue<string>()))
            .ShouldBe([
                ("30-days-before", until.AddDays(-30).ToString("O", CultureInfo.InvariantCulture)),
                ("7-days-before", null),
            ]);
        var days = (await stage.ReadAsync(Demander, $"{path}/days?limit=200"))["items"]!.AsArray();
        days.Count.ShouldBe(60);
        days[^1]!["day"]!.GetValue<string>().ShouldBe(until.ToString("O", CultureInfo.InvariantCulture));
        var notice = await stage.AwaitOneAsync(Demander, $"api/v1/security/notices?kind={OfAgreements}-30-days-before");
        notice["dueOn"]!.GetValue<string>().ShouldBe(until.ToString("O", CultureInfo.InvariantCulture));
        // A unit that the agreement is none of the business of.
        (await stage.ReadAsync("civil-affairs.officer", list))["items"]!
            .AsArray()
            .ShouldBeEmpty();
        using var stranger = await service.ClientOfAsync("civil-affairs.officer");
        var hidden = await stranger.GetAsync(new Uri(path, UriKind.Relative), stage.Cancellation);
        hidden.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<Guid> SignAsync(Stage stage, DateOnly until)
    {
        var agreement = await stage.MakeAsync(
            Demander,
            "提出协议",
            $"{DataSharing}/agreements",
            new JsonObject
            {
                ["terms"] = new JsonObject
                {
                    ["purposes"] = new JsonArray("dataVerification"),
                    ["retentionDays"] = 365,
                    ["channels"] = new JsonArray("onlineQuery"),
                    ["protectionDuties"] = "专人保管。",
                    ["validFrom"] = stage.Date(),
                    ["validUntil"] = until.ToString("O", CultureInfo.InvariantCulture),
                },
            }
        );
        await stage.ChangeAsync(Bureau, "签订协议", $"{DataSharing}/agreements/{agreement.Id}", "signature");
        return agreement.Id;
    }
}
