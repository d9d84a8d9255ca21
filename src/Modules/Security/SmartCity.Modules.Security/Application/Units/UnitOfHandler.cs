using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Security.Application.Units;

/// <summary>Answers the other modules what unit this is.</summary>
internal sealed class UnitOfHandler(ISecurityDatabase database) : IRequestHandler<UnitOf, UnitProfile?>
{
    public Task<UnitProfile?> Handle(UnitOf request, CancellationToken cancellationToken) =>
        database
            .Units.AsNoTracking()
            .Where(unit => unit.Id == request.Unit)
            .Select(unit => new UnitProfile(unit.Id, unit.Name, unit.Kind, unit.Jurisdiction, unit.CreditCode))
            .FirstOrDefaultAsync(cancellationToken);
}
