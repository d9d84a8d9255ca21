using SmartCity.BuildingBlocks.Domain;

namespace SmartCity.Modules.DataSharing.Contracts;

/// <summary>An entry of the catalogue of government information resources.</summary>
public readonly record struct ResourceId(Guid Value) : IStrongId<ResourceId>
{
    public static ResourceId From(Guid value) => new(value);
}

/// <summary>An agreement on the use and protection of shared data (article 33).</summary>
public readonly record struct AgreementId(Guid Value) : IStrongId<AgreementId>
{
    public static AgreementId From(Guid value) => new(value);
}

/// <summary>A grant: one unit may take these items of one resource for one purpose.</summary>
public readonly record struct GrantId(Guid Value) : IStrongId<GrantId>
{
    public static GrantId From(Guid value) => new(value);
}

/// <summary>One retrieval of shared data.</summary>
public readonly record struct RetrievalId(Guid Value) : IStrongId<RetrievalId>
{
    public static RetrievalId From(Guid value) => new(value);
}
