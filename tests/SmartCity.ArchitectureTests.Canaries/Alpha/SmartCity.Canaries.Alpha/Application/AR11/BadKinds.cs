using FluentValidation;
using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Messaging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Canaries.Alpha.Contracts;

namespace SmartCity.Canaries.Alpha.Application.AR11;

internal sealed record WronglyServed(string Holder) : ICommand;

internal sealed class WronglyServedCheck : AbstractValidator<WronglyServed>;

internal class WronglyServedHandler : IRequestHandler<WronglyServed, Result<Receipt>>
{
    public Task<Result<Receipt>> Handle(WronglyServed request, CancellationToken cancellationToken) =>
        Task.FromResult<Result<Receipt>>(Error.VersionConflict());
}

internal sealed class PermitListener : IIntegrationEventHandler<PermitGranted>
{
    public Task<Result<Receipt>> HandleAsync(PermitGranted integrationEvent, CancellationToken cancellationToken) =>
        Task.FromResult<Result<Receipt>>(Error.VersionConflict());
}
