using SmartCity.BuildingBlocks.Results;

namespace SmartCity.BuildingBlocks.Modules;

/// <summary>A module cannot be put together with these settings: the host tells the lines to the operator and does not start.</summary>
public sealed class SettingsException(IReadOnlyList<LocalizedText> lines)
    : Exception(string.Join(Environment.NewLine, lines.Select(line => line.English)))
{
    public IReadOnlyList<LocalizedText> Lines => lines;
}
