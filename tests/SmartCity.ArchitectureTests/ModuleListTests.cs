using SmartCity.ArchitectureTests.Examination;

namespace SmartCity.ArchitectureTests;

/// <summary>The one list of modules, used by the host, the migrator and the tests, against the folders.</summary>
public sealed class ModuleListTests
{
    [Fact]
    public void List_WhenComparedWithTheFolders_ThenHasEachModuleAndTheKernel() =>
        Subject
            .Product.Modules.Select(module => module.Name)
            .Order()
            .ShouldBe(
                Directory
                    .EnumerateDirectories(Repository.File("src/Modules"))
                    .Select(Path.GetFileName)
                    .Append("Regulation")
                    .Order()
            );

    [Fact]
    public void List_WhenRead_ThenHasOneKernel() =>
        Subject.Product.Modules.Count(module => module.IsKernel).ShouldBe(1);

    [Fact]
    public void Schemas_WhenCompared_ThenAreUnique() =>
        Subject.Product.Modules.Select(module => module.Module.Schema).ShouldBeUnique();
}
