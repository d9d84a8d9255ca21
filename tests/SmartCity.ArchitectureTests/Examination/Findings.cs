using System.Text.RegularExpressions;

namespace SmartCity.ArchitectureTests.Examination;

/// <summary>One thing that a rule forbids, where it was found.</summary>
/// <param name="Where">The full name of the type, or the name of what is no type: an endpoint, a project, a table.</param>
/// <param name="What">What it does that is forbidden.</param>
internal sealed record Offence(string Where, string What)
{
    public override string ToString() => $"{Where}: {What}";
}

/// <summary>
/// What a rule found. A rule that selected nothing or forbids nothing proves nothing, so both are told with the offences.
/// </summary>
/// <param name="Rule">Such as <c>AR01</c>.</param>
/// <param name="Selected">What the rule looked at.</param>
/// <param name="Forbidden">What it forbids.</param>
internal sealed partial record Findings(
    string Rule,
    Subject Subject,
    IReadOnlyCollection<string> Selected,
    IReadOnlyCollection<string> Forbidden,
    IReadOnlyList<Offence> Offences
)
{
    public static Findings Of(
        string rule,
        Subject subject,
        IEnumerable<Type> selected,
        IEnumerable<string> forbidden,
        IEnumerable<Offence> offences
    ) => Of(rule, subject, selected.Select(type => type.FullName!), forbidden, offences);

    public static Findings Of(
        string rule,
        Subject subject,
        IEnumerable<string> selected,
        IEnumerable<string> forbidden,
        IEnumerable<Offence> offences
    ) => new(rule, subject, [.. selected], [.. forbidden], [.. offences.Distinct()]);

    /// <summary>Fails with every offence that is not excused, and with every excuse that excuses nothing.</summary>
    public void ShouldHold()
    {
        ShouldProveSomething();
        NotExcused().ShouldBeEmpty($"{Rule} is broken by:\n{string.Join('\n', NotExcused())}");
        UselessExemptions().ShouldBeEmpty($"{Rule} excuses what does not break it");
    }

    /// <summary>
    /// Over the canaries: exactly these are found among the bad twins of this rule, and nothing among the good types. The
    /// bad twins of other rules are not looked at: one of them may well break two rules.
    /// </summary>
    public void ShouldFindExactly(params string[] badTwins)
    {
        ShouldProveSomething();
        var found = NotExcused()
            .Select(offence => offence.Where.Replace("SmartCity.Canaries.", ""))
            .Distinct()
            .ToList();
        found.Where(where => !BadTwinOfAnyRule().IsMatch(where) && !badTwins.Contains(where)).ShouldBeEmpty();
        found
            .Where(where => badTwins.Contains(where) || where.Contains($".{Rule}.", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ShouldBe(badTwins.Order(StringComparer.Ordinal));
    }

    private void ShouldProveSomething()
    {
        Selected.ShouldNotBeEmpty($"{Rule} selects nothing");
        Forbidden.ShouldNotBeEmpty($"{Rule} forbids nothing");
    }

    private List<Offence> NotExcused() => [.. Offences.Where(offence => !IsExcused(offence.Where))];

    private bool IsExcused(string typeName) => Subject.ExemptionsOf(typeName).Any(one => one.Rule == Rule);

    private List<string> UselessExemptions() =>
        [
            .. Subject
                .Types.Select(type => type.FullName!)
                .Where(type => IsExcused(type) && Offences.All(offence => offence.Where != type)),
        ];

    [GeneratedRegex(@"\.AR\d\d\.")]
    private static partial Regex BadTwinOfAnyRule();
}
