namespace SmartCity.EndToEndTests.Host;

/// <summary>The repository's files, from wherever the tests run.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>A file by its path from the root.</summary>
    public static Task<string> ReadAsync(string path) =>
        File.ReadAllTextAsync(Path.Combine(Root, path), TestContext.Current.CancellationToken);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SmartCity.Modules.sln")))
        {
            folder = folder.Parent;
        }

        return folder.ShouldNotBeNull("The tests run inside the repository.").FullName;
    }
}
