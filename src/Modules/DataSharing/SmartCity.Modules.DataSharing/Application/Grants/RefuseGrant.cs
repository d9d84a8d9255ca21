using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.DataSharing.Contracts;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.DataSharing.Application.Grants;

/// <summary>The provider does not agree to share, and says why in writing (article 18).</summary>
internal sealed record RefuseGrant(GrantId Grant, string? Reasons, long ExpectedVersion) : ICommand, IChangesObject;

internal sealed class RefuseGrantValidator : AbstractValidator<RefuseGrant>
{
    public RefuseGrantValidator()
    {
        RuleFor(command => command.Reasons).Text(InputRules.LongText);
    }
}

internal sealed class RefuseGrantHandler(IDataSharingDatabase database, Act act, RulesInForce rules)
    : IRequestHandler<RefuseGrant, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(RefuseGrant command, CancellationToken cancellationToken)
    {
        var grant = await database.Grants.FirstOrDefaultAsync(one => one.Id == command.Grant, cancellationToken);
        var outcome = act.Authorise(grant, SharingAccess.OfGrantProvider, command.ExpectedVersion)
            .Then(() => grant!.Refuse(command.Reasons, rules));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
