using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmartCity.ArchitectureTests.Examination;

namespace SmartCity.ArchitectureTests;

/// <summary>
/// No AddDays, AddMonths, AddYears and DayOfWeek in <c>Domain</c>: dates are counted in the kernel. No literal above 1 in
/// <c>Domain/Rules</c>. The calls are told by what the program does, the literals by its source, where an enum's member is
/// not mistaken for a number. A rule's article and a parameter's article, initial value and bounds stand in their
/// declarations.
/// </summary>
public sealed class AR25RulesHoldNoNumbersAndNoDates
{
    private static readonly string[] DateArithmetic =
    [
        nameof(DateOnly.AddDays),
        nameof(DateOnly.AddMonths),
        nameof(DateOnly.AddYears),
        $"get_{nameof(DateOnly.DayOfWeek)}",
    ];

    [Fact]
    public void Rule_WhenRunOverTheProduct_ThenHolds() => Rule(Subject.Product).ShouldHold();

    [Fact]
    public void Rule_WhenRunOverTheCanaries_ThenFindsTheBadTwins() =>
        Rule(Subject.Canaries)
            .ShouldFindExactly(
                "Alpha.Domain.AR25.CountsDays",
                "Alpha.Domain.Rules.AR25.WithDays",
                "Alpha.Domain.Rules.AR25.WithMonths",
                "Alpha.Domain.Rules.AR25.WithYears",
                "Alpha.Domain.Rules.AR25.WithDayOfWeek",
                "Alpha.Domain.Rules.AR25.WithConstant",
                "Alpha.Domain.Rules.AR25.WithInteger",
                "Alpha.Domain.Rules.AR25.WithLong",
                "Alpha.Domain.Rules.AR25.WithDecimal",
                "Alpha.Domain.Rules.AR25.WithDouble",
                "Alpha.Domain.Rules.AR25.WithHexadecimal",
                "Alpha.Domain.Rules.AR25.WithLiteralInPredicate"
            );

    private static Findings Rule(Subject subject)
    {
        var rules = subject.Layer("Domain.Rules");
        var calls =
            from module in subject.Modules
            from body in Bodies.Of(module.Assembly)
            let domain = module.IsKernel ? "Domain.Rules" : "Domain"
            where $"{body.AuthorNamespace}.".StartsWith($"{module.Namespace}.{domain}.", StringComparison.Ordinal)
            from call in body.Calls
            where DateArithmetic.Contains(call.Name)
            select new Offence(body.Author, $"calls {call.DeclaringType.Name}.{call.Name}");
        var sources = subject
            .Modules.Select(module => Path.Combine(module.SourceFolder, "Domain", "Rules"))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
            .ToList();
        return Findings.Of(
            "AR25",
            subject,
            sources.Count > 0 ? rules : [],
            [.. DateArithmetic, "literals above 1"],
            calls.Concat(sources.SelectMany(LiteralsOf))
        );
    }

    private static IEnumerable<Offence> LiteralsOf(string file) =>
        from literal in CSharpSyntaxTree
            .ParseText(File.ReadAllText(file))
            .GetRoot()
            .DescendantNodes()
            .OfType<LiteralExpressionSyntax>()
        where literal.IsKind(SyntaxKind.NumericLiteralExpression)
        where Convert.ToDecimal(literal.Token.Value, CultureInfo.InvariantCulture) > 1 && !IsDeclared(literal)
        select new Offence(TypeOf(literal), $"holds {literal} in {Path.GetFileName(file)}");

    // The article of new Rule<…>(code, kind, article, …), and the article and initial value of new Parameter<…>(…).
    private static bool IsDeclared(LiteralExpressionSyntax literal)
    {
        // A value may be a list, or an amount as Money.FromYuan(…), which stand where a number would.
        SyntaxNode value = literal.Parent switch
        {
            ExpressionElementSyntax { Parent: CollectionExpressionSyntax several } => several,
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax amount }
                when amount.Expression.ToString() == "Money.FromYuan" => amount,
            _ => literal,
        };
        if (
            value.Parent
                is not ArgumentSyntax
                {
                    Parent: ArgumentListSyntax { Parent: BaseObjectCreationExpressionSyntax creation } list
                } argument
            || literal.Ancestors().OfType<AnonymousFunctionExpressionSyntax>().Any()
        )
        {
            return false;
        }

        var type = creation is ObjectCreationExpressionSyntax named
            ? named.Type
            : creation.Ancestors().Select(DeclaredType).FirstOrDefault(found => found is not null);
        return (type as GenericNameSyntax)?.Identifier.Text switch
        {
            "Rule" => list.Arguments.IndexOf(argument) == 2,
            "Parameter" => true,
            _ => false,
        };
    }

    private static TypeSyntax? DeclaredType(SyntaxNode node) =>
        node switch
        {
            PropertyDeclarationSyntax property => property.Type,
            FieldDeclarationSyntax field => field.Declaration.Type,
            MethodDeclarationSyntax method => method.ReturnType,
            _ => null,
        };

    private static string TypeOf(SyntaxNode node)
    {
        var types = node.Ancestors().OfType<BaseTypeDeclarationSyntax>().Select(type => type.Identifier.Text).Reverse();
        var space = node.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Single().Name;
        return $"{space}.{string.Join('+', types)}";
    }
}
