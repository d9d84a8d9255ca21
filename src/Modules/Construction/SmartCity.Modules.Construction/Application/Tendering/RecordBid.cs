using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Modules.Construction.Domain.Buildings;
using SmartCity.Modules.Construction.Domain.Contractors;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Construction.Application.Tendering;

/// <summary>
/// The lead unit records a bid. Bids of one tender are taken one after the other, so that a contractor's second one hears
/// why it is not taken.
/// </summary>
internal sealed record RecordBid(BuildingId Building, ContractorId Contractor, Money Amount, DateOnly SubmittedOn)
    : ICommand;

internal sealed class RecordBidValidator : AbstractValidator<RecordBid>
{
    public RecordBidValidator()
    {
        RuleFor(command => command.Amount).PositiveAmount();
        RuleFor(command => command.SubmittedOn).PlausibleDate();
    }
}

internal sealed class RecordBidHandler(IConstructionDatabase database, Act act, RulesInForce rules, IIdSource ids)
    : IRequestHandler<RecordBid, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(RecordBid command, CancellationToken cancellationToken)
    {
        await database.LockAsync<Building, BuildingId>(command.Building, cancellationToken);
        var building = await database.Buildings.FirstOrDefaultAsync(
            one => one.Id == command.Building,
            cancellationToken
        );
        var allowed = act.Authorise(building, BuildingAccess.OfTheLeadUnit);
        if (allowed.IsFailure)
        {
            return allowed.Failure;
        }

        var bidder = await database.Contractors.FirstOrDefaultAsync(
            one => one.Id == command.Contractor,
            cancellationToken
        );
        if (bidder is null)
        {
            return Error.Invalid([
                new(
                    "contractor",
                    "CONTRACTOR_UNKNOWN",
                    new LocalizedText("没有登记这个承揽单位。", "No such contractor is registered.").In(
                        act.Context.Language
                    )
                ),
            ]);
        }

        var demanded = await database.DemandedKindsAsync(building!.Kind, command.SubmittedOn, cancellationToken);
        var outcome = building.RecordBid(
            ids.Next<BidId>(),
            bidder,
            demanded,
            command.Amount,
            command.SubmittedOn,
            rules
        );
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
