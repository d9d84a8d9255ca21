using MediatR;

namespace SmartCity.Canaries.Alpha.Contracts;

public sealed record PermitProfile(PermitId Id, PermitKind Kind, string Holder, IReadOnlyList<string> Conditions);

public sealed record PermitOf(PermitId Permit) : IRequest<PermitProfile?>;
