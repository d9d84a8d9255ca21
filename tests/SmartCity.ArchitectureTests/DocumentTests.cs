using SmartCity.ArchitectureTests.Examination;

namespace SmartCity.ArchitectureTests;

/// <summary>Documents are short, so that they are read and kept true.</summary>
public sealed class DocumentTests
{
    [Fact]
    public void Decisions_WhenCounted_ThenEachHasFewerThan60Lines() => TooLong("docs/adr", "*.md", 60).ShouldBeEmpty();

    [Fact]
    public void Readme_WhenCounted_ThenHasFewerThan150Lines() => TooLong("", "README.md", 150).ShouldBeEmpty();

    private static List<string> TooLong(string folder, string pattern, int lines)
    {
        var files = Directory.GetFiles(Repository.File(folder), pattern);
        files.ShouldNotBeEmpty();
        return [.. files.Where(file => File.ReadLines(file).Count() >= lines).Select(Repository.Relative)];
    }
}
