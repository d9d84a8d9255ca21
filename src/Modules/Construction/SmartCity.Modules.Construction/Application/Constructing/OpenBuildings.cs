using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Time;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Modules.Construction.Domain.Buildings;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Construction.Application.Constructing;

/// <summary>Buildings under contract: their start is judged by leader and working group as they stand (article 11).</summary>
internal sealed class OpenBuildings(IConstructionDatabase database, IMediator mediator, ILegalClock clock) : IOpenCases
{
    public string ObjectType => "building";

    private IQueryable<Building> Open =>
        database.Buildings.AsNoTracking().Where(one => one.State == BuildingState.Contracted);

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
        var wanted = ids.Select(BuildingId.From).ToList();
        var cases = new List<CaseInProgress>();
        foreach (var building in await Open.Where(one => wanted.Contains(one.Id)).ToListAsync(cancellationToken))
        {
            var group = await mediator.GroupAsync(building, clock.Today, cancellationToken);
            var project = await mediator.ProjectAsync(building, cancellationToken);
            cases.Add(
                new(
                    building.Id.Value,
                    $"{building.Number} {building.ProjectName}",
                    [
                        new(
                            "construction.start-construction",
                            rules => building.Start(clock.Today, group, project, rules)
                        ),
                    ]
                )
            );
        }

        return cases;
    }
}
