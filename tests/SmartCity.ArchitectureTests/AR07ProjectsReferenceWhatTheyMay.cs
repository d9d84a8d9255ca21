using System.Xml.Linq;
using SmartCity.ArchitectureTests.Examination;

namespace SmartCity.ArchitectureTests;

/// <summary>
/// By project files: a module references its own Contracts, BuildingBlocks, Regulation and others' Contracts; Contracts
/// reference BuildingBlocks at most, and no package; what stands under Evidence is a program of its own and references no
/// project.
/// </summary>
public sealed class AR07ProjectsReferenceWhatTheyMay
{
    private const string BuildingBlocks = "SmartCity.BuildingBlocks";
    private const string Regulation = "SmartCity.Regulation";

    [Fact]
    public void Rule_WhenRunOverTheProduct_ThenHolds() =>
        Rule(Subject.Product, ProjectsOf(Subject.Product)).ShouldHold();

    [Fact]
    public void Projects_WhenCounted_ThenAreTwoForEachModuleAndTheKernel() =>
        ProjectsOf(Subject.Product).Count(project => project.Kind != ProjectKind.Evidence).ShouldBe(15);

    [Fact]
    public void Rule_WhenRunOverTheCanaries_ThenFindsTheReferenceToAnotherModule() =>
        Rule(Subject.Canaries, ProjectsOf(Subject.Canaries)).ShouldFindExactly("Beta");

    [Theory]
    [InlineData("Alpha", ProjectKind.Module, "ProjectReference", "../SmartCity.Api/SmartCity.Api.csproj")]
    [InlineData("Alpha", ProjectKind.Module, "Reference", "SmartCity.Api")]
    [InlineData(
        "SmartCity.Regulation",
        ProjectKind.Kernel,
        "ProjectReference",
        "../SmartCity.Api/SmartCity.Api.csproj"
    )]
    [InlineData(
        "Alpha.Contracts",
        ProjectKind.Contracts,
        "ProjectReference",
        "../Regulation/SmartCity.Regulation.csproj"
    )]
    [InlineData("Alpha.Contracts", ProjectKind.Contracts, "PackageReference", "Quartz")]
    [InlineData("Alpha.Contracts", ProjectKind.Contracts, "FrameworkReference", "Microsoft.AspNetCore.App")]
    [InlineData(
        "SmartCity.Evidence.Verifier",
        ProjectKind.Evidence,
        "ProjectReference",
        "../../SmartCity.BuildingBlocks/SmartCity.BuildingBlocks.csproj"
    )]
    public void Rule_WhenAGoodProjectGetsOneForbiddenReference_ThenFindsIt(
        string name,
        ProjectKind kind,
        string reference,
        string forbidden
    )
    {
        var good =
            ProjectsOf(Subject.Canaries).SingleOrDefault(project => project.Name == name)
            ?? new Project(name, kind, []);
        var bad = good with { References = [.. good.References, new(reference, forbidden)] };

        var offences = Rule(Subject.Canaries, [good, bad]).Offences;

        offences.ShouldHaveSingleItem().Where.ShouldBe(name);
    }

    private static Findings Rule(Subject subject, IReadOnlyCollection<Project> projects)
    {
        var contracts = subject
            .Modules.Where(module => !module.IsKernel)
            .Select(module => module.Contracts.GetName().Name!)
            .ToHashSet();
        return Findings.Of(
            "AR07",
            subject,
            projects.Select(project => project.Name),
            subject.Modules.Select(module => module.Assembly.GetName().Name!),
            from project in projects
            from reference in project.References
            where !IsAllowed(project.Kind, reference, contracts)
            select new Offence(project.Name, $"{reference.Kind} to {reference.Name}")
        );
    }

    private static bool IsAllowed(ProjectKind project, Reference reference, HashSet<string> contracts) =>
        (project, reference.Kind) switch
        {
            (_, "Reference") => false,
            (ProjectKind.Evidence, _) => reference.Kind != "ProjectReference",
            (ProjectKind.Contracts, "ProjectReference") => reference.ProjectName == BuildingBlocks,
            (ProjectKind.Contracts, _) => false,
            (ProjectKind.Kernel, "ProjectReference") => reference.ProjectName == BuildingBlocks,
            (ProjectKind.Module, "ProjectReference") => reference.ProjectName is BuildingBlocks or Regulation
                || contracts.Contains(reference.ProjectName),
            _ => true,
        };

    private static List<Project> ProjectsOf(Subject subject)
    {
        var projects = new List<Project>();
        foreach (var module in subject.Modules)
        {
            var kind = module.IsKernel ? ProjectKind.Kernel : ProjectKind.Module;
            projects.Add(Read(module.Name, kind, module.ProjectFile));
            if (!module.IsKernel)
            {
                projects.Add(Read($"{module.Name}.Contracts", ProjectKind.Contracts, module.ContractsFile));
            }
        }

        var evidence = Repository.File("src/Evidence");
        if (subject == Subject.Product && Directory.Exists(evidence))
        {
            projects.AddRange(
                Directory
                    .EnumerateFiles(evidence, "*.csproj", SearchOption.AllDirectories)
                    .Select(file => Read(Path.GetFileNameWithoutExtension(file), ProjectKind.Evidence, file))
            );
        }

        return projects;
    }

    private static Project Read(string name, ProjectKind kind, string file) =>
        new(
            name,
            kind,
            [
                .. XDocument
                    .Load(file)
                    .Descendants()
                    .Where(element => element.Name.LocalName.EndsWith("Reference", StringComparison.Ordinal))
                    .Select(element => new Reference(element.Name.LocalName, element.Attribute("Include")!.Value)),
            ]
        );

    public enum ProjectKind
    {
        Module,
        Contracts,
        Kernel,
        Evidence,
    }

    private sealed record Project(string Name, ProjectKind Kind, IReadOnlyList<Reference> References);

    private sealed record Reference(string Kind, string Name)
    {
        public string ProjectName => Path.GetFileNameWithoutExtension(Name.Replace('\\', '/'));
    }
}
