using System.Linq.Expressions;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Assets.Domain.Cards;
using SmartCity.Modules.Assets.Domain.Inventories;
using SmartCity.Modules.Assets.Domain.Registrations;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Assets.Application;

/// <summary>
/// Who may read the ledger, and who may act on it; lists and details ask the same expression. A lead unit reads its own;
/// the informatization office, finance and those who oversee read all; an expert's or a county's account reads nothing.
/// </summary>
internal static class LedgerAccess
{
    private static readonly LocalizedText LeadUnit = new("项目建设牵头单位", "the lead unit of the project");

    public static Expression<Func<AssetRegistration, bool>> Registrations(Actor actor)
    {
        var (all, units) = ScopeOf(actor);
        return registration => all || units.Contains(registration.LeadUnit);
    }

    public static Expression<Func<AssetCard, bool>> Cards(Actor actor)
    {
        var (all, units) = ScopeOf(actor);
        return card => all || units.Contains(card.LeadUnit);
    }

    public static Expression<Func<InventoryCampaign, bool>> Campaigns(Actor actor)
    {
        var (all, units) = ScopeOf(actor);
        return campaign => all || units.Contains(campaign.Unit);
    }

    /// <summary>May this actor read what belongs to a project that this unit leads?</summary>
    public static bool ReadsProjectOf(Actor actor, UnitId leadUnit)
    {
        var (all, units) = ScopeOf(actor);
        return all || units.Contains(leadUnit);
    }

    /// <summary>For what the module does on an event; the authority table lets nobody else send it.</summary>
    public static ObjectAuthority<AssetRegistration> RegistrationOfTheModule { get; } =
        new((_, _) => true, (_, _) => null);

    /// <inheritdoc cref="RegistrationOfTheModule"/>
    public static ObjectAuthority<AssetCard> CardOfTheModule { get; } = new((_, _) => true, (_, _) => null);

    public static ObjectAuthority<AssetRegistration> RegistrationOfTheLeadUnit { get; } =
        new(
            (actor, registration) => ReadsProjectOf(actor, registration.LeadUnit),
            (actor, registration) => NotOf(actor, registration.LeadUnit)
        );

    public static ObjectAuthority<AssetCard> CardOfTheLeadUnit { get; } =
        new((actor, card) => ReadsProjectOf(actor, card.LeadUnit), (actor, card) => NotOf(actor, card.LeadUnit));

    /// <summary>For the receiver of a hand-over; that he is the one named is for article 40 to say.</summary>
    public static ObjectAuthority<AssetCard> CardOfItsReaders { get; } =
        new((actor, card) => ReadsProjectOf(actor, card.LeadUnit), (_, _) => null);

    public static ObjectAuthority<InventoryCampaign> CampaignOfTheUnit { get; } =
        new(
            (actor, campaign) => ReadsProjectOf(actor, campaign.Unit),
            (actor, campaign) => NotOf(actor, campaign.Unit)
        );

    public static bool SeesAll(Actor actor) => ScopeOf(actor).All;

    private static (bool All, IReadOnlyList<UnitId> Units) ScopeOf(Actor actor)
    {
        if (actor.Jurisdiction != Jurisdictions.City || actor.Role == Roles.Expert)
        {
            return (false, []);
        }

        var all = actor.ReadsOnly || actor.Role is Roles.InformatizationOffice or Roles.FinanceBureau;
        return (all, Roles.UnitsActedFor(actor));
    }

    private static Error? NotOf(Actor actor, UnitId unit) =>
        actor.IsOf(unit.Value) ? null : Error.WrongAuthority(LeadUnit, 40);
}
