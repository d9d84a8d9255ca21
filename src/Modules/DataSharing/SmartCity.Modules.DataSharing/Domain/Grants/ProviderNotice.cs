using System.Globalization;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.DataSharing.Contracts;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Notices;

namespace SmartCity.Modules.DataSharing.Domain.Grants;

/// <summary>A notice to the unit that provides the data; it is made in the transaction of the act that it tells of.</summary>
internal sealed class ProviderNotice
{
    /// <summary>From 1 within its grant.</summary>
    public required int Number { get; init; }

    public required UnitId Provider { get; init; }

    public required NoticeKind Kind { get; init; }

    public required DateOnly On { get; init; }

    public required string Text { get; init; }

    /// <summary>The same notice as the one inbox has it; where nothing is asked of the provider, nothing falls due.</summary>
    public NoticeRaised ToInbox(GrantId grant, string resourceTitle, LocalizedText text)
    {
        var (word, title) = Kind switch
        {
            NoticeKind.Approved => ("grant-approved", new LocalizedText("已批准共享", "Sharing was granted")),
            NoticeKind.ConsultationOpened => ("consultation-opened", new("请会商", "Please consult")),
            NoticeKind.Revoked => ("grant-revoked", new("授权已撤销", "A grant was revoked")),
            _ => throw new InvalidOperationException($"No words for {Kind}."),
        };
        return new(
            NoticeIdentity.Of(grant.Value, Number.ToString(CultureInfo.InvariantCulture)),
            $"data-sharing.{word}",
            Provider.Value,
            Account: null,
            title.Chinese,
            title.English,
            Shortened(text.Chinese, NoticeRaised.LongestText),
            Shortened(text.English, NoticeRaised.LongestText),
            18,
            "grant",
            grant.Value.ToString(),
            Shortened(resourceTitle, NoticeRaised.LongestTitle),
            Clock: null,
            DueOn: null,
            On
        );
    }

    // The bureau's reasons may be longer than a notice; the whole of them stands with the grant.
    private static string Shortened(string text, int longest) =>
        text.Length <= longest ? text : $"{text[..(longest - 1)]}…";
}
