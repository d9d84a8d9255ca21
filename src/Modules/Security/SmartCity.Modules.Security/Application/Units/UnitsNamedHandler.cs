using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Security.Application.Units;

/// <summary>Answers the other modules which units bear these names.</summary>
internal sealed class UnitsNamedHandler(ISecurityDatabase database, Successions successions)
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
            foreach (var unit in units)
            {
                var standing = unit.Successor is null
                    ? unit
                    : (await successions.StandingAsync(unit.Id, cancellationToken))!;
                var profile = new UnitProfile(
                    standing.Id,
                    standing.Name,
                    standing.Kind,
                    standing.Jurisdiction,
                    standing.CreditCode
                );
                found.AddRange(
                    names
                        .Where(name => name == unit.Name || name == unit.ShortName)
                        .Select(name => new NamedUnit(name, profile))
                );
            }
        }

        return found;
    }
}
