using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Acceptance.Contracts;
using SmartCity.Modules.Acceptance.Domain.Acceptances;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Acceptance.Application.Accepting;

/// <summary>One acceptance: tests, trials with their log, rounds, verdicts, use and post-evaluations.</summary>
internal sealed record GetAcceptance(AcceptanceId Acceptance) : IQuery<GetAcceptance.AcceptanceDetail>
{
    /// <param name="EarliestTrialEnd">The first day on which the last trial may end as passed (INT-11).</param>
    /// <param name="EvaluationFrom">The first day on which the post-evaluation may conclude (INT-12).</param>
    /// <param name="EvaluationUntil">The last day of the evaluation window (INT-12).</param>
    internal sealed record AcceptanceDetail(
        AcceptanceId Id,
        string Number,
        DeclarationId Declaration,
        AcceptanceState State,
        string ProjectName,
        string Kind,
        bool IsService,
        UnitId LeadUnit,
        IReadOnlyList<UnitId> ParticipatingUnits,
        IReadOnlyList<UnitId> Contractors,
        DateOnly BuiltOn,
        Applicability SystemTest,
        Applicability TrialRun,
        Applicability SecurityEvaluation,
        IReadOnlyList<TestDetail> Tests,
        IReadOnlyList<TrialDetail> Trials,
        DateOnly? EarliestTrialEnd,
        AcceptanceVerdict AcceptanceVerdict,
        SecurityVerdict SecurityVerdict,
        IReadOnlyList<RoundDetail> Rounds,
        IReadOnlyList<SecurityDetail> SecurityEvaluations,
        DateOnly? PassedOn,
        DateOnly? InUseOn,
        DateOnly? EvaluationFrom,
        DateOnly? EvaluationUntil,
        IReadOnlyList<EvaluationDetail> PostEvaluations,
        TakenUpDetail? TakenUp,
        long Version
    );

    /// <summary>That the project was taken over in mid-life, and which rules of earlier gates nobody judged here.</summary>
    internal sealed record TakenUpDetail(
        string OfficeNumber,
        string BasisDocumentNumber,
        DateOnly TakenOverOn,
        UnjudgedGates NotJudged
    );

    /// <summary>Does a step apply to this kind of project, and where not, under which reading.</summary>
    internal sealed record Applicability(bool Applies, string? Interpretation, string? Because);

    internal sealed record TestDetail(
        int Number,
        DateOnly TestedOn,
        string Tester,
        string ReportNumber,
        bool Passed,
        string Summary
    );

    internal sealed record TrialDetail(
        int Number,
        string PermitNumber,
        DateOnly StartedOn,
        DateOnly PermitEndsBy,
        DateOnly? EndedOn,
        TrialOutcome? Outcome,
        string? ReportNumber,
        string? RestartedBecause,
        IReadOnlyList<TrialLogText> Log
    );

    internal sealed record RoundDetail(
        int Number,
        DateOnly AppliedOn,
        IReadOnlyList<AcceptanceBasis> Basis,
        DateOnly? HeldOn,
        string? Place,
        IReadOnlyList<ExpertLine> Experts,
        IReadOnlyList<DepartmentLine> Departments,
        AcceptanceVerdict Verdict,
        ConclusionDetail? Conclusion,
        string? RevokedBecause,
        DateOnly? RevokedOn,
        RectificationDetail? Rectification
    );

    internal sealed record ExpertLine(AccountId Account, string Name, UnitId Employer);

    internal sealed record DepartmentLine(UnitId Unit, string Name);

    internal sealed record ConclusionDetail(
        bool Passed,
        string DocumentNumber,
        DateOnly DecidedOn,
        AccountId? DecisionMaker,
        string DecisionMakerName,
        string Opinion,
        IReadOnlyList<string> Defects
    );

    internal sealed record RectificationDetail(DateOnly StartedOn, string? Plan, DateOnly? RectifiedOn, string? Report);

    internal sealed record SecurityDetail(
        int Number,
        bool Passed,
        string Evaluator,
        string CertificateNumber,
        DateOnly EvaluatedOn
    );

    internal sealed record EvaluationDetail(
        int Number,
        int Score,
        EvaluationResult Result,
        string DocumentNumber,
        DateOnly ConcludedOn,
        EvaluationSurvey Survey,
        string? AnnulledBecause,
        DateOnly? AnnulledOn
    );
}

internal sealed class GetAcceptanceHandler(IAcceptanceDatabase database, RequestContext request, RulesInForce rules)
    : IRequestHandler<GetAcceptance, Result<GetAcceptance.AcceptanceDetail>>
{
    public async Task<Result<GetAcceptance.AcceptanceDetail>> Handle(
        GetAcceptance query,
        CancellationToken cancellationToken
    )
    {
        var acceptance = await database
            .Acceptances.AsNoTracking()
            .Where(AcceptanceAccess.ReadableBy(request.Actor))
            .FirstOrDefaultAsync(one => one.Id == query.Acceptance, cancellationToken);
        return acceptance is null ? Error.NotFound(new("竣工验收事项", "acceptance")) : Told(acceptance);
    }

    private GetAcceptance.AcceptanceDetail Told(ProjectAcceptance acceptance)
    {
        var applicability = ApplicabilityTo(acceptance);
        return new(
            acceptance.Id,
            acceptance.Number,
            acceptance.Declaration,
            acceptance.State,
            acceptance.ProjectName,
            acceptance.Kind,
            acceptance.IsService,
            acceptance.LeadUnit,
            UnitsOf(acceptance, UnitPart.Participating),
            UnitsOf(acceptance, UnitPart.Contractor),
            acceptance.BuiltOn,
            applicability,
            applicability,
            applicability,
            [.. acceptance.Tests.OrderBy(test => test.Number).Select(Told)],
            [.. acceptance.Trials.OrderBy(trial => trial.Number).Select(Told)],
            acceptance.EarliestTrialEnd(rules.Parameters),
            acceptance.AcceptanceVerdict,
            acceptance.SecurityVerdict,
            [.. acceptance.Rounds.OrderBy(round => round.Number).Select(Told)],
            [.. acceptance.SecurityEvaluations.OrderBy(one => one.Number).Select(Told)],
            acceptance.PassedOn,
            acceptance.InUseOn,
            acceptance.EarliestEvaluation(rules.Parameters),
            acceptance.EvaluationUntil,
            [.. acceptance.PostEvaluations.OrderBy(one => one.Number).Select(Told)],
            acceptance.TakenUp is { } before
                ? new(
                    before.OfficeNumber,
                    before.BasisDocumentNumber,
                    before.TakenOverOn,
                    UnjudgedGates.Told(before.NotJudged, request.Language)
                )
                : null,
            acceptance.Version
        );
    }

    private GetAcceptance.Applicability ApplicabilityTo(ProjectAcceptance acceptance) =>
        acceptance.IsService
            ? new(
                false,
                "INT-25",
                new LocalizedText(
                    "服务类项目验收交付成果，不适用系统测试、试运行和安全评测。",
                    "A service is accepted by its deliverables: test, trial run and security evaluation do not apply."
                ).In(request.Language)
            )
            : new(true, null, null);

    private static List<UnitId> UnitsOf(ProjectAcceptance acceptance, UnitPart part) =>
        [.. acceptance.Units.Where(one => one.Part == part).Select(one => one.Unit).OrderBy(unit => unit.Value)];

    private static GetAcceptance.TestDetail Told(SystemTest test) =>
        new(test.Number, test.TestedOn, test.Tester, test.ReportNumber, test.Passed, test.Summary);

    private static GetAcceptance.TrialDetail Told(TrialRun trial) =>
        new(
            trial.Number,
            trial.PermitNumber,
            trial.StartedOn,
            trial.PermitEndsBy,
            trial.EndedOn,
            trial.Outcome,
            trial.ReportNumber,
            trial.RestartedBecause,
            [
                .. trial
                    .Log.OrderBy(entry => entry.From)
                    .Select(entry => new TrialLogText(
                        entry.From,
                        entry.Until,
                        entry.UptimeBasisPoints,
                        entry.Incidents,
                        entry.Users,
                        entry.DataVolumeMegabytes,
                        entry.Note
                    )),
            ]
        );

    private static GetAcceptance.RoundDetail Told(AcceptanceRound round) =>
        new(
            round.Number,
            round.AppliedOn,
            round.Basis,
            round.HeldOn,
            round.Place,
            [.. round.Experts.Select(one => new GetAcceptance.ExpertLine(one.Account, one.Name, one.Employer))],
            [.. round.Departments.Select(one => new GetAcceptance.DepartmentLine(one.Unit, one.Name))],
            round.Verdict,
            round.Conclusion is { } conclusion ? Told(conclusion) : null,
            round.RevokedBecause,
            round.RevokedOn,
            round.Rectification is { } done ? new(done.StartedOn, done.Plan, done.RectifiedOn, done.Report) : null
        );

    private static GetAcceptance.ConclusionDetail Told(AcceptanceConclusion conclusion) =>
        new(
            conclusion.Passed,
            conclusion.DocumentNumber,
            conclusion.DecidedOn,
            conclusion.DecisionMaker,
            conclusion.DecisionMakerName,
            conclusion.Opinion,
            conclusion.Defects
        );

    private static GetAcceptance.SecurityDetail Told(SecurityEvaluation one) =>
        new(one.Number, one.Passed, one.Evaluator, one.CertificateNumber, one.EvaluatedOn);

    private static GetAcceptance.EvaluationDetail Told(PostEvaluation one) =>
        new(
            one.Number,
            one.Score,
            one.Result,
            one.DocumentNumber,
            one.ConcludedOn,
            one.Survey,
            one.AnnulledBecause,
            one.AnnulledOn
        );
}
