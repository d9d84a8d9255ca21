using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.DataSharing.Contracts;
using SmartCity.Modules.DataSharing.Domain.Catalogue;

namespace SmartCity.Modules.DataSharing.Application.Catalogue;

/// <summary>The provider replaces the description of a draft.</summary>
internal sealed record ReviseResource(ResourceId Resource, ResourceSheet Sheet, long ExpectedVersion)
    : ICommand,
        IChangesObject;

internal sealed class ReviseResourceValidator : AbstractValidator<ReviseResource>
{
    public ReviseResourceValidator()
    {
        RuleFor(command => command.Sheet).SetValidator(new ResourceSheetValidator());
    }
}

internal sealed class ReviseResourceHandler(IDataSharingDatabase database, Act act, IMediator mediator)
    : IRequestHandler<ReviseResource, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(ReviseResource command, CancellationToken cancellationToken)
    {
        var resource = await database.Resources.FirstOrDefaultAsync(
            one => one.Id == command.Resource,
            cancellationToken
        );
        var allowed = act.Authorise(resource, SharingAccess.OfProvider, command.ExpectedVersion);
        if (allowed.IsFailure)
        {
            return allowed.Failure;
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

        var outcome = resource!.Revise(command.Sheet);
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
