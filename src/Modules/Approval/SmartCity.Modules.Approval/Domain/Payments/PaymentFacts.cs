using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Domain.Payments;

/// <summary>
/// What finance must know of a project's later life before it pays. It is fed by events alone: nobody types a fact in,
/// and each fact has an event that ends it. What ended is kept beside what holds.
/// </summary>
[ObjectName("payment-facts", "拨付依据", "payment facts")]
internal sealed class PaymentFacts : AggregateRoot<DeclarationId>
{
    private readonly List<ContractFact> contracts = [];
    private readonly List<ProjectFact> facts = [];

    private PaymentFacts() { }

    public IReadOnlyList<ContractFact> Contracts => contracts;

    public IReadOnlyList<ProjectFact> Facts => facts;

    /// <summary>What of the contracts in force must be registered as assets.</summary>
    public Money Capitalised => contracts.Where(one => one.Holds).Select(one => one.Capitalised).Sum();

    public static PaymentFacts Of(DeclarationId declaration) => new() { Id = declaration };

    /// <summary>The contract as it holds now; null where there is none, or where it was terminated.</summary>
    public ContractFact? ContractInForce(ContractId? contract) =>
        contracts.Find(one => one.Contract == contract && one.Holds);

    /// <summary>The fact that holds now.</summary>
    public ProjectFact? Current(ProjectFactKind kind) => facts.Find(one => one.Kind == kind && one.Holds);

    /// <summary>How the registration stands for what was bought for so much.</summary>
    /// <param name="capitalised">What of it must be registered as assets.</param>
    public AssetRegistrationStanding RegistrationOf(Money capitalised, bool isService) =>
        isService || !capitalised.IsPositive ? AssetRegistrationStanding.NotApplicable
        : Current(ProjectFactKind.AssetsRegistered) is null ? AssetRegistrationStanding.Incomplete
        : AssetRegistrationStanding.Complete;

    /// <summary>Hears of a signed contract; heard again it changes nothing.</summary>
    public Result Hear(ContractTerms terms, FactOrigin origin)
    {
        if (!contracts.Exists(one => one.Contract == terms.Contract))
        {
            contracts.Add(ContractFact.Of(terms, origin));
        }

        return Result.Success;
    }

    public Result End(ContractId contract, FactEnd end, FactOrigin origin)
    {
        if (ContractInForce(contract) is not { } fact)
        {
            return Error.NotFound(new("生效的合同", "contract in force"));
        }

        fact.End(end, origin);
        return Result.Success;
    }

    /// <summary>Hears of what happened to the project; the same told anew takes the place of what was told before.</summary>
    public Result Hear(ProjectEvent told, FactOrigin origin)
    {
        Current(told.Kind)?.End(new("由新的事实代替", told.On), origin);
        facts.Add(ProjectFact.Of(facts.Count + 1, told, origin));
        return Result.Success;
    }

    /// <summary>
    /// Hears that the evaluation window ends on another day: the same use is told anew with it. What was overtaken by a
    /// later word changes nothing, so an old day never comes back by an event that was sent again.
    /// </summary>
    public Result Hear(MovedWindow moved, FactOrigin origin)
    {
        if (Current(ProjectFactKind.PutIntoUse) is not { } use || use.On != moved.InUseOn)
        {
            return Error.NotFound(new("投入使用的事实", "fact of the use"));
        }

        if (!IsOvertaken(moved, use, origin.Source))
        {
            use.End(new("后评价期限末日变动", moved.On), origin);
            facts.Add(ProjectFact.Of(facts.Count + 1, new(ProjectFactKind.PutIntoUse, use.On, moved.Until), origin));
        }

        return Result.Success;
    }

    /// <summary>Ends a fact, and with it all that rests on it: a void acceptance takes use and evaluation with it.</summary>
    public Result End(ProjectFactKind kind, FactEnd end, FactOrigin origin)
    {
        if (Current(kind) is null)
        {
            return Error.NotFound(new("所撤回的事实", "fact that is taken back"));
        }

        foreach (var fact in facts.Where(one => one.Holds && (one.Kind == kind || RestsOn(one.Kind, kind))))
        {
            fact.End(end, origin);
        }

        return Result.Success;
    }

    // Each move has ended the fact before it, on its own day. Of two on one day the later goes on from where the earlier
    // ended.
    private bool IsOvertaken(MovedWindow moved, ProjectFact use, string source)
    {
        var last = facts.Where(one => one.On == use.On && one.EndedBy == source).Max(one => one.EndedOn);
        return moved.On < last || (moved.On == last && moved.Before != use.EvaluationUntil);
    }

    private static bool RestsOn(ProjectFactKind fact, ProjectFactKind ended) =>
        ended is ProjectFactKind.AcceptancePassed
        && fact is (ProjectFactKind.PutIntoUse or ProjectFactKind.PostEvaluation);
}
