using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Domain.Declarations;

/// <summary>How a review is held.</summary>
internal sealed record ReviewSitting(ReviewMethod Method, DateOnly HeldOn, string Place);

/// <summary>A member as the office names him, with what Security says of his account.</summary>
internal sealed record NamedExpert(
    AccountId Account,
    string Name,
    UnitId Employer,
    string EmployerName,
    string Specialty,
    string Title,
    bool IsExpert,
    bool IsNaturalPerson,
    bool IsActive
)
{
    /// <summary>The units whose business his unit has taken over.</summary>
    public IReadOnlyList<UnitId> Predecessors { get; init; } = [];
}

/// <summary>A department on the panel: article 6 has the experts meet together with those concerned.</summary>
internal sealed record NamedDepartment(UnitId Unit, string Name, string Representative);

/// <summary>One numbered review of one version; its votes count in no other (article 7).</summary>
internal sealed class ReviewRound
{
    private readonly List<PanelExpert> experts = [];
    private readonly List<PanelDepartment> departments = [];
    private readonly List<Opinion> opinions = [];

    private ReviewRound() { }

    public int Number { get; private init; }

    /// <summary>The version of the declaration that it reviews.</summary>
    public int VersionNumber { get; private init; }

    public DateOnly OpenedOn { get; private init; }

    public AccountId OpenedBy { get; private init; }

    public ReviewMethod Method { get; private init; }

    public DateOnly HeldOn { get; private init; }

    public string Place { get; private init; } = "";

    /// <summary>The expert who chairs.</summary>
    public AccountId Chair { get; private init; }

    public IReadOnlyList<PanelExpert> Experts => experts;

    public IReadOnlyList<PanelDepartment> Departments => departments;

    public IReadOnlyList<Opinion> Opinions => opinions;

    public Conclusion? Conclusion { get; private set; }

    public IEnumerable<ExpertComment> Comments => opinions.SelectMany(opinion => opinion.Comments);

    public static ReviewRound Open(
        int number,
        int version,
        ReviewSitting sitting,
        IEnumerable<NamedExpert> named,
        IEnumerable<NamedDepartment> concerned,
        AccountId chair,
        AccountId by,
        DateOnly on
    )
    {
        var round = new ReviewRound
        {
            Number = number,
            VersionNumber = version,
            OpenedOn = on,
            OpenedBy = by,
            Method = sitting.Method,
            HeldOn = sitting.HeldOn,
            Place = sitting.Place,
            Chair = chair,
        };
        round.experts.AddRange(named.Select(PanelExpert.Of));
        round.departments.AddRange(concerned.Select(PanelDepartment.Of));
        return round;
    }

    public bool SitsOn(AccountId expert) => experts.Exists(one => one.Account == expert);

    public Opinion? OpinionOf(AccountId expert) => opinions.Find(one => one.Expert == expert);

    internal void Receive(Opinion opinion) => opinions.Add(opinion);

    internal void Conclude(Conclusion conclusion) => Conclusion = conclusion;
}

/// <summary>An expert on the panel, as he was when it was formed.</summary>
internal sealed class PanelExpert
{
    private PanelExpert() { }

    public AccountId Account { get; private init; }

    public string Name { get; private init; } = "";

    public UnitId Employer { get; private init; }

    public string EmployerName { get; private init; } = "";

    public string Specialty { get; private init; } = "";

    /// <summary>Professional title and post.</summary>
    public string Title { get; private init; } = "";

    public static PanelExpert Of(NamedExpert expert) =>
        new()
        {
            Account = expert.Account,
            Name = expert.Name,
            Employer = expert.Employer,
            EmployerName = expert.EmployerName,
            Specialty = expert.Specialty,
            Title = expert.Title,
        };
}

/// <summary>A department on the panel.</summary>
internal sealed class PanelDepartment
{
    private PanelDepartment() { }

    public UnitId Unit { get; private init; }

    public string Name { get; private init; } = "";

    public string Representative { get; private init; } = "";

    /// <summary>What the department said, as the conclusion records it.</summary>
    public string? Statement { get; internal set; }

    public static PanelDepartment Of(NamedDepartment department) =>
        new()
        {
            Unit = department.Unit,
            Name = department.Name,
            Representative = department.Representative,
        };
}

/// <summary>What one expert says on each point and in sum.</summary>
internal sealed record OpinionText
{
    public required OpinionVerdict Verdict { get; init; }

    /// <summary>0 to 100, where the office has the panel score.</summary>
    public int? Score { get; init; }

    public required string Necessity { get; init; }

    public required string Feasibility { get; init; }

    public required string Technology { get; init; }

    public required string Investment { get; init; }

    public required string Security { get; init; }

    public required string Benefit { get; init; }

    public required string Reasons { get; init; }

    /// <summary>The investment that he proposes.</summary>
    public required Money ProposedBudget { get; init; }

    /// <summary>回避声明</summary>
    public required bool DeclaresNoConflict { get; init; }

    /// <summary>Points that a revision must answer one by one.</summary>
    public required IReadOnlyList<string> Comments { get; init; }
}

/// <summary>One expert's opinion in one round, given from his own account; never changed.</summary>
internal sealed class Opinion
{
    private readonly List<ExpertComment> comments = [];

    private Opinion() { }

    public AccountId Expert { get; private init; }

    public OpinionVerdict Verdict { get; private init; }

    public int? Score { get; private init; }

    public string Necessity { get; private init; } = "";

    public string Feasibility { get; private init; } = "";

    public string Technology { get; private init; } = "";

    public string Investment { get; private init; } = "";

    public string Security { get; private init; } = "";

    public string Benefit { get; private init; } = "";

    public string Reasons { get; private init; } = "";

    public Money ProposedBudget { get; private init; }

    public bool DeclaresNoConflict { get; private init; }

    public DateOnly GivenOn { get; private init; }

    public DateTimeOffset GivenAt { get; private init; }

    public IReadOnlyList<ExpertComment> Comments => comments;

    public static Opinion Give(AccountId expert, OpinionText text, int firstComment, DateOnly on, DateTimeOffset at)
    {
        var opinion = new Opinion
        {
            Expert = expert,
            Verdict = text.Verdict,
            Score = text.Score,
            Necessity = text.Necessity,
            Feasibility = text.Feasibility,
            Technology = text.Technology,
            Investment = text.Investment,
            Security = text.Security,
            Benefit = text.Benefit,
            Reasons = text.Reasons,
            ProposedBudget = text.ProposedBudget,
            DeclaresNoConflict = text.DeclaresNoConflict,
            GivenOn = on,
            GivenAt = at,
        };
        opinion.comments.AddRange(
            text.Comments.Select((words, index) => ExpertComment.Make(firstComment + index, words))
        );
        return opinion;
    }
}

/// <summary>The unit's answer to one comment.</summary>
internal sealed record CommentResponse(ResponseDecision Decision, string Answer, string ChangedWhere);

/// <summary>One numbered point that a revision must answer (article 7).</summary>
internal sealed class ExpertComment
{
    private ExpertComment() { }

    /// <summary>Unique within the round.</summary>
    public int Number { get; private init; }

    public string Text { get; private init; } = "";

    public ResponseDecision? Decision { get; private set; }

    public string? Answer { get; private set; }

    /// <summary>Where in the documents the change stands.</summary>
    public string? ChangedWhere { get; private set; }

    public AccountId? AnsweredBy { get; private set; }

    public DateOnly? AnsweredOn { get; private set; }

    public bool IsAnswered => Decision is not null;

    public static ExpertComment Make(int number, string text) => new() { Number = number, Text = text };

    internal void Respond(CommentResponse response, AccountId by, DateOnly on) =>
        (Decision, Answer, ChangedWhere, AnsweredBy, AnsweredOn) = (
            response.Decision,
            response.Answer,
            response.ChangedWhere,
            by,
            on
        );
}
