using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Security.Application.Units;

/// <summary>Answers the other modules what unit this is.</summary>
internal sealed class UnitOfHandler(ISecurityDatabase database, Successions successions)
    : IRequestHandler<UnitOf, UnitProfile?>
{
    public async Task<UnitProfile?> Handle(UnitOf request, CancellationToken cancellationToken)
    {
        var profile = await database
            .Units.AsNoTracking()
            .Where(unit => unit.Id == request.Unit)
            .Select(unit => new UnitProfile(unit.Id, unit.Name, unit.Kind, unit.Jurisdiction, unit.CreditCode))
            .FirstOrDefaultAsync(cancellationToken);
        return profile is null
            ? null
            : profile with
            {
                Predecessors = await successions.PredecessorsOfAsync(profile.Id, cancellationToken),
            };
    }
}
