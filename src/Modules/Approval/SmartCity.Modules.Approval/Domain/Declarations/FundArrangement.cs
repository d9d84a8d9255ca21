using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Domain.Declarations;

/// <summary>What of one kind of money finance arranges for one year.</summary>
internal sealed record ArrangedAmount(FundingKind Kind, int Year, Money Amount);

/// <summary>What the arrangement of finance says.</summary>
internal sealed record FundArrangementText(
    string DocumentNumber,
    DateOnly ArrangedOn,
    IReadOnlyList<ArrangedAmount> Lines
)
{
    public Money Amount => Lines.Select(line => line.Amount).Sum();
}

/// <summary>One arrangement of money by finance (article 6); never changed, a further one stands beside it.</summary>
internal sealed class FundArrangement
{
    private readonly List<FundArrangementLine> lines = [];

    private FundArrangement() { }

    public int Number { get; private init; }

    public string DocumentNumber { get; private init; } = "";

    public DateOnly ArrangedOn { get; private init; }

    public AccountId DecisionMaker { get; private init; }

    public string DecisionMakerName { get; private init; } = "";

    public Money Amount { get; private init; }

    public AccountId RecordedBy { get; private init; }

    public IReadOnlyList<FundArrangementLine> Lines => lines;

    public static FundArrangement Make(int number, FundArrangementText text, DecisionMaker maker, AccountId by)
    {
        var arrangement = new FundArrangement
        {
            Number = number,
            DocumentNumber = text.DocumentNumber,
            ArrangedOn = text.ArrangedOn,
            DecisionMaker = maker.Account,
            DecisionMakerName = maker.Name,
            Amount = text.Amount,
            RecordedBy = by,
        };
        arrangement.lines.AddRange(text.Lines.Select((line, index) => FundArrangementLine.Of(index + 1, line)));
        return arrangement;
    }
}

internal sealed class FundArrangementLine
{
    private FundArrangementLine() { }

    public int Line { get; private init; }

    public FundingKind Kind { get; private init; }

    public int Year { get; private init; }

    public Money Amount { get; private init; }

    public static FundArrangementLine Of(int line, ArrangedAmount arranged) =>
        new()
        {
            Line = line,
            Kind = arranged.Kind,
            Year = arranged.Year,
            Amount = arranged.Amount,
        };
}

/// <summary>A time in which nothing is paid, with the reasons of its beginning and end.</summary>
internal sealed class FundSuspension
{
    private FundSuspension() { }

    public int Number { get; private init; }

    public string SuspendedBecause { get; private init; } = "";

    public DateOnly SuspendedOn { get; private init; }

    public AccountId SuspendedBy { get; private init; }

    public string? ResumedBecause { get; private set; }

    public DateOnly? ResumedOn { get; private set; }

    public AccountId? ResumedBy { get; private set; }

    public bool HasEnded => ResumedOn is not null;

    public static FundSuspension Begin(int number, string reason, AccountId by, DateOnly on) =>
        new()
        {
            Number = number,
            SuspendedBecause = reason,
            SuspendedOn = on,
            SuspendedBy = by,
        };

    internal void End(string reason, AccountId by, DateOnly on) =>
        (ResumedBecause, ResumedOn, ResumedBy) = (reason, on, by);
}
