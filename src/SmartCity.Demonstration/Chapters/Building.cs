using SmartCity.Demonstration.Steps;

namespace SmartCity.Demonstration.Chapters;

/// <summary>From the tender to the built system (articles 8, 10 and 11).</summary>
internal sealed class Building(Stage stage)
{
    private const string Unit = "health.officer";

    private readonly BuildingSteps steps = new(stage);

    /// <summary>Knocks at the tender's gate before the money is arranged.</summary>
    public async Task TooEarlyAsync(Guid declaration)
    {
        stage.Chapter("未安排资金先招标");
        await steps.OpenTenderAsync(Unit, declaration, "2600000.00");
    }

    public async Task<Guid> WalkAsync(Guid declaration)
    {
        stage.Chapter("招标和合同");
        var kind = await steps.RecogniseCertificateAsync("applicationSystem");
        var contractor = await steps.ContractorAsync("contractor.officer");
        var unqualified = await steps.ContractorAsync("contractor-2.officer");
        await steps.CertifyAsync(contractor, kind);
        var building = (await steps.OpenTenderAsync(Unit, declaration, "2600000.00")).Id;
        await SignAsync(building, 36, stage.UnitNameOf("contractor.officer"));
        await steps.BidAsync(Unit, building, unqualified, "2400000.00");
        await steps.BidAsync(Unit, building, contractor, "2500000.00");
        await steps.AwardAsync(Unit, building);
        await SignAsync(building, 24, stage.UnitNameOf("contractor-2.officer"));
        await SignAsync(building, 36, stage.UnitNameOf("contractor.officer"));

        stage.Chapter("重大项目开工和建成");
        await steps.StartAsync(Unit, building);
        await steps.SetUpGroupAsync(Unit, building, "health.business", "health.business", "health.technician");
        await steps.AssignExpertAsync(building, "expert-6");
        await steps.SetUpGroupAsync(Unit, building, "health.director", "health.business", "health.technician");
        await steps.StartAsync(Unit, building);
        await steps.ReportBuiltAsync(Unit, building);
        return building;
    }

    private Task<Answer> SignAsync(Guid building, int warrantyMonths, string payee) =>
        steps.SignAsync(
            Unit,
            building,
            [
                ("监测预警服务器", "fixedAsset", "800000.00"),
                ("监测预警软件", "intangibleAsset", "1500000.00"),
                ("数据接入和培训", "expense", "200000.00"),
            ],
            warrantyMonths,
            "125000.00",
            payee
        );
}
