using SmartCity.Modules.Construction.Domain.Rules;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Construction.Domain.Buildings;

/// <summary>The project's leader as Security knows him on the day of the act.</summary>
/// <param name="HoldsMainPost">Main leader or acting main leader (INT-26) of some unit.</param>
/// <param name="IsOfTheLeadUnit">His main post is in the lead unit; without one, his account belongs to it.</param>
internal sealed record NamedLeader(AccountId Account, string Name, bool HoldsMainPost, bool IsOfTheLeadUnit);

/// <summary>A member of the group as Security knows him on the day of the act.</summary>
internal sealed record NamedMember(AccountId Account, string Name, MemberRole Role, bool CanServe);

/// <summary>An expert or technician whom the office assigns.</summary>
internal sealed record NamedExpert(AccountId Account, string Name, bool CanServe, DateOnly AssignedOn);

/// <summary>The leader and the members whom the lead unit names (article 11); a new one takes the place of the last.</summary>
internal sealed class WorkingGroup
{
    private readonly List<GroupMember> members = [];

    private WorkingGroup() { }

    public AccountId Leader { get; private set; }

    public string LeaderName { get; private set; } = "";

    public DateOnly SetUpOn { get; private set; }

    public IReadOnlyList<GroupMember> Members => members;

    public static WorkingGroup SetUp(NamedLeader leader, IReadOnlyList<NamedMember> named, DateOnly today)
    {
        var group = new WorkingGroup();
        group.Replace(leader, named, today);
        return group;
    }

    internal void Replace(NamedLeader leader, IReadOnlyList<NamedMember> named, DateOnly today)
    {
        (Leader, LeaderName, SetUpOn) = (leader.Account, leader.Name, today);
        members.RemoveAll(member => named.All(one => one.Account != member.Account));
        foreach (var one in named)
        {
            if (members.Find(member => member.Account == one.Account) is { } member)
            {
                member.Serve(one);
            }
            else
            {
                members.Add(GroupMember.Of(one));
            }
        }
    }
}

internal sealed class GroupMember
{
    private GroupMember() { }

    public AccountId Account { get; private init; }

    public string Name { get; private set; } = "";

    public MemberRole Role { get; private set; }

    public static GroupMember Of(NamedMember named) =>
        new()
        {
            Account = named.Account,
            Name = named.Name,
            Role = named.Role,
        };

    internal void Serve(NamedMember named) => (Name, Role) = (named.Name, named.Role);
}

/// <summary>An expert or technician whom the office has assigned to the group (article 11).</summary>
internal sealed class AssignedExpert
{
    private AssignedExpert() { }

    public AccountId Account { get; private init; }

    public string Name { get; private init; } = "";

    public DateOnly AssignedOn { get; private init; }

    public static AssignedExpert Of(NamedExpert named) =>
        new()
        {
            Account = named.Account,
            Name = named.Name,
            AssignedOn = named.AssignedOn,
        };
}

/// <summary>Who of the group can serve today; asked again when the work starts.</summary>
/// <param name="NamedOn">The day on which the lead unit named leader and members; null where it has not.</param>
internal sealed record GroupToday(
    NamedLeader? Leader,
    IReadOnlyList<NamedMember> Members,
    IReadOnlyList<NamedExpert> Experts,
    DateOnly? NamedOn
)
{
    /// <summary>Only those of it who were named or assigned by that day: a start is not dated back before its group.</summary>
    public GroupToday StandingOn(DateOnly day)
    {
        var wasNamed = NamedOn <= day;
        return this with
        {
            Leader = wasNamed ? Leader : null,
            Members = wasNamed ? Members : [],
            Experts = [.. Experts.Where(expert => expert.AssignedOn <= day)],
        };
    }

    /// <summary>Who was named and has left his post or his account since, by name.</summary>
    public IReadOnlyList<string> Vacant =>
        [
            .. Leader is null or { HoldsMainPost: true, IsOfTheLeadUnit: true } ? [] : new[] { Leader.Name },
            .. Members.Where(member => !member.CanServe).Select(member => member.Name),
            // Those assigned stay on the list, so one who serves is enough.
            .. Experts.Any(expert => expert.CanServe) ? [] : Experts.Select(expert => expert.Name),
        ];

    public Article11.CompositionFacts Composition(Money totalInvestment) =>
        new(
            totalInvestment,
            Members.Count(member => member is { Role: MemberRole.Business, CanServe: true }),
            Members.Count(member => member is { Role: MemberRole.Technical, CanServe: true }),
            Experts.Count(expert => expert.CanServe)
        );
}
