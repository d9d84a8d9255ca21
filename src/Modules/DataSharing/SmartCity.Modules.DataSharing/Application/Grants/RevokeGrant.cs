using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.DataSharing.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.DataSharing.Application.Grants;

/// <summary>The bureau revokes a grant; nothing is supplied under it any more.</summary>
internal sealed record RevokeGrant(GrantId Grant, string Reason, long ExpectedVersion) : ICommand, IChangesObject;

internal sealed class RevokeGrantValidator : AbstractValidator<RevokeGrant>
{
    public RevokeGrantValidator()
    {
        RuleFor(command => command.Reason).RequiredText(InputRules.LongText);
    }
}

internal sealed class RevokeGrantHandler(IDataSharingDatabase database, Act act)
    : IRequestHandler<RevokeGrant, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(RevokeGrant command, CancellationToken cancellationToken)
    {
        var grant = await database.Grants.FirstOrDefaultAsync(one => one.Id == command.Grant, cancellationToken);
        var outcome = act.Authorise(grant, SharingAccess.OfReader, command.ExpectedVersion)
            .Then(() => grant!.Revoke(command.Reason, act.LegalDate));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
