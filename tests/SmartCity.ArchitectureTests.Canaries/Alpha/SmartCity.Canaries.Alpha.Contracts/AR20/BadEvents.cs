using SmartCity.BuildingBlocks.Messaging;

namespace SmartCity.Canaries.Alpha.Contracts.AR20;

[EventName("alpha.named-twice.v1")]
public sealed record NamedTwice(PermitId Permit) : IIntegrationEvent;

[EventName("alpha.named-twice.v1")]
public sealed record NamedTwiceAgain(PermitId Permit) : IIntegrationEvent;

[EventName("alpha.without-golden.v1")]
public sealed record WithoutGolden(PermitId Permit) : IIntegrationEvent;

[EventName("alpha.golden-differs.v1")]
public sealed record GoldenDiffers(PermitId Permit, PermitKind Kind) : IIntegrationEvent;

[EventName("without-module-and-version")]
public sealed record NamedWrongly(PermitId Permit) : IIntegrationEvent;

public sealed record Nameless(PermitId Permit) : IIntegrationEvent;
