using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Modules.Construction.Application.Constructing;
using SmartCity.Modules.Construction.Domain.Rules;
using SmartCity.Modules.Construction.Tests.Given;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Values;
using SmartCity.Testing;

namespace SmartCity.Modules.Construction.Tests.Module;

public sealed class OpenBuildingTests
{
    private static readonly ParameterSnapshot MajorFromTwoMillion = ParameterSnapshot.AtPromulgation.With(
        Article11.MajorFrom,
        Money.FromYuan(2_000_000)
    );

    [Theory, EveryDatabase]
    public async Task OpenBuildings_WhenAMajorProjectHasNoGroup_ThenTheStartIsToldWhatTheActIsTold(DatabaseKind kind)
    {
        await using var module = await ConstructionHost.StartAsync(kind);
        var at = await module.ContractedAsync();

        var asked = await module.Host.RefusalsOfNextActAsync(
            Town.OfficeClerk,
            "building",
            at.Id.Value,
            ParameterSnapshot.AtPromulgation
        );

        var act = await module.SendAs(
            Town.HospitalClerk,
            new StartConstruction(at.Id, ConstructionHost.Today, at.Version)
        );
        act.ShouldBeRefused([.. asked]);
        asked.ShouldBe(["MAJOR_GATE_NOT_MET"]);
    }

    [Fact]
    public async Task OpenBuildings_WhenTheProjectWouldNoLongerBeMajor_ThenNothingRefuses()
    {
        await using var module = await ConstructionHost.StartAsync(DatabaseKind.Sqlite);
        var at = await module.ContractedAsync();

        (
            await module.Host.RefusalsOfNextActAsync(Town.OfficeClerk, "building", at.Id.Value, MajorFromTwoMillion)
        ).ShouldBeEmpty();
    }

    [Fact]
    public async Task OpenBuildings_WhenConstructionHasBegun_ThenNoLongerOpen()
    {
        await using var module = await ConstructionHost.StartAsync(DatabaseKind.Sqlite);
        await module.UnderConstructionAsync();

        (await module.Host.CountOpenAsync(Town.OfficeClerk, "building")).ShouldBe(0);
    }
}
