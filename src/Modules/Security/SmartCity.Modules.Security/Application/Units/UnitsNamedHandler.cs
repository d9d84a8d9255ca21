using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Security.Application.Units;

/// <summary>Answers the other modules which units bear these names.</summary>
internal sealed class UnitsNamedHandler(ISecurityDatabase database)
    : IRequestHandler<UnitsNamed, IReadOnlyList<NamedUnit>>
{
    // Well below what a statement may carry as parameters on any of the databases.
    private const int NamesAtOnce = 400;

    public async Task<IReadOnlyList<NamedUnit>> Handle(UnitsNamed request, CancellationToken cancellationToken)
    {
        var found = new List<NamedUnit>();
        foreach (var names in request.Names.Distinct().Chunk(NamesAtOnce))
        {
            var units = await database
                .Units.AsNoTracking()
                .Where(unit => names.Contains(unit.Name) || names.Contains(unit.ShortName))
                .OrderBy(unit => unit.CreditCode)
                .ToListAsync(cancellationToken);
            found.AddRange(
                from unit in units
                let profile = new UnitProfile(unit.Id, unit.Name, unit.Kind, unit.Jurisdiction, unit.CreditCode)
                from name in names
                where name == unit.Name || name == unit.ShortName
                select new NamedUnit(name, profile)
            );
        }

        return found;
    }
}
