using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Operations.Domain.ViolationCases;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Operations.Application.Violations;

/// <summary>One violation case with its correction, the replies and the measures.</summary>
internal sealed record GetViolationCase(ViolationCaseId Case) : IQuery<GetViolationCase.ViolationCaseDetail>
{
    internal sealed record ViolationCaseDetail(
        ViolationCaseId Id,
        string Number,
        ViolationCaseState State,
        CaseArticle Article,
        UnitId Subject,
        string SubjectName,
        string Title,
        string Facts,
        DeclarationId? Project,
        bool IsSerious,
        bool CausedMajorLoss,
        Money Loss,
        DateOnly OpenedOn,
        OrderedCorrection? Correction,
        IReadOnlyList<GivenReply> Replies,
        ImposedPenalty? Penalty,
        IReadOnlyList<MadeRecommendation> Recommendations,
        MadeClaim? Claim,
        string? ClosingRemark,
        DateOnly? ClosedOn,
        long Version
    );

    internal sealed record OrderedCorrection(
        string DocumentNumber,
        string Requirement,
        DateOnly DueOn,
        DateOnly OrderedOn,
        string? Report,
        DateOnly? ReportedOn,
        DateOnly? OverdueSince,
        DateOnly? ConfirmedOn
    );

    internal sealed record GivenReply(int Number, string Statement, DateOnly GivenOn);

    internal sealed record ImposedPenalty(
        string DocumentNumber,
        string Content,
        bool IsReferredToDiscipline,
        DateOnly ImposedOn
    );

    internal sealed record MadeRecommendation(
        int Number,
        string DocumentNumber,
        string Issuer,
        string Certificate,
        RecommendedMeasure Measure,
        DateOnly RecommendedOn,
        IssuerDecision? Answer,
        string? AnswerDocumentNumber,
        string? AnswerText,
        DateOnly? AnsweredOn
    );

    internal sealed record MadeClaim(
        string DocumentNumber,
        string Grounds,
        Money Amount,
        DateOnly ClaimedOn,
        IReadOnlyList<OwingUnit> Debtors
    );

    internal sealed record OwingUnit(UnitId Unit, string Name, Money Amount);
}

internal sealed class GetViolationCaseHandler(IOperationsDatabase database, RequestContext request)
    : IRequestHandler<GetViolationCase, Result<GetViolationCase.ViolationCaseDetail>>
{
    public async Task<Result<GetViolationCase.ViolationCaseDetail>> Handle(
        GetViolationCase query,
        CancellationToken cancellationToken
    )
    {
        var violation = await database
            .ViolationCases.AsNoTracking()
            .Where(CaseAccess.ReadableBy(request.Actor))
            .FirstOrDefaultAsync(one => one.Id == query.Case, cancellationToken);
        return violation is null ? Error.NotFound(new("违规事项", "violation case")) : Told(violation);
    }

    private static GetViolationCase.ViolationCaseDetail Told(ViolationCase violation) =>
        new(
            violation.Id,
            violation.Number,
            violation.State,
            violation.Article,
            violation.Subject,
            violation.SubjectName,
            violation.Title,
            violation.Facts,
            violation.Project,
            violation.IsSerious,
            violation.CausedMajorLoss,
            violation.Loss,
            violation.OpenedOn,
            violation.Correction is { } correction ? Told(correction) : null,
            [
                .. violation
                    .Replies.OrderBy(reply => reply.Number)
                    .Select(reply => new GetViolationCase.GivenReply(reply.Number, reply.Statement, reply.GivenOn)),
            ],
            violation.Penalty is { } penalty
                ? new(penalty.DocumentNumber, penalty.Content, penalty.IsReferredToDiscipline, penalty.ImposedOn)
                : null,
            [.. violation.Recommendations.OrderBy(one => one.Number).Select(Told)],
            violation.Claim is { } claim ? Told(claim) : null,
            violation.ClosingRemark,
            violation.ClosedOn,
            violation.Version
        );

    private static GetViolationCase.OrderedCorrection Told(Correction correction) =>
        new(
            correction.DocumentNumber,
            correction.Requirement,
            correction.DueOn,
            correction.OrderedOn,
            correction.Report,
            correction.ReportedOn,
            correction.OverdueSince,
            correction.ConfirmedOn
        );

    private static GetViolationCase.MadeRecommendation Told(Recommendation one) =>
        new(
            one.Number,
            one.DocumentNumber,
            one.Issuer,
            one.Certificate,
            one.Measure,
            one.RecommendedOn,
            one.Answer,
            one.AnswerDocumentNumber,
            one.AnswerText,
            one.AnsweredOn
        );

    private static GetViolationCase.MadeClaim Told(CompensationClaim claim) =>
        new(
            claim.DocumentNumber,
            claim.Grounds,
            claim.Amount,
            claim.ClaimedOn,
            [.. claim.Debtors.Select(debtor => new GetViolationCase.OwingUnit(debtor.Unit, debtor.Name, debtor.Amount))]
        );
}
