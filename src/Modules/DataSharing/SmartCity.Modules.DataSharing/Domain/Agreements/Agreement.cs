using System.ComponentModel;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.DataSharing.Contracts;
using SmartCity.Modules.DataSharing.Domain.Rules;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.DataSharing.Domain.Agreements;

/// <summary>协议的状态</summary>
internal enum AgreementState
{
    [Description("待签署")]
    Proposed,

    [Description("已签署")]
    Signed,

    [Description("已终止")]
    Ended,
}

/// <summary>An agreement as those see it who supply data under it.</summary>
internal sealed record AgreementStanding(
    AgreementState State,
    DateOnly ValidFrom,
    DateOnly ValidUntil,
    IReadOnlyList<Purpose> Purposes,
    IReadOnlyList<Channel> Channels
)
{
    /// <summary>The two questions of article 33, asked at the grant and again on each retrieval.</summary>
    public static IEnumerable<IQuestion> Questions(AgreementStanding? standing, DateOnly today)
    {
        var facts = new Article33.AgreementFacts(standing?.State, standing?.ValidFrom, standing?.ValidUntil, today);
        return [Article33.AgreementRequired.On(facts), Article33.AgreementExpired.On(facts)];
    }
}

/// <summary>
/// What a unit that needs data and the big data bureau agree on its use and protection (article 33). One agreement may
/// carry many grants.
/// </summary>
[ObjectName("agreement", "数据使用协议", "agreement")]
internal sealed class Agreement : AggregateRoot<AgreementId>
{
    private Agreement() { }

    /// <summary>协议编号: unique; its order is the order of making.</summary>
    public string Number { get; private init; } = "";

    public AgreementState State { get; private set; }

    /// <summary>The unit that needs the data.</summary>
    public UnitId Unit { get; private init; }

    public string UnitName { get; private init; } = "";

    public AgreementTerms Terms { get; private init; } = null!;

    // Beside the terms for lists in SQL.
    public DateOnly ValidFrom { get; private init; }

    public DateOnly ValidUntil { get; private init; }

    public DateOnly ProposedOn { get; private init; }

    public DateOnly? SignedOn { get; private set; }

    public AccountId? SignedBy { get; private set; }

    public DateOnly? EndedOn { get; private set; }

    public string? EndedBecause { get; private set; }

    public AgreementStanding Standing => new(State, ValidFrom, ValidUntil, Terms.Purposes, Terms.Channels);

    public static Result<Agreement> Propose(AgreementId id, ActingUnit unit, AgreementTerms terms, RulesInForce rules)
    {
        var judged = rules.Judge(Article22.DemanderNotEligible.On(new(unit.Name, unit.Kind)));
        return judged.IsFailure
            ? judged.Failure
            : new Agreement
            {
                Id = id,
                Number = Numbers.Of("XY", id),
                State = AgreementState.Proposed,
                Unit = unit.Unit,
                UnitName = unit.Name,
                Terms = terms,
                ValidFrom = terms.ValidFrom,
                ValidUntil = terms.ValidUntil,
                ProposedOn = rules.Today,
            };
    }

    /// <summary>待签署 → 已签署, by the big data bureau.</summary>
    public Result Sign(AccountId by, RulesInForce rules)
    {
        if (State != AgreementState.Proposed)
        {
            return Illegal();
        }

        (State, SignedBy, SignedOn) = (AgreementState.Signed, by, rules.Today);
        Entail(DataSharingClocks.AgreementEnd.Until(ValidUntil, ValidFrom, new(Unit.Value, Number), rules.Parameters));
        return Result.Success;
    }

    /// <summary>待签署、已签署 → 已终止: no data is supplied under it any more.</summary>
    public Result End(string reason, DateOnly on)
    {
        if (State == AgreementState.Ended)
        {
            return Illegal();
        }

        (State, EndedBecause, EndedOn) = (AgreementState.Ended, reason, on);
        Entail(DataSharingClocks.AgreementEnd.Lapse(reason));
        return Result.Success;
    }

    private Error Illegal() =>
        Error.IllegalTransition(
            State == AgreementState.Signed
                ? new("协议已经签署。", "The agreement is signed already.")
                : new("协议已经终止。", "The agreement has ended already.")
        );
}
