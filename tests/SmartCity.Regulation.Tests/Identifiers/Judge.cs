using SmartCity.Regulation.Identifiers;

namespace SmartCity.Regulation.Tests.Identifiers;

/// <summary>The product's check on a fixed day.</summary>
internal static class Judge
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    public static IdentifierStanding Of(IdentifierKind kind, string value) => Verdict(kind, value).Standing;

    /// <summary>The standing and every reason: <c>invalid CHECK_CHARACTER_WRONG</c>.</summary>
    public static string Told(IdentifierKind kind, string value, bool of2026 = false)
    {
        var verdict = Verdict(kind, value, of2026);
        return string.Join(' ', verdict.Reasons.Select(reason => reason.Code).Prepend(verdict.Standing.ToString()));
    }

    private static IdentifierVerdict Verdict(IdentifierKind kind, string value, bool of2026 = false) =>
        new IdentifierCheck(new(of2026)).Of(kind, value, Today);
}
