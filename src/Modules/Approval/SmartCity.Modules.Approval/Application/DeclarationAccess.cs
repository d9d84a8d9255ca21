using System.Linq.Expressions;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Approval.Application;

/// <summary>Who may read a declaration, and who may act on it; lists and details ask the same expression.</summary>
internal static class DeclarationAccess
{
    /// <summary>
    /// The units that declare, the departments and experts on a panel, finance from the passed review on, the office and
    /// those who oversee it. Officers of a county never see a municipal project (article 5).
    /// </summary>
    public static Expression<Func<Declaration, bool>> ReadableBy(Actor actor)
    {
        var (units, account) = (Roles.UnitsActedFor(actor), new AccountId(actor.Account));
        if (actor.Role == Roles.Expert)
        {
            return declaration =>
                declaration.Rounds.Any(round => round.Experts.Any(expert => expert.Account == account));
        }

        if (actor.Jurisdiction != Jurisdictions.City)
        {
            return _ => false;
        }

        if (actor.ReadsOnly || actor.Role == Roles.InformatizationOffice)
        {
            return _ => true;
        }

        var ofUnits = OfUnits(units).AsCondition();
        return actor.Role != Roles.FinanceBureau
            ? ofUnits
            : new Grounds<Declaration>(
                ofUnits,
                declaration =>
                    declaration.State == DeclarationState.ReviewPassed
                    || declaration.State == DeclarationState.ReportedToFinance
                    || declaration.State == DeclarationState.FundArranged
            ).AsCondition();
    }

    /// <summary>The same decision for a list, asked so that a unit's few are found among all others' many.</summary>
    public static IQueryable<Declaration> ReadableTo(this IQueryable<Declaration> declarations, Actor actor) =>
        SeesAsUnitOnly(actor)
            ? OfUnits(Roles.UnitsActedFor(actor)).Filter(declarations, declaration => declaration.Id)
            : declarations.Where(ReadableBy(actor));

    private static bool SeesAsUnitOnly(Actor actor) =>
        actor.Jurisdiction == Jurisdictions.City
        && !actor.ReadsOnly
        && actor.Role is not (Roles.Expert or Roles.InformatizationOffice or Roles.FinanceBureau);

    private static Grounds<Declaration> OfUnits(IReadOnlyList<UnitId> units) =>
        new(
            declaration => units.Contains(declaration.LeadUnit),
            declaration => declaration.Participations.Any(one => units.Contains(one.Unit)),
            declaration =>
                declaration.Rounds.Any(round => round.Departments.Any(department => units.Contains(department.Unit)))
        );

    /// <summary>For acts of the declaring units. That only the lead unit revises is for article 7 to say.</summary>
    public static ObjectAuthority<Declaration> OfDeclaringUnits { get; } =
        new(
            MayRead,
            (actor, declaration) =>
                IsDeclaring(actor, declaration) ? null : NotFor(new("项目牵头单位", "the lead unit of the project"))
        );

    /// <summary>For files: of a project that was taken over the office attaches the papers from before too.</summary>
    public static ObjectAuthority<Declaration> OfThoseWhoAttach { get; } =
        new(
            MayRead,
            (actor, declaration) =>
                IsDeclaring(actor, declaration)
                || (declaration.TakeOver is not null && actor.Role == Roles.InformatizationOffice)
                    ? null
                    : NotFor(new("项目牵头单位", "the lead unit of the project"))
        );

    /// <summary>For acts of the office; the authority table lets nobody else send them.</summary>
    public static ObjectAuthority<Declaration> OfTheOffice { get; } = new(MayRead, (_, _) => null);

    /// <summary>For what follows from an event; the authority table lets only the module itself send it.</summary>
    public static ObjectAuthority<Declaration> OfTheModule { get; } = new((_, _) => true, (_, _) => null);

    /// <summary>For drafts made from a list.</summary>
    public static ObjectAuthority<Declaration> OfImporters { get; } =
        new((_, _) => true, (actor, declaration) => WhyNotImport(actor, declaration.LeadUnit));

    /// <summary>Why this actor may not bring in a row of that lead unit; null where he may.</summary>
    public static Error? WhyNotImport(Actor actor, UnitId leadUnit) =>
        actor.Role == Roles.InformatizationOffice || actor.IsOf(leadUnit.Value)
            ? null
            : NotFor(new("市政府信息办，或者该项目的牵头单位", "the informatization office, or the lead unit itself"));

    /// <summary>For acts of finance; the authority table lets nobody else send them.</summary>
    public static ObjectAuthority<Declaration> OfFinance { get; } = new(MayRead, (_, _) => null);

    /// <summary>For acts of the lead unit alone: it asks for the project's money.</summary>
    public static ObjectAuthority<Declaration> OfLeadUnit { get; } =
        new(
            MayRead,
            (actor, declaration) =>
                actor.IsOf(declaration.LeadUnit.Value)
                    ? null
                    : NotFor(new("项目牵头单位", "the lead unit of the project"))
        );

    /// <summary>For acts of the panel's experts: those who read it sit on one of its rounds.</summary>
    public static ObjectAuthority<Declaration> OfExperts { get; } = new(MayRead, (_, _) => null);

    /// <summary>The lead unit withdraws its own; the office can cancel any.</summary>
    public static ObjectAuthority<Declaration> OfLeadUnitOrOffice { get; } =
        new(
            MayRead,
            (actor, declaration) =>
                actor.Role == Roles.InformatizationOffice || actor.IsOf(declaration.LeadUnit.Value)
                    ? null
                    : NotFor(
                        new("项目牵头单位或市政府信息办", "the lead unit of the project or the informatization office")
                    )
        );

    /// <summary>
    /// May this actor read the opinions of a round: the office and those who oversee it always, an expert his own, all
    /// others once the round is concluded, so that nobody leans on an expert.
    /// </summary>
    public static bool SeesOpinion(Actor actor, ReviewRound round, Opinion opinion) =>
        round.Conclusion is not null
        || actor.ReadsOnly
        || actor.Role == Roles.InformatizationOffice
        || opinion.Expert.Value == actor.Account;

    private static bool MayRead(Actor actor, Declaration declaration) =>
        ReadableBy(actor).Compile(preferInterpretation: true)(declaration);

    private static bool IsDeclaring(Actor actor, Declaration declaration) =>
        actor.IsOf(declaration.LeadUnit.Value) || declaration.Participations.Any(one => actor.IsOf(one.Unit.Value));

    private static Error NotFor(LocalizedText competent) => Error.WrongAuthority(competent, 6);
}
