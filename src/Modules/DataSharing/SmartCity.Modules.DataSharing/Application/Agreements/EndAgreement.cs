using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.DataSharing.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.DataSharing.Application.Agreements;

/// <summary>A party ends the agreement; nothing is supplied under it any more.</summary>
internal sealed record EndAgreement(AgreementId Agreement, string Reason, long ExpectedVersion)
    : ICommand,
        IChangesObject;

internal sealed class EndAgreementValidator : AbstractValidator<EndAgreement>
{
    public EndAgreementValidator()
    {
        RuleFor(command => command.Reason).RequiredText(InputRules.LongText);
    }
}

internal sealed class EndAgreementHandler(IDataSharingDatabase database, Act act)
    : IRequestHandler<EndAgreement, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(EndAgreement command, CancellationToken cancellationToken)
    {
        var agreement = await database.Agreements.FirstOrDefaultAsync(
            one => one.Id == command.Agreement,
            cancellationToken
        );
        var outcome = act.Authorise(agreement, SharingAccess.OfUnitOrBureau, command.ExpectedVersion)
            .Then(() => agreement!.End(command.Reason, act.LegalDate));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
