using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Modules.Security.Application.Certificates;
using SmartCity.Modules.Security.Domain.Certificates;
using SmartCity.Modules.Security.Infrastructure;
using SmartCity.Modules.Security.Infrastructure.Certificates;
using SmartCity.Testing;

namespace SmartCity.Modules.Security.Tests.Certificates;

public sealed class ChallengeTests
{
    private const string Service = "https://smartcity.example/";

    private readonly EphemeralDataProtectionProvider keys = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Spend_WhenAnsweredTwice_ThenItCountsOnceAtWhicheverInstance(DatabaseKind kind)
    {
        await using var host = await StartAsync(kind);
        await using var other = host.AnotherInstance();
        var challenge = await IssueAsync(host);

        var first = await SpendAsync(other, challenge.Token);
        var second = await SpendAsync(host, challenge.Token);
        var third = await SpendAsync(other, challenge.Token);

        first.ShouldBe(new(challenge.Text, FailedCheck: null));
        second.FailedCheck.ShouldBe(CertificateCheck.ChallengeUnused);
        third.FailedCheck.ShouldBe(CertificateCheck.ChallengeUnused);
    }

    [Theory]
    [EveryDatabase]
    public async Task Spend_WhenAnsweredManyTimesAtOnce_ThenItCountsOnce(DatabaseKind kind)
    {
        await using var host = await StartAsync(kind);
        await using var other = host.AnotherInstance();
        var challenge = await IssueAsync(host);

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(number => SpendAsync(number % 2 == 0 ? host : other, challenge.Token))
        );

        answers.Count(answer => answer.FailedCheck is null).ShouldBe(1);
        answers.Count(answer => answer.FailedCheck == CertificateCheck.ChallengeUnused).ShouldBe(7);
    }

    [Fact]
    public async Task Spend_WhenAMinuteHasPassed_ThenItsLastInstantCountsAndTheNextDoesNot()
    {
        await using var host = await StartAsync(DatabaseKind.Sqlite);
        var (last, next) = (await IssueAsync(host), await IssueAsync(host));

        host.Time.Advance(TimeSpan.FromSeconds(60));
        var atTheMinute = await SpendAsync(host, last.Token);
        host.Time.Advance(TimeSpan.FromTicks(1));
        var after = await SpendAsync(host, next.Token);

        atTheMinute.FailedCheck.ShouldBeNull();
        after.FailedCheck.ShouldBe(CertificateCheck.ChallengeInTime);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Spend_WhenItIsNoneOfOurs_ThenToldSo(string token)
    {
        await using var host = await StartAsync(DatabaseKind.Sqlite);

        (await SpendAsync(host, token)).ShouldBe(new(Text: null, CertificateCheck.Challenge));
    }

    [Fact]
    public async Task Issue_WhenAskedForMany_ThenEachIsAnotherLineAndNothingIsStored()
    {
        await using var host = await StartAsync(DatabaseKind.Sqlite);
        var texts = new HashSet<string>();
        for (var number = 1; number <= 20; number++)
        {
            texts.Add((await IssueAsync(host)).Text);
        }

        texts.Count.ShouldBe(20);
        texts.ShouldAllBe(text =>
            text.StartsWith(
                $"SmartCity sign-in with a certificate v1; service={Service}; issued=2026-03-02T01:00:00",
                StringComparison.Ordinal
            ) && text.All(character => character >= ' ' && character <= '~')
        );
        (await AnsweredAsync(host)).ShouldBe(0);
    }

    private async Task<ModuleHost> StartAsync(DatabaseKind kind) =>
        await ModuleHost.StartAsync(
            kind,
            ServiceUnderTest.Modules,
            services => services.AddSingleton<IDataProtectionProvider>(keys)
        );

    private static async Task<IssuedChallenge> IssueAsync(ModuleHost host)
    {
        await using var scope = host.ScopeOf(Actor.Module("Security"));
        return scope.ServiceProvider.GetRequiredService<IChallenges>().Issue(Service);
    }

    private static async Task<SpentChallenge> SpendAsync(ModuleHost host, string token)
    {
        await using var scope = host.ScopeOf(Actor.Module("Security"));
        return await scope
            .ServiceProvider.GetRequiredService<IChallenges>()
            .SpendAsync(token, host.Time.GetUtcNow(), Cancellation);
    }

    private static Task<int> AnsweredAsync(ModuleHost host) =>
        host.InDatabaseAsync<SecurityDb, int>(database => Task.FromResult(database.Set<AnsweredChallenge>().Count()));
}
