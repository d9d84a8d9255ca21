using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Messaging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Application.Facts;

internal sealed class ContractSignedHandler(IMediator mediator) : IIntegrationEventHandler<ContractSigned>
{
    public Task<Result<Receipt>> HandleAsync(ContractSigned told, CancellationToken cancellationToken) =>
        mediator.Send(
            new HearOfContract(
                new(told.Declaration),
                new(
                    told.Contract,
                    told.ContractNumber,
                    told.ContractorName,
                    told.Financing,
                    Money.FromFen(told.AmountFen),
                    Money.FromFen(told.CapitalisedFen),
                    Money.FromFen(told.RetentionFen),
                    new(told.PayeeName, told.PayeeBank, told.PayeeAccount),
                    told.SignedOn
                ),
                EventNameAttribute.Of(typeof(ContractSigned))
            ),
            cancellationToken
        );
}

internal sealed class ContractTakenUpHandler(IMediator mediator) : IIntegrationEventHandler<ContractTakenUp>
{
    public Task<Result<Receipt>> HandleAsync(ContractTakenUp told, CancellationToken cancellationToken) =>
        mediator.Send(
            new HearOfContract(
                new(told.Declaration),
                new(
                    told.Contract,
                    told.ContractNumber,
                    told.ContractorName,
                    told.Financing,
                    Money.FromFen(told.AmountFen),
                    Money.FromFen(told.CapitalisedFen),
                    Money.FromFen(told.RetentionFen),
                    new(told.PayeeName, told.PayeeBank, told.PayeeAccount),
                    told.SignedOn
                )
                {
                    IsTakenOver = true,
                },
                EventNameAttribute.Of(typeof(ContractTakenUp))
            ),
            cancellationToken
        );
}

internal sealed class ContractTerminatedHandler(IMediator mediator) : IIntegrationEventHandler<ContractTerminated>
{
    public Task<Result<Receipt>> HandleAsync(ContractTerminated told, CancellationToken cancellationToken) =>
        mediator.Send(
            new HearOfTermination(
                new(told.Declaration),
                told.Contract,
                told.Reason,
                told.TerminatedOn,
                EventNameAttribute.Of(typeof(ContractTerminated))
            ),
            cancellationToken
        );
}
