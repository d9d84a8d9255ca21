using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Construction.Domain.Contractors;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Construction.Domain.Rules;

/// <summary>Who may undertake a project.</summary>
internal static class Article10
{
    private const string Text =
        "承揽信息化工程的单位应当按照规定经国家、省或市信息化主管部门进行资质认证。未经资质认证的单位，不得承揽或以其它单位名义承揽信息化工程。建设单位不得将信息化工程项目发包给不具备相关资质等级的单位。";

    /// <param name="StatusSince">
    /// The day of the issuer's last decision; null while there was none. One made valid again was not valid before.
    /// </param>
    internal sealed record HeldCertificate(
        string Kind,
        string Number,
        CertificateStatus Status,
        DateOnly? StatusSince,
        DateOnly ValidFrom,
        DateOnly ValidUntil
    );

    /// <param name="On">The day of the bid, award or signing.</param>
    /// <param name="DemandedKinds">Recognised kinds in force that day for the kind of project; one of them is enough.</param>
    internal sealed record QualificationFacts(
        string Contractor,
        DateOnly On,
        IReadOnlyList<string> DemandedKinds,
        IReadOnlyList<HeldCertificate> Held
    )
    {
        /// <summary>False where no recognised kind is in force: then article 10 can demand none.</summary>
        public bool IsApplicable => DemandedKinds.Count > 0;
    }

    internal static Rule<QualificationFacts> ContractorNotQualified { get; } =
        new(
            "CTR_NOT_QUALIFIED",
            RuleKind.Refusal,
            10,
            Basis.Text(Text),
            new(
                "该单位须持有当日有效的、目录所列种类的资质证书；已取得的，请市政府信息办先登记证书。",
                "The contractor must hold a certificate of a recognised kind that is valid on the day; have the office register it if there is one."
            ),
            (facts, _) =>
                !facts.IsApplicable
                || facts.Held.Any(one =>
                    facts.DemandedKinds.Contains(one.Kind)
                    && one.Status == CertificateStatus.Valid
                    && (one.StatusSince is null || one.StatusSince <= facts.On)
                    && one.ValidFrom <= facts.On
                    && facts.On <= one.ValidUntil
                )
        );

    internal sealed record PayeeFacts(string ContractParty, string Payee);

    internal static Rule<PayeeFacts> BorrowedName { get; } =
        new(
            "CTR_BORROWED_NAME",
            RuleKind.Refusal,
            10,
            Basis.Control("收款人应为合同的承揽单位本身，以防借名承揽。"),
            new(
                "收款账户户名应与承揽单位名称一致；承揽单位更名的，先更正登记。",
                "The account to pay to must be the contractor's own; if the contractor was renamed, correct the register first."
            ),
            (facts, _) => string.Equals(facts.ContractParty, facts.Payee, StringComparison.Ordinal)
        );
}
