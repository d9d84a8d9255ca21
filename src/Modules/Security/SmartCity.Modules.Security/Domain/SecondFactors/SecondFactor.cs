using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Accounts;
using SmartCity.Regulation.Notices;

namespace SmartCity.Modules.Security.Domain.SecondFactors;

/// <summary>
/// That the holder of an account proves himself by a code of his own device beside the password: <c>none → set up → taken
/// away → set up</c>. The secret and the recovery codes stand with the credential; here stands what was done about them.
/// </summary>
[ObjectName("second-factor", "第二因素", "second factor")]
internal sealed class SecondFactor : AggregateRoot<AccountId>
{
    public const int LongestReason = 200;

    private SecondFactor() { }

    public bool IsSetUp { get; private set; }

    public DateTimeOffset? SetUpAt { get; private set; }

    public DateTimeOffset? RecoveryCodesMadeAt { get; private set; }

    public DateTimeOffset? TakenAwayAt { get; private set; }

    /// <summary>Why an administrator took it away the last time.</summary>
    public string? TakenAwayBecause { get; private set; }

    /// <summary>Of an account that has none yet.</summary>
    public static SecondFactor Of(AccountId account) => new() { Id = account };

    /// <summary>The holder has proved a new secret by its first code; an earlier one is replaced, with its recovery codes.</summary>
    public void SetUp(DateTimeOffset at) => (IsSetUp, SetUpAt, RecoveryCodesMadeAt) = (true, at, at);

    public Result MakeRecoveryCodesAnew(DateTimeOffset at)
    {
        if (!IsSetUp)
        {
            return NotSetUp;
        }

        RecoveryCodesMadeAt = at;
        return Result.Success;
    }

    /// <param name="left">The recovery codes that are left after this one.</param>
    public Result SpendRecoveryCode(Account holder, int left, DateOnly today)
    {
        if (!IsSetUp)
        {
            return NotSetUp;
        }

        Announce(
            Notice(
                holder,
                "recovery-code-used",
                new("您的一个恢复码已用于登录", "One of your recovery codes was used to sign in"),
                new(
                    $"恢复码还剩 {left} 个。如果不是您本人使用，请立即联系系统管理员；剩余不多时请重新生成。",
                    $"{left} are left. If it was not you, turn to an administrator at once; make new ones when few are left."
                ),
                today
            )
        );
        return Result.Success;
    }

    public Result TakeAway(Account holder, string reason, DateTimeOffset at, DateOnly today)
    {
        if (!IsSetUp)
        {
            return NotSetUp;
        }

        (IsSetUp, SetUpAt, RecoveryCodesMadeAt) = (false, null, null);
        (TakenAwayAt, TakenAwayBecause) = (at, reason);
        Announce(
            Notice(
                holder,
                "second-factor-taken-away",
                new("系统管理员已取消您的第二因素", "An administrator took your second factor away"),
                new(
                    $"理由：{reason}。如果不是您本人申请，请立即联系系统管理员；请尽快重新设置。",
                    $"Reason: {reason}. If you did not ask for it, turn to an administrator at once; set up a new one soon."
                ),
                today
            )
        );
        return Result.Success;
    }

    public static Error NotSetUp { get; } =
        Error.IllegalTransition(new("该账号没有设置第二因素。", "The account has no second factor."));

    private NoticeRaised Notice(Account holder, string kind, LocalizedText title, LocalizedText text, DateOnly today) =>
        new(
            NoticeIdentity.Of(Id.Value, $"{kind}-{Version + 1}"),
            $"security.{kind}",
            holder.Unit.Value,
            Id.Value,
            title.Chinese,
            title.English,
            text.Chinese,
            text.English,
            32,
            "second-factor",
            Identity,
            ObjectTitle: null,
            Clock: null,
            DueOn: null,
            today
        );
}
