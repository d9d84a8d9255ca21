using SmartCity.BuildingBlocks.Messaging;

namespace SmartCity.Canaries.Alpha.Contracts.AR10;

[EventName("alpha.settable.v1")]
public sealed record SettableEvent(PermitId Permit) : IIntegrationEvent
{
    public PermitKind Kind { get; set; }
}
