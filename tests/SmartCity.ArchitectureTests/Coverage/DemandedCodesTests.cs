using Mono.Cecil.Cil;
using SmartCity.Api;
using SmartCity.ArchitectureTests.Examination;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Rules;

namespace SmartCity.ArchitectureTests.Coverage;

/// <summary>
/// Every code that the regulation demands is in the product, as the kind it is, or on the list of those to come; the list
/// names none that is there already, so it can only shrink.
/// </summary>
public sealed class DemandedCodesTests
{
    private static readonly RuleRegister Register = new(ModuleList.All);

    private static readonly Lazy<HashSet<string>> Told = new(() =>
        Subject
            .Product.Assemblies.Append(Subject.Product.Mechanisms)
            .Append(typeof(ModuleList).Assembly)
            .SelectMany(assembly => Bodies.Of(assembly))
            .SelectMany(body => body.Instructions)
            .Where(instruction => instruction.OpCode == OpCodes.Ldstr)
            .Select(instruction => (string)instruction.Operand)
            .ToHashSet()
    );

    [Fact]
    public void Codes_WhenDemanded_ThenEachIsOnceOnTheList()
    {
        DemandedCodes.All.Count.ShouldBe(137);
        DemandedCodes.All.Select(one => one.Code).ShouldBeUnique();
        DemandedCodes.All.ShouldAllBe(one => one.Article >= 1 && one.Article <= 44);
        DemandedCodes.ToCome.Select(one => one.Code).ShouldBeUnique();
        DemandedCodes.ToCome.ShouldAllBe(one => one.Why.Length > 0);
        DemandedCodes.ToCome.Select(one => one.Module).ShouldBeSubsetOf(ModuleList.All.Select(one => one.Name));
    }

    [Fact]
    public void Codes_WhenDemandedAndNotToCome_ThenAreThereAsTheirKind()
    {
        var toCome = DemandedCodes.ToCome.Select(one => one.Code).ToHashSet();

        var missing = DemandedCodes.All.Where(one => !toCome.Contains(one.Code) && !IsThere(one));

        missing.Select(one => $"{one.Code} (article {one.Article}, {one.Kind})").ShouldBeEmpty();
    }

    [Fact]
    public void Codes_WhenToCome_ThenAreDemandedAndNotThereYet()
    {
        var demanded = DemandedCodes.All.ToDictionary(one => one.Code);

        var wrong = DemandedCodes.ToCome.Where(one => !demanded.ContainsKey(one.Code) || Told.Value.Contains(one.Code));

        wrong.Select(one => one.Code).ShouldBeEmpty();
    }

    [Fact]
    public void Invariants_WhenDemanded_ThenATestShowsEach() =>
        DemandedCodes
            .All.Where(one => one.Kind == CodeKind.Invariant)
            .Select(one => one.Code)
            .ShouldBe(InvariantTests.Codes, ignoreOrder: true);

    private static bool IsThere(DemandedCode demanded) =>
        demanded.Kind switch
        {
            CodeKind.Refusal => IsRule(demanded, RuleKind.Refusal),
            CodeKind.Breach => IsRule(demanded, RuleKind.Breach),
            CodeKind.Authority or CodeKind.State => Told.Value.Contains(demanded.Code),
            CodeKind.Invariant => InvariantTests.Codes.Contains(demanded.Code),
            _ => throw new InvalidOperationException($"{demanded.Kind} is no kind of code."),
        };

    private static bool IsRule(DemandedCode demanded, RuleKind kind) =>
        Register.Find(demanded.Code)?.Rule is { } rule
        && rule.Kind == kind
        && rule.Article == demanded.Article
        && rule.Basis.Quote.Length > 0;
}
