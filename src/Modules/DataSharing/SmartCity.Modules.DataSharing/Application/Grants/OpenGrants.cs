using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.Modules.DataSharing.Contracts;
using SmartCity.Modules.DataSharing.Domain.Grants;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.DataSharing.Application.Grants;

/// <summary>Requests that wait for the bureau: would all that was asked for be approved (articles 18 and 19)?</summary>
internal sealed class OpenGrants(IDataSharingDatabase database, IMediator mediator) : IOpenCases
{
    public string ObjectType => "grant";

    private IQueryable<Grant> Open =>
        database
            .Grants.AsNoTracking()
            .Where(one => one.State == GrantState.BdbReview || one.State == GrantState.Consulting);

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
        var wanted = ids.Select(GrantId.From).ToList();
        var cases = new List<CaseInProgress>();
        foreach (var grant in await Open.Where(one => wanted.Contains(one.Id)).ToListAsync(cancellationToken))
        {
            var units = await mediator.WithPredecessorsAsync(grant.Unit, cancellationToken);
            var isNamed = await database.Resources.AnyAsync(
                one => one.Id == grant.Resource && one.Recipients.Any(recipient => units.Contains(recipient.Unit)),
                cancellationToken
            );
            cases.Add(
                new(
                    grant.Id.Value,
                    $"{grant.UnitName}：{grant.ResourceTitle}",
                    [new("data-sharing.approve-grant", rules => grant.Approve(null, isNamed, rules))]
                )
            );
        }

        return cases;
    }
}
