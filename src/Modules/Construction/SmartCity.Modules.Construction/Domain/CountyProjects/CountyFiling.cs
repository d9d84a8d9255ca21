using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Construction.Domain.CountyProjects;

/// <summary>The implementation plan as the county submits it to be filed.</summary>
internal sealed record CountyFilingText(string PlanTitle, string DocumentNumber, DateOnly SubmittedOn, string Summary);

/// <summary>
/// One submission of the implementation plan. Filing is not approval (INT-18): the office puts it on file under a receipt
/// number, or gives it back and says what is missing. What comes again is a new submission.
/// </summary>
internal sealed class CountyFiling
{
    private CountyFiling() { }

    /// <summary>From 1, in the order of submission.</summary>
    public int Number { get; private init; }

    public CountyFilingState State { get; private set; }

    public string PlanTitle { get; private init; } = "";

    public string DocumentNumber { get; private init; } = "";

    public DateOnly SubmittedOn { get; private init; }

    public string Summary { get; private init; } = "";

    public AccountId SubmittedBy { get; private init; }

    public string? ReceiptNumber { get; private set; }

    public string? Missing { get; private set; }

    /// <summary>The day on which the office filed it or gave it back.</summary>
    public DateOnly? HandledOn { get; private set; }

    public AccountId? HandledBy { get; private set; }

    public static CountyFiling Submit(int number, CountyFilingText text, AccountId by) =>
        new()
        {
            Number = number,
            State = CountyFilingState.Submitted,
            PlanTitle = text.PlanTitle,
            DocumentNumber = text.DocumentNumber,
            SubmittedOn = text.SubmittedOn,
            Summary = text.Summary,
            SubmittedBy = by,
        };

    public void File(string receiptNumber, DateOnly on, AccountId by) =>
        (State, ReceiptNumber, HandledOn, HandledBy) = (CountyFilingState.Filed, receiptNumber, on, by);

    public void ReturnIncomplete(string missing, DateOnly on, AccountId by) =>
        (State, Missing, HandledOn, HandledBy) = (CountyFilingState.ReturnedIncomplete, missing, on, by);
}
