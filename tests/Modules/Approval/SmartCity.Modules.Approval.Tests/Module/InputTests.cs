using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Application.Declaring;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Approval.Tests.Given;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;
using SmartCity.Testing;

namespace SmartCity.Modules.Approval.Tests.Module;

/// <summary>Malformed sheets: each wrong field is told by its path, and nothing breaks.</summary>
public sealed class InputTests
{
    [Fact]
    public async Task Draft_WhenManyFieldsAreWrong_ThenEachIsToldByItsPath()
    {
        await using var module = await ApprovalHost.StartAsync(DatabaseKind.Sqlite);
        var sheet = Sheets
            .Complete()
            .With(fund =>
                fund with
                {
                    Sources =
                    [
                        new()
                        {
                            Kind = FundingKind.SpecialFund,
                            Amount = Money.FromYuan(-1),
                            Year = 9999,
                        },
                        new()
                        {
                            Kind = FundingKind.SelfRaised,
                            Amount = Money.FromYuan(2_000_000_000),
                            Year = 2026,
                        },
                    ],
                }
            );
        var wrong = sheet with
        {
            ProjectName = new string('长', 201),
            Location = "咸\0阳",
            PlannedStart = new(1900, 1, 1),
            TotalInvestment = Money.FromYuan(-1),
            Plan = sheet.Plan with { Necessity = new string('长', 4001) },
            Security = sheet.Security with { ProtectionLevel = 6 },
        };

        var result = await module.SendAs(Town.HospitalClerk, new DraftDeclaration(wrong));

        result.ShouldFail(ErrorKind.Invalid, "INVALID_INPUT");
        result
            .Failure!.Fields.Select(field => (field.Field, field.Code))
            .ShouldBe(
                [
                    ("sheet.projectName", "TOO_LONG"),
                    ("sheet.location", "UNPRINTABLE"),
                    ("sheet.plannedStart", "OUT_OF_RANGE"),
                    ("sheet.totalInvestment", "OUT_OF_RANGE"),
                    ("sheet.plan.necessity", "TOO_LONG"),
                    ("sheet.security.protectionLevel", "OUT_OF_RANGE"),
                    ("sheet.fund.sources[0].amount", "OUT_OF_RANGE"),
                    ("sheet.fund.sources[0].year", "OUT_OF_RANGE"),
                    ("sheet.fund.sources[1].amount", "OUT_OF_RANGE"),
                ],
                ignoreOrder: true
            );
    }

    [Fact]
    public async Task Draft_WhenAListHoldsNullOrTooMany_ThenInvalid()
    {
        await using var module = await ApprovalHost.StartAsync(DatabaseKind.Sqlite);
        var sheet = Sheets
            .Complete()
            .With(fund => fund with { Lines = [null!], Sources = [.. Enumerable.Repeat(fund.Sources[0], 21)] });

        var result = await module.SendAs(Town.HospitalClerk, new DraftDeclaration(sheet));

        result
            .Failure!.Fields.Select(field => (field.Field, field.Code))
            .ShouldBe([("sheet.fund.lines", "REQUIRED"), ("sheet.fund.sources", "TOO_MANY")], ignoreOrder: true);
    }

    [Fact]
    public async Task Draft_WhenAParticipatingUnitIsNotRegistered_ThenItsPlaceIsTold()
    {
        await using var module = await ApprovalHost.StartAsync(DatabaseKind.Sqlite);
        var sheet = Sheets.Complete() with { ParticipatingUnits = [Town.Library.Id, new UnitId(Ids.Next())] };

        var result = await module.SendAs(Town.HospitalClerk, new DraftDeclaration(sheet));

        var field = result.Failure!.Fields.ShouldHaveSingleItem();
        (field.Field, field.Code).ShouldBe(("sheet.participatingUnits[1]", "UNIT_UNKNOWN"));
    }

    [Fact]
    public async Task Draft_WhenEveryAmountIsTheLargest_ThenTheSumsStillHold()
    {
        await using var module = await ApprovalHost.StartAsync(DatabaseKind.Sqlite);
        var largest = Money.FromYuan(1_000_000_000);
        var sheet = Sheets
            .Complete()
            .With(fund =>
                fund with
                {
                    Sources = [.. Enumerable.Repeat(fund.Sources[0] with { Amount = largest }, 20)],
                    Lines = [.. Enumerable.Repeat(fund.Lines[0] with { Amount = largest }, 100)],
                }
            );

        var result = await module.SendAs(Town.HospitalClerk, new DraftDeclaration(sheet));

        result.ShouldBeAccepted();
    }

    [Fact]
    public async Task Draft_WhenTheSheetIsEmptyButForItsName_ThenIsKept()
    {
        await using var module = await ApprovalHost.StartAsync(DatabaseKind.Sqlite);

        var result = await module.SendAs(
            Town.HospitalClerk,
            new DraftDeclaration(new DeclarationSheet { ProjectName = "只有名称" })
        );

        result.ShouldBeAccepted();
    }
}
