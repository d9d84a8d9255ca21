using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Modules.Construction.Domain.Buildings;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Construction.Application.Tendering;

/// <summary>The lead unit records which bid won (article 8).</summary>
internal sealed record AwardBid(
    BuildingId Building,
    BidId Bid,
    string AwardNoticeNumber,
    DateOnly AwardedOn,
    long ExpectedVersion
) : ICommand, IChangesObject;

internal sealed class AwardBidValidator : AbstractValidator<AwardBid>
{
    public AwardBidValidator()
    {
        RuleFor(command => command.AwardNoticeNumber).RequiredText(InputRules.ShortText);
        RuleFor(command => command.AwardedOn).PlausibleDate();
    }
}

internal sealed class AwardBidHandler(IConstructionDatabase database, Act act, RulesInForce rules)
    : IRequestHandler<AwardBid, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(AwardBid command, CancellationToken cancellationToken)
    {
        var building = await database.Buildings.FirstOrDefaultAsync(
            one => one.Id == command.Building,
            cancellationToken
        );
        var allowed = act.Authorise(building, BuildingAccess.OfTheLeadUnit, command.ExpectedVersion);
        if (allowed.IsFailure)
        {
            return allowed.Failure;
        }

        if (building!.Bids.FirstOrDefault(one => one.Id == command.Bid) is not { } bid)
        {
            return Error.NotFound(new("该投标", "bid"));
        }

        var bidder = await database.Contractors.SingleAsync(one => one.Id == bid.Contractor, cancellationToken);
        var demanded = await database.DemandedKindsAsync(building.Kind, command.AwardedOn, cancellationToken);
        var outcome = building.GiveAward(bid, bidder, demanded, command.AwardNoticeNumber, command.AwardedOn, rules);
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
