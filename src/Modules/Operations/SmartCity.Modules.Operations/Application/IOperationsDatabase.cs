using SmartCity.BuildingBlocks.Persistence;

namespace SmartCity.Modules.Operations.Application;

/// <summary>The module's database as its use cases see it. A root is loaded with all that it holds.</summary>
internal interface IOperationsDatabase : IModuleStore;
