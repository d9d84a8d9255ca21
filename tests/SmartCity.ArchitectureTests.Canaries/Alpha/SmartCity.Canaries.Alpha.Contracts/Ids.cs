using SmartCity.BuildingBlocks.Domain;

namespace SmartCity.Canaries.Alpha.Contracts;

public readonly record struct PermitId(Guid Value) : IStrongId<PermitId>
{
    public static PermitId From(Guid value) => new(value);
}

public enum PermitKind
{
    Temporary,
    Permanent,
    Seasonal,
}
