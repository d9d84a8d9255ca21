using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Units;

namespace SmartCity.Modules.Security.Domain.Accounts;

/// <summary>
/// An account through which a person or a partner's system acts for its unit: <c>open → closed</c>, and closed for ever,
/// because what was done through it stays done by it. How its holder proves himself is kept elsewhere.
/// </summary>
[ObjectName("account", "账号", "account")]
internal sealed class Account : AggregateRoot<AccountId>
{
    private Account() { }

    /// <summary>What its holder types to sign in; a partner's system sends it as its client id.</summary>
    public string UserName { get; private init; } = "";

    /// <summary>The office it stands for, as people know it. Never a person's name.</summary>
    public string Name { get; private init; } = "";

    public UnitId Unit { get; private init; }

    public AccountOffice Office { get; private init; }

    /// <summary>False for a partner's system.</summary>
    public bool IsNaturalPerson { get; private init; }

    /// <summary>What an expert is qualified in.</summary>
    public IReadOnlyList<string> Specialties { get; private init; } = [];

    public bool IsActive { get; private set; } = true;

    /// <summary>Whether a partner's system is issued only tokens that are bound to its certificate (RFC 8705).</summary>
    public bool BoundTokensOnly { get; private set; }

    /// <summary>Registers an account, or tells why this unit can have none like it.</summary>
    public static Result<Account> Register(AccountId id, Unit unit, AccountParticulars particulars)
    {
        if (WhyNot(unit, particulars) is { } error)
        {
            return error;
        }

        return new Account
        {
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
    public string RoleIn(Unit unit) =>
        Office switch
        {
            AccountOffice.Expert => Roles.Expert,
            AccountOffice.Administrator => Roles.Administrator,
            AccountOffice.Staff => unit.Competence.Role,
            _ => throw new InvalidOperationException($"No role for {Office}."),
        };

    public Result Close()
    {
        if (!IsActive)
        {
            return Error.IllegalTransition(new("该账号已经注销。", "The account is closed already."));
        }

        IsActive = false;
        return Result.Success;
    }

    /// <summary>Whether it may be proved by other keys from now on: those of an open account of a partner's system.</summary>
    public Result ProveByKeys() =>
        this switch
        {
            { IsNaturalPerson: true } => Error.Unprocessable(
                "KEYS_FOR_SYSTEMS_ONLY",
                new("公钥只用于业务系统账号。", "Public keys are for a partner's system only.")
            ),
            { IsActive: false } => Error.IllegalTransition(new("该账号已经注销。", "The account is closed already.")),
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
