using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.DataSharing.Contracts;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.DataSharing.Application.Catalogue;

/// <summary>The provider publishes a resource in the catalogue (articles 13, 16 and 20).</summary>
internal sealed record PublishResource(ResourceId Resource, long ExpectedVersion) : ICommand, IChangesObject, INoInput;

internal sealed class PublishResourceHandler(IDataSharingDatabase database, Act act, RulesInForce rules)
    : IRequestHandler<PublishResource, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(PublishResource command, CancellationToken cancellationToken)
    {
        var resource = await database.Resources.FirstOrDefaultAsync(
            one => one.Id == command.Resource,
            cancellationToken
        );
        var outcome = act.Authorise(resource, SharingAccess.OfProvider, command.ExpectedVersion)
            .Then(() => resource!.Publish(rules));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
