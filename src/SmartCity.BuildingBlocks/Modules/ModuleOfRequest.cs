namespace SmartCity.BuildingBlocks.Modules;

/// <summary>Which module a request belongs to: the one in whose assembly it stands.</summary>
internal sealed class ModuleOfRequest(IEnumerable<IModule> modules)
{
    private readonly Dictionary<System.Reflection.Assembly, IModule> byAssembly = modules.ToDictionary(module =>
        module.GetType().Assembly
    );

    public IModule Of(Type request) => byAssembly[request.Assembly];
}
