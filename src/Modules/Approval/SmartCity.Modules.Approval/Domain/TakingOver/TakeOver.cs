using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Domain.TakingOver;

/// <summary>
/// That a running project was entered in mid-life, with what the office told of it and the rules of earlier gates that
/// nobody judged here; written once.
/// </summary>
internal sealed class TakeOver
{
    private TakeOver() { }

    /// <summary>Together with the office's number it names a running project once.</summary>
    public UnitId LeadUnit { get; private init; }

    public string OfficeNumber { get; private init; } = "";

    public TakeOverStage Stage { get; private init; }

    public DateOnly TakenOverOn { get; private init; }

    public AccountId TakenOverBy { get; private init; }

    public string BasisDocumentNumber { get; private init; } = "";

    public Money ReviewedBudget { get; private init; }

    public Money Reported { get; private init; }

    public Money Arranged { get; private init; }

    public Money Paid { get; private init; }

    /// <summary>All that the office told, as it told it.</summary>
    public RunningProject Project { get; private init; } = null!;

    /// <summary>The rules of the gates that lie before the stage.</summary>
    public IReadOnlyList<UnjudgedRule> NotJudged { get; private init; } = [];

    /// <summary>The day of the passing conclusion, by its document.</summary>
    public DateOnly ReviewPassedOn => Project.Document(EarlierDocumentKind.ReviewConclusion)!.Date;

    public Money RetentionPaid => Project.Contract?.RetentionPaid ?? Money.Zero;

    public static TakeOver Of(
        RunningProject project,
        UnitId leadUnit,
        IReadOnlyList<UnjudgedRule> notJudged,
        AccountId by
    ) =>
        new()
        {
            LeadUnit = leadUnit,
            OfficeNumber = project.OfficeNumber,
            Stage = project.Stage,
            TakenOverOn = project.TakenOverOn,
            TakenOverBy = by,
            BasisDocumentNumber = project.BasisDocumentNumber!,
            ReviewedBudget = project.ReviewedBudget,
            Reported = project.Reported,
            Arranged = project.ArrangedInSum(),
            Paid = project.PaidInSum(),
            Project = project,
            NotJudged = notJudged,
        };
}
