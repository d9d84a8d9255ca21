using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Messaging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Acceptance.Application.Opening;

/// <summary>A built project is to be accepted (article 35).</summary>
internal sealed class ProjectBuiltHandler(IMediator mediator) : IIntegrationEventHandler<ProjectBuilt>
{
    public Task<Result<Receipt>> HandleAsync(ProjectBuilt integrationEvent, CancellationToken cancellationToken) =>
        mediator.Send(
            new OpenAcceptance(
                new DeclarationId(integrationEvent.Declaration),
                integrationEvent.ProjectName,
                integrationEvent.Kind,
                integrationEvent.IsService,
                new UnitId(integrationEvent.LeadUnit),
                [.. integrationEvent.ParticipatingUnits.Select(unit => new UnitId(unit))],
                [.. integrationEvent.Contractors.Select(unit => new UnitId(unit))],
                integrationEvent.BuiltOn
            ),
            cancellationToken
        );
}
