using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Modules.Security.Application.Units;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Units;
using SmartCity.Modules.Security.Infrastructure;
using SmartCity.Regulation.Identifiers;
using SmartCity.Testing;

namespace SmartCity.Modules.Security.Tests;

public sealed class UnitTests
{
    [Theory]
    [EveryDatabase]
    public async Task RegisterUnit_WhenWellFormed_ThenOthersCanAskForIt(DatabaseKind kind)
    {
        await using var host = await ModuleHost.StartAsync(kind, ServiceUnderTest.Modules);

        var outcome = await host.SendAs(Given.Administrator, Given.Unit(kind: UnitKind.FinanceBureau));

        var profile = await host.AskAs(Given.Administrator, new UnitOf(new(outcome.Value.Id)));
        profile.ShouldBe(
            new UnitProfile(
                new(outcome.Value.Id),
                "演示单位1",
                UnitKind.FinanceBureau,
                Jurisdictions.City,
                Given.CreditCodeOf(1)
            )
        );
    }

    [Fact]
    public async Task RegisterUnit_WhenAccepted_ThenItsChainOfEntriesBegins()
    {
        await using var host = await ModuleHost.StartAsync(DatabaseKind.Sqlite, ServiceUnderTest.Modules);

        var outcome = await host.SendAs(Given.Administrator, Given.Unit());

        var entry = await host.InDatabaseAsync<SecurityDb, BuildingBlocks.Audit.AuditEntry>(database =>
            database.AuditEntries.SingleAsync(TestContext.Current.CancellationToken)
        );
        entry.Id.ShouldBe(outcome.Value.AuditEntry);
        entry.ObjectType.ShouldBe("unit");
        entry.ObjectId.ShouldBe(outcome.Value.Id.ToString());
        entry.Number.ShouldBe(1);
    }

    [Fact]
    public async Task RegisterUnit_WhenSeveralFieldsAreWrong_ThenAllAreTold()
    {
        await using var host = await ModuleHost.StartAsync(DatabaseKind.Sqlite, ServiceUnderTest.Modules);
        var wrong = Given.Unit() with
        {
            Name = "",
            CreditCode = "91350100M000100Y44",
            Jurisdiction = "610422",
            ContactPhone = "请打办公室",
        };

        var outcome = await host.SendAs(Given.Administrator, wrong);

        outcome
            .Failure!.Fields.Select(field => $"{field.Field} {field.Code}")
            .ShouldBe([
                "name REQUIRED",
                "jurisdiction JURISDICTION_INVALID",
                "creditCode CREDIT_CODE_NEEDS_CONFIRMATION",
                "contactPhone PHONE_INVALID",
            ]);
    }

    // A code given in an early pilot, lawful and wrong by the standard's own sum.
    [Theory]
    [EveryDatabase]
    public async Task RegisterUnit_WhenALawfulCodeBreaksItsCheck_ThenTakenWithTheCertificateThatIsKept(
        DatabaseKind kind
    )
    {
        await using var host = await ModuleHost.StartAsync(kind, ServiceUnderTest.Modules);
        var unit = Given.Unit() with { CreditCode = "91350211M0000XUF46" };
        var evidence = new CreditCodeEvidence("营业执照 350211000000001", new string('a', 64));

        var without = await host.SendAs(Given.Administrator, unit);
        var with = await host.SendAs(Given.Administrator, unit with { CreditCodeEvidence = evidence });

        var told = without.Failure!.Fields.ShouldHaveSingleItem();
        told.Code.ShouldBe("CREDIT_CODE_NEEDS_CONFIRMATION");
        told.Message.ShouldContain("登记证书");
        var read = await host.AskAs(Given.Administrator, new ReadUnit(new(with.Value.Id)));
        (read.Value.CreditCodeCertificate, read.Value.CreditCodeImageSha256).ShouldBe(
            (evidence.Certificate, evidence.ImageSha256)
        );
    }

    [Fact]
    public async Task RegisterUnit_WhenTheCodeIsValidByItself_ThenNoEvidenceIsKept()
    {
        await using var host = await ModuleHost.StartAsync(DatabaseKind.Sqlite, ServiceUnderTest.Modules);

        var outcome = await host.SendAs(
            Given.Administrator,
            Given.Unit() with
            {
                CreditCodeEvidence = new("营业执照", new string('a', 64)),
            }
        );

        (
            await host.AskAs(Given.Administrator, new ReadUnit(new(outcome.Value.Id)))
        ).Value.CreditCodeCertificate.ShouldBeNull();
    }

    [Theory]
    [InlineData("91350100M000101Y43", "营业执照", 'a', "creditCode CREDIT_CODE_INVALID")]
    [InlineData("91350211M0000XUF46", "", 'a', "creditCodeEvidence.certificate REQUIRED")]
    [InlineData("91350211M0000XUF46", "营业执照", 'z', "creditCodeEvidence.imageSha256 SHA256_INVALID")]
    public async Task RegisterUnit_WhenCodeOrEvidenceIsNone_ThenEvidenceDoesNotHelp(
        string code,
        string certificate,
        char digit,
        string told
    )
    {
        await using var host = await ModuleHost.StartAsync(DatabaseKind.Sqlite, ServiceUnderTest.Modules);

        var outcome = await host.SendAs(
            Given.Administrator,
            Given.Unit() with
            {
                CreditCode = code,
                CreditCodeEvidence = new(certificate, new string(digit, 64)),
            }
        );

        outcome.Failure!.Fields.Select(field => $"{field.Field} {field.Code}").ShouldBe([told]);
    }

    [Fact]
    public void Jurisdictions_WhenComparedWithTheDivisionsInForce_ThenTheSame() =>
        Jurisdictions
            .Counties.Select(county => (county.Key, county.Value))
            .Append((Jurisdictions.City, "咸阳市"))
            .ShouldBe(Divisions.OfTheCityNow.Select(one => (one.Code, one.Name)), ignoreOrder: true);

    [Fact]
    public async Task RegisterUnit_WhenEverythingIsMissing_ThenToldAndNotABug()
    {
        await using var host = await ModuleHost.StartAsync(DatabaseKind.Sqlite, ServiceUnderTest.Modules);

        var outcome = await host.SendAs(
            Given.Administrator,
            new RegisterUnit(null!, null!, null, null!, null!, null, null!, null)
        );

        outcome
            .Failure!.Fields.Select(field => field.Field)
            .Distinct()
            .ShouldBe(["name", "shortName", "kind", "jurisdiction", "creditCode", "address"]);
    }

    [Theory]
    [EveryDatabase]
    public async Task RegisterUnit_WhenCreditCodeIsRegistered_ThenConflict(DatabaseKind kind)
    {
        await using var host = await ModuleHost.StartAsync(kind, ServiceUnderTest.Modules);
        await Accepted(host, Given.Unit());

        var outcome = await host.SendAs(Given.Administrator, Given.Unit() with { Name = "另一单位" });

        outcome.Failure!.Code.ShouldBe("UNIT_ALREADY_REGISTERED");
    }

    [Fact]
    public async Task RegisterUnit_WhenSuperiorIsUnknown_ThenUnprocessable()
    {
        await using var host = await ModuleHost.StartAsync(DatabaseKind.Sqlite, ServiceUnderTest.Modules);

        var outcome = await host.SendAs(
            Given.Administrator,
            Given.Unit() with
            {
                Superior = new(Given.Administrator.Unit),
            }
        );

        outcome.Failure!.Code.ShouldBe("SUPERIOR_UNKNOWN");
    }

    [Theory]
    [InlineData(Roles.InformatizationOffice, false, "WRONG_AUTHORITY")]
    [InlineData(Roles.ConstructionUnit, false, "WRONG_AUTHORITY")]
    [InlineData(Roles.AuditOffice, true, "READ_ONLY_ROLE")]
    public async Task RegisterUnit_WhenNotAnAdministrator_ThenForbidden(string role, bool readsOnly, string code)
    {
        await using var host = await ModuleHost.StartAsync(DatabaseKind.Sqlite, ServiceUnderTest.Modules);

        var outcome = await host.SendAs(Given.Of(role, readsOnly), Given.Unit());

        outcome.Failure!.Code.ShouldBe(code);
    }

    [Theory]
    [EveryDatabase]
    public async Task ListUnits_WhenReadPageByPage_ThenEachUnitOnceInOrder(DatabaseKind kind)
    {
        await using var host = await ModuleHost.StartAsync(kind, ServiceUnderTest.Modules);
        foreach (var serial in new[] { 3, 1, 5, 2, 4 })
        {
            await Accepted(host, Given.Unit(serial));
        }

        var first = (await host.AskAs(Given.Administrator, new ListUnits(null, null, null, null, 3))).Value;
        var second = (await host.AskAs(Given.Administrator, new ListUnits(null, null, null, first.Next, 3))).Value;

        first
            .Items.Concat(second.Items)
            .Select(unit => unit.CreditCode)
            .ShouldBe(Enumerable.Range(1, 5).Select(Given.CreditCodeOf));
        second.Next.ShouldBeNull();
    }

    [Theory]
    [EveryDatabase]
    public async Task ListUnits_WhenFiltered_ThenOnlyThoseThatFit(DatabaseKind kind)
    {
        await using var host = await ModuleHost.StartAsync(kind, ServiceUnderTest.Modules);
        await Accepted(host, Given.Unit(1));
        await Accepted(host, Given.Unit(2, UnitKind.CountyUnit, "610422"));
        await Accepted(host, Given.Unit(3, UnitKind.CountyUnit, "610423"));

        var found = await host.AskAs(
            Given.Of(Roles.Expert),
            new ListUnits(UnitKind.CountyUnit, "610423", "单位3", null, 10)
        );

        found.Value.Items.Single().Name.ShouldBe("演示单位3");
    }

    private static async Task<Receipt> Accepted(ModuleHost host, ICommand command) =>
        (await host.SendAs(Given.Administrator, command)).Value;
}
