using SmartCity.BuildingBlocks.Domain;

namespace SmartCity.Modules.Security.Domain.Evidence;

/// <summary>An audit entry of any module, as the log names it.</summary>
internal readonly record struct EntryId(Guid Value) : IStrongId<EntryId>
{
    public static EntryId From(Guid value) => new(value);
}
