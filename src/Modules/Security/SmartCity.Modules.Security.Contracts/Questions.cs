using MediatR;

namespace SmartCity.Modules.Security.Contracts;

/// <summary>What another module may know of a unit.</summary>
/// <param name="Kind">Its kind today.</param>
/// <param name="Jurisdiction">The administrative division code its power is bound to: 610400 for the city, or one of its counties.</param>
/// <param name="CreditCode">Its unified social credit code.</param>
public sealed record UnitProfile(UnitId Id, string Name, UnitKind Kind, string Jurisdiction, string CreditCode)
{
    /// <summary>The units that ended and whose business it has taken over.</summary>
    public IReadOnlyList<UnitId> Predecessors { get; init; } = [];
}

/// <summary>Asks what unit this is, an ended one too; null where there is none.</summary>
public sealed record UnitOf(UnitId Unit) : IRequest<UnitProfile?>;

/// <summary>A unit that bears a name which was asked for.</summary>
/// <param name="Name">The name as it was asked: the unit's full or short one.</param>
public sealed record NamedUnit(string Name, UnitProfile Unit);

/// <summary>
/// Asks which units bear these names, in one question. Names that no unit bears are left out; where two units bear the
/// same, both are told. Of a unit that ended, the one that has taken over its business is told.
/// </summary>
public sealed record UnitsNamed(IReadOnlyCollection<string> Names) : IRequest<IReadOnlyList<NamedUnit>>;

/// <summary>What another module may know of an account.</summary>
/// <param name="Name">The account's name as people know it: its office.</param>
/// <param name="Unit">The unit it belongs to; for an expert, the employer.</param>
/// <param name="IsNaturalPerson">False for a partner's system.</param>
/// <param name="Specialties">What an expert is qualified in; empty for others.</param>
public sealed record AccountProfile(
    AccountId Id,
    string Name,
    UnitId Unit,
    string Role,
    bool IsNaturalPerson,
    bool IsActive,
    IReadOnlyList<string> Specialties
)
{
    /// <summary>The units that ended and whose business the account's unit has taken over.</summary>
    public IReadOnlyList<UnitId> Predecessors { get; init; } = [];

    /// <summary>Is this the account's unit, or one whose business that has taken over?</summary>
    public bool IsOf(UnitId unit) => unit == Unit || Predecessors.Contains(unit);
}

/// <summary>Asks who these accounts are, in one question; those that do not exist are left out.</summary>
public sealed record AccountsOf(IReadOnlyCollection<AccountId> Accounts) : IRequest<IReadOnlyList<AccountProfile>>;

/// <summary>A post that an account holds in a unit.</summary>
/// <param name="Title">The post as the unit calls it, such as 局长.</param>
/// <param name="From">The first day in it.</param>
/// <param name="Until">The last day in it; null while no end is known.</param>
public sealed record PostProfile(
    AccountId Account,
    UnitId Unit,
    PostKind Kind,
    string Title,
    DateOnly From,
    DateOnly? Until
);

/// <summary>Asks which posts these accounts hold on a day, in one question; accounts without a post are left out.</summary>
public sealed record PostsOf(IReadOnlyCollection<AccountId> Accounts, DateOnly On)
    : IRequest<IReadOnlyList<PostProfile>>;

/// <summary>Who would act through an account that is open today.</summary>
/// <param name="Name">The account's name as people know it: its office.</param>
/// <param name="ReadsOnly">True for those who oversee.</param>
public sealed record ActingProfile(
    AccountId Account,
    string Name,
    UnitId Unit,
    string Role,
    string Jurisdiction,
    bool IsNaturalPerson,
    bool ReadsOnly
)
{
    /// <summary>The units that ended and whose business the account's unit has taken over.</summary>
    public IReadOnlyList<UnitId> Predecessors { get; init; } = [];
}

/// <summary>Asks who acts through the account of this user name; null where there is none, or it is closed.</summary>
public sealed record ActingThrough(string UserName) : IRequest<ActingProfile?>;
