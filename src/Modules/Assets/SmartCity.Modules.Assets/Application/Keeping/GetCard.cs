using System.ComponentModel;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Assets.Contracts;
using SmartCity.Modules.Assets.Domain.Cards;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Assets.Application.Keeping;

/// <summary>One card with its movements.</summary>
internal sealed record GetCard(AssetCardId Card) : IQuery<GetCard.CardDetail>
{
    internal sealed record CardDetail(
        AssetCardId Id,
        string Number,
        AssetRegistrationId Registration,
        DeclarationId Declaration,
        string ProjectName,
        UnitId LeadUnit,
        string LeadUnitName,
        ContractId Contract,
        string ContractNumber,
        int LineNumber,
        ContractLineClass LineClass,
        string Name,
        FinanceCategory Category,
        Money Value,
        long Quantity,
        string QuantityUnit,
        FinancingMode Financing,
        Ownership Ownership,
        AssetRegister Register,
        string Location,
        AccountId Custodian,
        string CustodianName,
        [property: Description("保管人是否仍在任；否则无人保管，须办理移交")] bool CustodianServes,
        DateOnly AcquiredOn,
        DateOnly RegisteredOn,
        CardState State,
        string? StruckOffBecause,
        DateOnly? StruckOffOn,
        IReadOnlyList<HandOverDetail> HandOvers,
        long Version
    );

    internal sealed record HandOverDetail(
        int Number,
        HandOverState State,
        AccountId From,
        string FromName,
        string FromLocation,
        AccountId To,
        string ToName,
        string ToLocation,
        string Reason,
        DateOnly ProposedOn,
        DateOnly? AcceptedOn
    );
}

internal sealed class GetCardHandler(IAssetsDatabase database, RequestContext request, IMediator mediator)
    : IRequestHandler<GetCard, Result<GetCard.CardDetail>>
{
    public async Task<Result<GetCard.CardDetail>> Handle(GetCard query, CancellationToken cancellationToken)
    {
        var found = await database
            .Cards.AsNoTracking()
            .Where(LedgerAccess.Cards(request.Actor))
            .FirstOrDefaultAsync(card => card.Id == query.Card, cancellationToken);
        if (found is null)
        {
            return Error.NotFound(new("资产卡片", "asset card"));
        }

        var custodian = await mediator.CustodianAsync(found.Custodian, cancellationToken);
        return DetailOf(found, custodian is { IsActive: true });
    }

    private static GetCard.CardDetail DetailOf(AssetCard card, bool custodianServes) =>
        new(
            card.Id,
            card.Number,
            card.Registration,
            card.Declaration,
            card.ProjectName,
            card.LeadUnit,
            card.LeadUnitName,
            card.Contract,
            card.ContractNumber,
            card.LineNumber,
            card.LineClass,
            card.Name,
            card.Category,
            card.Value,
            card.Quantity,
            card.QuantityUnit,
            card.Financing,
            card.Ownership,
            card.Register,
            card.Location,
            card.Custodian,
            card.CustodianName,
            custodianServes,
            card.AcquiredOn,
            card.RegisteredOn,
            card.State,
            card.StruckOffBecause,
            card.StruckOffOn,
            [.. card.HandOvers.OrderBy(one => one.Number).Select(HandOverOf)],
            card.Version
        );

    private static GetCard.HandOverDetail HandOverOf(HandOver one) =>
        new(
            one.Number,
            one.State,
            one.From,
            one.FromName,
            one.FromLocation,
            one.To,
            one.ToName,
            one.ToLocation,
            one.Reason,
            one.ProposedOn,
            one.AcceptedOn
        );
}
