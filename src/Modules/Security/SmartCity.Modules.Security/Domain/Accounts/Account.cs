using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Rules;
using SmartCity.Modules.Security.Domain.Units;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Security.Domain.Accounts;

/// <summary>
/// An account through which a person or a partner's system acts for its unit: <c>open → closed</c>, and closed for ever,
/// because what was done through it stays done by it. One of great power begins as <c>awaits confirmation</c>, and is open
/// once a second administrator has confirmed it. How its holder proves himself is kept elsewhere.
/// </summary>
[ObjectName("account", "账号", "account")]
internal sealed class Account : AggregateRoot<AccountId>
{
    private readonly List<EarlierUnit> earlierUnits = [];

    private Account() { }

    /// <summary>What its holder types to sign in; a partner's system sends it as its client id.</summary>
    public string UserName { get; private init; } = "";

    /// <summary>The office it stands for, as people know it. Never a person's name.</summary>
    public string Name { get; private init; } = "";

    public UnitId Unit { get; private set; }

    /// <summary>The units that it belonged to until they were merged; not loaded unless asked for.</summary>
    public IReadOnlyList<EarlierUnit> EarlierUnits => earlierUnits;

    public AccountOffice Office { get; private init; }

    /// <summary>False for a partner's system.</summary>
    public bool IsNaturalPerson { get; private init; }

    /// <summary>What an expert is qualified in.</summary>
    public IReadOnlyList<string> Specialties { get; private init; } = [];

    public bool IsActive { get; private set; } = true;

    /// <summary>True while nobody can sign in to it because nobody but its registrar has seen it.</summary>
    public bool AwaitsConfirmation { get; private set; }

    /// <summary>Who registered it; null where nobody else has to confirm.</summary>
    public AccountId? Registrar { get; private init; }

    public AccountId? ConfirmedBy { get; private set; }

    /// <summary>The last day of the person who held it; null while he is there, and where it was closed for another reason.</summary>
    public DateOnly? LastDay { get; private set; }

    /// <summary>On what his leaving rests: the decision by name and number.</summary>
    public string? DepartureBasis { get; private set; }

    /// <summary>Whether a partner's system is issued only tokens that are bound to its certificate (RFC 8705).</summary>
    public bool BoundTokensOnly { get; private set; }

    /// <summary>Registers an account, or tells why this unit can have none like it.</summary>
    /// <param name="registrar">Who registers it, where another has to confirm; null where nobody has to.</param>
    public static Result<Account> Register(
        AccountId id,
        Unit unit,
        AccountParticulars particulars,
        AccountId? registrar = null
    )
    {
        if (WhyNot(unit, particulars) is { } error)
        {
            return error;
        }

        return new Account
        {
            IsActive = registrar is null,
            AwaitsConfirmation = registrar is not null,
            Registrar = registrar,
            Id = id,
            UserName = particulars.UserName,
            Name = particulars.Name,
            Unit = unit.Id,
            Office = particulars.Office,
            IsNaturalPerson = particulars.IsNaturalPerson,
            Specialties = [.. particulars.Specialties],
        };
    }

    /// <summary>The role it acts in: its office's own, or the one that the unit's kind gives.</summary>
    public string RoleIn(Unit unit) => RoleOf(Office, unit);

    /// <inheritdoc cref="RoleIn"/>
    public static string RoleOf(AccountOffice office, Unit unit) =>
        office switch
        {
            AccountOffice.Expert => Roles.Expert,
            AccountOffice.Administrator => Roles.Administrator,
            AccountOffice.Staff => unit.Competence.Role,
            _ => throw new InvalidOperationException($"No role for {office}."),
        };

    /// <summary>A second administrator looks at what the first one registered, and opens it.</summary>
    public Result Confirm(AccountId by, RulesInForce rules)
    {
        if (!AwaitsConfirmation)
        {
            return Error.IllegalTransition(new("该账号不待确认。", "The account awaits no confirmation."));
        }

        return rules
            .Judge(Article32.AccountConfirmedByAnother.On(new(by == Registrar)))
            .Then(() =>
            {
                (IsActive, AwaitsConfirmation, ConfirmedBy) = (true, false, by);
                return Result.Success;
            });
    }

    public Result Close(DateOnly today)
    {
        if (!IsActive && !AwaitsConfirmation)
        {
            return Error.IllegalTransition(new("该账号已经注销。", "The account is closed already."));
        }

        if (IsActive && IsNaturalPerson)
        {
            Announce(new PersonLeft(Id, Unit, Name, LastDay ?? today));
        }

        (IsActive, AwaitsConfirmation) = (false, false);
        return Result.Success;
    }

    /// <summary>Its unit was merged: it belongs to the successor from now on.</summary>
    /// <param name="lastDay">The last day of the old unit.</param>
    public void MoveTo(UnitId successor, DateOnly lastDay)
    {
        earlierUnits.Add(EarlierUnit.Of(earlierUnits.Count + 1, Unit, lastDay));
        Unit = successor;
    }

    /// <summary>The unit that it belonged to on a day.</summary>
    public UnitId UnitOn(DateOnly day) =>
        earlierUnits.OrderBy(one => one.Number).FirstOrDefault(one => one.LastDay >= day)?.Unit ?? Unit;

    /// <summary>The person who holds it has left: it is closed, and whoever names him for a duty hears of it.</summary>
    public Result Leave(DateOnly lastDay, string basis, DateOnly today)
    {
        if (!IsNaturalPerson)
        {
            return Error.Unprocessable(
                "DEPARTURE_NEEDS_A_PERSON",
                new("业务系统账号不离任，请直接注销。", "A partner's system does not leave; close its account.")
            );
        }

        if (lastDay > today)
        {
            return Error.Unprocessable(
                "DEPARTURE_NOT_YET",
                new("离任日期未到，请在离任之日起登记。", "The last day has not come yet; record it from that day on.")
            );
        }

        if (IsActive)
        {
            (LastDay, DepartureBasis) = (lastDay, basis);
        }

        return Close(today);
    }

    /// <summary>Whether it may be proved by other keys from now on: those of an open account of a partner's system.</summary>
    public Result ProveByKeys() =>
        this switch
        {
            { IsNaturalPerson: true } => Error.Unprocessable(
                "KEYS_FOR_SYSTEMS_ONLY",
                new("公钥只用于业务系统账号。", "Public keys are for a partner's system only.")
            ),
            { IsActive: false } => Error.IllegalTransition(
                new("该账号尚待确认或者已经注销。", "The account awaits confirmation or is closed.")
            ),
            _ => Result.Success,
        };

    /// <summary>From now on a partner's system is issued bound tokens only, or others too.</summary>
    /// <param name="hasCertificate">Without one it would be issued nothing at all.</param>
    public Result ConfineToBoundTokens(bool boundTokensOnly, bool hasCertificate)
    {
        if (IsNaturalPerson)
        {
            return Error.Unprocessable(
                "BOUND_TOKENS_FOR_SYSTEMS_ONLY",
                new("绑定令牌只用于业务系统账号。", "Bound tokens are for a partner's system only.")
            );
        }

        if (!IsActive)
        {
            return Error.IllegalTransition(new("该账号已经注销。", "The account is closed already."));
        }

        if (boundTokensOnly && !hasCertificate)
        {
            return Error.Unprocessable(
                "NO_CERTIFICATE_BOUND",
                new(
                    "该业务系统还没有绑定证书，请先绑定，否则它得不到任何令牌。",
                    "No certificate is bound to this system: bind one first, or it would be issued no token at all."
                )
            );
        }

        BoundTokensOnly = boundTokensOnly;
        return Result.Success;
    }

    private static Error? WhyNot(Unit unit, AccountParticulars particulars) =>
        particulars switch
        {
            { Office: not AccountOffice.Staff, IsNaturalPerson: false } => Error.Unprocessable(
                "OFFICE_NEEDS_A_PERSON",
                new("评审专家和系统管理员只能是自然人账号。", "An expert or an administrator is a natural person.")
            ),
            { Office: AccountOffice.Administrator } when unit.Kind != UnitKind.InformatizationOffice =>
                Error.Unprocessable(
                    "ADMINISTRATOR_OF_OTHER_UNIT",
                    new("系统管理员账号只能属于市政府信息办。", "Administrators belong to the informatization office.")
                ),
            { Office: AccountOffice.Expert } when unit.Competence.ReadsOnly => Error.Unprocessable(
                "OVERSEER_AS_EXPERT",
                new(
                    "审计、纪检监察机关只监督，不派评审专家。",
                    "Units that oversee review nothing themselves: they employ no experts."
                )
            ),
            { Office: AccountOffice.Staff } when unit.Kind == UnitKind.ExpertEmployer => Error.Unprocessable(
                "EMPLOYER_OF_EXPERTS_ONLY",
                new(
                    "专家所在单位只登记评审专家账号。",
                    "A unit registered as experts' employer has expert accounts only."
                )
            ),
            _ => null,
        };
}

/// <summary>What is told of an account when it is registered.</summary>
internal sealed record AccountParticulars(
    string UserName,
    string Name,
    AccountOffice Office,
    bool IsNaturalPerson,
    IReadOnlyList<string> Specialties
);
