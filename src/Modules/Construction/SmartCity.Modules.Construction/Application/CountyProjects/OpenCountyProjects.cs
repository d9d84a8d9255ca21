using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Time;
using SmartCity.Modules.Construction.Domain.CountyProjects;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Construction.Application.CountyProjects;

/// <summary>County projects before construction: their start is judged by total, budget, tender and filing (article 12).</summary>
internal sealed class OpenCountyProjects(IConstructionDatabase database, ILegalClock clock) : IOpenCases
{
    public string ObjectType => "county-project";

    private IQueryable<CountyProject> Open =>
        database
            .CountyProjects.AsNoTracking()
            .Where(one => one.State == CountyProjectState.Registered || one.State == CountyProjectState.TenderRecorded);

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
        var wanted = ids.Select(CountyProjectId.From).ToList();
        var projects = await Open.Where(one => wanted.Contains(one.Id)).ToListAsync(cancellationToken);
        return projects.ConvertAll(one => new CaseInProgress(
            one.Id.Value,
            $"{one.Number} {one.Name}",
            [new("construction.start-county-construction", rules => one.Start(clock.Today, new AccountId(), rules))]
        ));
    }
}
