using MediatR;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Canaries.Alpha.Application.Permits;

namespace SmartCity.Canaries.Alpha.Application.AR21;

internal sealed record BorrowsResponse(string Holder) : MediatR.IRequest<ReadPermit.View>;

internal sealed class BorrowsResponseHandler : IRequestHandler<BorrowsResponse, ReadPermit.View>
{
    public Task<ReadPermit.View> Handle(BorrowsResponse request, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}

internal sealed record BorrowsValidator(string Holder) : MediatR.IRequest<Result>;

internal sealed class BorrowsValidatorHandler : IRequestHandler<BorrowsValidator, Result>
{
    public async Task<Result> Handle(BorrowsValidator request, CancellationToken cancellationToken)
    {
        await Task.Yield();
        return new GrantPermitValidator().CascadeClass() == 0 ? Result.Success : Error.VersionConflict();
    }
}

internal static class Cascade
{
    public static int CascadeClass(this FluentValidation.IValidator validator) => validator.GetHashCode();
}
