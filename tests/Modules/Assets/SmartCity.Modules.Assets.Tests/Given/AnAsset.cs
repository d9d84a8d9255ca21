using SmartCity.BuildingBlocks.Acts;
using SmartCity.Modules.Assets.Contracts;
using SmartCity.Modules.Assets.Domain.Cards;
using SmartCity.Modules.Assets.Domain.Inventories;
using SmartCity.Modules.Assets.Domain.Registrations;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Calendars;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Assets.Tests.Given;

/// <summary>The module's aggregates in every state, without a database.</summary>
internal static class AnAsset
{
    public static readonly DateOnly Today = new(2026, 3, 2);

    private static readonly ContractId Contract = new(Ids.Next());

    public static RulesInForce Rules { get; } = new(ParameterSnapshot.AtPromulgation, Today);

    public static AccountId Clerk { get; } = Town.AccountOf(Town.HospitalClerk);

    public static AccountId Head { get; } = Town.AccountOf(Town.HospitalHead);

    public static AccountId KeeperAccount { get; } = Town.AccountOf(Town.HospitalKeeper);

    public static NamedCustodian Keeper { get; } = CustodianOf(Town.HospitalKeeper);

    public static NamedCustodian CustodianOf(Actor actor) =>
        new(Town.AccountOf(actor), actor.Name, new(actor.Unit), true, true);

    /// <summary>One line of 100.00 that needs a card.</summary>
    public static AssetRegistration ARegistration(
        FinancingMode financing = FinancingMode.Fiscal,
        DateOnly? passedOn = null
    ) =>
        AssetRegistration.Open(
            new AssetRegistrationId(Ids.Next()),
            new(
                new(Ids.Next()),
                new(Ids.Next()),
                1,
                "区域影像共享平台",
                Town.Hospital.Id,
                Town.Hospital.Name,
                passedOn ?? Today
            ),
            [
                new(
                    Contract,
                    "合〔2026〕1号",
                    financing,
                    1,
                    "服务器",
                    ContractLineClass.FixedAsset,
                    2,
                    "台",
                    Money.FromYuan(100)
                ),
            ],
            Rules,
            WorkingCalendar.Published
        );

    public static CardText Text(Money? value = null) =>
        new(Contract, 1, "服务器", FinanceCategory.Equipment, value ?? Money.FromYuan(100), 2, "一号机房", Today);

    public static AssetCard ACardOf(AssetRegistration registration, Money? value = null) =>
        registration.Register(new(Ids.Next()), Text(value), Keeper, Clerk, Rules).Value;

    public static AssetRegistration In(RegistrationState state)
    {
        var registration = ARegistration();
        if (state == RegistrationState.Open)
        {
            return registration;
        }

        var card = ACardOf(registration);
        if (state == RegistrationState.Void)
        {
            registration.Void("检测报告失实", [card], Today);
        }

        return registration;
    }

    /// <summary>An inventory of one card in this state; while variances are reconciled, the card is missing.</summary>
    public static InventoryCampaign In(CampaignState state, AssetCard card)
    {
        var campaign = InventoryCampaign.Plan(
            new(Ids.Next()),
            new(Town.Hospital.Id, Town.Hospital.Name),
            "年度清查",
            Today,
            Clerk,
            Today
        );
        Action[] steps =
        [
            () => campaign.StartCounting([card], Today),
            () => campaign.CloseCounting(Today),
            () =>
            {
                campaign.ResolveVariance(1, VarianceResolution.WriteOff, "遗失，已报批", Clerk, Today);
                campaign.ApproveAdjustments(Head, Rules);
            },
            () => campaign.SignOff(Head, Rules),
        ];
        foreach (var step in steps.Take((int)state))
        {
            step();
        }

        return campaign;
    }
}
