using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Domain.Evidence;

namespace SmartCity.Modules.Security.Application.Evidence;

/// <summary>Keeps that a content which was decided to be erased is gone now, and when.</summary>
internal sealed record CompleteErasure(ErasureId Erasure) : ICommand, INoInput;

internal sealed class CompleteErasureHandler(ISecurityDatabase database, Act act)
    : IRequestHandler<CompleteErasure, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(CompleteErasure command, CancellationToken cancellationToken)
    {
        var erasure = await database.Erasures.FirstOrDefaultAsync(one => one.Id == command.Erasure, cancellationToken);
        var completed = act.Authorise(erasure, SecurityAuthorities.OnErasure).Then(() => erasure!.Complete(act.At));
        return completed.IsFailure ? completed.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
