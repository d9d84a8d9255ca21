using SmartCity.BuildingBlocks.Domain;

namespace SmartCity.Modules.Construction.Domain.Contractors;

internal readonly record struct CertificateId(Guid Value) : IStrongId<CertificateId>
{
    public static CertificateId From(Guid value) => new(value);
}

/// <summary>The three levels of issuers that article 10 names.</summary>
internal enum IssuerLevel
{
    /// <summary>国家</summary>
    National,

    /// <summary>省</summary>
    Provincial,

    /// <summary>市</summary>
    Municipal,
}

internal enum CertificateStatus
{
    /// <summary>有效</summary>
    Valid,

    /// <summary>暂停</summary>
    Suspended,

    /// <summary>撤销</summary>
    Revoked,
}

/// <summary>A certificate that a contractor holds.</summary>
internal sealed class Certificate
{
    public required CertificateId Id { get; init; }

    /// <summary>The code of its kind in the register of recognised kinds.</summary>
    public required string KindCode { get; init; }

    public required string Number { get; init; }

    public required string IssuerName { get; init; }

    public required IssuerLevel IssuerLevel { get; init; }

    public required string Grade { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>The last day on which it is valid.</summary>
    public required DateOnly ValidUntil { get; init; }

    /// <summary>What the office has seen of it, such as the number of the original or the issuer's notice.</summary>
    public required string Evidence { get; init; }

    public CertificateStatus Status { get; private set; }

    public string? StatusReason { get; private set; }

    /// <summary>The day of the issuer's last decision; null while there was none after the issue.</summary>
    public DateOnly? StatusSince { get; private set; }

    internal void Become(CertificateStatus status, string reason, DateOnly since) =>
        (Status, StatusReason, StatusSince) = (status, reason, since);
}
