using SmartCity.Modules.Approval.Application.MasterPlanning;
using SmartCity.Modules.Approval.Application.Payments;
using SmartCity.Modules.Approval.Application.TakingOver;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Approval.Domain.Payments;
using SmartCity.Modules.Approval.Domain.TakingOver;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Api;

/// <summary>Request bodies for the API description: one project from the master plan to the arrangement of money.</summary>
internal static class Examples
{
    public static AddMasterPlanItem MasterPlanItem =>
        new(
            "XY-2026-018",
            "公共卫生信息化",
            "传染病监测预警、医疗机构数据汇聚。",
            2026,
            2030,
            HealthCommission,
            Money.FromYuan(12_000_000),
            "咸政发〔2026〕8号"
        );

    public static MasterPlanItemEndpoints.ClosureBody MasterPlanItemClosure =>
        new("规划中期调整，事项并入数字政府建设。");

    public static DeclarationEndpoints.SheetBody Sheet => new(EarlyWarning);

    public static DeclarationEndpoints.CancellationBody Cancellation =>
        new("建设内容并入全市统一平台，本单位不再单独申报。");

    public static DeclarationEndpoints.FinanceReportBody FinanceReport =>
        new(
            "咸信办函〔2026〕57号",
            new(2026, 12, 18),
            "市财政局",
            "市政府信息办负责人",
            [new(FundingKind.SpecialFund, 2027, Money.FromYuan(2_800_000))]
        );

    public static FundEndpoints.ArrangementBody Arrangement =>
        new(
            [new(FundingKind.SpecialFund, 2027, Money.FromYuan(2_800_000))],
            "咸财办〔2026〕112号",
            new(2026, 12, 28),
            new(Guid.Parse("0196f3a0-0000-7000-8000-000000000202"))
        );

    public static FundEndpoints.ReasonBody Suspension => new("审计反映合同执行存在疑点，核清之前暂停拨付。");

    public static FundEndpoints.ReasonBody Resumption => new("疑点已核清，恢复拨付。");

    public static RequestPayment Payment =>
        new(
            new(Guid.Parse("0196f3a0-0000-7000-8000-000000000401")),
            PaymentKind.ContractPayment,
            new(Guid.Parse("0196f3a0-0000-7000-8000-000000000501")),
            Money.FromYuan(840_000),
            new("某软件股份有限公司", "中国建设银行咸阳分行", "61050163000000000001"),
            "合同第八条：初步设计通过评审后支付百分之三十。",
            2027
        );

    public static PaymentEndpoints.ApprovalBody PaymentApproval => new(null);

    public static FundEndpoints.ReasonBody PaymentDecline => new("里程碑尚未完成，待补充初步设计评审意见。");

    public static PaymentEndpoints.InstructionBody PaymentInstruction => new("咸财支〔2027〕0318号");

    public static PaymentEndpoints.ConfirmationBody PaymentConfirmation =>
        new("国库回单20270320-0006", new(2027, 3, 20));

    public static FundEndpoints.ReasonBody PaymentReturn => new("收款账户开户行行号有误，银行退汇。");

    public static ReviewEndpoints.PanelBody Panel =>
        new(
            ReviewMethod.Meeting,
            new(2026, 12, 3),
            "市政府信息办会议室",
            [
                new(Expert(1), "软件工程", "高级工程师"),
                new(Expert(2), "网络安全", "高级工程师"),
                new(Expert(3), "公共卫生", "主任医师"),
                new(Expert(4), "数据治理", "高级工程师"),
                new(Expert(5), "工程造价", "注册造价工程师"),
            ],
            [new(BigDataBureau, "数据资源科负责人")],
            Expert(1)
        );

    public static ReviewEndpoints.OpinionBody Opinion =>
        new(
            1,
            new()
            {
                Verdict = OpinionVerdict.Revise,
                Score = 65,
                Necessity = "聚集性疫情发现滞后，建设必要。",
                Feasibility = "数据接入条件基本具备，可行。",
                Technology = "技术路线成熟。",
                Investment = "数据接入与集成费用偏高，建议核减。",
                Security = "按第三级保护，措施得当。",
                Benefit = "效益明确，指标可核验。",
                Reasons = "学校缺课数据来源不清，须修订。",
                ProposedBudget = Money.FromYuan(3_000_000),
                DeclaresNoConflict = true,
                Comments = ["学校缺课数据来源和质量控制没有说明。"],
            }
        );

    public static ReviewEndpoints.ConclusionBody Conclusion =>
        new(
            true,
            Money.FromYuan(3_000_000),
            "专家组同意通过，数据接入与集成费用核减二十万元。",
            null,
            "咸信办评〔2026〕23号",
            new(2026, 12, 15),
            new(Guid.Parse("0196f3a0-0000-7000-8000-000000000201")),
            [new(BigDataBureau, "同意，数据资源纳入全市目录。")]
        );

    public static ReviewEndpoints.ResponsesBody Responses =>
        new([new(1, ResponseDecision.Adopted, "已增加数据来源清单和质量核对办法。", "建设方案第四章")]);

    public static TakeOverProject TakenOverProject =>
        new(
            HealthCommission,
            EarlyWarning,
            new()
            {
                OfficeNumber = "XX-2025-014",
                Stage = TakeOverStage.UnderConstruction,
                TakenOverOn = new(2026, 11, 2),
                BasisDocumentNumber = "咸信办发〔2026〕60号",
                ReviewedBudget = Money.FromYuan(3_000_000),
                Reported = Money.FromYuan(2_800_000),
                Fund =
                [
                    new()
                    {
                        Kind = FundingKind.SpecialFund,
                        Year = 2026,
                        Arranged = Money.FromYuan(2_000_000),
                        Paid = Money.FromYuan(800_000),
                    },
                ],
                Documents =
                [
                    new()
                    {
                        Kind = EarlierDocumentKind.ReviewConclusion,
                        Number = "咸信办评〔2025〕9号",
                        Date = new(2025, 9, 12),
                        Issuer = "市政府信息办",
                    },
                    new()
                    {
                        Kind = EarlierDocumentKind.FundArrangement,
                        Number = "咸财办〔2026〕15号",
                        Date = new(2026, 2, 3),
                        Issuer = "市财政局",
                    },
                ],
                Contract = new()
                {
                    Number = "XYWJ-2026-003",
                    SignedOn = new(2026, 3, 18),
                    Contractor = new(Guid.Parse("0196f3a0-0000-7000-8000-000000000003")),
                    Lines =
                    [
                        new()
                        {
                            Name = "应用软件开发",
                            Class = ContractLineClass.IntangibleAsset,
                            Quantity = 1,
                            QuantityUnit = "套",
                            Amount = Money.FromYuan(1_900_000),
                        },
                    ],
                    Retention = Money.FromYuan(95_000),
                    WarrantyMonths = 36,
                    Payee = new("某软件股份有限公司", "中国建设银行咸阳分行", "61050163000000000001"),
                },
                StartedOn = new(2026, 4, 1),
            }
        );

    private static UnitId HealthCommission => new(Guid.Parse("0196f3a0-0000-7000-8000-000000000001"));

    private static UnitId BigDataBureau => new(Guid.Parse("0196f3a0-0000-7000-8000-000000000002"));

    private static DeclarationSheet EarlyWarning =>
        new()
        {
            ProjectName = "传染病多点触发智慧监测预警系统",
            Kind = ProjectKind.ApplicationSystem,
            Nature = ProjectNature.New,
            MasterPlanItem = new(Guid.Parse("0196f3a0-0000-7000-8000-000000000301")),
            DeclarationYear = 2026,
            SuperiorDepartment = "陕西省卫生健康委员会",
            Location = "咸阳市",
            PlannedStart = new(2027, 3, 1),
            PlannedFinish = new(2027, 12, 31),
            TotalInvestment = Money.FromYuan(3_200_000),
            People = new()
            {
                LeaderName = "市卫生健康委员会主要负责人",
                LeaderPosition = "主任",
                LeaderTelephone = "029-00000001",
                ContactName = "市卫生健康委员会项目经办",
                ContactTelephone = "029-00000002",
                Address = "咸阳市秦都区",
            },
            Plan = Plan,
            Compliance = Compliance,
            Data = new()
            {
                Resources =
                [
                    new()
                    {
                        Name = "发热腹泻病例日报",
                        Content = "机构、日期、病例数、症状类别",
                        Sharing = ResourceSharing.Conditional,
                        Opening = ResourceOpening.Closed,
                    },
                ],
                SharingAndOpening = "汇总数据向市级有关部门有条件共享，涉及个人信息的不开放。",
            },
            Security = new()
            {
                ProtectionLevel = 3,
                CryptographyPlan = "使用商用密码保护传输和存储，验收前开展密码应用安全性评估。",
                DataSecurity = "最小必要采集，病例信息脱敏后用于统计。",
            },
            Fund = Fund,
            Signature = new()
            {
                Statement = "同意申报。",
                Signatory = "市卫生健康委员会主要负责人",
                SignedOn = new(2026, 11, 20),
            },
        };

    private static ConstructionPlan Plan =>
        new()
        {
            Necessity = "现有传染病报告依赖人工填报，聚集性疫情发现滞后，需要在多个触发点自动监测预警。",
            CurrentState = "全市医疗机构发热门诊、药店和学校的数据分散在各自系统，没有汇聚。",
            Objectives = "聚集性疫情从首例到预警的时间由四天缩短到一天。",
            ConstructionContent = "建设汇聚、预警、处置和统计四个功能。",
            Architecture = "部署在全市统一的电子政务网络和政务云上，数据经共享平台汇聚。",
            ApplicationSystems = ["数据汇聚", "预警模型", "处置协同", "统计分析"],
            Schedule = "2027年3月至6月开发，7月至9月联调，10月至12月试运行。",
            Organisation = "由业务人员和技术人员组成项目组。",
            Risks = "学校缺课数据质量参差，先在三个县区试点。",
            ExpectedBenefits = "提前发现聚集性疫情，减少停课和就诊损失。",
            PerformanceTargets =
            [
                new()
                {
                    Name = "医疗机构接入率",
                    Target = "不低于95%",
                    Verification = "接入清单核对",
                },
            ],
            MaintenancePlan = "验收后由中标单位保修三年，之后由本单位信息科运行维护。",
        };

    private static Compliance Compliance =>
        new()
        {
            Standards =
            [
                new()
                {
                    Level = StandardLevel.National,
                    Code = "GB/T 22239-2019",
                    Title = "网络安全等级保护基本要求",
                },
            ],
            UnifiedPlatform = UnifiedUse.Uses,
            UnifiedExit = UnifiedUse.Uses,
            UnifiedNetwork = UnifiedUse.Uses,
            BuildsServerRoom = false,
            BuildsVerticalNetwork = false,
            OwnInternetAccess = false,
            Hosting = "电子政务外网、市政务云、市数据灾备平台",
            RelationToExisting = "与市疾控中心现有报告系统对接，不替代其功能，未发现重复建设。",
            CreditInformation = CreditCollection.NoSuchDuty,
            HandlesStateSecrets = false,
        };

    private static FundPlan Fund =>
        new()
        {
            Sources =
            [
                new()
                {
                    Kind = FundingKind.SpecialFund,
                    Amount = Money.FromYuan(2_800_000),
                    Year = 2027,
                    BasisDocumentNumber = "咸卫函〔2026〕41号",
                },
                new()
                {
                    Kind = FundingKind.SelfRaised,
                    Amount = Money.FromYuan(400_000),
                    Year = 2027,
                    BasisDocumentNumber = "咸卫函〔2026〕42号",
                },
            ],
            Lines =
            [
                new()
                {
                    Category = BudgetCategory.Development,
                    Description = "应用软件开发",
                    Amount = Money.FromYuan(2_300_000),
                },
                new()
                {
                    Category = BudgetCategory.Integration,
                    Description = "数据接入与集成",
                    Amount = Money.FromYuan(600_000),
                },
                new()
                {
                    Category = BudgetCategory.Testing,
                    Description = "等级保护测评与密码评估",
                    Amount = Money.FromYuan(300_000),
                },
            ],
            EstimateBasis = "参照软件开发成本度量规范和同类项目合同价。",
            SpendingPlan = "2027年上半年支付六成，验收后支付四成。",
            PerformanceGoals = "按期建成并达到绩效指标。",
            YearlyMaintenance = Money.FromYuan(320_000),
        };

    private static AccountId Expert(int number) => new(Guid.Parse($"0196f3a0-0000-7000-8000-00000000010{number}"));
}
