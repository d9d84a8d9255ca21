using SmartCity.BuildingBlocks.Results;

namespace SmartCity.BuildingBlocks.Modules;

/// <summary>What a module lacks that it cannot serve without: one line for the operator instead of a stack trace.</summary>
/// <param name="isSetting">True where a setting is wrong or missing, false where something outside is.</param>
public sealed class CannotServeException(LocalizedText text, bool isSetting, Exception? cause = null)
    : Exception(text.English, cause)
{
    public LocalizedText Text => text;

    public bool IsSetting => isSetting;
}
