using SmartCity.Modules.Construction.Application.Registering;
using SmartCity.Modules.Construction.Application.Tendering;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Modules.Construction.Domain.Buildings;
using SmartCity.Modules.Construction.Domain.Contractors;
using SmartCity.Modules.Construction.Domain.Projects;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Construction.Api;

/// <summary>Request bodies for the API description: one project from its tender to the built system.</summary>
internal static class Examples
{
    public static RegisterCertificateKind CertificateKind =>
        new(
            "ITSS-YW",
            "信息技术服务标准符合性证书（运行维护）",
            [ProjectKind.Maintenance],
            "《信息技术服务 运行维护》GB/T 28827.1",
            new(2018, 1, 8),
            null
        );

    public static RegisterEndpoints.RetirementBody Retirement => new(new(2026, 12, 31), "依据文件废止。");

    public static RegisterContractor Contractor => new(ContractorUnit);

    public static RegisterEndpoints.CertificateBody Certificate =>
        new(
            "ITSS-YW",
            "ITSS-YW-3-610420260018",
            "中国电子工业标准化技术协会",
            IssuerLevel.National,
            "叁级",
            new(2025, 6, 1),
            new(2028, 5, 31),
            "已核对原件，扫描件存市政府信息办档案 2026-031"
        );

    public static RegisterEndpoints.CertificateStatusBody CertificateStatusChange =>
        new(CertificateStatus.Suspended, "发证机关公告暂停使用六个月。", new(2026, 11, 2));

    public static OpenTender Tender =>
        new(
            new(Guid.Parse("0196f3a0-0000-7000-8000-000000000401")),
            ProcurementMethod.PublicTender,
            "咸阳市公共资源交易平台",
            "XYZC-2027-0012",
            new(2027, 1, 11),
            new(2027, 2, 1),
            Money.FromYuan(3_000_000)
        );

    public static TenderEndpoints.BidBody Bid =>
        new(new(Guid.Parse("0196f3a0-0000-7000-8000-000000000501")), Money.FromYuan(2_860_000), new(2027, 1, 29));

    public static TenderEndpoints.AwardBody Award =>
        new(new(Guid.Parse("0196f3a0-0000-7000-8000-000000000601")), "XYZC-2027-0012-ZB", new(2027, 2, 5));

    public static TenderEndpoints.ContractBody Contract =>
        new(
            "XYWJ-2027-HT-003",
            new(2027, 2, 20),
            ContractForm.Purchase,
            null,
            [
                new("监测预警服务器", ContractLineClass.FixedAsset, 4, "台", Money.FromYuan(760_000)),
                new("监测预警软件", ContractLineClass.IntangibleAsset, 1, "套", Money.FromYuan(1_900_000)),
                new("数据接入与培训", ContractLineClass.Expense, 1, "项", Money.FromYuan(200_000)),
            ],
            Money.FromYuan(143_000),
            new(36, StartsAtAcceptance: true),
            new("陕西某信息技术有限公司", "某银行咸阳分行", "6100000000000000001")
        );

    public static TenderEndpoints.TerminationBody Termination => new("承揽单位逾期六十日未到场，经催告仍不履行。");

    public static BuildingEndpoints.ExpertBody Expert => new(new(Guid.Parse("0196f3a0-0000-7000-8000-000000000101")));

    public static BuildingEndpoints.WorkingGroupBody WorkingGroup =>
        new(
            new(Guid.Parse("0196f3a0-0000-7000-8000-000000000701")),
            [
                new(new(Guid.Parse("0196f3a0-0000-7000-8000-000000000702")), MemberRole.Business),
                new(new(Guid.Parse("0196f3a0-0000-7000-8000-000000000703")), MemberRole.Technical),
            ]
        );

    public static BuildingEndpoints.StartBody Start => new(new(2027, 3, 1));

    public static BuildingEndpoints.BuiltBody Built => new(new(2027, 9, 30), "建设内容全部完成，已自检。");

    private static UnitId ContractorUnit => new(Guid.Parse("0196f3a0-0000-7000-8000-000000000003"));
}
