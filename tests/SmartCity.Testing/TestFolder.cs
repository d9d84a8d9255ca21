namespace SmartCity.Testing;

/// <summary>One temporary folder for everything a test run leaves in files; removed when the run ends.</summary>
public static class TestFolder
{
    public static string Path { get; } = Make();

    /// <summary>A folder of its own for one test.</summary>
    public static string New() =>
        Directory.CreateDirectory(System.IO.Path.Combine(Path, System.IO.Path.GetRandomFileName())).FullName;

    private static string Make()
    {
        var path = Directory.CreateTempSubdirectory("smartcity-test-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(path, recursive: true);
        return path;
    }
}
