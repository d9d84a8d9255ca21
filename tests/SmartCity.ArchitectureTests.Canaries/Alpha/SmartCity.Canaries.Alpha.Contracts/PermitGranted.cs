using SmartCity.BuildingBlocks.Messaging;

namespace SmartCity.Canaries.Alpha.Contracts;

[EventName("alpha.permit-granted.v1")]
public sealed record PermitGranted(PermitId Permit, PermitKind Kind, DateOnly GrantedOn) : IIntegrationEvent;
