using System.Linq.Expressions;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;

namespace SmartCity.BuildingBlocks.Audit;

/// <summary>
/// What a database can be asked of an entry's content, which has no columns of its own. The canonical form puts the
/// members in a fixed order and leaves no bare quotation mark within a text, so a member is known by its neighbours.
/// </summary>
public static partial class AuditConditions
{
    private const string Any = "%";
    private const string Escape = "\\";

    /// <summary>The actor is this account: the first member.</summary>
    public static Expression<Func<AuditEntry, bool>> OfAccount(Guid account) =>
        Matching(Exactly($$"""{"actor":"{{account}}","actorKind":""") + Any);

    /// <summary>The actor acted for this unit: the last member, so nothing among the facts is mistaken for it.</summary>
    public static Expression<Func<AuditEntry, bool>> OfUnit(Guid unit) =>
        Matching(Any + Exactly($$""","unit":"{{unit}}"}"""));

    /// <summary>The actor acted for one of these units; there is one at least.</summary>
    public static Expression<Func<AuditEntry, bool>> OfAnyUnit(IReadOnlyList<Guid> units) =>
        new Grounds<AuditEntry>([.. units.Select(OfUnit)]).AsCondition();

    /// <summary>A reading that named this object.</summary>
    public static Expression<Func<AuditEntry, bool>> LookedAt(string type, string id) =>
        Matching(
            Any
                + Exactly(",\"lookedAt\":{\"objects\":[")
                + Any
                + Exactly("{\"id\":" + Quoted(id) + ",\"type\":" + Quoted(type) + "}")
                + Any
                + Exactly("],\"query\":")
                + Any
        );

    /// <param name="command">The logical name, such as <c>approval.report-to-finance</c>.</param>
    public static Expression<Func<AuditEntry, bool>> OfCommand(string command) =>
        Matching(Any + Exactly($"""],"command":"{command}","judgements":[""") + Any);

    public static Expression<Func<AuditEntry, bool>> WithOutcome(AuditOutcome outcome) =>
        Matching(Any + Exactly($""","outcome":"{outcome}","request":""") + Any);

    /// <summary>The code is among those that tell why it was not accepted.</summary>
    public static Expression<Func<AuditEntry, bool>> WithCode(string code) => Matching(CodeIs(code));

    public static Expression<Func<AuditEntry, bool>> WithoutCode(string code)
    {
        var pattern = CodeIs(code);
        return entry => !EF.Functions.Like(entry.Content, pattern, Escape);
    }

    private static string Quoted(string text)
    {
        var written = new System.Text.StringBuilder();
        CanonicalJson.WriteString(written, text);
        return written.ToString();
    }

    private static Expression<Func<AuditEntry, bool>> Matching(string pattern) =>
        entry => EF.Functions.Like(entry.Content, pattern, Escape);

    private static string CodeIs(string code) =>
        Any + Exactly("\"codes\":[") + Any + Exactly($"\"{code}\"") + Any + Exactly("],\"command\":") + Any;

    private static string Exactly(string text) => Wildcards().Replace(text, @"\$0");

    // A bracket is one on SQL Server only; escaping what is none does no harm.
    [GeneratedRegex(@"[\\%_\[]")]
    private static partial Regex Wildcards();
}
