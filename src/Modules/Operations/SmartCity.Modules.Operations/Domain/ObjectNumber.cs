using SmartCity.BuildingBlocks.Domain;

namespace SmartCity.Modules.Operations.Domain;

/// <summary>The number that people call an object by: letters of its kind and an id that begins with the time.</summary>
internal static class ObjectNumber
{
    public const int Length = 22;

    public static string Of(string kind, IStrongId made) => $"{kind}{made.Value:N}"[..Length].ToUpperInvariant();
}
