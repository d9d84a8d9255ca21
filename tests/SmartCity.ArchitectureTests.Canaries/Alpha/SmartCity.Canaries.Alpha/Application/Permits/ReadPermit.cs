using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Canaries.Alpha.Contracts;

namespace SmartCity.Canaries.Alpha.Application.Permits;

internal sealed record ReadPermit(PermitId Permit) : IQuery<ReadPermit.View>
{
    internal sealed record View(PermitId Id, string Holder);
}

internal sealed class ReadPermitHandler(IAlphaDatabase database) : IRequestHandler<ReadPermit, Result<ReadPermit.View>>
{
    public async Task<Result<ReadPermit.View>> Handle(ReadPermit request, CancellationToken cancellationToken) =>
        await database
            .Permits.Where(permit => permit.Id == request.Permit)
            .Select(permit => new ReadPermit.View(permit.Id, permit.Holder))
            .FirstAsync(cancellationToken);
}
