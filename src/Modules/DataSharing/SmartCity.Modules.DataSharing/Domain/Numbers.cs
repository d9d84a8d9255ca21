using SmartCity.BuildingBlocks.Domain;

namespace SmartCity.Modules.DataSharing.Domain;

/// <summary>The numbers by which people call resources, agreements, grants and retrievals.</summary>
internal static class Numbers
{
    public const int Length = 22;

    /// <summary>An id begins with the time, so the order of numbers is the order of making.</summary>
    public static string Of(string kind, IStrongId id) => $"{kind}{id.Value:N}"[..Length].ToUpperInvariant();
}
