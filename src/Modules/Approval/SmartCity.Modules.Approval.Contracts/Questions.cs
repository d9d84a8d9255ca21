using MediatR;

namespace SmartCity.Modules.Approval.Contracts;

/// <summary>What another module may know of a declared project today.</summary>
/// <param name="Number">申报编号</param>
/// <param name="Kind">One of the eight kinds of article 3.</param>
/// <param name="IsService">True for consulting, maintenance and outsourcing, where trial, assets and warranty do not apply (INT-25).</param>
/// <param name="ReviewPassed">True once its review passed, and for ever after unless it was cancelled.</param>
/// <param name="IsCancelled">Withdrawn; nothing further is done for it.</param>
/// <param name="ReviewedBudgetFen">Fen; 0 until the review passed.</param>
/// <param name="TotalInvestmentFen">Fen, as declared.</param>
/// <param name="FiscalShareFen">Fen: all that the units do not raise themselves.</param>
/// <param name="ArrangedFen">Fen that finance has arranged so far.</param>
/// <param name="PlannedFinish">The end that the declaration plans.</param>
public sealed record ProjectProfile(
    DeclarationId Declaration,
    string Number,
    string ProjectName,
    string Kind,
    bool IsService,
    Guid LeadUnit,
    IReadOnlyList<Guid> ParticipatingUnits,
    bool ReviewPassed,
    bool IsCancelled,
    long ReviewedBudgetFen,
    long TotalInvestmentFen,
    long FiscalShareFen,
    long ArrangedFen,
    DateOnly? PlannedFinish
)
{
    /// <summary>The day on which the passing conclusion was decided; null until the review passed.</summary>
    public DateOnly? ReviewPassedOn { get; init; }
}

/// <summary>A document from before a take-over.</summary>
public sealed record EarlierPaper(string Number, DateOnly Date, string Issuer);

/// <summary>What another module may know of a project that was taken over in mid-life.</summary>
/// <param name="OfficeNumber">The office's own number of the project.</param>
/// <param name="Stage">FundArranged, Contracted, UnderConstruction, Built, InTrialRun or Accepted.</param>
/// <param name="BasisDocumentNumber">The number of the office's decision.</param>
/// <param name="TakenOverBy">The account that entered it.</param>
/// <param name="SystemTest">The report of the passed system test, where it is told.</param>
/// <param name="TrialStartedOn">The first day of the trial run that is going on.</param>
/// <param name="AcceptedOn">The day on which the acceptance passed.</param>
public sealed record TakeOverProfile(
    DeclarationId Declaration,
    string OfficeNumber,
    string Stage,
    DateOnly TakenOverOn,
    string BasisDocumentNumber,
    Guid TakenOverBy,
    EarlierPaper? SystemTest,
    EarlierPaper? TrialPermit,
    DateOnly? TrialStartedOn,
    DateOnly? TrialPermitEndsBy,
    EarlierPaper? AcceptanceConclusion,
    DateOnly? AcceptedOn
);

/// <summary>Asks how a project was taken over; null for one that went all its way here.</summary>
public sealed record TakeOverOf(DeclarationId Declaration) : IRequest<TakeOverProfile?>;

/// <summary>Asks what project this is; null where there is none.</summary>
public sealed record ProjectOf(DeclarationId Declaration) : IRequest<ProjectProfile?>;
