using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Rules;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Security.Domain.Units;

/// <summary>
/// A unit as it is registered: who it is, what kind it is of, and where its power ends. It stands until it is merged into
/// another, which then has its business; its objects keep naming it.
/// </summary>
[ObjectName("unit", "单位", "unit")]
internal sealed class Unit : AggregateRoot<UnitId>
{
    public const int LongestName = 100;
    public const int LongestShortName = 40;

    private readonly List<EarlierName> earlierNames = [];

    private Unit() { }

    /// <summary>The full name on its registration certificate, as it is today.</summary>
    public string Name { get; private set; } = "";

    public string ShortName { get; private set; } = "";

    public IReadOnlyList<EarlierName> EarlierNames => earlierNames;

    public UnitKind Kind { get; private init; }

    /// <summary>The code of the city or of one of its counties, see <see cref="Jurisdictions"/>.</summary>
    public string Jurisdiction { get; private init; } = "";

    /// <summary>Its unified social credit code; no two units have the same.</summary>
    public string CreditCode { get; private init; } = "";

    /// <summary>
    /// The certificate, by name and number, that settled a code which is lawful although its digits leave doubt; null where
    /// there was none.
    /// </summary>
    public string? CreditCodeCertificate { get; private init; }

    /// <summary>SHA-256 of that certificate's image, lower-case hex.</summary>
    public string? CreditCodeImageSha256 { get; private init; }

    /// <summary>The unit above it, where there is one.</summary>
    public UnitId? Superior { get; private set; }

    public string Address { get; private init; } = "";

    /// <summary>The office's telephone, where one is given.</summary>
    public string? ContactPhone { get; private init; }

    /// <summary>Its last day, where it was merged into another.</summary>
    public DateOnly? LastDay { get; private set; }

    /// <summary>The unit that has taken over its business, people and duties; null while it stands.</summary>
    public UnitId? Successor { get; private set; }

    /// <summary>On what the merger rests: the document by name and number.</summary>
    public string? MergerBasis { get; private set; }

    public Competence Competence => Competence.Of(Kind);

    /// <summary>What a unit that ended cannot be named for any more.</summary>
    public static Error HasEnded =>
        Error.Unprocessable(
            "UNIT_ENDED",
            new(
                "该单位已经并入其他单位，请改用承接单位。",
                "The unit was merged into another; name the one that has taken over."
            )
        );

    /// <summary>Registers a unit whose particulars were found well formed.</summary>
    public static Unit Register(UnitId id, UnitParticulars particulars) =>
        new()
        {
            Id = id,
            Name = particulars.Name,
            ShortName = particulars.ShortName,
            Kind = particulars.Kind,
            Jurisdiction = particulars.Jurisdiction,
            CreditCode = particulars.CreditCode,
            CreditCodeCertificate = particulars.CreditCodeEvidence?.Certificate,
            CreditCodeImageSha256 = particulars.CreditCodeEvidence?.ImageSha256,
            Superior = particulars.Superior,
            Address = particulars.Address,
            ContactPhone = particulars.ContactPhone,
        };

    /// <summary>The name that it bore on a day.</summary>
    public (string Name, string ShortName) NameOn(DateOnly day) =>
        earlierNames.OrderBy(one => one.LastDay).FirstOrDefault(one => one.LastDay >= day) is { } earlier
            ? (earlier.Name, earlier.ShortName)
            : (Name, ShortName);

    /// <summary>It bears another name from a day on; what it bore before is kept.</summary>
    public Result Rename(string name, string shortName, Change change, DateOnly today)
    {
        var changed = Standing().Then(() => InTime(change, today));
        if (changed.IsFailure)
        {
            return changed;
        }

        var lastDay = change.LastDayBefore;
        if (earlierNames.Exists(one => one.LastDay >= lastDay))
        {
            return Error.Unprocessable(
                "RENAMED_SINCE",
                new(
                    "该单位在此日期或以后已经更名，更名须按先后登记。",
                    "The unit took another name on that day or later; names are recorded in their order."
                )
            );
        }

        earlierNames.Add(EarlierName.Of(earlierNames.Count + 1, this, lastDay, change.Basis));
        (Name, ShortName) = (name, shortName);
        return Result.Success;
    }

    /// <summary>It ends, and the successor takes over what it had.</summary>
    public Result MergeInto(Unit successor, Change change, RulesInForce rules)
    {
        if (successor.Id == Id)
        {
            return Error.Unprocessable(
                "OWN_SUCCESSOR",
                new("承接单位不能是该单位本身。", "A unit does not take over from itself.")
            );
        }

        var merged = Standing()
            .Then(() => InTime(change, rules.Today))
            .Then(() => successor.Successor is null ? Result.Success : HasEnded)
            .Then(() =>
                rules.Judge(
                    Article05.SuccessorOfOtherPower.On(
                        new(Competence.Role, Jurisdiction, successor.Competence.Role, successor.Jurisdiction)
                    )
                )
            );
        if (merged.IsFailure)
        {
            return merged;
        }

        (LastDay, Successor, MergerBasis) = (change.LastDayBefore, successor.Id, change.Basis);
        return Result.Success;
    }

    /// <summary>The unit above it has ended: it comes under that one's successor.</summary>
    public void ComeUnder(UnitId? superior) => Superior = superior;

    private Result Standing() =>
        Successor is null
            ? Result.Success
            : Error.IllegalTransition(new("该单位已经并入其他单位。", "The unit was merged into another already."));

    private static Result InTime(Change change, DateOnly today) =>
        change.EffectiveOn <= today
            ? Result.Success
            : Error.Unprocessable(
                "CHANGE_NOT_YET",
                new("生效日期未到，请在生效之日起登记。", "It takes effect later; record it from that day on.")
            );
}

/// <summary>Since when something else is so, and on what that rests.</summary>
/// <param name="EffectiveOn">The first day of the new state.</param>
/// <param name="LastDayBefore">The last day of the old state.</param>
/// <param name="Basis">The document by name and number.</param>
internal sealed record Change(DateOnly EffectiveOn, DateOnly LastDayBefore, string Basis);

/// <summary>What is told of a unit when it is registered.</summary>
internal sealed record UnitParticulars(
    string Name,
    string ShortName,
    UnitKind Kind,
    string Jurisdiction,
    string CreditCode,
    UnitId? Superior,
    string Address,
    string? ContactPhone,
    CreditCodeEvidence? CreditCodeEvidence
);

/// <summary>What settles a credit code whose digits leave doubt.</summary>
/// <param name="Certificate">登记证书的名称和编号</param>
/// <param name="ImageSha256">证书影像的 SHA-256，64 位小写十六进制</param>
internal sealed record CreditCodeEvidence(string Certificate, string ImageSha256);
