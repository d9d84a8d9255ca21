using SmartCity.BuildingBlocks.Results;

namespace SmartCity.BuildingBlocks.Modules;

/// <summary>What a module lacks that it cannot serve without: lines for the operator instead of a stack trace.</summary>
/// <param name="isSetting">True where settings are wrong or missing, false where something outside is.</param>
public sealed class CannotServeException(IReadOnlyList<LocalizedText> lines, bool isSetting, Exception? cause = null)
    : Exception(string.Join(Environment.NewLine, lines.Select(line => line.English)), cause)
{
    public IReadOnlyList<LocalizedText> Lines => lines;

    public bool IsSetting => isSetting;
}
