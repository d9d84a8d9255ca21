using FluentValidation;
using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.DataSharing.Contracts;
using SmartCity.Modules.DataSharing.Domain.Agreements;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.DataSharing.Application.Agreements;

/// <summary>A unit that needs data proposes an agreement to the big data bureau (article 33).</summary>
internal sealed record ProposeAgreement(AgreementTerms Terms) : ICommand;

internal sealed class ProposeAgreementValidator : AbstractValidator<ProposeAgreement>
{
    private const int LongestRetention = 36_500;

    public ProposeAgreementValidator()
    {
        RuleFor(command => command.Terms)
            .NotNull()
            .ChildRules(terms =>
            {
                terms.RuleFor(one => one.Purposes).Lines().NotEmpty().WithErrorCode("REQUIRED");
                terms.RuleForEach(one => one.Purposes).KnownWord();
                terms
                    .RuleFor(one => one.RetentionDays)
                    .InclusiveBetween(1, LongestRetention)
                    .WithErrorCode("OUT_OF_RANGE");
                terms.RuleFor(one => one.Channels).Lines().NotEmpty().WithErrorCode("REQUIRED");
                terms.RuleForEach(one => one.Channels).KnownWord();
                terms.RuleFor(one => one.ProtectionDuties).RequiredText(InputRules.LongText);
                terms.RuleFor(one => one.ValidFrom).PlausibleDate();
                terms
                    .RuleFor(one => one.ValidUntil)
                    .PlausibleDate()
                    .GreaterThanOrEqualTo(one => one.ValidFrom)
                    .WithErrorCode("OUT_OF_RANGE");
            });
    }
}

internal sealed class ProposeAgreementHandler(
    IDataSharingDatabase database,
    Act act,
    RulesInForce rules,
    IMediator mediator,
    IIdSource ids
) : IRequestHandler<ProposeAgreement, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(ProposeAgreement command, CancellationToken cancellationToken)
    {
        var unit = await mediator.ActingUnitAsync(act.Actor, cancellationToken);
        if (unit.IsFailure)
        {
            return unit.Failure;
        }

        var proposed = Agreement.Propose(ids.Next<AgreementId>(), unit.Value, command.Terms, rules);
        if (proposed.IsFailure)
        {
            return proposed.Failure;
        }

        act.Authorise(proposed.Value, SharingAccess.OfUnitOrBureau);
        database.Agreements.Add(proposed.Value);
        return await database.SaveChangesAsync(act, cancellationToken);
    }
}
