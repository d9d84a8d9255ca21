using SmartCity.BuildingBlocks.Domain;
using SmartCity.Canaries.Alpha.Contracts;
using SmartCity.Canaries.Alpha.Domain.Permits;

namespace SmartCity.Canaries.Alpha.Domain.AR15;

internal sealed class HoldsRoot : AggregateRoot<PermitId>
{
    private readonly Permit? permit;

    private HoldsRoot() { }

    public bool HasPermit => permit is not null;
}

internal sealed class ChildHoldsRoots
{
    private readonly List<Permit> permits = [];

    public int Count => permits.Count;
}
