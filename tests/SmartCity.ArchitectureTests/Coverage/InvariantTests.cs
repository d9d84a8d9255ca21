using SmartCity.Api;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.Regulation.Rules;

namespace SmartCity.ArchitectureTests.Coverage;

/// <summary>What cannot be refused because no command does it. The words are those of the authority tables.</summary>
public sealed class InvariantTests
{
    private static readonly string[] WordsOfChange =
    [
        "revise",
        "edit",
        "amend",
        "correct",
        "change",
        "delete",
        "remove",
        "set",
        "update",
    ];

    private static readonly List<Authority> Commands =
    [
        .. ModuleList
            .All.SelectMany(module => module.GetType().Assembly.GetTypes())
            .Where(type => type.IsAssignableTo(typeof(AuthorityTable)) && !type.IsAbstract)
            .SelectMany(table => ((AuthorityTable)Activator.CreateInstance(table, nonPublic: true)!).Authorities)
            .Where(authority => authority.Request.IsAssignableTo(typeof(ICommand))),
    ];

    internal static IReadOnlyList<string> Codes { get; } =
    [
        "RULE_WITHOUT_BASIS",
        "FILING_IS_NOT_APPROVAL",
        "CONSULTATION_REQUIRED",
        "PROVIDER_NO_VETO",
        "AUDIT_IMMUTABLE",
        "OWNERSHIP_DERIVED",
        "RECORD_IMMUTABLE",
        "NOT_ISSUING_AUTHORITY",
    ];

    // RULE_WITHOUT_BASIS
    [Fact]
    public void Rules_WhenDeclared_ThenEachRestsOnAnArticleAndOnWords() =>
        new RuleRegister(ModuleList.All)
            .Rules.Where(one => one.Rule.Article is < 1 or > 44 || one.Rule.Basis.Quote.Length == 0)
            .Select(one => one.Rule.Code)
            .ShouldBeEmpty();

    // FILING_IS_NOT_APPROVAL (article 12, INT-18)
    [Fact]
    public void Filing_WhenActedOn_ThenIsSubmittedFiledOrReturnedAndNeverApprovedOrRejected()
    {
        var filing = Named("construction.", "filing", "file-");

        filing.ShouldNotBeEmpty();
        filing.ShouldAllBe(name =>
            !name.Contains("approve", StringComparison.Ordinal)
            && !name.Contains("reject", StringComparison.Ordinal)
            && !name.Contains("refuse", StringComparison.Ordinal)
            && !name.Contains("decline", StringComparison.Ordinal)
        );
    }

    // CONSULTATION_REQUIRED (article 18, INT-07): the bureau approves or opens a consultation. It refuses as a provider only,
    // of its own data.
    [Fact]
    public void Grant_WhenTheBureauActsAlone_ThenItCannotRefuse()
    {
        var bureau = RolesOf("data-sharing.open-consultation");
        var alone = Commands.Where(one => one.Roles.Count > 0 && one.Roles.All(bureau.Contains)).ToList();

        alone.ShouldNotBeEmpty();
        alone.ShouldAllBe(one => !one.Name.Contains("refuse", StringComparison.Ordinal));
    }

    // PROVIDER_NO_VETO (article 18, INT-07): what the bureau approved, the provider cannot take back.
    [Fact]
    public void Grant_WhenApproved_ThenOnlyTheBureauHasACommandOnIt()
    {
        var bureau = RolesOf("data-sharing.approve-grant");
        var onGrants = Commands.Where(one =>
            one.Name.StartsWith("data-sharing.", StringComparison.Ordinal)
            && one.Name.EndsWith("-grant", StringComparison.Ordinal)
            && one.Name is not ("data-sharing.request-grant" or "data-sharing.refuse-grant")
        );

        onGrants.ShouldNotBeEmpty();
        onGrants.ShouldAllBe(one => one.Roles.All(bureau.Contains));
    }

    // AUDIT_IMMUTABLE (article 32)
    [Fact]
    public void AuditEntries_WhenCommandsAreLookedThrough_ThenNoneTouchesThem() => Named("", "audit").ShouldBeEmpty();

    // OWNERSHIP_DERIVED (article 39, INT-17)
    [Fact]
    public void Ownership_WhenCommandsAreLookedThrough_ThenNoneCarriesIt() =>
        Commands
            .Where(one => one.Name.StartsWith("assets.", StringComparison.Ordinal))
            .SelectMany(one => one.Request.GetProperties().Select(property => $"{one.Name} {property.Name}"))
            .Where(member => member.Contains("Owner", StringComparison.Ordinal))
            .ShouldBeEmpty();

    // RECORD_IMMUTABLE (article 40)
    [Fact]
    public void Cards_WhenPosted_ThenNoCommandEditsThem()
    {
        var onCards = Named("assets.", "card");

        onCards.ShouldNotBeEmpty();
        onCards.Where(name => name.Split('.', '-').Intersect(WordsOfChange).Any()).ShouldBeEmpty();
    }

    // NOT_ISSUING_AUTHORITY (article 43, INT-16): the office recommends, and records what the issuer answered.
    [Fact]
    public void Certificates_WhenAContractorIsInTheWrong_ThenNoCommandOfTheCaseTouchesThem() =>
        Named("operations.", "certificate", "qualification").ShouldBeEmpty();

    private static IReadOnlyCollection<string> RolesOf(string command) =>
        Commands.Single(one => one.Name == command).Roles;

    private static List<string> Named(string module, params string[] words) =>
        [
            .. Commands
                .Select(one => one.Name)
                .Where(name =>
                    name.StartsWith(module, StringComparison.Ordinal)
                    && words.Any(word => name.Contains(word, StringComparison.Ordinal))
                ),
        ];
}
