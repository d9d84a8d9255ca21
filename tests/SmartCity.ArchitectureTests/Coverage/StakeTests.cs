using Microsoft.Extensions.DependencyInjection;
using SmartCity.Api;
using SmartCity.BuildingBlocks.Acts;

namespace SmartCity.ArchitectureTests.Coverage;

/// <summary>
/// Each command states its stake, and nobody changes by the way what is held back while the log has no witness: the two lists
/// are written down a second time here on purpose.
/// </summary>
public sealed class StakeTests
{
    private static readonly string[] Money =
    [
        "approval.approve-payment",
        "approval.arrange-fund",
        "approval.confirm-payment",
        "approval.instruct-payment",
        "approval.request-payment",
        "approval.resume-fund",
        "approval.return-payment",
        "approval.take-over-project",
        "approval.take-up-maintenance",
        "construction.award-bid",
        "construction.sign-contract",
        "construction.take-up-running-project",
        "operations.claim-compensation",
        "operations.impose-penalty",
        "operations.record-payment",
        "operations.request-maintenance",
    ];

    private static readonly string[] Rights =
    [
        "data-sharing.approve-grant",
        "data-sharing.publish-resource",
        "data-sharing.sign-agreement",
        "regulation.decide-on-controls",
        "regulation.enact-amendment",
        "regulation.enact-interpretation",
        "security.appoint-to-post",
        "security.bind-certificate",
        "security.confine-to-bound-tokens",
        "security.confirm-account",
        "security.erase-content",
        "security.merge-unit",
        "security.record-delegation",
        "security.register-account",
        "security.register-unit",
        "security.replace-client-keys",
        "security.take-second-factor-away",
    ];

    // Shared data is read under a grant by those who may, which those who oversee may not: no record of reading by its type.
    // And whoever may still read has to be able to sign in.
    private static readonly string[] ToRead =
    [
        "data-sharing.begin-retrieval",
        "data-sharing.complete-retrieval",
        "security.sign-in-with-certificate",
    ];

    [Fact]
    public async Task EveryCommand_WhenLookedThrough_ThenStatesItsStake()
    {
        await using var service = EndpointsOfTheService.Build();
        var stated = service
            .Services.GetServices<AuthorityTable>()
            .SelectMany(table => table.Authorities)
            .Where(authority => authority.Request.IsAssignableTo(typeof(ICommand)))
            .ToList();
        var commands = ModuleList
            .All.SelectMany(module => module.GetType().Assembly.GetTypes())
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(ICommand)));

        commands.Except(stated.Select(authority => authority.Request)).ShouldBeEmpty();
        stated.ShouldAllBe(authority => Enum.IsDefined(authority.Stake));
        Of(Stake.Money).ShouldBe(Money);
        Of(Stake.Rights).ShouldBe(Rights);
        stated
            .Where(authority => authority.Stake == Stake.Reading)
            .Where(authority =>
                !authority.Request.IsAssignableTo(typeof(IRecordsReading))
                && !authority.Request.IsAssignableTo(typeof(IKeepsOwnSignIn))
            )
            .Select(authority => authority.Name)
            .Order(StringComparer.Ordinal)
            .ShouldBe(ToRead);

        IEnumerable<string> Of(Stake stake) =>
            stated
                .Where(authority => authority.Stake == stake)
                .Select(authority => authority.Name)
                .Order(StringComparer.Ordinal);
    }
}
