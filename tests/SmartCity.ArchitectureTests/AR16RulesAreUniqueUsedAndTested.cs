using System.Reflection;
using System.Runtime.CompilerServices;
using Mono.Cecil;
using SmartCity.ArchitectureTests.Examination;
using SmartCity.Regulation.Clocks;
using SmartCity.Regulation.Rules;
using SmartCity.Testing;

namespace SmartCity.ArchitectureTests;

/// <summary>
/// Rule codes are unique; each rule is asked outside of its declaration; each has both verdicts in the record that the
/// truth tables write when they run.
/// </summary>
public sealed class AR16RulesAreUniqueUsedAndTested
{
    [Fact]
    public void Rule_WhenRunOverTheProduct_ThenHolds() => Rule(Subject.Product).ShouldHold();

    [Fact]
    public void Rule_WhenRunOverTheCanaries_ThenFindsTheBadTwins() =>
        Rule(Subject.Canaries)
            .ShouldFindExactly(
                "Alpha.Domain.Rules.AR16.Article07.Unused",
                "Alpha.Domain.Rules.AR16.Article07.ListedOnly",
                "Alpha.Domain.Rules.AR16.Article07.NamedTwice",
                "Alpha.Domain.Rules.AR16.Article07.NamedTwiceAgain"
            );

    [Fact]
    public void RecordRule_WhenRunOverTheCanaries_ThenFindsTheBadTwins()
    {
        string[] complete =
        [
            "HOLDER_NOT_NAMED",
            "SEASON_NOT_OVER",
            "HOLDER_NOT_NAMED_LONG",
            "RULE_UNUSED",
            "RULE_LISTED_ONLY",
            "RULE_NAMED_TWICE",
        ];
        HashSet<(string, bool)> record =
        [
            .. complete.Select(code => (code, true)),
            .. complete.Select(code => (code, false)),
            ("RULE_NEVER_VIOLATED", true),
            ("RULE_NEVER_SATISFIED", false),
        ];

        RecordRule(Subject.Canaries, record)
            .ShouldFindExactly(
                "Alpha.Domain.Rules.AR16.Article07.WithoutRecord",
                "Alpha.Domain.Rules.AR16.Article07.NeverViolated",
                "Alpha.Domain.Rules.AR16.Article07.NeverSatisfied"
            );
    }

    internal static Findings RecordRule(Subject subject, IReadOnlySet<(string Code, bool Satisfied)> record)
    {
        var rules = RulesOf(subject);
        return Findings.Of(
            "AR16",
            subject,
            rules.Select(rule => rule.Where),
            ["a verdict that no truth table saw"],
            from rule in rules
            from verdict in new[] { true, false }
            where !record.Contains((rule.Rule.Code, verdict))
            select new Offence(
                rule.Where,
                $"{rule.Rule.Code} was never {(verdict ? "satisfied" : "violated")} in a test"
            )
        );
    }

    private static Findings Rule(Subject subject)
    {
        var rules = RulesOf(subject);
        var shared = rules.GroupBy(rule => rule.Rule.Code).Where(group => group.Count() > 1).SelectMany(group => group);
        var asked = subject.Modules.SelectMany(module => Bodies.Of(module.Assembly)).SelectMany(Asked).ToHashSet();
        return Findings.Of(
            "AR16",
            subject,
            rules.Select(rule => rule.Where),
            ["a code that another rule has", "a rule that nothing asks"],
            shared
                .Select(rule => new Offence(rule.Where, $"shares the code {rule.Rule.Code}"))
                .Concat(
                    rules
                        .Where(rule => !asked.Contains(rule.Where))
                        .Select(rule => new Offence(rule.Where, $"{rule.Rule.Code} is asked nowhere"))
                )
        );
    }

    private static List<DeclaredRule> RulesOf(Subject subject) =>
        [
            .. from type in subject.Types
            where !type.ContainsGenericParameters
            from member in type.GetMembers(Signatures.Declared)
            where !member.IsDefined(typeof(CompilerGeneratedAttribute))
            let rule = member switch
            {
                PropertyInfo property when IsRule(property.PropertyType) && property.GetMethod!.IsStatic =>
                    property.GetValue(null),
                FieldInfo field when IsRule(field.FieldType) && field.IsStatic => field.GetValue(null),
                _ => null,
            }
            where rule is not null
            select new DeclaredRule($"{type.FullName}.{member.Name}", (IRule)rule),
        ];

    private static bool IsRule(Type type) => type.IsAssignableTo(typeof(IRule));

    // A rule is asked where its property is read and the facts are put to it in one body; a mere list of rules asks nothing.
    // The breach of a statutory clock is handed to its kind, and the kernel's ladder puts the facts to it.
    private static IEnumerable<string> Asked(Body body)
    {
        var puts = body.Calls.Any(call =>
            (call.Name == nameof(Rule<>.On) && call.DeclaringType.GetElementType().FullName == typeof(Rule<>).FullName)
            || (call.Name == ".ctor" && call.DeclaringType.FullName == typeof(ClockKind).FullName)
        );
        return puts
            ? body
                .Instructions.Select(instruction => instruction.Operand)
                .OfType<MemberReference>()
                .Where(member =>
                    member.DeclaringType is not null && member.DeclaringType.FullName.Replace('/', '+') != body.Author
                )
                .Select(member =>
                    $"{member.DeclaringType.FullName.Replace('/', '+')}.{(member.Name.StartsWith("get_", StringComparison.Ordinal) ? member.Name[4..] : member.Name)}"
                )
            : [];
    }

    private sealed record DeclaredRule(string Where, IRule Rule);
}

/// <summary>What can only be asked after all tests have run: <c>build/test.sh</c> runs this last.</summary>
public sealed class RuleRecordTests
{
    [Fact]
    [Trait("Category", "AfterAll")]
    public void Record_WhenAllTestsHaveRun_ThenHoldsBothVerdictsOfEachRule()
    {
        Assert.SkipWhen(RuleRecord.Folder is null, $"{RuleRecord.Variable} names no folder: no record was kept");
        Assert.SkipUnless(
            File.Exists(Path.Combine(RuleRecord.Folder!, RuleRecord.CompleteMark)),
            "Not all tests of the product have run, so the record is not complete"
        );

        AR16RulesAreUniqueUsedAndTested.RecordRule(Subject.Product, RuleRecord.Read(RuleRecord.Folder!)).ShouldHold();
    }
}
