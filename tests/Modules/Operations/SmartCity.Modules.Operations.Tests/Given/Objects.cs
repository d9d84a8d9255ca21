using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Operations.Domain.FaultReports;
using SmartCity.Modules.Operations.Domain.MaintenanceRequests;
using SmartCity.Modules.Operations.Domain.ViolationCases;
using SmartCity.Modules.Operations.Domain.Warranties;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Operations.Tests.Given;

/// <summary>The module's objects in each state of the business, brought there by the acts that lead there.</summary>
internal static class Objects
{
    public static readonly DateOnly Today = new(2028, 5, 8);
    public static readonly DateOnly Due = new(2028, 5, 31);

    public static RulesInForce Rules { get; } = On(Today);

    public static AccountId Clerk { get; } = new(Town.OfficeClerk.Account);

    public static RulesInForce On(DateOnly day) => new(ParameterSnapshot.AtPromulgation, day);

    public static PassedAcceptance Passed(int round = 1, DateOnly? on = null) =>
        new(new(Ids.Next()), round, $"验〔2026〕{round}号", on ?? Town.PassedOn);

    public static Warranty AWarranty(DateOnly? start = null, int months = 36) =>
        Warranty.Start(
            new(Ids.Next()),
            new(Town.Works.Declaration, Town.Works.ProjectName, Town.Hospital.Id),
            new(new(Ids.Next()), "HT-1", Town.Builder.Id, Town.Builder.Name, months),
            Passed(on: start),
            ParameterSnapshot.AtPromulgation
        );

    public static FaultReport AFault(FaultReportState state = FaultReportState.Reported)
    {
        var fault = FaultReport
            .Make(
                new(Ids.Next()),
                AWarranty(),
                new("不能发送", "短信滞留。", FaultSeverity.Major, Today, ClaimsCover: true),
                new(Town.HospitalClerk.Account),
                Rules
            )
            .Value;
        if (state == FaultReportState.Reported)
        {
            return fault;
        }

        fault.Respond("更换网关。", Today, Clerk, Rules).ShouldSucceed();
        if (state == FaultReportState.Responded)
        {
            return fault;
        }

        fault.Resolve("已更换。", Money.Zero, Within, Clerk, Rules).ShouldSucceed();
        if (state == FaultReportState.Reopened)
        {
            fault.Reopen("又坏了。").ShouldSucceed();
        }
        else if (state == FaultReportState.Closed)
        {
            fault.Confirm(Today).ShouldSucceed();
        }

        return fault;
    }

    public static WarrantyCover Within { get; } = new(true, Town.PassedOn, new(2029, 3, 2));

    public static CaseSubject Unit { get; } = new(Town.Hospital.Id, Town.Hospital.Name, Town.Hospital.Kind);

    public static CaseSubject Contractor { get; } = new(Town.Builder.Id, Town.Builder.Name, Town.Builder.Kind);

    public static ViolationCase Found(
        CaseArticle article = CaseArticle.Article43,
        bool isSerious = true,
        bool causedMajorLoss = true,
        long lossYuan = 36_000
    ) =>
        ViolationCase
            .Open(
                new(Ids.Next()),
                article == CaseArticle.Article42 ? Unit : Contractor,
                new(article, "停用备份", "停用三十日。", null, isSerious, causedMajorLoss, Money.FromYuan(lossYuan)),
                Clerk,
                Rules
            )
            .Value;

    public static ViolationCase In(ViolationCaseState state, CaseArticle article = CaseArticle.Article43)
    {
        var violation = Found(article);
        if (state == ViolationCaseState.Found)
        {
            return violation;
        }

        violation.OrderCorrection("改〔2028〕1号", "恢复备份。", Due, Clerk, Town.Office.Id, Rules).ShouldSucceed();
        if (state == ViolationCaseState.CorrectionOrdered)
        {
            return violation;
        }

        if (state == ViolationCaseState.Overdue)
        {
            violation.MarkOverdue(On(Due.AddDays(1))).ShouldSucceed();
            return violation;
        }

        violation.ReportCorrection("已恢复。", Today).ShouldSucceed();
        violation.ConfirmCorrection(Rules).ShouldSucceed();
        if (state == ViolationCaseState.Closed)
        {
            violation.Close("结案。", Today).ShouldSucceed();
        }

        return violation;
    }

    public static RecommendationText ARecommendation { get; } =
        new("函〔2028〕1号", "省通信管理局", "集成资质", RecommendedMeasure.Downgrade);

    public static NamedDebtor ADebtor(long yuan) => new(Town.Builder.Id, Town.Builder.Name, Money.FromYuan(yuan));

    public static Result<MaintenanceRequest> AMaintenanceRequest(DateOnly? inUseOn) =>
        MaintenanceRequest.Make(
            new(Ids.Next()),
            new(
                Town.Works.Declaration,
                Town.Upkeep.Declaration,
                2028,
                Money.FromYuan(260_000),
                new("某公司", "某银行", "102600000000"),
                "年度运维。"
            ),
            new(Town.Works.ProjectName, Town.Hospital.Id, Town.PassedOn, inUseOn),
            new(Town.HospitalClerk.Account),
            Rules
        );

    public static MaintenanceRequest InState(MaintenanceRequestState state)
    {
        var request = AMaintenanceRequest(Town.PassedOn).Value;
        if (state == MaintenanceRequestState.Paid)
        {
            request.RecordPayment(new(Ids.Next()), Money.FromYuan(260_000), "回单1", Today).ShouldSucceed();
        }
        else if (state == MaintenanceRequestState.Declined)
        {
            request.RecordDecline(new(Ids.Next()), "超出预算。", Today).ShouldSucceed();
        }

        return request;
    }

    // A state that cannot be reached is a fault of the test's own preparation.
    private static void ShouldSucceed(this Result result) => result.Failure.ShouldBeNull();
}
