using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Messaging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Acceptance.Contracts;
using SmartCity.Modules.Approval.Domain.Payments;

namespace SmartCity.Modules.Approval.Application.Facts;

internal sealed class AcceptancePassedHandler(IMediator mediator) : IIntegrationEventHandler<AcceptancePassed>
{
    public Task<Result<Receipt>> HandleAsync(AcceptancePassed told, CancellationToken cancellationToken) =>
        mediator.Send(
            new HearOfProject(
                new(told.Declaration),
                new(ProjectFactKind.AcceptancePassed, told.PassedOn),
                EventNameAttribute.Of(typeof(AcceptancePassed))
            ),
            cancellationToken
        );
}

internal sealed class AcceptanceRevokedHandler(IMediator mediator) : IIntegrationEventHandler<AcceptanceRevoked>
{
    public Task<Result<Receipt>> HandleAsync(AcceptanceRevoked told, CancellationToken cancellationToken) =>
        mediator.Send(
            new HearOfRevocation(
                new(told.Declaration),
                ProjectFactKind.AcceptancePassed,
                told.Reason,
                told.RevokedOn,
                EventNameAttribute.Of(typeof(AcceptanceRevoked))
            ),
            cancellationToken
        );
}

internal sealed class PutIntoUseHandler(IMediator mediator) : IIntegrationEventHandler<PutIntoUse>
{
    public Task<Result<Receipt>> HandleAsync(PutIntoUse told, CancellationToken cancellationToken) =>
        mediator.Send(
            new HearOfProject(
                new(told.Declaration),
                new(ProjectFactKind.PutIntoUse, told.InUseOn, EvaluationUntil: told.EvaluationUntil),
                EventNameAttribute.Of(typeof(PutIntoUse))
            ),
            cancellationToken
        );
}

internal sealed class EvaluationWindowMovedHandler(IMediator mediator) : IIntegrationEventHandler<EvaluationWindowMoved>
{
    public Task<Result<Receipt>> HandleAsync(EvaluationWindowMoved told, CancellationToken cancellationToken) =>
        mediator.Send(
            new HearOfWindow(
                new(told.Declaration),
                new(told.InUseOn, told.Before, told.EvaluationUntil, told.MovedOn),
                EventNameAttribute.Of(typeof(EvaluationWindowMoved))
            ),
            cancellationToken
        );
}

internal sealed class PostEvaluationConcludedHandler(IMediator mediator)
    : IIntegrationEventHandler<PostEvaluationConcluded>
{
    public Task<Result<Receipt>> HandleAsync(PostEvaluationConcluded told, CancellationToken cancellationToken) =>
        mediator.Send(
            new HearOfProject(
                new(told.Declaration),
                new(
                    ProjectFactKind.PostEvaluation,
                    told.ConcludedOn,
                    Result: Enum.Parse<EvaluationResult>(told.Result)
                ),
                EventNameAttribute.Of(typeof(PostEvaluationConcluded))
            ),
            cancellationToken
        );
}

internal sealed class PostEvaluationAnnulledHandler(IMediator mediator)
    : IIntegrationEventHandler<PostEvaluationAnnulled>
{
    public Task<Result<Receipt>> HandleAsync(PostEvaluationAnnulled told, CancellationToken cancellationToken) =>
        mediator.Send(
            new HearOfRevocation(
                new(told.Declaration),
                ProjectFactKind.PostEvaluation,
                told.Reason,
                told.AnnulledOn,
                EventNameAttribute.Of(typeof(PostEvaluationAnnulled))
            ),
            cancellationToken
        );
}
