using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Application.Accounts;
using SmartCity.Modules.Security.Application.Certificates;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Certificates;
using SmartCity.Modules.Security.Infrastructure;
using SmartCity.Testing;

namespace SmartCity.Modules.Security.Tests.Certificates;

public sealed class AccountCertificateTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Bind_WhenItIsAPersons_ThenIssuerSerialAndKeyAreKeptAndNoName(DatabaseKind kind)
    {
        await using var host = await ModuleHost.StartAsync(kind, ServiceUnderTest.Modules);
        var account = await AccountAsync(host);
        var person = await (await Authorities.OfAsync(TestKey.Sm2)).IssueAsync(new() { Name = "Zhang San" });

        var bound = await BindAsync(host, account, person);

        bound.IsFailure.ShouldBeFalse();
        var kept = (await host.AskAs(Given.Administrator, new GetCertificate(account, IdOf(bound)))).Value;
        kept.Issuer.ShouldBe("CN=Intermediate");
        kept.SerialNumber.ShouldNotBeEmpty();
        kept.KeySha256.Length.ShouldBe(64);
        kept.IsBound.ShouldBeTrue();
        System.Text.Json.JsonSerializer.Serialize(kept).ShouldNotContain("Zhang");
        (await host.AskAs(Given.Administrator, new ListCertificates(account)))
            .Value.Items.ShouldHaveSingleItem()
            .Id.ShouldBe(kept.Id);
    }

    [Theory]
    [EveryDatabase]
    public async Task Bind_WhenItIsBoundAlready_ThenRefusedUntilUnbound(DatabaseKind kind)
    {
        await using var host = await ModuleHost.StartAsync(kind, ServiceUnderTest.Modules);
        var (one, another) = (await AccountAsync(host), await AccountAsync(host, serial: 2));
        var person = await (await Authorities.OfAsync(TestKey.EcdsaP256)).IssueAsync();
        var first = await BindAsync(host, one, person);

        (await BindAsync(host, another, person)).Failure!.Code.ShouldBe("CERTIFICATE_ALREADY_BOUND");
        (await BindAsync(host, one, person)).Failure!.Code.ShouldBe("CERTIFICATE_ALREADY_BOUND");
        var unbound = await host.SendAs(
            Given.Administrator,
            new UnbindCertificate(one, IdOf(first), ExpectedVersion: 1)
        );

        unbound.IsFailure.ShouldBeFalse();
        (await BindAsync(host, another, person)).IsFailure.ShouldBeFalse();
        (
            await host.SendAs(Given.Administrator, new UnbindCertificate(one, IdOf(first), ExpectedVersion: 2))
        ).Failure!.Code.ShouldBe("ILLEGAL_TRANSITION");
    }

    [Theory]
    [EveryDatabase]
    public async Task Bind_WhenTwoBindItAtOnce_ThenOneIsTold(DatabaseKind kind)
    {
        await using var host = await ModuleHost.StartAsync(kind, ServiceUnderTest.Modules);
        var (one, another) = (await AccountAsync(host), await AccountAsync(host, serial: 2));
        var person = await (await Authorities.OfAsync(TestKey.EcdsaP256)).IssueAsync();

        var outcomes = await Task.WhenAll(BindAsync(host, one, person), BindAsync(host, another, person));

        outcomes.Count(outcome => outcome.IsFailure).ShouldBe(1);
        (await BoundAsync(host)).ShouldBe(1);
    }

    [Theory]
    [EveryDatabase]
    public async Task CloseAccount_WhenCertificatesAreBound_ThenAllAreUnbound(DatabaseKind kind)
    {
        await using var host = await ModuleHost.StartAsync(kind, ServiceUnderTest.Modules);
        var account = await AccountAsync(host);
        var authority = await Authorities.OfAsync(TestKey.EcdsaP256);
        await BindAsync(host, account, await authority.IssueAsync());
        await BindAsync(host, account, await authority.IssueAsync());
        (await BoundAsync(host)).ShouldBe(2);

        await host.SendAs(Given.Administrator, new CloseAccount(account, ExpectedVersion: 1));

        (await BoundAsync(host)).ShouldBe(0);
        (await BindAsync(host, account, await authority.IssueAsync())).Failure!.Code.ShouldBe("ACCOUNT_CLOSED");
    }

    [Theory]
    [InlineData(TestKey.Sm2)]
    [InlineData(TestKey.EcdsaP256, "keyUsage=keyEncipherment")]
    [InlineData(TestKey.EcdsaP256, "extendedKeyUsage=serverAuth")]
    public async Task Bind_WhenASystemCannotSpeakTlsWithIt_ThenRefused(TestKey key, params string[] extensions)
    {
        await using var host = await ModuleHost.StartAsync(DatabaseKind.Sqlite, ServiceUnderTest.Modules);
        var unit = new UnitId((await host.SendAs(Given.Administrator, Given.Unit())).Value.Id);
        var system = new AccountId((await host.SendAs(Given.Administrator, Given.PartnerSystem(unit))).Value.Id);
        var authority = await Authorities.OfAsync(key);
        var unfit = await authority.IssueAsync(extensions is [] ? new() : new() { Extensions = extensions });

        (await BindAsync(host, system, unfit)).Failure!.Code.ShouldBe("CERTIFICATE_NOT_FOR_TLS");
        var fit = await (await Authorities.OfAsync(TestKey.EcdsaP256)).IssueAsync();
        (await BindAsync(host, system, fit)).IsFailure.ShouldBeFalse();
    }

    [Fact]
    public async Task Bind_WhenItHasRunOut_ThenRefused()
    {
        await using var host = await ModuleHost.StartAsync(DatabaseKind.Sqlite, ServiceUnderTest.Modules);
        var person = await (await Authorities.OfAsync(TestKey.EcdsaP256)).IssueAsync(
            new() { NotAfter = ModuleHost.Start.AddSeconds(-1) }
        );

        (await BindAsync(host, await AccountAsync(host), person)).Failure!.Code.ShouldBe("CERTIFICATE_EXPIRED");
    }

    [Theory]
    [InlineData("nonsense", "CERTIFICATE_UNREADABLE")]
    [InlineData("-----BEGIN CERTIFICATE-----\nMAMCAQE=\n-----END CERTIFICATE-----", "CERTIFICATE_UNREADABLE")]
    [InlineData("", "INVALID_INPUT")]
    public async Task Bind_WhenItIsNoCertificate_ThenToldSo(string text, string code)
    {
        await using var host = await ModuleHost.StartAsync(DatabaseKind.Sqlite, ServiceUnderTest.Modules);
        var account = await AccountAsync(host);

        (await host.SendAs(Given.Administrator, new BindCertificate(account, text))).Failure!.Code.ShouldBe(code);
    }

    [Fact]
    public async Task Bind_WhenItsKeyIsTooShort_ThenRefused()
    {
        await using var host = await ModuleHost.StartAsync(DatabaseKind.Sqlite, ServiceUnderTest.Modules);
        var person = await (await Authorities.OfAsync(TestKey.EcdsaP256)).IssueAsync(
            new() { Key = TestKey.RsaTooShort }
        );

        (await BindAsync(host, await AccountAsync(host), person)).Failure!.Code.ShouldBe("CERTIFICATE_ALGORITHM");
    }

    [Fact]
    public async Task Read_WhenSentAsDerInBase64_ThenTheSameCertificate()
    {
        var person = await (await Authorities.OfAsync(TestKey.Sm2)).IssueAsync();
        var der = Convert.ToBase64String(
            Authorities.Read(person).GetEncoded(),
            Base64FormattingOptions.InsertLineBreaks
        );
        var reader = new Infrastructure.Certificates.CertificateText();

        reader.Read(der).Value.ShouldBe(reader.Read(person.Chain).Value);
    }

    private static async Task<AccountId> AccountAsync(ModuleHost host, int serial = 1)
    {
        var unit = new UnitId((await host.SendAs(Given.Administrator, Given.Unit(serial))).Value.Id);
        return new((await host.SendAs(Given.Administrator, Given.Account(unit, $"officer-{serial}"))).Value.Id);
    }

    private static Task<Result<Receipt>> BindAsync(ModuleHost host, AccountId account, TestCertificate person) =>
        host.SendAs(Given.Administrator, new BindCertificate(account, person.Pem));

    private static AccountCertificateId IdOf(Result<Receipt> bound) => new(bound.Value.Id);

    private static Task<int> BoundAsync(ModuleHost host) =>
        host.InDatabaseAsync<SecurityDb, int>(database =>
            database.AccountCertificates.CountAsync(one => one.BoundIdentity != null, Cancellation)
        );
}
