using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Accounts;
using SmartCity.Modules.Security.Domain.Rules;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Security.Domain.Delegations;

/// <summary>The database compares them where a list goes on after one.</summary>
internal readonly record struct DelegationId(Guid Value) : IStrongId<DelegationId>
{
    public static DelegationId From(Guid value) => new(value);

    public static bool operator <(DelegationId left, DelegationId right) => left.Value < right.Value;

    public static bool operator >(DelegationId left, DelegationId right) => left.Value > right.Value;
}

/// <summary>The days from the first to the last, both included.</summary>
internal sealed record Days(DateOnly First, DateOnly Last)
{
    public bool Meet(Days others) => First <= others.Last && others.First <= Last;

    /// <summary>The days that both have; only where they meet.</summary>
    public Days Common(Days others) =>
        new(First > others.First ? First : others.First, Last < others.Last ? Last : others.Last);
}

/// <summary>
/// That an account is absent for some days and a deputy of its unit stands in: the deputy sees what comes in for it, as
/// well as it does itself, marked on whose behalf. It ends with its last day, or before by decision.
/// </summary>
[ObjectName("delegation", "代办委托", "delegation")]
internal sealed class Delegation : AggregateRoot<DelegationId>
{
    private Delegation() { }

    public UnitId Unit { get; private set; }

    /// <summary>Who is absent.</summary>
    public AccountId Absentee { get; private init; }

    /// <summary>Who stands in.</summary>
    public AccountId Deputy { get; private init; }

    public DateOnly From { get; private init; }

    /// <summary>The last day of it.</summary>
    public DateOnly Until { get; private init; }

    public string Reason { get; private init; } = "";

    /// <summary>The legal date on which it was ended before its last day; from then on nobody stands in.</summary>
    public DateOnly? EndedOn { get; private set; }

    public Days Days => new(From, Until);

    public bool IsInForceOn(DateOnly day) => EndedOn is null && From <= day && day <= Until;

    /// <summary>Records an absence, or tells why the deputy cannot stand in.</summary>
    /// <param name="others">The delegations of the unit that were not ended.</param>
    public static Result<Delegation> Record(
        DelegationId id,
        Account absentee,
        Account deputy,
        Absence absence,
        IReadOnlyList<Delegation> others,
        RulesInForce rules
    )
    {
        if (WhyNot(absentee, deputy, absence, rules.Today) is { } error)
        {
            return error;
        }

        var judged = rules.Judge(
            Article29.DeputyIsAnother.On(new(absentee.Id, deputy.Id)),
            Article29.DeputyOfSameUnit.On(new(absentee.Unit, deputy.Unit)),
            Article29.OneDeputyAtATime.On(
                new(absence.Days, [.. others.Where(one => one.Absentee == absentee.Id).Select(one => one.Days)])
            ),
            Article29.NoCircleOfDeputies.On(new(absentee.Id, StandIns.After(deputy.Id, absence.Days, others)))
        );
        if (judged.IsFailure)
        {
            return judged.Failure;
        }

        return new Delegation
        {
            Id = id,
            Unit = absentee.Unit,
            Absentee = absentee.Id,
            Deputy = deputy.Id,
            From = absence.Days.First,
            Until = absence.Days.Last,
            Reason = absence.Reason,
        };
    }

    /// <summary>Ends it before its last day, at once.</summary>
    public Result End(DateOnly today)
    {
        if (EndedOn is not null || today > Until)
        {
            return Error.IllegalTransition(new("该代办委托已经结束。", "The delegation is over already."));
        }

        EndedOn = today;
        return Result.Success;
    }

    /// <summary>The unit of both was merged: they are of its successor.</summary>
    public void MoveTo(UnitId successor) => Unit = successor;

    private static Error? WhyNot(Account absentee, Account deputy, Absence absence, DateOnly today) =>
        (absentee, deputy) switch
        {
            ({ IsNaturalPerson: false }, _) or (_, { IsNaturalPerson: false }) => Error.Unprocessable(
                "DELEGATION_NEEDS_PERSONS",
                new("业务系统账号不请假，也不代办。", "A partner's system is neither absent nor a deputy.")
            ),
            ({ IsActive: false }, _) or (_, { IsActive: false }) => Error.Unprocessable(
                "ACCOUNT_CLOSED",
                new(
                    "账号已经注销，不能委托或代办。",
                    "The account is closed; it delegates to nobody and stands in for nobody."
                )
            ),
            _ when absentee.Office != deputy.Office => Error.Unprocessable(
                "DEPUTY_OF_OTHER_OFFICE",
                new(
                    "代办人与被代办人须为同类岗位：经办、评审专家或者系统管理员。",
                    "Deputy and absentee hold the same kind of office: staff, expert or administrator."
                )
            ),
            _ when absence.Days.Last < absence.Days.First => Error.Unprocessable(
                "DELEGATION_ENDS_BEFORE_IT_BEGINS",
                new("结束日期不能早于开始日期。", "A delegation does not end before it begins.")
            ),
            _ when absence.Days.Last < today => Error.Unprocessable(
                "DELEGATION_IS_PAST",
                new("结束日期已过，无须登记。", "Its last day has passed; there is nothing to stand in for.")
            ),
            _ => null,
        };
}

/// <summary>What is told of an absence.</summary>
internal sealed record Absence(Days Days, string Reason);
