using Microsoft.EntityFrameworkCore;
using OpenIddict.EntityFrameworkCore.Models;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Audit;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Application.Accounts;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Accounts;
using SmartCity.Modules.Security.Infrastructure;
using SmartCity.Modules.Security.Infrastructure.SignIn;
using SmartCity.Testing;

namespace SmartCity.Modules.Security.Tests;

public sealed class AccountTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task RegisterAccount_WhenExpert_ThenOthersSeeTheExpertAndHisEmployer(DatabaseKind kind)
    {
        await using var host = await ModuleHost.StartAsync(kind, ServiceUnderTest.Modules);
        var unit = await UnitAsync(host, UnitKind.ExpertEmployer);

        var outcome = await host.SendAs(Given.Administrator, Given.Expert(unit));

        var id = new AccountId(outcome.Value.Id);
        var profile = (
            await host.AskAs(Given.Administrator, new AccountsOf([id, new(Given.Administrator.Account)]))
        ).ShouldHaveSingleItem();
        profile.Unit.ShouldBe(unit);
        profile.Role.ShouldBe(Roles.Expert);
        profile.IsNaturalPerson.ShouldBeTrue();
        profile.IsActive.ShouldBeTrue();
        profile.Specialties.ShouldBe(["网络"]);
    }

    [Theory]
    [EveryDatabase]
    public async Task RegisterAccount_WhenPerson_ThenOnlyTheHashOfThePasswordIsKept(DatabaseKind kind)
    {
        await using var host = await ModuleHost.StartAsync(kind, ServiceUnderTest.Modules);
        var unit = await UnitAsync(host);

        var outcome = await host.SendAs(Given.Administrator, Given.Account(unit));

        var credential = await host.InDatabaseAsync<SecurityDb, Credential>(database =>
            database.Set<Credential>().SingleAsync(Cancellation)
        );
        credential.Id.ShouldBe(outcome.Value.Id);
        credential.PasswordHash.ShouldNotBeNullOrEmpty();
        credential.PasswordHash.ShouldNotContain(Given.Password);
    }

    [Fact]
    public async Task RegisterAccount_WhenTheSaveFails_ThenNoCredentialIsLeft()
    {
        await using var host = await ModuleHost.StartAsync(DatabaseKind.Sqlite, ServiceUnderTest.Modules);
        var unit = await UnitAsync(host);
        await Accepted(host, Given.Account(unit));

        // Two acts at once under one name: the one that comes second to the save is refused there.
        var outcomes = await Task.WhenAll(
            host.SendAs(Given.Administrator, Given.PartnerSystem(unit, "twice")),
            host.SendAs(Given.Administrator, Given.PartnerSystem(unit, "twice"))
        );

        outcomes.Count(outcome => outcome.IsFailure).ShouldBe(1);
        var clients = await host.InDatabaseAsync<SecurityDb, int>(database =>
            database.Set<OpenIddictEntityFrameworkCoreApplication>().CountAsync(Cancellation)
        );
        clients.ShouldBe(1);
    }

    [Fact]
    public void RequestHash_WhenOnlyThePasswordDiffers_ThenTheSame()
    {
        var account = Given.Account(new(Given.Administrator.Unit));

        var hash = CanonicalJson.HashOf(account with { InitialPassword = new("another horse battery") });

        hash.ShouldBe(CanonicalJson.HashOf(account));
    }

    [Fact]
    public void Password_WhenTheRequestIsPrinted_ThenItIsNotThere() =>
        Given.Account(new(Given.Administrator.Unit)).ToString().ShouldNotContain(Given.Password);

    [Fact]
    public async Task RegisterAccount_WhenSeveralFieldsAreWrong_ThenAllAreTold()
    {
        await using var host = await ModuleHost.StartAsync(DatabaseKind.Sqlite, ServiceUnderTest.Modules);
        var unit = await UnitAsync(host);
        var wrong = Given.Account(unit, "项目经办") with
        {
            Name = "",
            Office = AccountOffice.Expert,
            InitialPassword = new("short"),
        };

        var outcome = await host.SendAs(Given.Administrator, wrong);

        outcome
            .Failure!.Fields.Select(field => $"{field.Field} {field.Code}")
            .ShouldBe([
                "userName USER_NAME_INVALID",
                "name REQUIRED",
                "specialties SPECIALTIES_INVALID",
                "initialPassword PASSWORD_WEAK",
            ]);
    }

    [Theory]
    [InlineData("elevenchars", false)]
    [InlineData("twelve chars", true)]
    [InlineData("aaaabbbbccccdddd", false)]
    [InlineData("the unit.officer's own", false)]
    public async Task RegisterAccount_WhenPasswordIsWeak_ThenRefused(string password, bool accepted)
    {
        await using var host = await ModuleHost.StartAsync(DatabaseKind.Sqlite, ServiceUnderTest.Modules);
        var unit = await UnitAsync(host);

        var outcome = await host.SendAs(
            Given.Administrator,
            Given.Account(unit) with
            {
                InitialPassword = new(password),
            }
        );

        outcome.IsFailure.ShouldBe(!accepted);
    }

    [Theory]
    [EveryDatabase]
    public async Task RegisterAccount_WhenUserNameIsTaken_ThenConflict(DatabaseKind kind)
    {
        await using var host = await ModuleHost.StartAsync(kind, ServiceUnderTest.Modules);
        var unit = await UnitAsync(host);
        await Accepted(host, Given.Account(unit));

        var outcome = await host.SendAs(Given.Administrator, Given.Account(unit));

        outcome.Failure!.Code.ShouldBe("USER_NAME_TAKEN");
    }

    public static TheoryData<UnitKind, string, bool, string?> Posts =>
        new()
        {
            { UnitKind.MunicipalAdministrativeUnit, nameof(AccountOffice.Staff), true, null },
            { UnitKind.MunicipalAdministrativeUnit, nameof(AccountOffice.Staff), false, null },
            { UnitKind.MunicipalAdministrativeUnit, nameof(AccountOffice.Expert), true, null },
            { UnitKind.MunicipalAdministrativeUnit, nameof(AccountOffice.Expert), false, "OFFICE_NEEDS_A_PERSON" },
            { UnitKind.InformatizationOffice, nameof(AccountOffice.Administrator), true, null },
            { UnitKind.InformatizationOffice, nameof(AccountOffice.Administrator), false, "OFFICE_NEEDS_A_PERSON" },
            { UnitKind.FinanceBureau, nameof(AccountOffice.Administrator), true, "ADMINISTRATOR_OF_OTHER_UNIT" },
            { UnitKind.AuditOffice, nameof(AccountOffice.Expert), true, "OVERSEER_AS_EXPERT" },
            { UnitKind.AuditOffice, nameof(AccountOffice.Staff), true, null },
            { UnitKind.ExpertEmployer, nameof(AccountOffice.Staff), true, "EMPLOYER_OF_EXPERTS_ONLY" },
            { UnitKind.ExpertEmployer, nameof(AccountOffice.Expert), true, null },
        };

    [Theory]
    [MemberData(nameof(Posts))]
    public async Task RegisterAccount_WhenUnitCanOrCannotHaveTheOffice_ThenAnsweredSo(
        UnitKind kind,
        string officeName,
        bool isNaturalPerson,
        string? code
    )
    {
        var office = Enum.Parse<AccountOffice>(officeName);
        await using var host = await ModuleHost.StartAsync(DatabaseKind.Sqlite, ServiceUnderTest.Modules);
        var unit = await UnitAsync(host, kind);

        var outcome = await host.SendAs(
            Given.Administrator,
            Given.Account(unit) with
            {
                Office = office,
                IsNaturalPerson = isNaturalPerson,
                Specialties = office == AccountOffice.Expert ? ["网络"] : [],
            }
        );

        var answered = outcome.IsFailure ? outcome.Failure.Code : null;
        answered.ShouldBe(code);
    }

    [Theory]
    [EveryDatabase]
    public async Task CloseAccount_WhenOpen_ThenClosedInItsNextVersion(DatabaseKind kind)
    {
        await using var host = await ModuleHost.StartAsync(kind, ServiceUnderTest.Modules);
        var account = await AccountAsync(host);

        var outcome = await host.SendAs(Given.Administrator, new CloseAccount(account, ExpectedVersion: 1));

        outcome.Value.Version.ShouldBe(2);
        (await host.AskAs(Given.Administrator, new AccountsOf([account]))).Single().IsActive.ShouldBeFalse();
    }

    [Fact]
    public async Task CloseAccount_WhenClosed_ThenIllegalTransition()
    {
        await using var host = await ModuleHost.StartAsync(DatabaseKind.Sqlite, ServiceUnderTest.Modules);
        var account = await AccountAsync(host);
        await Accepted(host, new CloseAccount(account, ExpectedVersion: 1));

        var outcome = await host.SendAs(Given.Administrator, new CloseAccount(account, ExpectedVersion: 2));

        outcome.Failure!.Kind.ShouldBe(ErrorKind.IllegalTransition);
    }

    [Fact]
    public async Task CloseAccount_WhenVersionIsOld_ThenVersionConflict()
    {
        await using var host = await ModuleHost.StartAsync(DatabaseKind.Sqlite, ServiceUnderTest.Modules);
        var account = await AccountAsync(host);

        var outcome = await host.SendAs(Given.Administrator, new CloseAccount(account, ExpectedVersion: 7));

        outcome.Failure!.Kind.ShouldBe(ErrorKind.VersionConflict);
    }

    [Fact]
    public async Task CloseAccount_WhenItIsTheActorsOwn_ThenForbidden()
    {
        await using var host = await ModuleHost.StartAsync(DatabaseKind.Sqlite, ServiceUnderTest.Modules);
        var account = await AccountAsync(host);

        var outcome = await host.SendAs(
            Given.Administrator with
            {
                Account = account.Value,
            },
            new CloseAccount(account, ExpectedVersion: 1)
        );

        outcome.Failure!.Code.ShouldBe("OWN_ACCOUNT");
    }

    [Theory]
    [InlineData(Roles.Administrator, true)]
    [InlineData(Roles.InformatizationOffice, true)]
    [InlineData(Roles.AuditOffice, true)]
    [InlineData(Roles.ConstructionUnit, false)]
    [InlineData(Roles.Expert, false)]
    public async Task ListAccounts_WhenAskedByARole_ThenAnsweredWhereItMayKnow(string role, bool permitted)
    {
        await using var host = await ModuleHost.StartAsync(DatabaseKind.Sqlite, ServiceUnderTest.Modules);

        var found = await host.AskAs(Given.Of(role), new ListAccounts(null, null, null, null, null, 10));

        found.IsFailure.ShouldBe(!permitted);
    }

    [Theory]
    [EveryDatabase]
    public async Task ListAccounts_WhenFilteredPageByPage_ThenEachExpertOnceInOrder(DatabaseKind kind)
    {
        await using var host = await ModuleHost.StartAsync(kind, ServiceUnderTest.Modules);
        var unit = await UnitAsync(host);
        await Accepted(host, Given.Account(unit));
        await Accepted(host, Given.Expert(unit, "expert-2"));
        await Accepted(host, Given.Expert(unit, "expert-1"));

        var first = await host.AskAs(
            Given.Administrator,
            new ListAccounts(unit, AccountOffice.Expert, true, null, null, 1)
        );
        var second = await host.AskAs(
            Given.Administrator,
            new ListAccounts(unit, AccountOffice.Expert, true, null, first.Value.Next, 1)
        );

        first.Value.Items.Single().UserName.ShouldBe("expert-1");
        second.Value.Items.Single().UserName.ShouldBe("expert-2");
        second.Value.Next.ShouldBeNull();
    }

    private static async Task<UnitId> UnitAsync(
        ModuleHost host,
        UnitKind kind = UnitKind.MunicipalAdministrativeUnit
    ) => new((await Accepted(host, Given.Unit(kind: kind))).Id);

    private static async Task<AccountId> AccountAsync(ModuleHost host) =>
        new((await Accepted(host, Given.Account(await UnitAsync(host)))).Id);

    private static async Task<Receipt> Accepted(ModuleHost host, ICommand command) =>
        (await host.SendAs(Given.Administrator, command)).Value;
}
