using System.ComponentModel;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Acceptance.Domain.Acceptances;

/// <summary>One standard or document that the acceptance rests on, with where its evidence is found.</summary>
internal sealed record AcceptanceBasis(
    [property: Description("依据类别")] AcceptanceBasisKind Kind,
    [property: Description("标准号或文件编号")] string Number,
    [property: Description("名称")] string Title,
    [property: Description("符合性证据所在")] string Evidence
);

/// <summary>An expert as the office names him, with what Security says of his account.</summary>
internal sealed record NamedExpert(
    AccountId Account,
    string Name,
    UnitId Employer,
    bool IsExpert,
    bool IsNaturalPerson,
    bool IsActive
)
{
    /// <summary>The units whose business his unit has taken over.</summary>
    public IReadOnlyList<UnitId> Predecessors { get; init; } = [];
}

/// <summary>A unit concerned that sits on the panel.</summary>
internal sealed record NamedDepartment(UnitId Unit, string Name)
{
    /// <summary>The units whose business its unit has taken over.</summary>
    public IReadOnlyList<UnitId> Predecessors { get; init; } = [];
}

/// <summary>The panel that the office forms for a round.</summary>
internal sealed record NamedPanel(
    DateOnly HeldOn,
    string Place,
    IReadOnlyList<NamedExpert> Experts,
    IReadOnlyList<NamedDepartment> Departments
);

/// <summary>The person who decides for the office, with what Security says of the account.</summary>
internal sealed record DecisionMaker(
    AccountId Account,
    string Name,
    UnitId Unit,
    bool IsOfTheOffice,
    bool IsNaturalPerson,
    bool IsActive
)
{
    /// <summary>The units whose business his unit has taken over.</summary>
    public IReadOnlyList<UnitId> Predecessors { get; init; } = [];
}

/// <summary>What the conclusion of an acceptance says.</summary>
internal sealed record ConclusionText(
    [property: Description("是否合格")] bool Passed,
    [property: Description("结论文号")] string DocumentNumber,
    [property: Description("决定日期")] DateOnly DecidedOn,
    [property: Description("验收意见")] string Opinion,
    [property: Description("存在的问题；不合格的至少一项")] IReadOnlyList<string> Defects
);

/// <summary>One application for acceptance with its panel, its verdict, and what was rectified after it.</summary>
internal sealed class AcceptanceRound
{
    private readonly List<PanelExpert> experts = [];
    private readonly List<PanelDepartment> departments = [];

    private AcceptanceRound() { }

    /// <summary>1 for the first application.</summary>
    public int Number { get; private init; }

    public DateOnly AppliedOn { get; private init; }

    public AccountId AppliedBy { get; private init; }

    public IReadOnlyList<AcceptanceBasis> Basis { get; private init; } = [];

    public DateOnly? HeldOn { get; private set; }

    public string? Place { get; private set; }

    public IReadOnlyList<PanelExpert> Experts => experts;

    public IReadOnlyList<PanelDepartment> Departments => departments;

    public AcceptanceConclusion? Conclusion { get; private set; }

    public string? RevokedBecause { get; private set; }

    public DateOnly? RevokedOn { get; private set; }

    public Rectification? Rectification { get; private set; }

    /// <summary>A revoked verdict is none.</summary>
    public AcceptanceVerdict Verdict =>
        Conclusion is null || RevokedOn is not null ? AcceptanceVerdict.None
        : Conclusion.Passed ? AcceptanceVerdict.Passed
        : AcceptanceVerdict.Failed;

    public static AcceptanceRound Apply(int number, IReadOnlyList<AcceptanceBasis> basis, AccountId by, DateOnly on) =>
        new()
        {
            Number = number,
            Basis = basis,
            AppliedBy = by,
            AppliedOn = on,
        };

    /// <summary>The round that had passed when the project was taken over; who sat on its panel is in its papers.</summary>
    public static AcceptanceRound BeforeTakeOver(EarlierAcceptance accepted, AccountId by) =>
        new()
        {
            Number = 1,
            AppliedBy = by,
            AppliedOn = accepted.PassedOn,
            Conclusion = AcceptanceConclusion.BeforeTakeOver(accepted, by),
        };

    internal void Seat(NamedPanel panel)
    {
        (HeldOn, Place) = (panel.HeldOn, panel.Place);
        experts.AddRange(panel.Experts.Select(PanelExpert.Of));
        departments.AddRange(panel.Departments.Select(PanelDepartment.Of));
    }

    internal void Conclude(AcceptanceConclusion conclusion) => Conclusion = conclusion;

    internal void Revoke(string reason, DateOnly on) => (RevokedBecause, RevokedOn) = (reason, on);

    internal void Rectify(Rectification rectification) => Rectification = rectification;
}

/// <summary>An expert on the panel.</summary>
internal sealed class PanelExpert
{
    private PanelExpert() { }

    public AccountId Account { get; private init; }

    public string Name { get; private init; } = "";

    public UnitId Employer { get; private init; }

    public static PanelExpert Of(NamedExpert expert) =>
        new()
        {
            Account = expert.Account,
            Name = expert.Name,
            Employer = expert.Employer,
        };
}

/// <summary>A unit concerned on the panel.</summary>
internal sealed class PanelDepartment
{
    private PanelDepartment() { }

    public UnitId Unit { get; private init; }

    public string Name { get; private init; } = "";

    public static PanelDepartment Of(NamedDepartment department) =>
        new() { Unit = department.Unit, Name = department.Name };
}

/// <summary>The verdict of a round; written once.</summary>
internal sealed class AcceptanceConclusion
{
    private AcceptanceConclusion() { }

    public bool Passed { get; private init; }

    public string DocumentNumber { get; private init; } = "";

    public DateOnly DecidedOn { get; private init; }

    /// <summary>Null where it was concluded before a take-over; its name is then that of the issuer.</summary>
    public AccountId? DecisionMaker { get; private init; }

    public string DecisionMakerName { get; private init; } = "";

    public string Opinion { get; private init; } = "";

    public IReadOnlyList<string> Defects { get; private init; } = [];

    public AccountId RecordedBy { get; private init; }

    public static AcceptanceConclusion Draw(ConclusionText text, DecisionMaker maker, AccountId by) =>
        new()
        {
            Passed = text.Passed,
            DocumentNumber = text.DocumentNumber,
            DecidedOn = text.DecidedOn,
            DecisionMaker = maker.Account,
            DecisionMakerName = maker.Name,
            Opinion = text.Opinion,
            Defects = text.Defects,
            RecordedBy = by,
        };

    public static AcceptanceConclusion BeforeTakeOver(EarlierAcceptance accepted, AccountId by) =>
        new()
        {
            Passed = true,
            DocumentNumber = accepted.DocumentNumber,
            DecidedOn = accepted.PassedOn,
            DecisionMakerName = accepted.Issuer,
            RecordedBy = by,
        };
}

/// <summary>What is put right after a failed or revoked acceptance.</summary>
internal sealed class Rectification
{
    private Rectification() { }

    public DateOnly StartedOn { get; private init; }

    /// <summary>What the lead unit means to do; null where a revocation began it.</summary>
    public string? Plan { get; private init; }

    public DateOnly? RectifiedOn { get; private set; }

    public string? Report { get; private set; }

    public static Rectification Begin(DateOnly on, string? plan) => new() { StartedOn = on, Plan = plan };

    internal void ReportDone(DateOnly on, string report) => (RectifiedOn, Report) = (on, report);
}

/// <summary>What a security evaluation found.</summary>
internal sealed record SecurityEvaluationText(
    [property: Description("是否合格")] bool Passed,
    [property: Description("评测机构")] string Evaluator,
    [property: Description("评测认证文书编号")] string CertificateNumber,
    [property: Description("评测日期")] DateOnly EvaluatedOn
);

/// <summary>One security evaluation; the last one counts.</summary>
internal sealed class SecurityEvaluation
{
    private SecurityEvaluation() { }

    public int Number { get; private init; }

    public bool Passed { get; private init; }

    public string Evaluator { get; private init; } = "";

    public string CertificateNumber { get; private init; } = "";

    public DateOnly EvaluatedOn { get; private init; }

    public AccountId RecordedBy { get; private init; }

    public static SecurityEvaluation Of(int number, SecurityEvaluationText text, AccountId by) =>
        new()
        {
            Number = number,
            Passed = text.Passed,
            Evaluator = text.Evaluator,
            CertificateNumber = text.CertificateNumber,
            EvaluatedOn = text.EvaluatedOn,
            RecordedBy = by,
        };
}
