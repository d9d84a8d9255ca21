using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Results;
using SmartCity.BuildingBlocks.Time;
using SmartCity.Modules.Acceptance.Contracts;
using SmartCity.Modules.Acceptance.Domain.Acceptances;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Calendars;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Acceptance.Application.Accepting;

/// <summary>
/// Trials that run, accepted projects before use and projects in use before their post-evaluation (articles 35 to 37): each
/// is asked what its next act would be told today.
/// </summary>
internal sealed class OpenAcceptances(IAcceptanceDatabase database, WorkingCalendar calendar, ILegalClock clock)
    : IOpenCases
{
    public string ObjectType => "acceptance";

    private IQueryable<ProjectAcceptance> Open =>
        database
            .Acceptances.AsNoTracking()
            .Where(one =>
                one.State == AcceptanceState.TrialRun
                || one.State == AcceptanceState.AcceptancePassed
                || one.State == AcceptanceState.InUse
            );

    public async Task<IReadOnlyList<Guid>> IdsAsync(CancellationToken cancellationToken)
    {
        var ids = await Open.Select(one => one.Id).ToListAsync(cancellationToken);
        return ids.ConvertAll(id => id.Value);
    }

    public async Task<IReadOnlyList<CaseInProgress>> LoadAsync(
        IReadOnlyCollection<Guid> ids,
        CancellationToken cancellationToken
    )
    {
        var wanted = ids.Select(AcceptanceId.From).ToList();
        var acceptances = await Open.Where(one => wanted.Contains(one.Id)).ToListAsync(cancellationToken);
        return acceptances.ConvertAll(one => new CaseInProgress(
            one.Id.Value,
            $"{one.Number} {one.ProjectName}",
            [NextAct(one)]
        ));
    }

    private NextAct NextAct(ProjectAcceptance acceptance) =>
        acceptance.State switch
        {
            AcceptanceState.TrialRun => new(
                "acceptance.finish-trial",
                rules => acceptance.FinishTrial(clock.Today, "", passed: true, rules)
            ),
            AcceptanceState.AcceptancePassed => new(
                "acceptance.put-project-into-use",
                rules => acceptance.PutIntoUse(clock.Today, rules, calendar)
            ),
            _ => new("acceptance.conclude-post-evaluation", rules => ConcludeToday(acceptance, rules)),
        };

    // The survey is asked of nobody before the conclusion is drawn.
    private static EvaluationSurvey Unsurveyed { get; } = new("", "", "", Nothing, Nothing, Nothing, Nothing);

    private static PlanAndActual Nothing => new("", "");

    private Result ConcludeToday(ProjectAcceptance acceptance, RulesInForce rules) =>
        acceptance.ConcludePostEvaluation(new(0, default, "", clock.Today, Unsurveyed), new AccountId(), rules);
}
