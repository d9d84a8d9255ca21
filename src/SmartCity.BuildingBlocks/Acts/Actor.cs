using System.ComponentModel;

namespace SmartCity.BuildingBlocks.Acts;

public enum ActorKind
{
    /// <summary>A natural person signed in to an account.</summary>
    [Description("人员")]
    Person,

    /// <summary>A partner's system with credentials of its own.</summary>
    [Description("业务系统")]
    PartnerSystem,

    /// <summary>A module acting on an event, on behalf of the act that caused it.</summary>
    [Description("本系统")]
    Module,
}

/// <summary>Who acts.</summary>
/// <param name="Account">The account, or the empty id for a module.</param>
/// <param name="Name">The account's name as people know it: its office, never shown in logs.</param>
/// <param name="Unit">The unit that the account belongs to.</param>
/// <param name="Role">The role that the unit's kind and the acting post give.</param>
/// <param name="Jurisdiction">The administrative division code that the unit's power is bound to.</param>
/// <param name="ReadsOnly">True for those who oversee: they read everything and write nothing.</param>
public sealed record Actor(
    ActorKind Kind,
    Guid Account,
    string Name,
    Guid Unit,
    string Role,
    string Jurisdiction,
    bool ReadsOnly = false
)
{
    /// <summary>The units that ended and whose business goes on with the actor's unit; empty for most.</summary>
    public IReadOnlyList<Guid> Predecessors { get; init; } = [];

    /// <summary>Is this the actor's unit, or one whose business his unit has taken over?</summary>
    public bool IsOf(Guid unit) => unit == Unit || Predecessors.Contains(unit);

    public static Actor Module(string module) =>
        new(ActorKind.Module, Guid.Empty, $"System({module})", Guid.Empty, ModuleRole, "");

    /// <summary>The role of a module that acts on an event.</summary>
    public const string ModuleRole = "module";

    /// <summary>
    /// The role of those who look after the system itself. It stands here beside the modules' role because the kernel,
    /// which may know no module, names it in its authority table too.
    /// </summary>
    public const string AdministratorRole = "administrator";
}
