using SmartCity.BuildingBlocks.Acts;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Approval.Domain.Declarations;

/// <summary>The unit that declares, as Security knows it on the day of the act.</summary>
internal sealed record LeadUnit(UnitId Unit, string Name, UnitKind Kind, string CreditCode);

/// <summary>Who carries out an act, and for which unit.</summary>
internal sealed record ActingFor(AccountId Account, UnitId Unit)
{
    /// <summary>The units whose business his unit has taken over.</summary>
    public IReadOnlyList<UnitId> Predecessors { get; init; } = [];

    /// <summary>Does he act for this unit, which may have been merged into his?</summary>
    public bool IsFor(UnitId unit) => unit == Unit || Predecessors.Contains(unit);

    public static ActingFor Of(Actor actor) =>
        new(new(actor.Account), new(actor.Unit))
        {
            Predecessors = [.. actor.Predecessors.Select(unit => new UnitId(unit))],
        };
}

/// <summary>The master plan item that the sheet cites, as it stands on the day of the act.</summary>
internal sealed record CitedItem(string Code, MasterPlanItems.MasterPlanItemState State);

/// <summary>The panel that the office forms.</summary>
internal sealed record NamedPanel(
    ReviewSitting Sitting,
    IReadOnlyList<NamedExpert> Experts,
    IReadOnlyList<NamedDepartment> Departments,
    AccountId Chair
);

/// <summary>What a department said, as the conclusion records it.</summary>
internal sealed record DepartmentStatement(UnitId Unit, string Statement);

/// <summary>A unit that takes part beside the lead unit.</summary>
internal sealed class Participation
{
    private Participation() { }

    public UnitId Unit { get; private init; }

    public static Participation Of(UnitId unit) => new() { Unit = unit };
}
