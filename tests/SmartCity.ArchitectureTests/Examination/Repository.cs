namespace SmartCity.ArchitectureTests.Examination;

/// <summary>The repository's files, from wherever the tests run.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new(AppContext.BaseDirectory));

    /// <summary>A file or folder by its path from the root.</summary>
    public static string File(string path) => Path.Combine(Root, path);

    /// <summary>A file's path from the root, for people.</summary>
    public static string Relative(string file) => Path.GetRelativePath(Root, file);

    public static bool IsBuildOutput(string file) =>
        Relative(file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj");

    private static string Find(DirectoryInfo folder) =>
        folder.GetFiles("SmartCity.Modules.sln").Length == 1
            ? folder.FullName
            : Find(folder.Parent ?? throw new DirectoryNotFoundException("The tests run outside of the repository."));
}
