using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Construction.Domain.Rules;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Construction.Domain.Contractors;

internal readonly record struct ContractorId(Guid Value) : IStrongId<ContractorId>
{
    public static ContractorId From(Guid value) => new(value);
}

/// <summary>A unit that undertakes projects, with the certificates that show it may (article 10).</summary>
[ObjectName("contractor", "承揽单位", "contractor")]
internal sealed class Contractor : AggregateRoot<ContractorId>
{
    private readonly List<Certificate> certificates = [];

    private Contractor() { }

    public UnitId Unit { get; private init; }

    public string Name { get; private init; } = "";

    /// <summary>Unified social credit code.</summary>
    public string CreditCode { get; private init; } = "";

    public DateOnly RegisteredOn { get; private init; }

    public IReadOnlyList<Certificate> Certificates => certificates;

    public static Contractor Register(ContractorId id, UnitProfile unit, DateOnly today) =>
        new()
        {
            Id = id,
            Unit = unit.Id,
            Name = unit.Name,
            CreditCode = unit.CreditCode,
            RegisteredOn = today,
        };

    public Result Add(Certificate certificate)
    {
        if (certificates.Exists(one => one.KindCode == certificate.KindCode && one.Number == certificate.Number))
        {
            return Error.Conflict(
                "CERTIFICATE_ALREADY_REGISTERED",
                new("该证书已经登记，不必重复登记。", "This certificate is registered already.")
            );
        }

        certificates.Add(certificate);
        return Result.Success;
    }

    /// <summary>Records what the issuer decided; only the issuer changes a certificate (INT-16).</summary>
    public Result RecordStatus(CertificateId certificate, CertificateStatus status, string reason, DateOnly since)
    {
        if (certificates.Find(one => one.Id == certificate) is not { } found)
        {
            return Error.NotFound(new("该证书", "certificate"));
        }

        found.Become(status, reason, since);
        return Result.Success;
    }

    /// <summary>What article 10 asks of this contractor on a day.</summary>
    /// <param name="demanded">The codes of the kinds in force that day for the kind of project.</param>
    public Article10.QualificationFacts QualificationOn(DateOnly day, IReadOnlyList<string> demanded) =>
        new(
            Name,
            day,
            demanded,
            [
                .. certificates
                    .OrderBy(one => one.KindCode, StringComparer.Ordinal)
                    .ThenBy(one => one.Number, StringComparer.Ordinal)
                    .Select(one => new Article10.HeldCertificate(
                        one.KindCode,
                        one.Number,
                        one.Status,
                        one.StatusSince,
                        one.ValidFrom,
                        one.ValidUntil
                    )),
            ]
        );
}
