using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Accounts;
using SmartCity.Modules.Security.Domain.Rules;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Security.Domain.Posts;

/// <summary>The database compares them where a list goes on after one.</summary>
internal readonly record struct PostId(Guid Value) : IStrongId<PostId>
{
    public static PostId From(Guid value) => new(value);

    public static bool operator <(PostId left, PostId right) => left.Value < right.Value;

    public static bool operator >(PostId left, PostId right) => left.Value > right.Value;
}

/// <summary>
/// A post that an account holds in its unit for a time: who is main leader, business or technical staff on a day is what
/// article 11 asks. It is held <c>from → until</c>, both days included; its last day may be brought forward, never put off.
/// </summary>
[ObjectName("post", "任职", "post")]
internal sealed class Post : AggregateRoot<PostId>
{
    private Post() { }

    public AccountId Account { get; private init; }

    public UnitId Unit { get; private init; }

    public PostKind Kind { get; private init; }

    /// <summary>The post as the unit calls it, such as 局长.</summary>
    public string Title { get; private init; } = "";

    /// <summary>The first day in it.</summary>
    public DateOnly From { get; private init; }

    /// <summary>The last day in it; null while no end is known, and before the first where it was never taken up.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>Appoints an account of the unit, or tells why it cannot hold the post.</summary>
    /// <param name="others">The unit's main leaders at any time of this one.</param>
    public static Result<Post> Appoint(
        PostId id,
        Account account,
        PostParticulars particulars,
        IReadOnlyList<AccountId> others,
        RulesInForce rules
    )
    {
        if (WhyNot(account, particulars) is { } error)
        {
            return error;
        }

        var judged = rules.Judge(Article11.OneMainLeader.On(new(particulars.Kind, others)));
        if (judged.IsFailure)
        {
            return judged.Failure;
        }

        return new Post
        {
            Id = id,
            Account = account.Id,
            Unit = particulars.Unit,
            Kind = particulars.Kind,
            Title = particulars.Title,
            From = particulars.From,
            Until = particulars.Until,
        };
    }

    /// <param name="lastDay">The last day in the post.</param>
    public Result End(DateOnly lastDay)
    {
        if (Until is { } until && until <= lastDay)
        {
            return Error.IllegalTransition(
                new("该任职已定于当日或更早结束。", "The post ends on that day or before it already.")
            );
        }

        if (lastDay < From)
        {
            return EndsBeforeItBegins;
        }

        Until = lastDay;
        return Result.Success;
    }

    /// <summary>
    /// Its holder has left, or its unit has ended: it ends with that last day, and one that would begin later is never taken up.
    /// </summary>
    public void EndWith(DateOnly lastDay)
    {
        if (Until is null || Until > lastDay)
        {
            Until = lastDay;
        }
    }

    /// <summary>
    /// Its unit was merged: it goes on in the successor. Who leads that is for an appointment to say, so a main leader's ends.
    /// </summary>
    /// <returns>The post in the successor; null where it does not go on.</returns>
    public Post? GoOnIn(UnitId successor, PostId id, DateOnly firstDay) =>
        Kind is PostKind.MainLeader or PostKind.ActingMainLeader || Until < firstDay
            ? null
            : new()
            {
                Id = id,
                Account = Account,
                Unit = successor,
                Kind = Kind,
                Title = Title,
                From = From > firstDay ? From : firstDay,
                Until = Until,
            };

    private static Error EndsBeforeItBegins =>
        Error.Unprocessable(
            "POST_ENDS_BEFORE_IT_BEGINS",
            new("任职结束日期不能早于开始日期。", "A post does not end before it begins.")
        );

    private static Error? WhyNot(Account account, PostParticulars particulars) =>
        account switch
        {
            _ when account.Unit != particulars.Unit => Error.Unprocessable(
                "POST_IN_OTHER_UNIT",
                new("只能由本单位的账号任职。", "An account holds posts in its own unit only.")
            ),
            { IsNaturalPerson: false } => Error.Unprocessable(
                "POST_NEEDS_A_PERSON",
                new("业务系统账号不能任职。", "A partner's system holds no post.")
            ),
            { IsActive: false } => Error.Unprocessable(
                "ACCOUNT_CLOSED",
                new(
                    "该账号尚待确认或者已经注销，不能任职。",
                    "The account awaits confirmation or is closed; it takes no post."
                )
            ),
            _ when particulars.Until < particulars.From => EndsBeforeItBegins,
            _ => null,
        };
}

/// <summary>What is told of a post when somebody is appointed to it.</summary>
internal sealed record PostParticulars(UnitId Unit, PostKind Kind, string Title, DateOnly From, DateOnly? Until);
