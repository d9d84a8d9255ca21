using SmartCity.BuildingBlocks.Audit;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Approval.Application.Importing;

/// <summary>One row and what it is judged to be; what was judged good becomes a draft, or is found to be one already.</summary>
internal sealed class JudgedRow(ListedProject project)
{
    // Another way to read a row is another number here, so that what was imported before is not taken for changed.
    private const int Form = 1;

    public ListedProject Project => project;

    public RowOutcome Outcome { get; private set; } =
        project.Reasons.Count == 0 ? RowOutcome.Acceptable : RowOutcome.Refused;

    public DeclarationId? Declaration { get; private set; }

    public string ContentHash { get; } =
        CanonicalJson.HashOf(
            new
            {
                Form,
                LeadUnit = project.LeadUnit?.Id,
                project.Number,
                project.Sheet,
            }
        );

    /// <summary>See <see cref="ImportedRow.Key"/>.</summary>
    public string Key => project.Number ?? $"sha256:{ContentHash}";

    public UnitId? LeadUnit => project.LeadUnit?.Id;

    public void Refuse(ListField? field, string code, int? article, LocalizedText message)
    {
        project.Refuse(field, code, article, message);
        Outcome = RowOutcome.Refused;
    }

    public void MarkDrafted(DeclarationId declaration) => (Outcome, Declaration) = (RowOutcome.Drafted, declaration);

    public void MarkKnown(ImportedRow before) =>
        (Outcome, Declaration) = (
            before.ContentHash == ContentHash ? RowOutcome.AlreadyImported : RowOutcome.Differs,
            before.Declaration
        );
}

/// <summary>A list of which every row was judged.</summary>
internal sealed record JudgedList(
    string Sha256,
    string? Sheet,
    int HeaderLine,
    IReadOnlyList<ListWarning> Warnings,
    IReadOnlyList<JudgedRow> Rows
)
{
    public ImportReport Report(string fileName, bool dryRun, Language language) =>
        new()
        {
            FileName = fileName,
            Sha256 = Sha256,
            DryRun = dryRun,
            Sheet = Sheet,
            HeaderLine = HeaderLine,
            Rows = Rows.Count,
            Acceptable = Count(RowOutcome.Acceptable),
            Drafted = Count(RowOutcome.Drafted),
            AlreadyImported = Count(RowOutcome.AlreadyImported),
            Differing = Count(RowOutcome.Differs),
            Refused = Count(RowOutcome.Refused),
            Warnings = [.. Warnings.Select(one => new ImportWarning(one.Line, one.Code, one.Message.In(language)))],
            Lines = [.. Rows.Select(row => LineOf(row, language))],
        };

    private int Count(RowOutcome outcome) => Rows.Count(row => row.Outcome == outcome);

    private static ImportedLine LineOf(JudgedRow row, Language language) =>
        new(
            row.Project.Row.Line,
            row.Outcome,
            row.Project.Number,
            row.Project.Sheet.ProjectName,
            row.Project.LeadUnit?.Name,
            row.Declaration,
            [.. row.Project.Reasons.Select(reason => LineReason.Of(reason, language))],
            [.. row.Project.Doubts.Select(doubt => LineReason.Of(doubt, language))]
        );
}
