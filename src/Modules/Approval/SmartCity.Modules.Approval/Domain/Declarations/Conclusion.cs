using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Domain.Declarations;

/// <summary>The person who decides for an authority, with what Security says of the account (article 5).</summary>
/// <param name="IsCompetent">Whether the account is of the authority that decides.</param>
internal sealed record DecisionMaker(
    AccountId Account,
    string Name,
    UnitId Unit,
    bool IsCompetent,
    bool IsNaturalPerson,
    bool IsActive
)
{
    /// <summary>The units whose business his unit has taken over.</summary>
    public IReadOnlyList<UnitId> Predecessors { get; init; } = [];
}

/// <summary>What a conclusion says.</summary>
/// <param name="ReviewedBudget">The ceiling of all that follows; zero where a revision is required.</param>
internal sealed record ConclusionText(
    bool Passed,
    Money ReviewedBudget,
    string Summary,
    string? RequiredChanges,
    string DocumentNumber,
    DateOnly DecidedOn
);

/// <summary>The conclusion of a round; written once.</summary>
internal sealed class Conclusion
{
    private Conclusion() { }

    public AccountId DecisionMaker { get; private init; }

    public string DecisionMakerName { get; private init; } = "";

    public bool Passed { get; private init; }

    public Money ReviewedBudget { get; private init; }

    public string Summary { get; private init; } = "";

    public string? RequiredChanges { get; private init; }

    public string DocumentNumber { get; private init; } = "";

    public DateOnly DecidedOn { get; private init; }

    public AccountId RecordedBy { get; private init; }

    public DateOnly RecordedOn { get; private init; }

    public static Conclusion Draw(DecisionMaker maker, ConclusionText text, AccountId by, DateOnly on) =>
        new()
        {
            DecisionMaker = maker.Account,
            DecisionMakerName = maker.Name,
            Passed = text.Passed,
            ReviewedBudget = text.ReviewedBudget,
            Summary = text.Summary,
            RequiredChanges = text.RequiredChanges,
            DocumentNumber = text.DocumentNumber,
            DecidedOn = text.DecidedOn,
            RecordedBy = by,
            RecordedOn = on,
        };
}
