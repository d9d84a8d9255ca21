using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.Canaries.Alpha.Contracts;

namespace SmartCity.Canaries.Alpha.Application.Permits;

internal sealed class PermitOfHandler(IAlphaDatabase database) : IRequestHandler<PermitOf, PermitProfile?>
{
    public async Task<PermitProfile?> Handle(PermitOf request, CancellationToken cancellationToken)
    {
        var permit = await database.Permits.FirstOrDefaultAsync(one => one.Id == request.Permit, cancellationToken);
        return permit is null ? null : new(permit.Id, permit.Kind, permit.Holder, []);
    }
}
