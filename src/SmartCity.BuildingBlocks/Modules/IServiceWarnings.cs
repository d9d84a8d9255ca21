using SmartCity.BuildingBlocks.Results;

namespace SmartCity.BuildingBlocks.Modules;

/// <summary>What a module wants everybody to see who looks whether the service is well; asked without the database.</summary>
public interface IServiceWarnings
{
    /// <summary>Empty where nothing is amiss.</summary>
    IReadOnlyList<LocalizedText> Now { get; }
}
