using System.Text.Json.Nodes;
using SmartCity.BuildingBlocks.Audit;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Approval.Domain.Declarations;

/// <summary>What is frozen with a submission: the unit as it was that day, the sheet, and the files by hash.</summary>
internal sealed record FrozenDeclaration(
    UnitId LeadUnit,
    string LeadUnitName,
    UnitKind LeadUnitKind,
    string CreditCode,
    DeclarationSheet Sheet,
    IReadOnlyList<FrozenDocument> Documents
);

/// <summary>One file of a frozen declaration.</summary>
internal sealed record FrozenDocument(DocumentKind Kind, string FileName, string Sha256);

/// <summary>One submitted version; written once.</summary>
internal sealed class DeclarationVersion
{
    private DeclarationVersion() { }

    /// <summary>1 for the first submission.</summary>
    public int Number { get; private init; }

    public DateOnly SubmittedOn { get; private init; }

    public AccountId SubmittedBy { get; private init; }

    /// <summary>The <see cref="FrozenDeclaration"/> in canonical form (RFC 8785).</summary>
    public string Snapshot { get; private init; } = "";

    /// <summary>SHA-256 of the snapshot, lower-case hex.</summary>
    public string ContentHash { get; private init; } = "";

    /// <summary>What changed since the version before, as canonical JSON; an empty list in the first one.</summary>
    public string Changes { get; private init; } = "";

    public static DeclarationVersion Freeze(
        FrozenDeclaration content,
        DeclarationVersion? before,
        DateOnly on,
        AccountId by
    )
    {
        var snapshot = CanonicalJson.Of(content);
        var changes = before is null
            ? []
            : VersionDifference.Between(JsonNode.Parse(before.Snapshot), JsonNode.Parse(snapshot));
        return new()
        {
            Number = (before?.Number ?? 0) + 1,
            SubmittedOn = on,
            SubmittedBy = by,
            Snapshot = snapshot,
            ContentHash = CanonicalJson.HashOf(content),
            Changes = CanonicalJson.Of(changes),
        };
    }
}
