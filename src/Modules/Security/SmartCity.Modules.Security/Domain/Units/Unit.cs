using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Security.Domain.Units;

/// <summary>A unit as it is registered: who it is, what kind it is of, and where its power ends.</summary>
[ObjectName("unit", "单位", "unit")]
internal sealed class Unit : AggregateRoot<UnitId>
{
    private Unit() { }

    /// <summary>The full name on its registration certificate.</summary>
    public string Name { get; private init; } = "";

    public string ShortName { get; private init; } = "";

    public UnitKind Kind { get; private init; }

    /// <summary>The code of the city or of one of its counties, see <see cref="Jurisdictions"/>.</summary>
    public string Jurisdiction { get; private init; } = "";

    /// <summary>Its unified social credit code; no two units have the same.</summary>
    public string CreditCode { get; private init; } = "";

    /// <summary>
    /// The certificate, by name and number, that settled a code which is lawful although its digits leave doubt; null where
    /// there was none.
    /// </summary>
    public string? CreditCodeCertificate { get; private init; }

    /// <summary>SHA-256 of that certificate's image, lower-case hex.</summary>
    public string? CreditCodeImageSha256 { get; private init; }

    /// <summary>The unit above it, where there is one.</summary>
    public UnitId? Superior { get; private init; }

    public string Address { get; private init; } = "";

    /// <summary>The office's telephone, where one is given.</summary>
    public string? ContactPhone { get; private init; }

    public Competence Competence => Competence.Of(Kind);

    /// <summary>Registers a unit whose particulars were found well formed.</summary>
    public static Unit Register(UnitId id, UnitParticulars particulars) =>
        new()
        {
            Id = id,
            Name = particulars.Name,
            ShortName = particulars.ShortName,
            Kind = particulars.Kind,
            Jurisdiction = particulars.Jurisdiction,
            CreditCode = particulars.CreditCode,
            CreditCodeCertificate = particulars.CreditCodeEvidence?.Certificate,
            CreditCodeImageSha256 = particulars.CreditCodeEvidence?.ImageSha256,
            Superior = particulars.Superior,
            Address = particulars.Address,
            ContactPhone = particulars.ContactPhone,
        };
}

/// <summary>What is told of a unit when it is registered.</summary>
internal sealed record UnitParticulars(
    string Name,
    string ShortName,
    UnitKind Kind,
    string Jurisdiction,
    string CreditCode,
    UnitId? Superior,
    string Address,
    string? ContactPhone,
    CreditCodeEvidence? CreditCodeEvidence
);

/// <summary>What settles a credit code whose digits leave doubt.</summary>
/// <param name="Certificate">登记证书的名称和编号</param>
/// <param name="ImageSha256">证书影像的 SHA-256，64 位小写十六进制</param>
internal sealed record CreditCodeEvidence(string Certificate, string ImageSha256);
