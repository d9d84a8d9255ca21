using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Messaging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Acceptance.Contracts;
using SmartCity.Modules.Assets.Application.Registering;

namespace SmartCity.Modules.Assets.Application.Hearing;

/// <summary>
/// A works project passed: its registration opens. A service leaves nothing to register (INT-25). A message that comes
/// again after its acceptance was revoked opens nothing.
/// </summary>
internal sealed class AcceptancePassedHandler(IMediator mediator) : IIntegrationEventHandler<AcceptancePassed>
{
    public Task<bool> ConcernsAsync(AcceptancePassed passed, CancellationToken cancellationToken) =>
        Task.FromResult(!passed.IsService);

    public async Task<Result<Receipt>> HandleAsync(AcceptancePassed passed, CancellationToken cancellationToken)
    {
        var today = await mediator.Send(new AcceptanceOf(passed.Declaration), cancellationToken);
        return today?.PassedOn == passed.PassedOn
            ? await mediator.Send(
                new OpenRegistration(
                    passed.Acceptance,
                    new(passed.Declaration),
                    passed.ProjectName,
                    new(passed.LeadUnit),
                    passed.PassedOn
                ),
                cancellationToken
            )
            : Error.Unprocessable(
                "ACCEPTANCE_NOT_IN_FORCE",
                new(
                    "该次验收通过已被撤销或取代，不据以开立资产登记。",
                    "This acceptance was revoked or replaced since, so it opens no registration."
                )
            );
    }
}
