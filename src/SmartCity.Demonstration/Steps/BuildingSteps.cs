using System.Text.Json.Nodes;

namespace SmartCity.Demonstration.Steps;

/// <summary>The acts from the tender to the built system, as the offices send them.</summary>
public sealed class BuildingSteps(Stage stage)
{
    private const string Construction = "api/v1/construction";

    public static string PathOf(Guid building) => $"{Construction}/buildings/{building}";

    /// <summary>The kind of certificate that such projects demand, recognised where none is in force.</summary>
    /// <returns>The code of the kind.</returns>
    public async Task<string> RecogniseCertificateAsync(string projectKind)
    {
        var path = $"{Construction}/certificate-kinds";
        var found = await stage.ReadAsync(
            "informatization.officer",
            $"{path}?demandedFor={projectKind}&inForceOn={stage.Date()}"
        );
        if (found["items"]!.AsArray() is [{ } kind, ..])
        {
            return kind["code"]!.GetValue<string>();
        }

        const string Code = "ITSS-YW";
        await stage.MakeAsync(
            "informatization.officer",
            "登记认可的资质证书种类",
            path,
            new JsonObject
            {
                ["code"] = Code,
                ["name"] = "信息技术服务标准符合性证书",
                ["demandedFor"] = new JsonArray(projectKind),
                ["legalBasis"] = "《信息技术服务 运行维护》GB/T 28827.1",
                ["inForceFrom"] = stage.Date(-365),
                ["inForceUntil"] = null,
            }
        );
        return Code;
    }

    /// <summary>The contractor's entry in the register, made where there is none.</summary>
    public async Task<Guid> ContractorAsync(string account)
    {
        var path = $"{Construction}/contractors";
        var found = await stage.ReadAsync("informatization.officer", $"{path}?unit={stage.UnitOf(account)}");
        if (found["items"]!.AsArray() is [{ } contractor, ..])
        {
            return Guid.Parse(contractor["id"]!.GetValue<string>());
        }

        var registered = await stage.MakeAsync(
            "informatization.officer",
            $"登记承揽单位：{stage.UnitNameOf(account)}",
            path,
            new JsonObject { ["unit"] = stage.UnitOf(account) }
        );
        return registered.Id;
    }

    public Task CertifyAsync(Guid contractor, string kind) =>
        stage.ChangeAsync(
            "informatization.officer",
            "登记承揽单位的资质证书",
            $"{Construction}/contractors/{contractor}",
            "certificates",
            new JsonObject
            {
                ["kindCode"] = kind,
                ["number"] = $"YW-3-{stage.Run}",
                ["issuerName"] = "中国电子工业标准化技术协会",
                ["issuerLevel"] = "national",
                ["grade"] = "叁级",
                ["validFrom"] = stage.Date(-300),
                ["validUntil"] = stage.Date(700),
                ["evidence"] = "已核对原件。",
            }
        );

    public Task<Answer> OpenTenderAsync(string account, Guid declaration, string ceiling) =>
        stage.MakeAsync(
            account,
            "开启招标",
            $"{Construction}/buildings",
            new JsonObject
            {
                ["declaration"] = declaration,
                ["method"] = "publicTender",
                ["platform"] = "咸阳市公共资源交易平台",
                ["noticeNumber"] = $"XYZC-{stage.Run}",
                ["publishedOn"] = stage.Date(),
                ["closesOn"] = stage.Date(),
                ["ceiling"] = ceiling,
            }
        );

    public Task<Answer> BidAsync(string account, Guid building, Guid contractor, string amount) =>
        stage.MakeAsync(
            account,
            $"登记投标 {amount} 元",
            $"{PathOf(building)}/bids",
            new JsonObject
            {
                ["contractor"] = contractor,
                ["amount"] = amount,
                ["submittedOn"] = stage.Date(),
            }
        );

    public async Task AwardAsync(string account, Guid building)
    {
        var bids = (await stage.ReadAsync(account, PathOf(building)))["bids"]!.AsArray();
        await stage.ChangeAsync(
            account,
            "确定中标单位",
            PathOf(building),
            "award",
            new JsonObject
            {
                ["bid"] = bids[0]!["id"]!.DeepClone(),
                ["awardNoticeNumber"] = $"XYZC-{stage.Run}-ZB",
                ["awardedOn"] = stage.Date(),
            }
        );
    }

    /// <param name="lines">Name, class and amount of each line.</param>
    /// <param name="warrantyMonths">Null where no warranty is agreed.</param>
    public Task<Answer> SignAsync(
        string account,
        Guid building,
        IReadOnlyList<(string Name, string Class, string Amount)> lines,
        int? warrantyMonths,
        string retention,
        string payee
    ) =>
        stage.ChangeAsync(
            account,
            warrantyMonths is { } months ? $"签订合同（保修 {months} 个月）" : "签订合同",
            PathOf(building),
            "contract",
            new JsonObject
            {
                ["number"] = $"HT-{stage.Run}",
                ["signedOn"] = stage.Date(),
                ["form"] = "purchase",
                ["buildTransferBasis"] = null,
                ["lines"] = new JsonArray([
                    .. lines.Select(line => new JsonObject
                    {
                        ["name"] = line.Name,
                        ["class"] = line.Class,
                        ["quantity"] = 1,
                        ["quantityUnit"] = "项",
                        ["amount"] = line.Amount,
                    }),
                ]),
                ["retention"] = retention,
                ["warranty"] = warrantyMonths is { } agreed
                    ? new JsonObject { ["months"] = agreed, ["startsAtAcceptance"] = true }
                    : null,
                ["payee"] = PayeeOf(payee),
            }
        );

    /// <summary>The account to pay to, which is the contract party's own.</summary>
    public static JsonObject PayeeOf(string name) =>
        new()
        {
            ["name"] = name,
            ["bank"] = "演示银行咸阳分行",
            ["account"] = "6100000000000000001",
        };

    public Task AssignExpertAsync(Guid building, string expert) =>
        stage.ChangeAsync(
            "informatization.officer",
            "选派专家参加工作组",
            PathOf(building),
            "experts",
            new JsonObject { ["account"] = stage.AccountOf(expert) }
        );

    public Task SetUpGroupAsync(string account, Guid building, string leader, string business, string technician) =>
        stage.ChangeAsync(
            account,
            $"成立工作组，负责人：{stage.NameOf(leader)}",
            HttpMethod.Put,
            PathOf(building),
            "working-group",
            new JsonObject
            {
                ["leader"] = stage.AccountOf(leader),
                ["members"] = new JsonArray(
                    new JsonObject { ["account"] = stage.AccountOf(business), ["role"] = "business" },
                    new JsonObject { ["account"] = stage.AccountOf(technician), ["role"] = "technical" }
                ),
            }
        );

    public Task StartAsync(string account, Guid building) =>
        stage.ChangeAsync(account, "开工", PathOf(building), "start", new JsonObject { ["startedOn"] = stage.Date() });

    public Task ReportBuiltAsync(string account, Guid building) =>
        stage.ChangeAsync(
            account,
            "报告建成",
            PathOf(building),
            "built-report",
            new JsonObject { ["builtOn"] = stage.Date(), ["statement"] = "建设内容全部完成，已自检。" }
        );
}
