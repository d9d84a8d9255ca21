using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Audit;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Application.Accounts;
using SmartCity.Modules.Security.Application.Certificates;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Certificates;
using SmartCity.Modules.Security.Infrastructure;
using SmartCity.Modules.Security.Infrastructure.Certificates;
using SmartCity.Modules.Security.Infrastructure.Tokens;
using SmartCity.Testing;

namespace SmartCity.Modules.Security.Tests.Certificates;

/// <summary>What becomes of a finding; how it is found is tested beside, and all of it over HTTP end to end.</summary>
public sealed class SignInWithCertificateTests
{
    private readonly EphemeralDataProtectionProvider keys = new();
    private readonly SettledJudge judge = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task SignIn_WhenAllChecksWerePassed_ThenAcceptedInTheCertificatesOwnChain(DatabaseKind kind)
    {
        await using var host = await StartAsync(kind);
        var certificate = await BoundAsync(host, await AccountAsync(host));

        var signedIn = await SignInAsync(host);

        signedIn.Value.Id.ShouldBe(certificate);
        signedIn.Value.Version.ShouldBe(2);
        var entry = await LastEntryAsync(host);
        entry.ObjectType.ShouldBe("account-certificate");
        entry.ObjectId.ShouldBe(certificate.ToString());
        AuditContent.Of(entry).Outcome.ShouldBe(AuditOutcome.Accepted);
    }

    [Theory]
    [EveryDatabase]
    public async Task SignIn_WhenWrongPasswordsHaveLockedTheAccount_ThenRefusedUntilItIsOpenAgain(DatabaseKind kind)
    {
        await using var host = await StartAsync(kind);
        await BoundAsync(host, await AccountAsync(host));
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            await ProveWronglyAsync(host);
        }

        await ShouldBeRefusedAsync(host, CertificateCheck.NotLocked);
    }

    [Fact]
    public async Task SignIn_WhenNothingOrNoMoreIsBound_ThenRefused()
    {
        await using var host = await StartAsync(DatabaseKind.Sqlite);
        var account = await AccountAsync(host);
        await ShouldBeRefusedAsync(host, CertificateCheck.Bound);
        await BoundAsync(host, account);

        await host.SendAs(Given.Administrator, new CloseAccount(account, ExpectedVersion: 1));

        await ShouldBeRefusedAsync(host, CertificateCheck.Bound);
    }

    [Fact]
    public async Task SignIn_WhenItIsAPartnersSystems_ThenRefused()
    {
        await using var host = await StartAsync(DatabaseKind.Sqlite);
        var unit = new UnitId((await host.SendAs(Given.Administrator, Given.Unit())).Value.Id);
        var system = await host.SendAs(Given.Administrator, Given.PartnerSystem(unit));
        await BoundAsync(host, new(system.Value.Id));

        await ShouldBeRefusedAsync(host, CertificateCheck.Bound);
    }

    [Theory]
    [InlineData(CertificateCheck.Possession, "actor")]
    [InlineData(CertificateCheck.NotRevoked, "account-certificate")]
    public async Task SignIn_WhenACheckFails_ThenItsHolderIsLookedForOnlyBehindThePossession(
        object failed,
        string objectOfTheEntry
    )
    {
        await using var host = await StartAsync(DatabaseKind.Sqlite);
        await BoundAsync(host, await AccountAsync(host));
        judge.Failed = (CertificateCheck)failed;

        await ShouldBeRefusedAsync(host, (CertificateCheck)failed);

        (await LastEntryAsync(host)).ObjectType.ShouldBe(objectOfTheEntry);
    }

    [Theory]
    [EveryDatabase]
    public async Task Prune_WhenADayHasPassedSinceTheAnswer_ThenItGoes(DatabaseKind kind)
    {
        await using var host = await StartAsync(kind);
        await SignInAsync(host);
        host.Time.Advance(TimeSpan.FromHours(23));
        await PruneAsync(host);
        (await AnsweredAsync(host)).ShouldBe(1);

        host.Time.Advance(TimeSpan.FromHours(2));
        await PruneAsync(host);

        (await AnsweredAsync(host)).ShouldBe(0);
    }

    private Task<ModuleHost> StartAsync(DatabaseKind kind) =>
        ModuleHost.StartAsync(
            kind,
            ServiceUnderTest.Modules,
            services =>
            {
                services.AddSingleton<IDataProtectionProvider>(keys);
                services.AddSingleton<ICertificateJudge>(judge);
            }
        );

    private async Task<Guid> BoundAsync(ModuleHost host, AccountId account)
    {
        var person = await (await Authorities.OfAsync(TestKey.EcdsaP256)).IssueAsync();
        judge.Certificate = CertificateText.IdentityOf(Authorities.Read(person));
        return (await host.SendAs(Given.Administrator, new BindCertificate(account, person.Pem))).Value.Id;
    }

    private static async Task<AccountId> AccountAsync(ModuleHost host)
    {
        var unit = new UnitId((await host.SendAs(Given.Administrator, Given.Unit())).Value.Id);
        return new((await host.SendAs(Given.Administrator, Given.Account(unit))).Value.Id);
    }

    private static async Task<Result<Receipt>> SignInAsync(ModuleHost host)
    {
        await using var scope = host.ScopeOf(Actor.Module("Security"));
        var challenge = scope.ServiceProvider.GetRequiredService<IChallenges>().Issue("https://smartcity.example/");
        return await host.SendAs(
            Actor.Module("Security"),
            new SignInWithCertificate(challenge.Token, "chain", "signature")
        );
    }

    private static async Task ShouldBeRefusedAsync(ModuleHost host, CertificateCheck failed)
    {
        var refused = await SignInAsync(host);

        var violation = refused.Failure!.Violations.ShouldHaveSingleItem();
        violation.Code.ShouldBe("CERT_REJECTED");
        violation.Facts.GetProperty("failedCheck").GetString().ShouldBe(JsonWordOf(failed));
        AuditContent.Of(await LastEntryAsync(host)).Codes.ShouldBe(["CERT_REJECTED"]);
    }

    private static string JsonWordOf(CertificateCheck check) =>
        System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(check.ToString());

    private static async Task ProveWronglyAsync(ModuleHost host)
    {
        await using var scope = host.ScopeOf(Actor.Module("Security"));
        await scope
            .ServiceProvider.GetRequiredService<ICredentials>()
            .ProveAsync("unit.officer", new("wrong horse battery"), Cancellation);
    }

    private static async Task PruneAsync(ModuleHost host)
    {
        await using var scope = host.ScopeOf(Actor.Module("Security"));
        await scope.ServiceProvider.GetRequiredService<TokenPruningJob>().RunAsync(Cancellation);
    }

    private static Task<int> AnsweredAsync(ModuleHost host) =>
        host.InDatabaseAsync<SecurityDb, int>(database => database.Set<AnsweredChallenge>().CountAsync(Cancellation));

    private static Task<AuditEntry> LastEntryAsync(ModuleHost host) =>
        host.InDatabaseAsync<SecurityDb, AuditEntry>(async database =>
            (await database.AuditEntries.OrderBy(entry => entry.Id).ToListAsync(Cancellation)).Last(entry =>
                AuditContent.Of(entry).Command == "security.sign-in-with-certificate"
            )
        );

    /// <summary>Finds what the test says.</summary>
    private sealed class SettledJudge : ICertificateJudge
    {
        public CertificateCheck? Failed { get; set; }

        public CertificateIdentity? Certificate { get; set; }

        public bool IsOn => true;

        public Task<CertificateFinding> JudgeAsync(
            PresentedProof proof,
            string challenge,
            DateTimeOffset at,
            CancellationToken cancellationToken
        ) => Task.FromResult(new CertificateFinding(Failed, Certificate, Revocation: RevocationSource.Ocsp));
    }
}
