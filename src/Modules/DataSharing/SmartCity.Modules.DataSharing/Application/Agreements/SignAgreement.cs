using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.DataSharing.Contracts;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.DataSharing.Application.Agreements;

/// <summary>The big data bureau signs what a unit proposed (article 33).</summary>
internal sealed record SignAgreement(AgreementId Agreement, long ExpectedVersion) : ICommand, IChangesObject, INoInput;

internal sealed class SignAgreementHandler(IDataSharingDatabase database, Act act, RulesInForce rules)
    : IRequestHandler<SignAgreement, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(SignAgreement command, CancellationToken cancellationToken)
    {
        var agreement = await database.Agreements.FirstOrDefaultAsync(
            one => one.Id == command.Agreement,
            cancellationToken
        );
        var outcome = act.Authorise(agreement, SharingAccess.OfUnitOrBureau, command.ExpectedVersion)
            .Then(() => agreement!.Sign(new(act.Actor.Account), rules));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
