using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.DataSharing.Contracts;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.DataSharing.Application.Grants;

/// <summary>Conditions are not met: the bureau consults the provider, for it cannot refuse alone (article 18, INT-07).</summary>
internal sealed record OpenConsultation(GrantId Grant, string Reasons, long ExpectedVersion) : ICommand, IChangesObject;

internal sealed class OpenConsultationValidator : AbstractValidator<OpenConsultation>
{
    public OpenConsultationValidator()
    {
        RuleFor(command => command.Reasons).RequiredText(InputRules.LongText);
    }
}

internal sealed class OpenConsultationHandler(IDataSharingDatabase database, Act act, RulesInForce rules)
    : IRequestHandler<OpenConsultation, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(OpenConsultation command, CancellationToken cancellationToken)
    {
        var grant = await database.Grants.FirstOrDefaultAsync(one => one.Id == command.Grant, cancellationToken);
        var outcome = act.Authorise(grant, SharingAccess.OfReader, command.ExpectedVersion)
            .Then(() => grant!.OpenConsultation(command.Reasons, new(act.Actor.Unit), rules));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
