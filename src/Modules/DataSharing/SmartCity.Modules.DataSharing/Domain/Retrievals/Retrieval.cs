using System.ComponentModel;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.DataSharing.Contracts;
using SmartCity.Modules.DataSharing.Domain.Agreements;
using SmartCity.Modules.DataSharing.Domain.Grants;
using SmartCity.Modules.DataSharing.Domain.Rules;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.DataSharing.Domain.Retrievals;

/// <summary>获取的状态</summary>
internal enum RetrievalState
{
    [Description("正在提供")]
    Open,

    [Description("已提供完毕")]
    Completed,

    [Description("对方中断")]
    BrokenOff,
}

/// <summary>Which rows are asked for.</summary>
/// <param name="DataVersion">The version of the data.</param>
/// <param name="AfterNumber">Only rows with a larger number.</param>
/// <param name="Limit">At most so many; null for all.</param>
internal sealed record RowRange(int DataVersion, long AfterNumber, int? Limit);

/// <summary>What the caller asks: by which channel, for what, and what the provider offers.</summary>
internal sealed record RetrievalRequest(Channel Channel, Purpose? Purpose, IReadOnlyList<Channel> Offered);

/// <summary>
/// One retrieval of shared data: opened before the first byte leaves, closed with the number of rows sent. One that stays
/// open tells that the service itself stopped on the way.
/// </summary>
[ObjectName("retrieval", "数据获取", "retrieval")]
internal sealed class Retrieval : AggregateRoot<RetrievalId>
{
    private Retrieval() { }

    /// <summary>获取编号: unique; its order is the order of making.</summary>
    public string Number { get; private init; } = "";

    public RetrievalState State { get; private set; }

    public ResourceId Resource { get; private init; }

    public GrantId Grant { get; private init; }

    public UnitId Provider { get; private init; }

    public UnitId Unit { get; private init; }

    public AccountId Account { get; private init; }

    public Purpose Purpose { get; private init; }

    public Channel Channel { get; private init; }

    public int DataVersion { get; private init; }

    public long AfterNumber { get; private init; }

    public int? Limit { get; private init; }

    public DateTimeOffset OpenedAt { get; private init; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Rows handed to the connection; where the other side broke off the last of them may not have arrived.</summary>
    public long? RowsSent { get; private set; }

    /// <summary>Every condition is asked on each call, so that what ended yesterday supplies nothing today.</summary>
    public static Result<Retrieval> Begin(
        RetrievalId id,
        RetrievalRequest request,
        RowRange range,
        GrantStanding grant,
        AgreementStanding agreement,
        ActingFor actor,
        DateTimeOffset at,
        RulesInForce rules
    )
    {
        var judged = rules
            .Judge(RecipientQuestion(grant, actor))
            .Then(() => rules.Judge(Questions(request, grant, agreement, rules.Today)));
        return judged.IsFailure
            ? judged.Failure
            : new Retrieval
            {
                Id = id,
                Number = Numbers.Of("HQ", id),
                State = RetrievalState.Open,
                Resource = grant.Resource,
                Grant = grant.Grant,
                Provider = grant.Provider,
                Unit = actor.Unit,
                Account = actor.Account,
                Purpose = request.Purpose!.Value,
                Channel = request.Channel,
                DataVersion = range.DataVersion,
                AfterNumber = range.AfterNumber,
                Limit = range.Limit,
                OpenedAt = at,
            };
    }

    /// <summary>正在提供 → 已提供完毕、对方中断</summary>
    public Result Complete(long rowsSent, bool brokenOff, DateTimeOffset at)
    {
        if (State != RetrievalState.Open)
        {
            return Error.IllegalTransition(new("该次获取已经结束。", "The retrieval is closed already."));
        }

        (State, RowsSent, ClosedAt) = (brokenOff ? RetrievalState.BrokenOff : RetrievalState.Completed, rowsSent, at);
        return Result.Success;
    }

    // Asked first and alone: what another unit was granted, and under which agreement, is not told to this one.
    private static IQuestion RecipientQuestion(GrantStanding grant, ActingFor actor) =>
        Article19.NotTheSpecificRecipient.On(
            new(actor.IsFor(grant.Unit), grant.Terms.Users.Count == 0 || grant.Terms.Users.Contains(actor.Account))
        );

    private static IEnumerable<IQuestion> Questions(
        RetrievalRequest request,
        GrantStanding grant,
        AgreementStanding agreement,
        DateOnly today
    ) =>
        [
            Article18.GrantNotInForce.On(new(grant.State)),
            .. AgreementStanding.Questions(agreement, today),
            Article33.ChannelNotAgreed.On(
                new(request.Channel, [.. agreement.Channels.Where(request.Offered.Contains)])
            ),
            Article17.PurposeRequired.On(new(request.Purpose)),
            Article22.PurposeMismatch.On(new(request.Purpose, [grant.Terms.Purpose!.Value])),
        ];
}
