using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Results;
using SmartCity.BuildingBlocks.Time;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Approval.Domain.Rules;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Approval.Application.Reviewing;

/// <summary>
/// Declarations under review: would the round, as its opinions stand, let them pass (article 6)? Who decides and on which
/// date and budget is not on record before.
/// </summary>
internal sealed class OpenReviews(IApprovalDatabase database, ILegalClock clock) : IOpenCases
{
    public string ObjectType => "declaration";

    private IQueryable<Declaration> Open =>
        database.Declarations.AsNoTracking().Where(one => one.State == DeclarationState.UnderReview);

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
        var wanted = ids.Select(DeclarationId.From).ToList();
        var declarations = await Open.Where(one => wanted.Contains(one.Id)).ToListAsync(cancellationToken);
        return declarations.ConvertAll(one => new CaseInProgress(
            one.Id.Value,
            $"{one.Number} {one.ProjectName}",
            [
                new(
                    "approval.conclude-review",
                    rules => PassToday(one, rules),
                    Article05.DecisionMakerRequired,
                    Article05.SelfApprovalForbidden,
                    Article06.ReviewedBudgetOverDeclared,
                    Article06.DocumentDateImplausible
                ),
            ]
        ));
    }

    private Result PassToday(Declaration declaration, RulesInForce rules) =>
        declaration.Conclude(
            new(Passed: true, declaration.TotalInvestment, "", null, "", clock.Today),
            maker: null,
            [],
            new ActingFor(new AccountId(), new UnitId()),
            rules
        );
}
