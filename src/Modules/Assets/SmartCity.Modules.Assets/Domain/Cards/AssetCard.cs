using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Assets.Contracts;
using SmartCity.Modules.Assets.Domain.Registrations;
using SmartCity.Modules.Assets.Domain.Rules;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Notices;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Assets.Domain.Cards;

/// <summary>What the lead unit writes on a card. Ownership is not among it: it follows from the contract's financing.</summary>
internal sealed record CardText(
    ContractId? Contract,
    int? LineNumber,
    string Name,
    FinanceCategory Category,
    Money Value,
    long Quantity,
    string Location,
    DateOnly AcquiredOn
);

/// <summary>An account named as custodian, with what Security says of it.</summary>
internal sealed record NamedCustodian(AccountId Account, string Name, UnitId Unit, bool IsNaturalPerson, bool IsActive)
{
    /// <summary>The units whose business his unit has taken over.</summary>
    public IReadOnlyList<UnitId> Predecessors { get; init; } = [];

    /// <summary>Is he of this unit, which may have been merged into his?</summary>
    public bool IsOf(UnitId unit) => unit == Unit || Predecessors.Contains(unit);
}

/// <summary>One asset or lot of them: from which contract line it came, whose it is, where it stands and who keeps it.</summary>
[ObjectName("asset-card", "资产卡片", "asset card")]
internal sealed class AssetCard : AggregateRoot<AssetCardId>
{
    internal const int NumberLength = 22;

    private readonly List<HandOver> handOvers = [];

    private AssetCard() { }

    /// <summary>卡片编号</summary>
    public string Number { get; private init; } = "";

    public AssetRegistrationId Registration { get; private init; }

    public DeclarationId Declaration { get; private init; }

    public string ProjectName { get; private init; } = "";

    public UnitId LeadUnit { get; private init; }

    public string LeadUnitName { get; private init; } = "";

    public ContractId Contract { get; private init; }

    public string ContractNumber { get; private init; } = "";

    public int LineNumber { get; private init; }

    public ContractLineClass LineClass { get; private init; }

    public string Name { get; private init; } = "";

    public FinanceCategory Category { get; private init; }

    public Money Value { get; private init; }

    public long Quantity { get; private init; }

    public string QuantityUnit { get; private init; } = "";

    public FinancingMode Financing { get; private init; }

    /// <summary>Derived from the financing when the card is made; nobody writes it.</summary>
    public Ownership Ownership { get; private init; }

    public AssetRegister Register { get; private init; }

    public string Location { get; private set; } = "";

    public AccountId Custodian { get; private set; }

    public string CustodianName { get; private set; } = "";

    public DateOnly AcquiredOn { get; private init; }

    public DateOnly RegisteredOn { get; private init; }

    public AccountId RegisteredBy { get; private init; }

    public CardState State { get; private set; }

    public string? StruckOffBecause { get; private set; }

    /// <summary>Null where it fell with a revoked acceptance.</summary>
    public AccountId? StruckOffBy { get; private set; }

    public DateOnly? StruckOffOn { get; private set; }

    public IReadOnlyList<HandOver> HandOvers => handOvers;

    internal static AssetCard Make(
        AssetCardId id,
        AssetRegistration registration,
        RegistrationLine line,
        CardText text,
        NamedCustodian custodian,
        AccountId by,
        DateOnly on
    )
    {
        var ownership = Article39.OwnershipOf(line.Financing);
        return new()
        {
            Id = id,
            Number = $"KP{id.Value:N}"[..NumberLength].ToUpperInvariant(),
            Registration = registration.Id,
            Declaration = registration.Declaration,
            ProjectName = registration.ProjectName,
            LeadUnit = registration.LeadUnit,
            LeadUnitName = registration.LeadUnitName,
            Contract = line.Contract,
            ContractNumber = line.ContractNumber,
            LineNumber = line.Number,
            LineClass = line.Class,
            Name = text.Name,
            Category = text.Category,
            Value = text.Value,
            Quantity = text.Quantity,
            QuantityUnit = line.QuantityUnit,
            Financing = line.Financing,
            Ownership = ownership,
            Register = Article39.RegisterOf(ownership),
            Location = text.Location,
            Custodian = custodian.Account,
            CustodianName = custodian.Name,
            AcquiredOn = text.AcquiredOn,
            RegisteredOn = on,
            RegisteredBy = by,
        };
    }

    /// <summary>The giver's act: the custodian hands over. A proposal that nobody accepted before lapses.</summary>
    public Result ProposeHandOver(HandOverText text, NamedCustodian? to, AccountId by, RulesInForce rules)
    {
        var judged = OnLedger()
            .Then(() =>
                rules.Judge(
                    Article40.HandOverRequired.On(new(text.From == Custodian, null)),
                    Article40.CustodianRequired.On(Article40.CustodianFacts.Of(to, LeadUnit))
                )
            );
        if (judged.IsFailure)
        {
            return judged;
        }

        Proposed()?.Lapse();
        handOvers.Add(HandOver.Propose(handOvers.Count + 1, this, to!, text, by, rules.Today));
        return Result.Success;
    }

    /// <summary>The receiver's act, from his own account: custodian and location change in it together.</summary>
    public Result AcceptHandOver(AccountId by, RulesInForce rules)
    {
        var proposed = Proposed();
        var judged = OnLedger()
            .Then(() =>
                rules.Judge(Article40.HandOverRequired.On(new(proposed?.From == Custodian, proposed?.To == by)))
            );
        if (judged.IsFailure)
        {
            return judged;
        }

        proposed!.Accept(rules.Today);
        (Custodian, CustodianName, Location) = (proposed.To, proposed.ToName, proposed.ToLocation);
        return Result.Success;
    }

    /// <summary>
    /// The custodian has left, or the one who was to take the asset over: what was proposed to either lapses, and the lead unit
    /// is told to name another by a hand-over.
    /// </summary>
    public Result ReopenCustody(PersonLeft left, DateOnly today) =>
        OnLedger()
            .Then(() =>
            {
                Proposed()?.Lapse();
                Announce(CustodyNotice(left, today));
                return Result.Success;
            });

    internal Result StrikeOff(string reason, AccountId? by, DateOnly on)
    {
        var struck = OnLedger();
        if (struck.IsFailure)
        {
            return struck;
        }

        Proposed()?.Lapse();
        (State, StruckOffBecause, StruckOffBy, StruckOffOn) = (CardState.StruckOff, reason, by, on);
        return Result.Success;
    }

    private NoticeRaised CustodyNotice(PersonLeft left, DateOnly today) =>
        new(
            NoticeIdentity.Of(Id.Value, $"vacant-{left.Account.Value}"),
            "assets.custody-vacant",
            LeadUnit.Value,
            Account: null,
            "资产保管人离任，请办理移交",
            "The custodian of an asset has left: please hand it over",
            $"{left.Name}自{left.LastDay:yyyy-MM-dd}后不再任职，资产“{Name}”（{Number}）无人保管或者无人接收。请办理移交，由新保管人本人接收。",
            $"{left.Name} serves no longer after {left.LastDay:yyyy-MM-dd}; nobody keeps or receives the asset {Number}. Propose a hand-over to another custodian, who accepts it himself.",
            40,
            "asset-card",
            Identity,
            Name,
            Clock: null,
            DueOn: null,
            today
        );

    private HandOver? Proposed() => handOvers.Find(one => one.State == HandOverState.Proposed);

    private Result OnLedger() =>
        State == CardState.OnLedger
            ? Result.Success
            : Error.IllegalTransition(
                new("资产卡片已注销，不能再办理。", "The card is struck off; nothing more is done on it.")
            );
}
