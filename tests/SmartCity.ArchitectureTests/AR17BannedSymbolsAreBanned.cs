using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using SmartCity.ArchitectureTests.Examination;
using Assembly = System.Reflection.Assembly;

namespace SmartCity.ArchitectureTests;

/// <summary>
/// The compiler itself refuses the system clock, Guid.NewGuid and CreateVersion7, Random, Thread.Sleep, Console,
/// Task.Result, .Wait(). This runs its analyzer, with the repository's list, over one canary of each and over its good
/// twin; that every project is compiled with it stands in Directory.Build.props.
/// </summary>
public sealed partial class AR17BannedSymbolsAreBanned
{
    private const string Diagnostic = "RS0030";

    [Theory]
    [InlineData("var now = DateTime.Now;")]
    [InlineData("var now = DateTime.UtcNow;")]
    [InlineData("var now = DateTime.Today;")]
    [InlineData("var now = DateTimeOffset.Now;")]
    [InlineData("var now = DateTimeOffset.UtcNow;")]
    [InlineData("var id = Guid.NewGuid();")]
    [InlineData("var id = Guid.CreateVersion7();")]
    [InlineData("var id = Guid.CreateVersion7(time.GetUtcNow());")]
    [InlineData("var random = new Random(1);")]
    [InlineData("var number = Random.Shared.Next();")]
    [InlineData("Thread.Sleep(1);")]
    [InlineData("Thread.Sleep(TimeSpan.Zero);")]
    [InlineData("Console.WriteLine();")]
    [InlineData("var console = Console.Out;")]
    [InlineData("var one = Task.FromResult(1).Result;")]
    [InlineData("task.Wait();")]
    [InlineData("task.Wait(1);")]
    [InlineData("task.Wait(TimeSpan.Zero);")]
    [InlineData("task.Wait(CancellationToken.None);")]
    [InlineData("task.Wait(1, CancellationToken.None);")]
    [InlineData("task.Wait(TimeSpan.Zero, CancellationToken.None);")]
    public async Task Analyzer_WhenASymbolIsBanned_ThenReportsIt(string statement) =>
        (await DiagnosticsOfAsync(statement)).Select(one => one.Id).Distinct().ShouldBe([Diagnostic]);

    [Theory]
    [InlineData("var now = time.GetUtcNow();")]
    [InlineData("var id = Guid.Parse(text);")]
    [InlineData("var number = System.Security.Cryptography.RandomNumberGenerator.GetInt32(9);")]
    [InlineData("await Task.Yield();")]
    [InlineData("output.WriteLine();")]
    [InlineData("var one = await Task.FromResult(1);")]
    [InlineData("await task;")]
    public async Task Analyzer_WhenTheGoodTwinIsUsed_ThenReportsNothing(string statement) =>
        (await DiagnosticsOfAsync(statement)).ShouldBeEmpty();

    [Fact]
    public void EveryProject_WhenCompiled_ThenHasTheAnalyzerAndTheList()
    {
        var shared = XDocument.Load(Repository.File("Directory.Build.props"));

        shared
            .Descendants("GlobalPackageReference")
            .Select(reference => reference.Attribute("Include")!.Value)
            .ShouldContain("Microsoft.CodeAnalysis.BannedApiAnalyzers");
        shared
            .Descendants("AdditionalFiles")
            .Select(file => file.Attribute("Include")!.Value)
            .ShouldContain("$(MSBuildThisFileDirectory)BannedSymbols.txt");
        shared.Descendants("TreatWarningsAsErrors").Single().Value.ShouldBe("true");
    }

    [Fact]
    public void Configuration_WhenSearched_ThenSilencesTheDiagnosticNowhere() =>
        new[] { "*.csproj", "*.props", "*.targets", ".editorconfig", "*.globalconfig", "*.ruleset" }
            .SelectMany(pattern => Directory.EnumerateFiles(Repository.Root, pattern, SearchOption.AllDirectories))
            .Where(file =>
                !Repository.IsBuildOutput(file) && File.ReadAllText(file).Contains(Diagnostic, StringComparison.Ordinal)
            )
            .Select(Repository.Relative)
            .ShouldBeEmpty();

    [Fact]
    public void Exceptions_WhenSearched_ThenEachTellsItsReason()
    {
        var exceptions = Directory
            .EnumerateFiles(Repository.File("src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !Repository.IsBuildOutput(file))
            .SelectMany(file =>
                File.ReadLines(file).Select(line => (File: Repository.Relative(file), Line: line.Trim()))
            )
            .Where(one => one.Line.Contains(Diagnostic, StringComparison.Ordinal))
            .Where(one => !one.Line.StartsWith("#pragma warning restore", StringComparison.Ordinal))
            .ToList();

        // The one source of identifiers at least.
        exceptions.ShouldNotBeEmpty();
        exceptions.Where(one => !PragmaWithReason().IsMatch(one.Line)).ShouldBeEmpty();
    }

    private static async Task<IReadOnlyList<Diagnostic>> DiagnosticsOfAsync(string statement)
    {
        var source = $$"""
            using System;
            using System.IO;
            using System.Threading;
            using System.Threading.Tasks;

            internal static class Canary
            {
                public static async Task RunAsync(TimeProvider time, Task task, TextWriter output, string text)
                {
                    {{statement}}
                    await task;
                }
            }
            """;
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(file => Path.GetFileName(file).StartsWith("System.", StringComparison.Ordinal))
            .Select(file => MetadataReference.CreateFromFile(file));
        var compilation = CSharpCompilation.Create(
            "Canary",
            [CSharpSyntaxTree.ParseText(source)],
            platform,
            new(OutputKind.DynamicallyLinkedLibrary)
        );
        compilation.GetDiagnostics().Where(one => one.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        var list = new BannedSymbols(Repository.File("BannedSymbols.txt"));
        return await compilation
            .WithAnalyzers([Analyzer()], new AnalyzerOptions([list]))
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
    }

    // The same files that the compiler of this project was given; the build lays them beside the tests.
    private static DiagnosticAnalyzer Analyzer()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "analyzers");
        Assembly.LoadFrom(Path.Combine(folder, "Microsoft.CodeAnalysis.BannedApiAnalyzers.dll"));
        var analyzer = Assembly
            .LoadFrom(Path.Combine(folder, "Microsoft.CodeAnalysis.CSharp.BannedApiAnalyzers.dll"))
            .GetTypes()
            .Single(type => type.Name == "CSharpSymbolIsBannedAnalyzer");
        return (DiagnosticAnalyzer)Activator.CreateInstance(analyzer)!;
    }

    [GeneratedRegex(@"^#pragma warning disable RS0030 // \S.{9,}$")]
    private static partial Regex PragmaWithReason();

    private sealed class BannedSymbols(string file) : AdditionalText
    {
        public override string Path => file;

        public override SourceText GetText(CancellationToken cancellationToken = default) =>
            SourceText.From(File.ReadAllText(file));
    }
}
