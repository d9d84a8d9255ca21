using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Application.Reviewing;

/// <summary>One round with panel, conclusion, and those opinions that the actor may see.</summary>
internal sealed record GetReviewRound(DeclarationId Declaration, int Round) : IQuery<GetReviewRound.ReviewRoundDetail>
{
    internal sealed record ReviewRoundDetail(
        int Number,
        int VersionNumber,
        DateOnly OpenedOn,
        ReviewMethod Method,
        DateOnly HeldOn,
        string Place,
        AccountId Chair,
        IReadOnlyList<ExpertLine> Experts,
        IReadOnlyList<DepartmentLine> Departments,
        IReadOnlyList<OpinionDetail> Opinions,
        ConclusionDetail? Conclusion
    );

    internal sealed record ExpertLine(
        AccountId Account,
        string Name,
        UnitId Employer,
        string EmployerName,
        string Specialty,
        string Title,
        bool HasGivenOpinion
    );

    internal sealed record DepartmentLine(UnitId Unit, string Name, string Representative, string? Statement);

    internal sealed record OpinionDetail(
        AccountId Expert,
        OpinionVerdict Verdict,
        int? Score,
        string Necessity,
        string Feasibility,
        string Technology,
        string Investment,
        string Security,
        string Benefit,
        string Reasons,
        Money ProposedBudget,
        bool DeclaresNoConflict,
        DateOnly GivenOn,
        IReadOnlyList<CommentDetail> Comments
    );

    internal sealed record CommentDetail(
        int Number,
        string Text,
        ResponseDecision? Decision,
        string? Answer,
        string? ChangedWhere,
        DateOnly? AnsweredOn
    );

    internal sealed record ConclusionDetail(
        bool Passed,
        Money ReviewedBudget,
        string Summary,
        string? RequiredChanges,
        string DocumentNumber,
        DateOnly DecidedOn,
        AccountId DecisionMaker,
        string DecisionMakerName,
        DateOnly RecordedOn
    );
}

internal sealed class GetReviewRoundHandler(IApprovalDatabase database, RequestContext request)
    : IRequestHandler<GetReviewRound, Result<GetReviewRound.ReviewRoundDetail>>
{
    public async Task<Result<GetReviewRound.ReviewRoundDetail>> Handle(
        GetReviewRound query,
        CancellationToken cancellationToken
    )
    {
        var declaration = await database
            .Declarations.AsNoTracking()
            .Where(DeclarationAccess.ReadableBy(request.Actor))
            .FirstOrDefaultAsync(one => one.Id == query.Declaration, cancellationToken);
        return declaration?.Rounds.FirstOrDefault(one => one.Number == query.Round) is { } round
            ? Told(round)
            : Error.NotFound(new("评审轮次", "review round"));
    }

    private GetReviewRound.ReviewRoundDetail Told(ReviewRound round) =>
        new(
            round.Number,
            round.VersionNumber,
            round.OpenedOn,
            round.Method,
            round.HeldOn,
            round.Place,
            round.Chair,
            [.. round.Experts.Select(expert => Told(expert, round.OpinionOf(expert.Account) is not null))],
            [.. round.Departments.Select(Told)],
            [
                .. round
                    .Opinions.Where(opinion => DeclarationAccess.SeesOpinion(request.Actor, round, opinion))
                    .OrderBy(opinion => opinion.GivenAt)
                    .Select(Told),
            ],
            round.Conclusion is { } conclusion ? Told(conclusion) : null
        );

    private static GetReviewRound.ExpertLine Told(PanelExpert expert, bool hasGivenOpinion) =>
        new(
            expert.Account,
            expert.Name,
            expert.Employer,
            expert.EmployerName,
            expert.Specialty,
            expert.Title,
            hasGivenOpinion
        );

    private static GetReviewRound.DepartmentLine Told(PanelDepartment department) =>
        new(department.Unit, department.Name, department.Representative, department.Statement);

    private static GetReviewRound.OpinionDetail Told(Opinion opinion) =>
        new(
            opinion.Expert,
            opinion.Verdict,
            opinion.Score,
            opinion.Necessity,
            opinion.Feasibility,
            opinion.Technology,
            opinion.Investment,
            opinion.Security,
            opinion.Benefit,
            opinion.Reasons,
            opinion.ProposedBudget,
            opinion.DeclaresNoConflict,
            opinion.GivenOn,
            [.. opinion.Comments.OrderBy(comment => comment.Number).Select(Told)]
        );

    private static GetReviewRound.CommentDetail Told(ExpertComment comment) =>
        new(comment.Number, comment.Text, comment.Decision, comment.Answer, comment.ChangedWhere, comment.AnsweredOn);

    private static GetReviewRound.ConclusionDetail Told(Conclusion conclusion) =>
        new(
            conclusion.Passed,
            conclusion.ReviewedBudget,
            conclusion.Summary,
            conclusion.RequiredChanges,
            conclusion.DocumentNumber,
            conclusion.DecidedOn,
            conclusion.DecisionMaker,
            conclusion.DecisionMakerName,
            conclusion.RecordedOn
        );
}
