using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Construction.Domain.Projects;

namespace SmartCity.Modules.Construction.Domain.Certificates;

internal readonly record struct CertificateKindId(Guid Value) : IStrongId<CertificateKindId>
{
    public static CertificateKindId From(Guid value) => new(value);
}

/// <summary>What the office enters of a kind of certificate.</summary>
internal sealed record CertificateKindText
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    /// <summary>The kinds of project whose contractor must hold it.</summary>
    public required IReadOnlyList<ProjectKind> DemandedFor { get; init; }

    /// <summary>The law or rule by which the certificate exists.</summary>
    public required string LegalBasis { get; init; }

    public required DateOnly InForceFrom { get; init; }

    /// <summary>The last day; null while no end is known.</summary>
    public required DateOnly? InForceUntil { get; init; }
}

/// <summary>
/// A kind of certificate that article 10 can demand today. Where none is in force for a kind of project, as since the
/// national licence of system integrators was abolished in 2014, the demand does not apply.
/// </summary>
[ObjectName("recognised-certificate-kind", "资质证书种类", "recognised kind of certificate")]
internal sealed class RecognisedCertificateKind : AggregateRoot<CertificateKindId>
{
    private readonly List<CertificateDemand> demands = [];

    private RecognisedCertificateKind() { }

    public string Code { get; private init; } = "";

    public string Name { get; private init; } = "";

    public string LegalBasis { get; private init; } = "";

    public DateOnly InForceFrom { get; private init; }

    public DateOnly? InForceUntil { get; private set; }

    public string? RetiredBecause { get; private set; }

    public IReadOnlyList<CertificateDemand> Demands => demands;

    public static RecognisedCertificateKind Register(CertificateKindId id, CertificateKindText text)
    {
        var kind = new RecognisedCertificateKind
        {
            Id = id,
            Code = text.Code,
            Name = text.Name,
            LegalBasis = text.LegalBasis,
            InForceFrom = text.InForceFrom,
            InForceUntil = text.InForceUntil,
        };
        kind.demands.AddRange(text.DemandedFor.Distinct().Select(CertificateDemand.For));
        return kind;
    }

    /// <summary>Ends it with a reason: acts after the last day no longer demand it.</summary>
    public Result Retire(DateOnly lastDay, string reason)
    {
        if (RetiredBecause is not null)
        {
            return Error.IllegalTransition(
                new("该资质证书种类已经停用，不能再次停用。", "This kind of certificate is retired already.")
            );
        }

        if (lastDay < InForceFrom)
        {
            return Error.Unprocessable(
                "RETIRED_BEFORE_IN_FORCE",
                new("停用日不得早于启用日。", "Its last day does not lie before its first.")
            );
        }

        (InForceUntil, RetiredBecause) = (lastDay, reason);
        return Result.Success;
    }
}

/// <summary>That contractors of a kind of project must hold the certificate.</summary>
internal sealed class CertificateDemand
{
    private CertificateDemand() { }

    public ProjectKind Kind { get; private init; }

    public static CertificateDemand For(ProjectKind kind) => new() { Kind = kind };
}
