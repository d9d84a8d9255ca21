using System.Text.RegularExpressions;
using Mono.Cecil;
using SmartCity.ArchitectureTests.Examination;

namespace SmartCity.ArchitectureTests;

/// <summary>
/// BuildingBlocks name no module and no business word: not as a type, member or parameter, and not in a text. Nor do they
/// reference a module. Comments are free: an example may stand there.
/// </summary>
public sealed partial class AR22MechanismsKnowNoBusiness
{
    private static readonly string[] BusinessWords =
    [
        "Budget",
        "Catalogue",
        "Contractor",
        "County",
        "Custodian",
        "Declaration",
        "Expert",
        "Finance",
        "Fund",
        "Inventory",
        "Municipal",
        "Panel",
        "Payment",
        "Procurement",
        "Project",
        "Tender",
        "Treasury",
        "Warranty",
    ];

    private static readonly string[] ChineseBusinessWords =
    [
        "申报",
        "评审",
        "专家",
        "资金",
        "财政",
        "招标",
        "合同",
        "承揽",
        "项目",
        "验收",
        "资产",
        "质保",
        "共享目录",
    ];

    [Fact]
    public void Rule_WhenRunOverTheProduct_ThenHolds() => Rule(Subject.Product).ShouldHold();

    [Fact]
    public void Rule_WhenRunOverTheCanaries_ThenFindsTheBadTwins() =>
        Rule(Subject.Canaries)
            .ShouldFindExactly(
                "Mechanisms.AR22.TenderEnvelope",
                "Mechanisms.AR22.HasBusinessMember",
                "Mechanisms.AR22.HasBusinessParameter",
                "Mechanisms.AR22.SaysBusinessWord",
                "Mechanisms.AR22.NamesModule"
            );

    private static Findings Rule(Subject subject)
    {
        string[] words = [.. BusinessWords, .. subject.Modules.Select(module => module.Name)];
        var modules = subject.Assemblies.Select(assembly => assembly.GetName().Name).ToHashSet();
        var definition = Bodies.Definition(subject.Mechanisms.Location);
        var types = definition.GetTypes().Where(type => !type.Name.StartsWith('<')).ToList();
        var named =
            from type in types
            from name in NamesOf(type)
            let word = Array.Find(words, word => Says(name, word))
            where word is not null
            select new Offence(type.FullName.Replace('/', '+'), $"names {name}");
        var said =
            from body in Bodies.Of(subject.Mechanisms)
            from text in body.Instructions.Select(instruction => instruction.Operand).OfType<string>()
            where words.Any(word => Says(text, word)) || ChineseBusinessWords.Any(text.Contains)
            select new Offence(body.Author, $"says \"{text}\"");
        return Findings.Of(
            "AR22",
            subject,
            types.Select(type => type.FullName),
            [.. words, .. ChineseBusinessWords],
            named
                .Concat(said)
                .Concat(
                    definition
                        .AssemblyReferences.Where(reference => modules.Contains(reference.Name))
                        .Select(reference => new Offence(definition.Name, $"references {reference.Name}"))
                )
        );
    }

    private static IEnumerable<string> NamesOf(TypeDefinition type) =>
        [
            type.Name,
            type.Namespace,
            .. type.Methods.Where(method => !method.Name.StartsWith('<')).Select(method => method.Name),
            .. type.Methods.SelectMany(method => method.Parameters).Select(parameter => parameter.Name),
            .. type.Properties.Select(property => property.Name),
            .. type.Fields.Where(field => !field.Name.StartsWith('<')).Select(field => field.Name),
        ];

    // Word by word, singular or plural: "Funded" is not "Fund", "contractorName" says "Contractor".
    private static bool Says(string text, string word)
    {
        var words = Words().Matches(text).Select(match => match.Value.ToUpperInvariant()).ToList();
        var sought = Words().Matches(word).Select(match => match.Value.ToUpperInvariant()).ToList();
        return Enumerable
            .Range(0, Math.Max(0, words.Count - sought.Count + 1))
            .Any(start =>
                sought.Select((one, place) => (one, words[start + place])).All(pair => IsSame(pair.one, pair.Item2))
            );
    }

    private static bool IsSame(string sought, string found) =>
        found == sought || found == $"{sought}S" || $"{found}S" == sought;

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z]?[a-z]+")]
    private static partial Regex Words();
}
