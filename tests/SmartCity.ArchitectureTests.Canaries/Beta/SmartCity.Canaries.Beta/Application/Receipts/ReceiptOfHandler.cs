using MediatR;
using SmartCity.Canaries.Alpha.Contracts;
using SmartCity.Canaries.Beta.Contracts;

namespace SmartCity.Canaries.Beta.Application.Receipts;

internal sealed class ReceiptOfHandler(IMediator mediator) : IRequestHandler<ReceiptOf, string?>
{
    public async Task<string?> Handle(ReceiptOf request, CancellationToken cancellationToken)
    {
        var permit = await mediator.Send(new PermitOf(default), cancellationToken);
        return permit?.Holder;
    }
}
