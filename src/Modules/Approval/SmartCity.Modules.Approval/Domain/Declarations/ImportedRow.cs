using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Approval.Domain.Declarations;

/// <summary>
/// Which row of a list a draft was made from, so that the same row makes no second one. It is known by the lead unit and
/// the office's own number of the project, or by its content where it has none.
/// </summary>
internal sealed class ImportedRow
{
    public const int LongestKey = 200;

    public UnitId LeadUnit { get; init; }

    /// <summary>The office's number, or <c>sha256:</c> and the hash of the content.</summary>
    public string Key { get; init; } = "";

    /// <summary>SHA-256 of what the row says, lower-case hex; another one under the same key is a changed row.</summary>
    public string ContentHash { get; init; } = "";

    public DeclarationId Declaration { get; init; }

    public DateOnly ImportedOn { get; init; }

    /// <summary>SHA-256 of the file that the row stood in.</summary>
    public string FileSha256 { get; init; } = "";

    public int Line { get; init; }
}
