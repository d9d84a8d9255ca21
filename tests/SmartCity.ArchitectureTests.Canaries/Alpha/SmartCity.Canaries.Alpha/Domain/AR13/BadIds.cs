namespace SmartCity.Canaries.Alpha.Domain.AR13;

internal sealed record HoldsRawGuid(Guid Owner);

internal sealed class HoldsRawGuids
{
    private readonly List<Guid> owners = [];

    public int Count => owners.Count;
}

internal static class TakesRawGuid
{
    public static bool Test(Guid? owner) => owner is null;
}

internal sealed record HoldsTextId(string OwnerId);

internal static class TakesTextId
{
    public static bool Test(string ownerId) => ownerId.Length == 0;
}
