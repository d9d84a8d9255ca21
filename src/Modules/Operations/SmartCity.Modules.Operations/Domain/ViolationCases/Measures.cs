using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Operations.Domain.ViolationCases;

/// <summary>处罚 (article 42).</summary>
internal sealed class Penalty
{
    private Penalty() { }

    public string DocumentNumber { get; private init; } = "";

    public string Content { get; private init; } = "";

    /// <summary>Referred to discipline inspection, for the liability of head and staff.</summary>
    public bool IsReferredToDiscipline { get; private init; }

    public DateOnly ImposedOn { get; private init; }

    public AccountId ImposedBy { get; private init; }

    public static Penalty Of(string documentNumber, string content, bool refers, AccountId by, DateOnly on) =>
        new()
        {
            DocumentNumber = documentNumber,
            Content = content,
            IsReferredToDiscipline = refers,
            ImposedOn = on,
            ImposedBy = by,
        };
}

/// <summary>What a recommendation says.</summary>
internal sealed record RecommendationText(
    string DocumentNumber,
    string Issuer,
    string Certificate,
    RecommendedMeasure Measure
);

/// <summary>建议撤销或者降低资质 (article 43): the issuer alone decides (INT-16); its answer is kept.</summary>
internal sealed class Recommendation
{
    private Recommendation() { }

    public int Number { get; private init; }

    public string DocumentNumber { get; private init; } = "";

    public string Issuer { get; private init; } = "";

    public string Certificate { get; private init; } = "";

    public RecommendedMeasure Measure { get; private init; }

    public DateOnly RecommendedOn { get; private init; }

    public AccountId RecommendedBy { get; private init; }

    public IssuerDecision? Answer { get; private set; }

    public string? AnswerDocumentNumber { get; private set; }

    public string? AnswerText { get; private set; }

    public DateOnly? AnsweredOn { get; private set; }

    public static Recommendation Of(int number, RecommendationText text, AccountId by, DateOnly on) =>
        new()
        {
            Number = number,
            DocumentNumber = text.DocumentNumber,
            Issuer = text.Issuer,
            Certificate = text.Certificate,
            Measure = text.Measure,
            RecommendedOn = on,
            RecommendedBy = by,
        };

    public void Record(IssuerDecision decision, string documentNumber, string? text, DateOnly on) =>
        (Answer, AnswerDocumentNumber, AnswerText, AnsweredOn) = (decision, documentNumber, text, on);
}

/// <summary>A unit that owes compensation.</summary>
internal sealed record NamedDebtor(UnitId Unit, string Name, Money Amount);

/// <summary>要求赔偿 (article 43), against the units responsible and not the contractor alone.</summary>
internal sealed class CompensationClaim
{
    private readonly List<Debtor> debtors = [];

    private CompensationClaim() { }

    public string DocumentNumber { get; private init; } = "";

    public string Grounds { get; private init; } = "";

    public Money Amount { get; private init; }

    public DateOnly ClaimedOn { get; private init; }

    public AccountId ClaimedBy { get; private init; }

    public IReadOnlyList<Debtor> Debtors => debtors;

    public static CompensationClaim Of(
        string documentNumber,
        string grounds,
        IReadOnlyList<NamedDebtor> debtors,
        AccountId by,
        DateOnly on
    )
    {
        var claim = new CompensationClaim
        {
            DocumentNumber = documentNumber,
            Grounds = grounds,
            Amount = debtors.Select(debtor => debtor.Amount).Sum(),
            ClaimedOn = on,
            ClaimedBy = by,
        };
        claim.debtors.AddRange(debtors.Select(Debtor.Of));
        return claim;
    }
}

internal sealed class Debtor
{
    private Debtor() { }

    public UnitId Unit { get; private init; }

    public string Name { get; private init; } = "";

    public Money Amount { get; private init; }

    public static Debtor Of(NamedDebtor named) =>
        new()
        {
            Unit = named.Unit,
            Name = named.Name,
            Amount = named.Amount,
        };
}
