using System.ComponentModel;
using AutoMapper;
using AutoMapper.QueryableExtensions;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Assets.Contracts;
using SmartCity.Modules.Assets.Domain.Cards;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Assets.Application.Keeping;

/// <summary>The cards that the actor may read, the newest first, page by page.</summary>
/// <param name="Register">The state ledger, or the register of what is rented from enterprises.</param>
/// <param name="Text">Part of the asset's or project's name or of the card's number.</param>
internal sealed record ListCards(
    DeclarationId? Declaration = null,
    UnitId? Unit = null,
    Ownership? Ownership = null,
    AssetRegister? Register = null,
    AccountId? Custodian = null,
    CardState? State = null,
    string? Text = null,
    string? After = null,
    int? Limit = null
) : IQuery<Page<ListCards.CardLine>>
{
    internal sealed record CardLine(
        [property: Description("系统编号")] AssetCardId Id,
        [property: Description("卡片编号")] string Number,
        [property: Description("资产登记编号")] AssetRegistrationId Registration,
        [property: Description("申报事项编号")] DeclarationId Declaration,
        [property: Description("项目名称")] string ProjectName,
        [property: Description("牵头单位编号")] UnitId LeadUnit,
        [property: Description("牵头单位")] string LeadUnitName,
        [property: Description("资产名称")] string Name,
        [property: Description("资产类别")] FinanceCategory Category,
        [property: Description("价值")] Money Value,
        [property: Description("数量")] long Quantity,
        [property: Description("计量单位")] string QuantityUnit,
        [property: Description("产权归属")] Ownership Ownership,
        [property: Description("登记簿")] AssetRegister Register,
        [property: Description("地点")] string Location,
        [property: Description("保管人账号编号")] AccountId Custodian,
        [property: Description("保管人")] string CustodianName,
        [property: Description("状态")] CardState State
    );

    /// <summary>Where a page ended.</summary>
    internal sealed record Position(string Number);
}

internal sealed class ListCardsValidator : AbstractValidator<ListCards>
{
    public ListCardsValidator()
    {
        RuleFor(query => query.Ownership).KnownWord();
        RuleFor(query => query.Register).KnownWord();
        RuleFor(query => query.State).KnownWord();
        RuleFor(query => query.Text).Text(InputRules.ShortText);
        RuleFor(query => query.Limit).InclusiveBetween(1, Cursor.LargestLimit).WithErrorCode("OUT_OF_RANGE");
    }
}

internal sealed class ListCardsHandler(IAssetsDatabase database, RequestContext request, IMapper mapper)
    : IRequestHandler<ListCards, Result<Page<ListCards.CardLine>>>
{
    public async Task<Result<Page<ListCards.CardLine>>> Handle(ListCards query, CancellationToken cancellationToken)
    {
        var position = Cursor.Read<ListCards.Position>(query.After);
        if (position.IsFailure)
        {
            return position.Failure;
        }

        var limit = query.Limit ?? Cursor.DefaultLimit;
        var readable = database.Cards.Where(LedgerAccess.Cards(request.Actor));
        var lines = await OfBook(OfProject(readable, query), query, position.Value)
            .OrderByDescending(card => card.Number)
            .Take(limit + 1)
            .ProjectTo<ListCards.CardLine>(mapper.ConfigurationProvider)
            .ToListAsync(cancellationToken);
        return lines.ToPage(limit, line => new ListCards.Position(line.Number));
    }

    private static IQueryable<AssetCard> OfProject(IQueryable<AssetCard> cards, ListCards query)
    {
        if (query.Declaration is { } declaration)
        {
            cards = cards.Where(card => card.Declaration == declaration);
        }

        if (query.Unit is { } unit)
        {
            cards = cards.Where(card => card.LeadUnit == unit);
        }

        if (query.Custodian is { } custodian)
        {
            cards = cards.Where(card => card.Custodian == custodian);
        }

        if (query.Text is { Length: > 0 } text)
        {
            cards = cards.Where(card =>
                card.Name.Contains(text) || card.ProjectName.Contains(text) || card.Number.Contains(text)
            );
        }

        return cards;
    }

    private static IQueryable<AssetCard> OfBook(
        IQueryable<AssetCard> cards,
        ListCards query,
        ListCards.Position? position
    )
    {
        if (query.Ownership is { } ownership)
        {
            cards = cards.Where(card => card.Ownership == ownership);
        }

        if (query.Register is { } register)
        {
            cards = cards.Where(card => card.Register == register);
        }

        if (query.State is { } state)
        {
            cards = cards.Where(card => card.State == state);
        }

        if (position is { Number: var after })
        {
#pragma warning disable CA1309, CA1310 // compared by the database, in the order that it sorts by
            cards = cards.Where(card => string.Compare(card.Number, after) < 0);
#pragma warning restore CA1309, CA1310
        }

        return cards;
    }
}
