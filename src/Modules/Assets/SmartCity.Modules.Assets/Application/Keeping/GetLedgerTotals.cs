using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Assets.Domain.Cards;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Assets.Application.Keeping;

/// <summary>The ledger of every unit that the actor may read, in numbers; cards struck off do not count.</summary>
internal sealed record GetLedgerTotals : IQuery<GetLedgerTotals.LedgerTotals>
{
    /// <param name="Cards">The number of cards in all lines.</param>
    /// <param name="Value">The sum of all lines.</param>
    internal sealed record LedgerTotals(IReadOnlyList<UnitTotal> Units, int Cards, Money Value);

    internal sealed record UnitTotal(UnitId Unit, string UnitName, AssetRegister Register, int Cards, Money Value);
}

internal sealed class GetLedgerTotalsHandler(IAssetsDatabase database, RequestContext request)
    : IRequestHandler<GetLedgerTotals, Result<GetLedgerTotals.LedgerTotals>>
{
    public async Task<Result<GetLedgerTotals.LedgerTotals>> Handle(
        GetLedgerTotals query,
        CancellationToken cancellationToken
    )
    {
        var sums = await database
            .Cards.Where(LedgerAccess.Cards(request.Actor))
            .Where(card => card.State == CardState.OnLedger)
            .GroupBy(card => new
            {
                card.LeadUnit,
                card.LeadUnitName,
                card.Register,
            })
            .Select(group => new
            {
                group.Key,
                Count = group.Count(),
                Fen = group.Sum(card => card.Value.Fen),
                Last = group.Max(card => card.RegisteredOn),
            })
            .ToListAsync(cancellationToken);
        // A unit that was renamed has cards under both names: it is one line, under the name of its last card.
        var units = sums.GroupBy(sum => (sum.Key.LeadUnit, sum.Key.Register))
            .Select(ofUnit => new GetLedgerTotals.UnitTotal(
                ofUnit.Key.LeadUnit,
                ofUnit.MaxBy(sum => sum.Last)!.Key.LeadUnitName,
                ofUnit.Key.Register,
                ofUnit.Sum(sum => sum.Count),
                Money.FromFen(ofUnit.Sum(sum => sum.Fen))
            ))
            .OrderBy(unit => unit.UnitName, StringComparer.Ordinal)
            .ThenBy(unit => unit.Register)
            .ToList();
        return new GetLedgerTotals.LedgerTotals(
            units,
            units.Sum(unit => unit.Cards),
            units.Select(unit => unit.Value).Sum()
        );
    }
}
