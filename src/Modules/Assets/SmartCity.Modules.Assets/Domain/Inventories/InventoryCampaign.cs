using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Assets.Domain.Cards;
using SmartCity.Modules.Assets.Domain.Rules;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Assets.Domain.Inventories;

/// <summary>The unit whose ledger is counted.</summary>
internal sealed record CountedUnit(UnitId Unit, string Name);

/// <summary>An inventory: the book as it is frozen, the count, and what becomes of the differences (article 40).</summary>
[ObjectName("inventory-campaign", "财产清查", "inventory campaign")]
internal sealed class InventoryCampaign : AggregateRoot<InventoryCampaignId>
{
    internal const int NumberLength = 22;

    private readonly List<BookEntry> book = [];
    private readonly List<CountRecord> counts = [];
    private readonly List<Variance> variances = [];

    private InventoryCampaign() { }

    /// <summary>清查编号</summary>
    public string Number { get; private init; } = "";

    public UnitId Unit { get; private init; }

    public string UnitName { get; private init; } = "";

    public string Name { get; private init; } = "";

    /// <summary>The day whose book is counted.</summary>
    public DateOnly AsOf { get; private init; }

    public CampaignState State { get; private set; }

    public DateOnly PlannedOn { get; private init; }

    public AccountId PlannedBy { get; private init; }

    public DateOnly? StartedOn { get; private set; }

    public DateOnly? CountedOn { get; private set; }

    public DateOnly? AdjustedOn { get; private set; }

    public DateOnly? SignedOffOn { get; private set; }

    public AccountId? SignedOffBy { get; private set; }

    public IReadOnlyList<BookEntry> Book => book;

    public IReadOnlyList<CountRecord> Counts => counts;

    public IReadOnlyList<Variance> Variances => variances;

    public static InventoryCampaign Plan(
        InventoryCampaignId id,
        CountedUnit unit,
        string name,
        DateOnly asOf,
        AccountId by,
        DateOnly on
    ) =>
        new()
        {
            Id = id,
            Number = $"QC{id.Value:N}"[..NumberLength].ToUpperInvariant(),
            Unit = unit.Unit,
            UnitName = unit.Name,
            Name = name,
            AsOf = asOf,
            PlannedBy = by,
            PlannedOn = on,
        };

    /// <summary>Freezes the book.</summary>
    /// <param name="cards">The unit's cards that were on the ledger on the day as of which it is counted.</param>
    public Result StartCounting(IEnumerable<AssetCard> cards, DateOnly on)
    {
        if (State != CampaignState.Planned)
        {
            return NotNow(new("已开始盘点，不能再次开始。", "The counting has started already."));
        }

        if (AsOf > on)
        {
            return NotNow(
                new(
                    "未到清查基准日，账面还会变动。",
                    "The day as of which it is counted has not come; the book can still change."
                )
            );
        }

        book.AddRange(cards.Select(BookEntry.Of));
        (State, StartedOn) = (CampaignState.Counting, on);
        return Result.Success;
    }

    /// <summary>Writes one record of the count.</summary>
    /// <returns>Success; a failure where the counting is not on, or where the book has no such card.</returns>
    public Result RecordCount(CountText text, AccountId by, DateTimeOffset at)
    {
        if (State != CampaignState.Counting)
        {
            return NotNow(new("不在盘点中，不能登记盘点结果。", "It is not being counted; no count can be recorded."));
        }

        if (text.Card is { } card && !book.Exists(entry => entry.Card == card))
        {
            return Error.Unprocessable(
                "NOT_IN_BOOK",
                new(
                    "该卡片不在本次清查的账面清单中，请按盘盈写明实物。",
                    "The frozen book has no such card; describe what was found as a surplus."
                )
            );
        }

        counts.Add(CountRecord.Write(counts.Count + 1, text, by, at));
        return Result.Success;
    }

    /// <summary>Ends the count and compares it with the book; what nobody counted is missing.</summary>
    public Result CloseCounting(DateOnly on)
    {
        if (State != CampaignState.Counting)
        {
            return NotNow(new("不在盘点中，不能结束盘点。", "It is not being counted; there is no count to close."));
        }

        foreach (var entry in book.OrderBy(entry => entry.CardNumber, StringComparer.Ordinal))
        {
            var last = counts.Where(count => count.Card == entry.Card).MaxBy(count => count.Number);
            if (last is not { Found: true })
            {
                variances.Add(Variance.Of(variances.Count + 1, VarianceKind.Missing, entry, null));
            }
            else if (last.Location != entry.Location)
            {
                variances.Add(Variance.Of(variances.Count + 1, VarianceKind.Mismatch, entry, last.Location));
            }
        }

        foreach (var surplus in counts.Where(count => count.Card is null))
        {
            variances.Add(Variance.OfSurplus(variances.Count + 1, surplus));
        }

        CountedOn = on;
        State = CampaignState.Reconciling;
        if (variances.Count == 0)
        {
            (State, AdjustedOn) = (CampaignState.Adjusted, on);
        }

        return Result.Success;
    }

    /// <summary>Says how a variance is settled; until the approval it can be said anew.</summary>
    public Result ResolveVariance(int number, VarianceResolution resolution, string reason, AccountId by, DateOnly on)
    {
        if (State != CampaignState.Reconciling)
        {
            return NotNow(new("不在处理差异阶段。", "Variances are not being reconciled now."));
        }

        if (variances.Find(one => one.Number == number) is not { } variance)
        {
            return Error.NotFound(new("该编号的差异", "variance of this number"));
        }

        if (!variance.CanBeSettledBy(resolution))
        {
            return Error.Unprocessable(
                "RESOLUTION_DOES_NOT_FIT",
                new(
                    "该处理方式不适用于这类差异，请另选。",
                    "A variance of this kind is not settled that way; choose another."
                )
            );
        }

        variance.Resolve(resolution, reason, by, on);
        return Result.Success;
    }

    /// <summary>Approves all resolutions, by an account that made none of them.</summary>
    public Result ApproveAdjustments(AccountId by, RulesInForce rules)
    {
        if (State != CampaignState.Reconciling)
        {
            return NotNow(new("不在处理差异阶段，没有待批准的处理。", "There is no resolution to approve now."));
        }

        var own = variances.Where(one => one.ResolvedBy == by).Select(one => one.Number);
        var judged = rules.Judge(
            Article40.VarianceOpen.On(new(Unresolved(), [])),
            Article40.AdjustmentNotApproved.On(new([.. own]))
        );
        if (judged.IsFailure)
        {
            return judged;
        }

        variances.ForEach(variance => variance.Approve(by, rules.Today));
        (State, AdjustedOn) = (CampaignState.Adjusted, rules.Today);
        return Result.Success;
    }

    /// <summary>Closes the campaign; not while a variance is open.</summary>
    public Result SignOff(AccountId by, RulesInForce rules)
    {
        if (State is CampaignState.Planned or CampaignState.Counting or CampaignState.SignedOff)
        {
            return NotNow(
                new(
                    "清查尚未结束盘点，或者已经签认。",
                    "The counting is not closed, or the campaign is signed off already."
                )
            );
        }

        var unapproved = variances.Where(one => !one.IsApproved).Select(one => one.Number);
        var judged = rules.Judge(Article40.VarianceOpen.On(new(Unresolved(), [.. unapproved])));
        if (judged.IsFailure)
        {
            return judged;
        }

        (State, SignedOffBy, SignedOffOn) = (CampaignState.SignedOff, by, rules.Today);
        return Result.Success;
    }

    private IReadOnlyList<int> Unresolved() => [.. variances.Where(one => !one.IsResolved).Select(one => one.Number)];

    private static Error NotNow(LocalizedText why) => Error.IllegalTransition(why);
}
