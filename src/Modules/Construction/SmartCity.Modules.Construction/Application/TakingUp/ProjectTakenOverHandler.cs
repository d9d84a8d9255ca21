using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Messaging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Modules.Construction.Domain.Buildings;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Construction.Application.TakingUp;

/// <summary>A running project is taken up where its contract is signed; before that it has nothing here.</summary>
internal sealed class ProjectTakenOverHandler(IMediator mediator) : IIntegrationEventHandler<ProjectTakenOver>
{
    public Task<bool> ConcernsAsync(ProjectTakenOver told, CancellationToken cancellationToken) =>
        Task.FromResult(told.Contract is not null);

    public Task<Result<Receipt>> HandleAsync(ProjectTakenOver told, CancellationToken cancellationToken) =>
        mediator.Send(
            new TakeUpRunningProject(
                told.Declaration,
                new(
                    told.OfficeNumber,
                    told.BasisDocumentNumber,
                    told.TakenOverOn,
                    StateOf(told),
                    TextOf(told.Contract!),
                    new(told.Contract!.Contractor),
                    told.StartedOn,
                    told.BuiltOn
                )
            ),
            cancellationToken
        );

    private static BuildingState StateOf(ProjectTakenOver told) =>
        told.BuiltOn is not null ? BuildingState.Built
        : told.StartedOn is not null ? BuildingState.UnderConstruction
        : BuildingState.Contracted;

    private static ContractText TextOf(TakenOverContract contract) =>
        new(
            contract.Number,
            contract.SignedOn,
            Enum.Parse<ContractForm>(contract.Form),
            contract.BuildTransferBasis,
            [
                .. contract.Lines.Select(line => new ContractLineText(
                    line.Name,
                    Enum.Parse<ContractLineClass>(line.Class),
                    line.Quantity,
                    line.QuantityUnit,
                    Money.FromFen(line.AmountFen)
                )),
            ],
            Money.FromFen(contract.RetentionFen),
            contract.WarrantyMonths is { } months ? new(months, StartsAtAcceptance: true) : null,
            new(contract.PayeeName, contract.PayeeBank, contract.PayeeAccount)
        );
}
