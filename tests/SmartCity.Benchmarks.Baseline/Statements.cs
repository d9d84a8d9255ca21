namespace SmartCity.Benchmarks.Baseline;

/// <summary>
/// The statements, the same on both databases but for the tables' prefix and how their two parameters are called: first
/// the declaration or the state, second the reader's unit.
/// </summary>
internal sealed class Statements(string prefix, string first, string second)
{
    public static Statements PostgreSql { get; } = new("approval.", "$1", "$2");

    public static Statements Sqlite { get; } = new("approval_", "@first", "@second");

    /// <summary>What a unit that declares may read.</summary>
    private readonly string readable = $"""
        (d.lead_unit = {second}
         OR EXISTS (SELECT 1 FROM {prefix}participations p WHERE p.declaration_id = d.id AND p.unit = {second})
         OR EXISTS (SELECT 1 FROM {prefix}panel_departments q WHERE q.declaration_id = d.id AND q.unit = {second}))
        """;

    public string Root =>
        $"""
            SELECT d.id, d.number, d.state, d.lead_unit, d.lead_unit_name, d.drafted_on, d.sheet, d.fiscal_share_fen,
                   d.cancelled_because, d.cancelled_on, d.version,
                   EXISTS (SELECT 1 FROM {prefix}take_overs t WHERE t.declaration_id = d.id)
            FROM {prefix}declarations d WHERE d.id = {first} AND {readable}
            """;

    public string Documents =>
        $"""
            SELECT id, kind, file_name, sha256, length, media_type, attached_at
            FROM {prefix}declaration_documents WHERE declaration_id = {first} ORDER BY attached_at
            """;

    public string Versions =>
        $"SELECT number, submitted_on, content_hash FROM {prefix}declaration_versions WHERE declaration_id = {first} ORDER BY number";

    public string Report =>
        $"""
            SELECT r.document_number, r.reported_on, r.addressee, r.signatory, r.round, r.amount_fen, l.kind, l.year, l.amount_fen
            FROM {prefix}finance_reports r LEFT JOIN {prefix}finance_report_lines l ON l.declaration_id = r.declaration_id
            WHERE r.declaration_id = {first} ORDER BY l.line
            """;

    public string Arrangements =>
        $"""
            SELECT a.number, a.document_number, a.arranged_on, a.decision_maker_name, a.amount_fen, l.kind, l.year, l.amount_fen
            FROM {prefix}fund_arrangements a LEFT JOIN {prefix}fund_arrangement_lines l
              ON l.declaration_id = a.declaration_id AND l.arrangement_number = a.number
            WHERE a.declaration_id = {first} ORDER BY a.number, l.line
            """;

    public string Suspensions =>
        $"""
            SELECT suspended_because, suspended_on, resumed_because, resumed_on
            FROM {prefix}fund_suspensions WHERE declaration_id = {first} ORDER BY number
            """;

    public string List =>
        $"""
            SELECT d.id, d.number, d.state, d.project_name, d.kind, d.lead_unit, d.lead_unit_name, d.total_investment_fen,
                   d.fiscal_share_fen, d.drafted_on
            FROM {prefix}declarations d WHERE d.state = {first} AND {readable}
            ORDER BY d.number DESC LIMIT {IDeclarations.PageSize + 1}
            """;
}
