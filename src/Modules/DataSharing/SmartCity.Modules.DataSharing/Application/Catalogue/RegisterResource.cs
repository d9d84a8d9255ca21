using FluentValidation;
using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.DataSharing.Contracts;
using SmartCity.Modules.DataSharing.Domain.Catalogue;

namespace SmartCity.Modules.DataSharing.Application.Catalogue;

/// <summary>A unit enters a resource that it provides, as a draft.</summary>
internal sealed record RegisterResource(ResourceSheet Sheet) : ICommand;

internal sealed class RegisterResourceValidator : AbstractValidator<RegisterResource>
{
    public RegisterResourceValidator()
    {
        RuleFor(command => command.Sheet).SetValidator(new ResourceSheetValidator());
    }
}

internal sealed class RegisterResourceHandler(IDataSharingDatabase database, Act act, IMediator mediator, IIdSource ids)
    : IRequestHandler<RegisterResource, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(RegisterResource command, CancellationToken cancellationToken)
    {
        var provider = await mediator.ActingUnitAsync(act.Actor, cancellationToken);
        if (provider.IsFailure)
        {
            return provider.Failure;
        }

        var unknown = await mediator.UnknownUnitsAsync(
            command.Sheet.Recipients,
            "sheet.recipients",
            act.Context.Language,
            cancellationToken
        );
        if (unknown.Count > 0)
        {
            return Error.Invalid(unknown);
        }

        var resource = Resource.Register(ids.Next<ResourceId>(), provider.Value, command.Sheet, act.LegalDate);
        act.Authorise(resource, SharingAccess.OfProvider);
        database.Resources.Add(resource);
        return await database.SaveChangesAsync(act, cancellationToken);
    }
}
