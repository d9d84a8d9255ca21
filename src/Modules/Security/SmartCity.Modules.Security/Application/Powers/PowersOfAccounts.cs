using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Application.Notices;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Security.Application.Powers;

/// <summary>
/// What an account may carry out by the authority tables of all modules, and what it may settle in an absentee's stead. What
/// depends on the object (whose project, which panel) the tables do not tell; it is asked when the object is there.
/// </summary>
internal sealed class PowersOfAccounts(Authorities authorities)
{
    // A deputy settles what is in the absentee's inbox; he acts on the objects themselves by his own role.
    private static readonly Type[] OfDeputies = [typeof(MarkNoticeRead), typeof(MarkNoticeActed)];

    private readonly List<Authority> acts =
    [
        .. authorities.All.Where(one => IsAct(one, one.Name)).OrderBy(one => one.Name, StringComparer.Ordinal),
    ];

    /// <summary>Is it an act of that name which anybody but the system itself may send?</summary>
    public static bool IsAct(Authority authority, string name) =>
        authority.Name == name
        && authority.Request.IsAssignableTo(typeof(ICommand))
        && !authority.Roles.SequenceEqual([Actor.ModuleRole]);

    /// <returns>In the order of the acts' names, what is his own first.</returns>
    public IEnumerable<ListPowers.PowerLine> Of(AccountOnADay found, ListPowers query, Language language)
    {
        var account = found.Account;
        var role = account.RoleIn(found.Unit);
        if (query.Role is { } asked && asked != role)
        {
            return [];
        }

        var actor = new Actor(
            account.IsNaturalPerson ? ActorKind.Person : ActorKind.PartnerSystem,
            account.Id.Value,
            account.Name,
            found.Unit.Id.Value,
            role,
            found.Unit.Jurisdiction,
            found.Unit.Competence.ReadsOnly
        );
        return acts.Where(act => query.Command is null || act.Name == query.Command)
            .Where(act => !authorities.Permit(act.Request, actor).IsFailure)
            .SelectMany(act => LinesOf(act, found, role, language));
    }

    private static IEnumerable<ListPowers.PowerLine> LinesOf(
        Authority act,
        AccountOnADay found,
        string role,
        Language language
    )
    {
        var (account, unit) = (found.Account, found.Unit);
        var actsForUnit = Roles.ActForTheirUnit(role);
        var own = new ListPowers.PowerLine(
            account.Id,
            account.UserName,
            account.Name,
            account.IsNaturalPerson,
            role,
            act.Name,
            act.Article,
            act.Competent.In(language),
            actsForUnit ? PowerBasis.Unit : PowerBasis.Office,
            actsForUnit ? unit.Id : null,
            found.UnitName,
            unit.Jurisdiction,
            [.. found.Posts.Select(post => post.Title)],
            OnBehalfOf: null,
            found.Since
        );
        return OfDeputies.Contains(act.Request)
            ?
            [
                own,
                .. found
                    .Represented.OrderBy(one => one.Absentee.Value)
                    .Select(one =>
                        own with
                        {
                            Basis = PowerBasis.Delegation,
                            OnBehalfOf = one.Absentee,
                            Since = one.Since,
                        }
                    ),
            ]
            : [own];
    }
}
