using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Messaging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Acceptance.Contracts;
using SmartCity.Modules.Assets.Application.Registering;

namespace SmartCity.Modules.Assets.Application.Hearing;

/// <summary>A works project passed: its registration opens. A service leaves nothing to register (INT-25).</summary>
internal sealed class AcceptancePassedHandler(IMediator mediator) : IIntegrationEventHandler<AcceptancePassed>
{
    public Task<bool> ConcernsAsync(AcceptancePassed passed, CancellationToken cancellationToken) =>
        Task.FromResult(!passed.IsService);

    public Task<Result<Receipt>> HandleAsync(AcceptancePassed passed, CancellationToken cancellationToken) =>
        mediator.Send(
            new OpenRegistration(
                passed.Acceptance,
                new(passed.Declaration),
                passed.ProjectName,
                new(passed.LeadUnit),
                passed.PassedOn
            ),
            cancellationToken
        );
}
