using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Construction.Domain.CountyProjects;

/// <summary>What the county records of its tender.</summary>
internal sealed record CountyTenderText(
    CountyTenderMethod Method,
    string NoticeNumber,
    DateOnly TenderedOn,
    string WinnerName,
    string WinnerCreditCode,
    Money AwardedAmount
);

/// <summary>The tender by which the county chose who builds and serves (article 12).</summary>
internal sealed class CountyTender
{
    private CountyTender() { }

    public CountyTenderMethod Method { get; private init; }

    public string NoticeNumber { get; private init; } = "";

    public DateOnly TenderedOn { get; private init; }

    public string WinnerName { get; private init; } = "";

    public string WinnerCreditCode { get; private init; } = "";

    public Money AwardedAmount { get; private init; }

    public AccountId RecordedBy { get; private init; }

    public static CountyTender Record(CountyTenderText text, AccountId by) =>
        new()
        {
            Method = text.Method,
            NoticeNumber = text.NoticeNumber,
            TenderedOn = text.TenderedOn,
            WinnerName = text.WinnerName,
            WinnerCreditCode = text.WinnerCreditCode,
            AwardedAmount = text.AwardedAmount,
            RecordedBy = by,
        };
}
