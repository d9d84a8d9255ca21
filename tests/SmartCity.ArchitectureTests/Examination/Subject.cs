using System.Reflection;
using SmartCity.Api;
using SmartCity.BuildingBlocks;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Canaries.Alpha;
using SmartCity.Canaries.Beta;
using Architecture = ArchUnitNET.Domain.Architecture;
using ArchLoader = ArchUnitNET.Loader.ArchLoader;
using Assembly = System.Reflection.Assembly;

namespace SmartCity.ArchitectureTests.Examination;

/// <summary>What the rules examine: a list of modules with the mechanisms below them. The rules know no more than this.</summary>
internal sealed class Subject
{
    // Each may ask those before it.
    private static readonly List<string> QuestionOrder =
    [
        "Security",
        "Approval",
        "Construction",
        "Acceptance",
        "Assets",
        "Operations",
    ];

    private readonly Lazy<Architecture> architecture;
    private readonly Lazy<IReadOnlyList<Use>> uses;
    private readonly Lazy<IReadOnlyDictionary<string, Type>> types;

    private Subject(
        IReadOnlyList<IModule> modules,
        Assembly mechanisms,
        string modulesFolder,
        string testsFolder,
        string goldenFolder,
        Func<string, string, bool> mayAsk
    )
    {
        Modules = [.. modules.Select(module => new ExaminedModule(module, modulesFolder, testsFolder, goldenFolder))];
        Mechanisms = mechanisms;
        MayAsk = mayAsk;
        architecture = new(() => new ArchLoader().LoadAssemblies([.. Assemblies]).Build());
        uses = new(() => [.. architecture.Value.Types.SelectMany(Use.Of)]);
        types = new(() =>
            Assemblies
                .SelectMany(assembly => assembly.GetTypes())
                .Where(type => !Generated.Is(type))
                .ToDictionary(type => type.FullName!)
        );
    }

    /// <summary>The product as the service composes it.</summary>
    public static Subject Product { get; } =
        new(
            ModuleList.All,
            typeof(Result).Assembly,
            "src/Modules",
            "tests/Modules",
            "Golden",
            // Those asked stand before those who ask; the data path asks nobody but Security.
            (asking, asked) =>
                QuestionOrder.IndexOf(asked) is >= 0 and var place
                && (asking == "DataSharing" ? asked == "Security" : place < QuestionOrder.IndexOf(asking))
        );

    /// <summary>Two miniature modules. Beta may ask Alpha.</summary>
    public static Subject Canaries { get; } =
        new(
            [new AlphaModule(), new BetaModule()],
            typeof(SmartCity.Canaries.Mechanisms.MessageEnvelope).Assembly,
            "tests/SmartCity.ArchitectureTests.Canaries",
            "tests/SmartCity.ArchitectureTests.Canaries",
            "Golden",
            (asking, asked) => (asking, asked) is ("Beta", "Alpha")
        );

    /// <summary>All modules of the list, the kernel among them.</summary>
    public IReadOnlyList<ExaminedModule> Modules { get; }

    public Assembly Mechanisms { get; }

    /// <summary>May the first module ask the second a question that must be answered now?</summary>
    public Func<string, string, bool> MayAsk { get; }

    /// <summary>The modules and their Contracts.</summary>
    public IEnumerable<Assembly> Assemblies =>
        Modules.SelectMany(module => new[] { module.Assembly, module.Contracts }).Distinct();

    public Architecture Architecture => architecture.Value;

    /// <summary>The types that are written by hand, those of modules and Contracts alike.</summary>
    public IEnumerable<Type> Types => types.Value.Values;

    public Type? TypeNamed(string name) => types.Value.GetValueOrDefault(name);

    /// <summary>The hand-written types of one layer of every module.</summary>
    public IReadOnlyList<Type> Layer(string layer) =>
        [.. Modules.SelectMany(module => Types.Where(type => module.IsIn(type, layer)))];

    /// <summary>Every use of one type by another, by what the program really does: async bodies, lambdas, attributes.</summary>
    public IEnumerable<Use> UsesBy(IReadOnlyCollection<Type> users)
    {
        var names = users.Select(type => type.FullName!).ToHashSet();
        return uses.Value.Where(use => names.Contains(use.By));
    }

    /// <summary>Uses of the second group of types by the first.</summary>
    public IEnumerable<Use> Uses(IReadOnlyCollection<Type> users, IReadOnlyCollection<Type> used)
    {
        var names = used.Select(type => type.FullName!).ToHashSet();
        return UsesBy(users).Where(use => names.Contains(use.Used.FullName));
    }

    public IEnumerable<ArchitectureExemptionAttribute> ExemptionsOf(string typeName) =>
        TypeNamed(typeName)?.GetCustomAttributes<ArchitectureExemptionAttribute>() ?? [];
}

/// <summary>One module as the rules see it.</summary>
internal sealed class ExaminedModule(IModule module, string modulesFolder, string testsFolder, string goldenFolder)
{
    /// <summary>The layers, as folders and namespaces name them.</summary>
    public static IReadOnlyList<string> Layers { get; } = ["Domain", "Application", "Infrastructure", "Api"];

    public IModule Module => module;

    public string Name => module.Name;

    public Assembly Assembly => module.GetType().Assembly;

    public Assembly Contracts => module.Contracts;

    /// <summary>The kernel has no Contracts of its own: everybody may know all that is public in it.</summary>
    public bool IsKernel => Contracts == Assembly;

    public string Namespace => module.GetType().Namespace!;

    public string ProjectFile =>
        IsKernel
            ? Repository.File($"src/{Assembly.GetName().Name}/{Assembly.GetName().Name}.csproj")
            : Repository.File($"{modulesFolder}/{Name}/{Assembly.GetName().Name}/{Assembly.GetName().Name}.csproj");

    public string ContractsFile =>
        Repository.File($"{modulesFolder}/{Name}/{Contracts.GetName().Name}/{Contracts.GetName().Name}.csproj");

    public string SourceFolder => Path.GetDirectoryName(ProjectFile)!;

    /// <summary>Where the module's tests lie.</summary>
    public string TestsFolder =>
        IsKernel ? Repository.File("tests/SmartCity.Regulation.Tests") : Repository.File($"{testsFolder}/{Name}");

    /// <summary>The golden file of an event, wherever it lies in a folder for such files below the module's tests.</summary>
    public string? GoldenFile(string eventName) =>
        Directory.Exists(TestsFolder)
            ? Directory
                .EnumerateFiles(TestsFolder, $"{eventName}.json", SearchOption.AllDirectories)
                .SingleOrDefault(file =>
                    Path.GetFileName(Path.GetDirectoryName(file)) == goldenFolder && !Repository.IsBuildOutput(file)
                )
            : null;

    public IEnumerable<Type> Types => Assembly.GetTypes().Where(type => !Generated.Is(type));

    /// <summary>Is the type in this layer or below it?</summary>
    public bool IsIn(Type type, string layer) =>
        type.Assembly == Assembly
        && ($"{type.Namespace}.").StartsWith($"{Namespace}.{layer}.", StringComparison.Ordinal);
}
