using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Domain.Declarations;

/// <summary>One line of the arrangement that the office proposes to finance.</summary>
internal sealed record ProposedArrangement(FundingKind Kind, int Year, Money Amount);

/// <summary>What the letter to finance says.</summary>
internal sealed record FinanceReportText(
    string DocumentNumber,
    DateOnly ReportedOn,
    string Addressee,
    string Signatory,
    IReadOnlyList<ProposedArrangement> Proposed
)
{
    public Money Amount => Proposed.Select(line => line.Amount).Sum();
}

/// <summary>The report to finance (article 6): a separate, dated act with a document number.</summary>
internal sealed class FinanceReport
{
    private readonly List<FinanceReportLine> lines = [];

    private FinanceReport() { }

    public string DocumentNumber { get; private init; } = "";

    public DateOnly ReportedOn { get; private init; }

    public string Addressee { get; private init; } = "";

    public string Signatory { get; private init; } = "";

    /// <summary>The round on whose conclusion it rests.</summary>
    public int Round { get; private init; }

    public Money Amount { get; private init; }

    public AccountId ReportedBy { get; private init; }

    public IReadOnlyList<FinanceReportLine> Lines => lines;

    public static FinanceReport Make(FinanceReportText text, int round, AccountId by)
    {
        var report = new FinanceReport
        {
            DocumentNumber = text.DocumentNumber,
            ReportedOn = text.ReportedOn,
            Addressee = text.Addressee,
            Signatory = text.Signatory,
            Round = round,
            Amount = text.Amount,
            ReportedBy = by,
        };
        report.lines.AddRange(text.Proposed.Select((line, index) => FinanceReportLine.Of(index + 1, line)));
        return report;
    }
}

internal sealed class FinanceReportLine
{
    private FinanceReportLine() { }

    public int Line { get; private init; }

    public FundingKind Kind { get; private init; }

    public int Year { get; private init; }

    public Money Amount { get; private init; }

    public static FinanceReportLine Of(int line, ProposedArrangement proposed) =>
        new()
        {
            Line = line,
            Kind = proposed.Kind,
            Year = proposed.Year,
            Amount = proposed.Amount,
        };
}
