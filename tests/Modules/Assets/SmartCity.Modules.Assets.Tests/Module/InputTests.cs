using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Assets.Application.Counting;
using SmartCity.Modules.Assets.Application.Keeping;
using SmartCity.Modules.Assets.Tests.Given;
using SmartCity.Regulation.Values;
using SmartCity.Testing;

namespace SmartCity.Modules.Assets.Tests.Module;

/// <summary>Malformed input: each wrong field is told, all at once.</summary>
public sealed class InputTests
{
    [Fact]
    public async Task Register_WhenManyFieldsAreWrong_ThenEachIsTold()
    {
        await using var module = await AssetsHost.StartAsync(DatabaseKind.Sqlite);
        var project = AProject.Of();
        var wrong = AssetsHost.Servers(await module.OpenAsync(project), project) with
        {
            Name = new string('长', 201),
            Value = Money.Zero,
            Quantity = 0,
            Location = "一\0号",
            AcquiredOn = new(1900, 1, 1),
        };

        var result = await module.SendAs(Town.HospitalClerk, wrong);

        result.ShouldFail(ErrorKind.Invalid, "INVALID_INPUT");
        result
            .Failure!.Fields.Select(field => (field.Field, field.Code))
            .ShouldBe(
                [
                    ("name", "TOO_LONG"),
                    ("value", "OUT_OF_RANGE"),
                    ("quantity", "OUT_OF_RANGE"),
                    ("location", "UNPRINTABLE"),
                    ("acquiredOn", "OUT_OF_RANGE"),
                ],
                ignoreOrder: true
            );
    }

    [Fact]
    public async Task Count_WhenNeitherCardNorSurplusOrBothAreNamed_ThenInvalid()
    {
        await using var module = await AssetsHost.StartAsync(DatabaseKind.Sqlite);
        var (_, servers, _) = await module.CompleteAsync(AProject.Of());
        var counting = await module.CountingAsync();
        (RecordCount Count, string[] Fields)[] table =
        [
            (new(counting.Id, null, null, true, "走廊", null), ["surplus"]),
            (new(counting.Id, servers.Id, "交换机", true, "走廊", null), ["surplus"]),
            (new(counting.Id, null, "交换机", false, null, null), ["found"]),
            (new(counting.Id, servers.Id, null, true, null, null), ["location"]),
        ];

        foreach (var (count, fields) in table)
        {
            var result = await module.SendAs(Town.HospitalClerk, count);

            result.ShouldFail(ErrorKind.Invalid, "INVALID_INPUT");
            result.Failure!.Fields.Select(field => field.Field).ShouldBe(fields);
        }
    }

    [Fact]
    public async Task List_WhenTheCursorOrTheLimitIsWrong_ThenInvalid()
    {
        await using var module = await AssetsHost.StartAsync(DatabaseKind.Sqlite);

        (await module.AskAs(Town.Auditor, new ListCards(After: "?"))).ShouldFail(ErrorKind.Invalid, "CURSOR_INVALID");
        (await module.AskAs(Town.Auditor, new ListCards(Limit: 0))).ShouldFail(ErrorKind.Invalid, "INVALID_INPUT");
    }
}
