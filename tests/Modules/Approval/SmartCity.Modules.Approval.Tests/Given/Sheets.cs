using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Tests.Given;

/// <summary>Sheets as units fill them in.</summary>
internal static class Sheets
{
    /// <summary>One million yuan: 700,000 from the special fund, 300,000 of the unit's own; nothing is missing.</summary>
    public static DeclarationSheet Complete(MasterPlanItemId? item = null) =>
        new()
        {
            ProjectName = "区域影像共享平台",
            Kind = ProjectKind.ApplicationSystem,
            Nature = ProjectNature.New,
            MasterPlanItem = item ?? new MasterPlanItemId(Ids.Next()),
            ParticipatingUnits = [Town.HealthCommission.Id],
            DeclarationYear = 2026,
            SuperiorDepartment = "市卫生健康委",
            Location = "咸阳市",
            PlannedStart = new(2026, 12, 1),
            PlannedFinish = new(2027, 11, 30),
            TotalInvestment = Money.FromYuan(1_000_000),
            People = new()
            {
                LeaderName = "项目负责人",
                LeaderPosition = "院长",
                LeaderTelephone = "029-00000000",
                ContactName = "联系人",
                ContactTelephone = "029-00000001",
                ContactMail = "contact@example.org",
                Address = "咸阳市",
            },
            Plan = new()
            {
                Necessity = "各院影像互不相通。",
                CurrentState = "各院自建。",
                Objectives = "全市影像互认。",
                ConstructionContent = "共享平台一套。",
                Architecture = "部署于统一平台。",
                ApplicationSystems = ["影像共享平台"],
                Schedule = "十二个月。",
                Organisation = "信息科。",
                Risks = "数据质量。",
                ExpectedBenefits = "减少重复检查。",
                PerformanceTargets =
                [
                    new()
                    {
                        Name = "接入医院",
                        Target = "10 家",
                        Verification = "接入记录",
                    },
                ],
                MaintenancePlan = "三年质保。",
            },
            Compliance = new()
            {
                Standards =
                [
                    new()
                    {
                        Level = StandardLevel.National,
                        Code = "GB 17859-1999",
                        Title = "计算机信息系统安全保护等级划分准则",
                    },
                ],
                UnifiedPlatform = UnifiedUse.Uses,
                UnifiedExit = UnifiedUse.Uses,
                UnifiedNetwork = UnifiedUse.Uses,
                BuildsServerRoom = false,
                BuildsVerticalNetwork = false,
                OwnInternetAccess = false,
                Hosting = "市统一机房。",
                RelationToExisting = "替换各院前置机，无重复。",
                CreditInformation = CreditCollection.NoSuchDuty,
                HandlesStateSecrets = false,
            },
            Data = new()
            {
                Resources =
                [
                    new()
                    {
                        Name = "影像索引",
                        Content = "检查号、部位",
                        Sharing = ResourceSharing.Conditional,
                        Opening = ResourceOpening.Closed,
                    },
                ],
                SharingAndOpening = "有条件共享。",
            },
            Security = new()
            {
                ProtectionLevel = 3,
                CryptographyPlan = "国密算法。",
                DataSecurity = "分级管理。",
            },
            Fund = new()
            {
                Sources =
                [
                    new()
                    {
                        Kind = FundingKind.SpecialFund,
                        Amount = Money.FromYuan(700_000),
                        Year = 2026,
                        BasisDocumentNumber = "预〔2026〕1号",
                    },
                    new()
                    {
                        Kind = FundingKind.SelfRaised,
                        Amount = Money.FromYuan(300_000),
                        Year = 2027,
                        BasisDocumentNumber = "院〔2026〕2号",
                    },
                ],
                Lines =
                [
                    new()
                    {
                        Category = BudgetCategory.Development,
                        Description = "平台软件",
                        Quantity = 1,
                        QuantityUnit = "套",
                        UnitPrice = Money.FromYuan(1_000_000),
                        Amount = Money.FromYuan(1_000_000),
                    },
                ],
                EstimateBasis = "市场询价。",
                SpendingPlan = "按进度。",
                YearlyMaintenance = Money.FromYuan(50_000),
            },
            Signature = new()
            {
                Statement = "同意申报。",
                Signatory = "院长",
                SignedOn = new(2026, 11, 20),
            },
        };

    /// <summary>The same project on the unit's own money alone.</summary>
    public static DeclarationSheet SelfRaised(MasterPlanItemId? item = null)
    {
        var sheet = Complete(item);
        return sheet with
        {
            Fund = sheet.Fund with
            {
                Sources =
                [
                    new()
                    {
                        Kind = FundingKind.SelfRaised,
                        Amount = sheet.TotalInvestment,
                        Year = 2026,
                        BasisDocumentNumber = "院〔2026〕2号",
                    },
                ],
            },
        };
    }

    public static DeclarationSheet With(this DeclarationSheet sheet, Func<FundPlan, FundPlan> fund) =>
        sheet with
        {
            Fund = fund(sheet.Fund),
        };

    public static DeclarationSheet With(this DeclarationSheet sheet, Func<Compliance, Compliance> compliance) =>
        sheet with
        {
            Compliance = compliance(sheet.Compliance),
        };
}
