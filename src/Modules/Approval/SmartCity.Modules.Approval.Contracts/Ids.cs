using SmartCity.BuildingBlocks.Domain;

namespace SmartCity.Modules.Approval.Contracts;

/// <summary>A project's declaration; every later segment of the project's life refers to it.</summary>
public readonly record struct DeclarationId(Guid Value) : IStrongId<DeclarationId>
{
    public static DeclarationId From(Guid value) => new(value);
}

/// <summary>An item of the city's master plan of informatization.</summary>
public readonly record struct MasterPlanItemId(Guid Value) : IStrongId<MasterPlanItemId>
{
    public static MasterPlanItemId From(Guid value) => new(value);
}

/// <summary>One payment of project money.</summary>
public readonly record struct PaymentId(Guid Value) : IStrongId<PaymentId>
{
    public static PaymentId From(Guid value) => new(value);
}
