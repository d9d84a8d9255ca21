using System.Text.RegularExpressions;
using SmartCity.ArchitectureTests.Examination;

namespace SmartCity.ArchitectureTests;

/// <summary>Each control of the threat model names the tests that show it, and they exist.</summary>
public sealed partial class ThreatModelTests
{
    private static readonly List<string> Rows =
    [
        .. File.ReadLines(Repository.File("docs/security/threat-model.md")).Where(line => Row().IsMatch(line)),
    ];

    [Fact]
    public void EveryThreat_WhenRead_ThenNamesATest()
    {
        Rows.Count.ShouldBeGreaterThan(20);
        Rows.Where(row => !TestName().IsMatch(row)).ShouldBeEmpty();
    }

    [Fact]
    public void EveryTest_WhenNamed_ThenExists()
    {
        var tests = Directory
            .EnumerateFiles(Repository.File("tests"), "*Tests.cs", SearchOption.AllDirectories)
            .ToLookup(file => Path.GetFileNameWithoutExtension(file));

        var missing = Rows.SelectMany(row => TestName().Matches(row))
            .Where(name =>
                !tests[name.Groups["class"].Value]
                    .Any(file =>
                        File.ReadAllText(file).Contains($" {name.Groups["method"].Value}(", StringComparison.Ordinal)
                    )
            )
            .Select(name => name.Value);

        missing.ShouldBeEmpty();
    }

    [GeneratedRegex(@"^\| (?!threat \|)[^|-]")]
    private static partial Regex Row();

    [GeneratedRegex(@"`(?<class>\w+Tests)\.(?<method>\w+_\w+)`")]
    private static partial Regex TestName();
}
