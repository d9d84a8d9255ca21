using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Messaging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Acceptance.Contracts;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Modules.Operations.Domain.Warranties;

namespace SmartCity.Modules.Operations.Application.Warranties;

/// <summary>
/// Starts the warranty of each contract in force that carries one. Services have none (INT-25). A message that comes again
/// after its acceptance was revoked starts nothing.
/// </summary>
internal sealed class AcceptancePassedHandler(IMediator mediator) : IIntegrationEventHandler<AcceptancePassed>
{
    public Task<bool> ConcernsAsync(AcceptancePassed integrationEvent, CancellationToken cancellationToken) =>
        Task.FromResult(!integrationEvent.IsService);

    public async Task<Result<Receipt>> HandleAsync(
        AcceptancePassed integrationEvent,
        CancellationToken cancellationToken
    )
    {
        var today = await mediator.Send(new AcceptanceOf(integrationEvent.Declaration), cancellationToken);
        if (today?.PassedOn != integrationEvent.PassedOn)
        {
            return Error.Unprocessable(
                "ACCEPTANCE_NOT_IN_FORCE",
                new(
                    "该次验收通过已被撤销或取代，不据以起算保修。",
                    "This acceptance was revoked or replaced since, so no warranty starts from it."
                )
            );
        }

        var contracts = await mediator.Send(new ContractsOf(integrationEvent.Declaration), cancellationToken);
        // Works without a warranty: the signing should have refused it, so it stands on the operator's list.
        Result<Receipt> outcome = Error.Unprocessable(
            "NO_CONTRACT_WITH_WARRANTY",
            new(
                "该项目没有约定保修期的有效合同，无法起算保修。",
                "The project has no contract in force with a warranty, so none can start."
            )
        );
        foreach (var contract in contracts.Where(one => one is { IsInForce: true, WarrantyMonths: > 0 }))
        {
            outcome = await mediator.Send(CommandFor(integrationEvent, contract), cancellationToken);
            if (outcome.IsFailure)
            {
                return outcome;
            }
        }

        return outcome;
    }

    private static StartWarranty CommandFor(AcceptancePassed passed, ContractProfile contract) =>
        new(
            new(new(passed.Declaration), passed.ProjectName, new(passed.LeadUnit)),
            new(
                contract.Contract,
                contract.Number,
                new(contract.Contractor),
                contract.ContractorName,
                contract.WarrantyMonths
            ),
            new PassedAcceptance(passed.Acceptance, passed.Round, passed.DocumentNumber, passed.PassedOn)
        );
}
