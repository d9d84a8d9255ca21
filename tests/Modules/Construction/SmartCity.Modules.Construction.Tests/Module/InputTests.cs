using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Construction.Application.Contracting;
using SmartCity.Modules.Construction.Application.Registering;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Modules.Construction.Domain.Buildings;
using SmartCity.Modules.Construction.Domain.Contractors;
using SmartCity.Modules.Construction.Domain.Projects;
using SmartCity.Modules.Construction.Tests.Given;
using SmartCity.Regulation.Values;
using SmartCity.Testing;

namespace SmartCity.Modules.Construction.Tests.Module;

/// <summary>Malformed requests: each wrong field is told by its path, and nothing breaks.</summary>
public sealed class InputTests
{
    [Fact]
    public async Task SignContract_WhenManyFieldsAreWrong_ThenEachIsToldByItsPath()
    {
        await using var module = await ConstructionHost.StartAsync(DatabaseKind.Sqlite);
        var at = await module.AwardedAsync();

        var result = await module.SendAs(
            Town.HospitalClerk,
            ConstructionHost.Contract(at) with
            {
                Number = "",
                SignedOn = new(1900, 1, 1),
                BuildTransferBasis = new string('长', 4001),
                Lines = [new("", ContractLineClass.Expense, 0, "", Money.FromYuan(-1))],
                Retention = Money.FromYuan(1),
                Warranty = new(0, StartsAtAcceptance: true),
                Payee = new("", "某银行", new string('1', 51)),
            }
        );

        result.ShouldFail(ErrorKind.Invalid, "INVALID_INPUT");
        result
            .Failure!.Fields.Select(field => (field.Field, field.Code))
            .ShouldBe(
                [
                    ("number", "REQUIRED"),
                    ("signedOn", "OUT_OF_RANGE"),
                    ("buildTransferBasis", "TOO_LONG"),
                    ("lines[0].name", "REQUIRED"),
                    ("lines[0].quantity", "OUT_OF_RANGE"),
                    ("lines[0].quantityUnit", "REQUIRED"),
                    ("lines[0].amount", "OUT_OF_RANGE"),
                    ("retention", "OUT_OF_RANGE"),
                    ("warranty.months", "OUT_OF_RANGE"),
                    ("payee.name", "REQUIRED"),
                    ("payee.account", "TOO_LONG"),
                ],
                ignoreOrder: true
            );
    }

    [Fact]
    public async Task SignContract_WhenTheLinesAreTooManyAndTooLarge_ThenToldAndNothingOverflows()
    {
        await using var module = await ConstructionHost.StartAsync(DatabaseKind.Sqlite);
        var at = await module.AwardedAsync();
        var line = new SignContract.Line("平台", ContractLineClass.Expense, 1, "套", Money.FromYuan(100_000_000_000));

        var result = await module.SendAs(
            Town.HospitalClerk,
            ConstructionHost.Contract(at) with
            {
                Lines = [.. Enumerable.Repeat(line, 101)],
            }
        );

        result.ShouldFail(ErrorKind.Invalid, "INVALID_INPUT");
        var told = result.Failure!.Fields.Select(field => (field.Field, field.Code)).ToList();
        told.ShouldContain(("lines", "TOO_MANY"));
        told.ShouldContain(("lines[100].amount", "OUT_OF_RANGE"));
    }

    [Fact]
    public async Task SignContract_WhenListsHoldNothingOrNull_ThenInvalid()
    {
        await using var module = await ConstructionHost.StartAsync(DatabaseKind.Sqlite);
        var at = await module.AwardedAsync();
        var contract = ConstructionHost.Contract(at) with { Retention = Money.Zero };

        var empty = await module.SendAs(Town.HospitalClerk, contract with { Lines = [] });
        var holed = await module.SendAs(Town.HospitalClerk, contract with { Lines = [null!] });

        empty.Failure!.Fields.ShouldHaveSingleItem().Field.ShouldBe("lines");
        holed.Failure!.Fields.ShouldHaveSingleItem().Field.ShouldBe("lines");
    }

    [Fact]
    public async Task OpenTender_WhenManyFieldsAreWrong_ThenEachIsToldByItsPath()
    {
        await using var module = await ConstructionHost.StartAsync(DatabaseKind.Sqlite);

        var result = await module.SendAs(
            Town.HospitalClerk,
            ConstructionHost.Tender(Projects.Imaging) with
            {
                Platform = "平\0台",
                NoticeNumber = "",
                ClosesOn = ConstructionHost.Today.AddDays(-21),
                Ceiling = Money.Zero,
            }
        );

        result
            .Failure!.Fields.Select(field => (field.Field, field.Code))
            .ShouldBe(
                [
                    ("platform", "UNPRINTABLE"),
                    ("noticeNumber", "REQUIRED"),
                    ("closesOn", "OUT_OF_RANGE"),
                    ("ceiling", "OUT_OF_RANGE"),
                ],
                ignoreOrder: true
            );
    }

    [Fact]
    public async Task SetUpWorkingGroup_WhenPeopleAreUnknownOrNamedTwice_ThenTheirPlacesAreTold()
    {
        await using var module = await ConstructionHost.StartAsync(DatabaseKind.Sqlite);
        var at = await module.TenderingAsync();
        var group = ConstructionHost.Group(at);

        var unknown = await module.SendAs(
            Town.HospitalClerk,
            group with
            {
                Leader = new(Ids.Next()),
                Members = [group.Members[0], new(new(Ids.Next()), MemberRole.Technical)],
            }
        );
        var twice = await module.SendAs(
            Town.HospitalClerk,
            group with
            {
                Members = [group.Members[0], group.Members[0]],
            }
        );

        unknown
            .Failure!.Fields.Select(field => (field.Field, field.Code))
            .ShouldBe([("members[1].account", "ACCOUNT_UNKNOWN"), ("leader", "ACCOUNT_UNKNOWN")], ignoreOrder: true);
        var field = twice.Failure!.Fields.ShouldHaveSingleItem();
        (field.Field, field.Code).ShouldBe(("members", "DUPLICATE"));
    }

    [Fact]
    public async Task RecordBid_WhenTheContractorIsNotRegistered_ThenItsFieldIsTold()
    {
        await using var module = await ConstructionHost.StartAsync(DatabaseKind.Sqlite);
        var at = await module.TenderingAsync();

        var result = await module.SendAs(Town.HospitalClerk, ConstructionHost.Bid(at, new(Ids.Next())));

        var field = result.Failure!.Fields.ShouldHaveSingleItem();
        (field.Field, field.Code).ShouldBe(("contractor", "CONTRACTOR_UNKNOWN"));
    }

    [Fact]
    public async Task CertificateKind_WhenManyFieldsAreWrong_ThenEachIsToldByItsPath()
    {
        await using var module = await ConstructionHost.StartAsync(DatabaseKind.Sqlite);

        var result = await module.SendAs(
            Town.OfficeClerk,
            new RegisterCertificateKind("", "", [], "", new(2026, 1, 2), new(2026, 1, 1))
        );

        result
            .Failure!.Fields.Select(field => (field.Field, field.Code))
            .ShouldBe(
                [
                    ("code", "REQUIRED"),
                    ("name", "REQUIRED"),
                    ("demandedFor", "REQUIRED"),
                    ("legalBasis", "REQUIRED"),
                    ("inForceUntil", "OUT_OF_RANGE"),
                ],
                ignoreOrder: true
            );
    }

    [Fact]
    public async Task CertificateKind_WhenTheCodeIsTakenOrRetiredTwice_ThenTold()
    {
        await using var module = await ConstructionHost.StartAsync(DatabaseKind.Sqlite);
        var registered = await module.AKindAsync();
        var retiring = new RetireCertificateKind(new(registered.Id), new(2018, 1, 7), "依据废止", 1);

        var again = await module.SendAs(
            Town.OfficeClerk,
            new RegisterCertificateKind("XXJC", "另一种", [ProjectKind.Security], "依据", new(2026, 1, 1), null)
        );
        var early = await module.SendAs(Town.OfficeClerk, retiring);
        await module.AcceptedAs(Town.OfficeClerk, retiring with { LastDay = new(2018, 1, 8) });
        var twice = await module.SendAs(Town.OfficeClerk, retiring with { ExpectedVersion = 2 });

        again.ShouldFail(ErrorKind.Conflict, "CERTIFICATE_KIND_CODE_TAKEN");
        early.ShouldFail(ErrorKind.Unprocessable, "RETIRED_BEFORE_IN_FORCE");
        twice.ShouldBeIllegalNow();
    }

    [Fact]
    public async Task Certificate_WhenItsKindIsUnknownOrItIsAddedTwice_ThenTold()
    {
        await using var module = await ConstructionHost.StartAsync(DatabaseKind.Sqlite);
        var builder = await module.AContractorAsync(Town.Builder);
        var certificate = ConstructionHost.ACertificate(builder, new(2030, 1, 1));

        var unknown = await module.SendAs(Town.OfficeClerk, certificate);
        await module.AKindAsync();
        await module.AcceptedAs(Town.OfficeClerk, certificate);
        var twice = await module.SendAs(Town.OfficeClerk, certificate with { ExpectedVersion = 2 });
        var absent = await module.SendAs(
            Town.OfficeClerk,
            new RecordCertificateStatus(
                builder,
                new(Ids.Next()),
                CertificateStatus.Revoked,
                "撤销",
                ConstructionHost.Today,
                2
            )
        );

        unknown.Failure!.Fields.ShouldHaveSingleItem().Code.ShouldBe("CERTIFICATE_KIND_UNKNOWN");
        twice.ShouldFail(ErrorKind.Conflict, "CERTIFICATE_ALREADY_REGISTERED");
        absent.ShouldFail(ErrorKind.NotFound, "NOT_FOUND");
    }
}
