using System.ComponentModel;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Rules;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Security.Domain.Evidence;

internal readonly record struct ErasureId(Guid Value) : IStrongId<ErasureId>
{
    public static ErasureId From(Guid value) => new(value);
}

/// <summary>内容删除的状态</summary>
internal enum ErasureState
{
    [Description("已决定")]
    Decided,

    [Description("已删除")]
    Done,
}

/// <summary>On what an erasure rests.</summary>
/// <param name="Law">The law and article.</param>
/// <param name="DocumentNumber">The document by which it was decided.</param>
internal sealed record ErasureBasis(string Law, string DocumentNumber, string Reason);

/// <summary>The entry whose content is to go, as it was found.</summary>
/// <param name="Hash">Of its leaf, which stays.</param>
/// <param name="Command">What was done.</param>
/// <param name="IsOwnAct">It was the act of the one who decides, or followed from one.</param>
/// <param name="IsInLog">The log holds its leaf.</param>
internal sealed record ErasedEntry(
    string Schema,
    EntryId Entry,
    string Hash,
    string Command,
    bool IsOwnAct,
    bool IsInLog
);

/// <summary>
/// That the content beside one leaf is erased, by a decision with its basis. It is erased only when the entry of the decision is
/// in the log: what is gone was always decided on before, and the log tells by whom and why.
/// </summary>
[ObjectName("erasure", "内容删除", "erasure")]
internal sealed class Erasure : AggregateRoot<ErasureId>
{
    private Erasure() { }

    /// <summary>The module that wrote the entry.</summary>
    public string Schema { get; private init; } = "";

    /// <summary>Whose content it is.</summary>
    public EntryId Entry { get; private init; }

    /// <summary>The entry of the decision.</summary>
    public EntryId DecidedIn { get; private init; }

    public ErasureState State { get; private set; }

    public string Law { get; private init; } = "";

    public string DocumentNumber { get; private init; } = "";

    public string Reason { get; private init; } = "";

    public AccountId DecidedBy { get; private init; }

    public DateOnly DecidedOn { get; private init; }

    public DateTimeOffset? DoneAt { get; private set; }

    public static Result<Erasure> Decide(
        ErasureId id,
        ErasedEntry erased,
        ErasureBasis basis,
        EntryId decidedIn,
        AccountId by,
        RulesInForce rules
    )
    {
        var verdict = rules.Judge(
            Article32.ErasureByAnother.On(new(erased.Entry, erased.IsOwnAct)),
            Article32.ErasureOfWhatIsNotNeeded.On(new(erased.Command)),
            Article32.ErasureOfWhatIsInTheLog.On(new(erased.Entry, erased.IsInLog))
        );
        return verdict.IsFailure
            ? verdict.Failure
            : new Erasure
            {
                Id = id,
                Schema = erased.Schema,
                Entry = erased.Entry,
                DecidedIn = decidedIn,
                State = ErasureState.Decided,
                Law = basis.Law,
                DocumentNumber = basis.DocumentNumber,
                Reason = basis.Reason,
                DecidedBy = by,
                DecidedOn = rules.Today,
            };
    }

    /// <summary>已决定 → 已删除</summary>
    public Result Complete(DateTimeOffset at)
    {
        if (State != ErasureState.Decided)
        {
            return Error.IllegalTransition(new("内容已经删除。", "The content was erased already."));
        }

        (State, DoneAt) = (ErasureState.Done, at);
        return Result.Success;
    }
}
