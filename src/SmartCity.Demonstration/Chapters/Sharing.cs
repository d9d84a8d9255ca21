using System.Text.Json.Nodes;

namespace SmartCity.Demonstration.Chapters;

/// <summary>The country's administrative divisions, catalogued, agreed upon, granted and obtained (articles 13, 16 to 22, 33).</summary>
internal sealed class Sharing(Stage stage)
{
    private const string DataSharing = "api/v1/data-sharing";
    private const string Provider = "civil-affairs.officer";
    private const string Demander = "health.officer";

    public async Task WalkAsync()
    {
        stage.Chapter("数据共享");
        var resource = await CatalogueAsync();
        await GrantAsync(resource, null);
        var agreement = await AgreeAsync();
        var grant = (await GrantAsync(resource, agreement)).Id;
        var rows = $"{DataSharing}/resources/{resource}/rows";
        await stage.TellAsync(
            Demander,
            "在线查询一页数据，用途与授权不符",
            $"{rows}?grant={grant}&purpose=workReference"
        );
        await stage.TellAsync(Demander, "在线查询一页数据", $"{rows}?grant={grant}&purpose=dataVerification&limit=5");
        await stage.TellAsync(
            "education.officer",
            "用他人的授权查询",
            $"{rows}?grant={grant}&purpose=dataVerification"
        );
        await stage.DownloadAsync(Demander, "批量下载全部数据", $"{rows}.csv?grant={grant}&purpose=dataVerification");
    }

    private async Task<Guid> CatalogueAsync()
    {
        var registered = await stage.MakeAsync(
            Provider,
            "登记资源目录：全国县级以上行政区划代码",
            $"{DataSharing}/resources",
            SheetBody("quarterly", null)
        );
        var path = $"{DataSharing}/resources/{registered.Id}";
        await stage.ChangeAsync(Provider, "发布资源", path, "publication");
        await stage.ChangeAsync(
            Provider,
            "修改资源目录",
            HttpMethod.Put,
            path,
            "sheet",
            SheetBody("monthly", $"咸民函-{stage.Run}")
        );
        await stage.ChangeAsync(Provider, "发布资源", path, "publication");
        var file = Path.Combine(AppContext.BaseDirectory, "Samples", "administrative-divisions-2023.csv");
        await stage.AttachAsync(
            Provider,
            "上传数据（3348 个行政区划）",
            path,
            $"data-versions?dataAsOf={stage.Date()}",
            "administrative-divisions-2023.csv",
            await File.ReadAllTextAsync(file, stage.Cancellation)
        );
        return registered.Id;
    }

    private async Task<Guid> AgreeAsync()
    {
        var proposed = await stage.MakeAsync(
            Demander,
            "提出数据使用协议",
            $"{DataSharing}/agreements",
            new JsonObject
            {
                ["terms"] = new JsonObject
                {
                    ["purposes"] = new JsonArray("dataVerification"),
                    ["retentionDays"] = 365,
                    ["channels"] = new JsonArray("onlineQuery", "batchDownload"),
                    ["protectionDuties"] = "专人保管，不对外提供，到期销毁。",
                    ["validFrom"] = stage.Date(),
                    ["validUntil"] = stage.Date(365),
                },
            }
        );
        await stage.ChangeAsync(
            "big-data.officer",
            "签订数据使用协议",
            $"{DataSharing}/agreements/{proposed.Id}",
            "signature"
        );
        return proposed.Id;
    }

    private Task<Answer> GrantAsync(Guid resource, Guid? agreement) =>
        stage.MakeAsync(
            Demander,
            "申请授权（无条件共享，无须审批）",
            $"{DataSharing}/grants",
            new JsonObject
            {
                ["resource"] = resource,
                ["agreement"] = agreement is { } signed ? signed : null,
                ["terms"] = new JsonObject
                {
                    ["purpose"] = "dataVerification",
                    ["duty"] = "传染病监测预警中核对病例现住址。",
                    ["items"] = new JsonArray("code", "name"),
                    ["users"] = new JsonArray(),
                },
            }
        );

    private static JsonObject SheetBody(string cadence, string? notice) =>
        new()
        {
            ["sheet"] = new JsonObject
            {
                ["title"] = "全国县级以上行政区划代码（2023 年）",
                ["summary"] = "省、地、县三级行政区划的代码、名称、级别和上级代码。",
                ["subject"] = "cityComponent",
                ["items"] = new JsonArray(
                    Item("code", "行政区划代码", "text", "unifiedCode"),
                    Item("name", "名称", "text", null),
                    Item("level", "级别", "integer", null),
                    Item("parent_code", "上级代码", "text", null)
                ),
                ["cadence"] = cadence,
                ["cadenceNotice"] = notice,
                ["shareType"] = "unconditional",
                ["recipients"] = new JsonArray(),
                ["scope"] = "全市行政机关和公共企事业单位",
                ["uses"] = new JsonArray("workReference", "dataVerification"),
                ["channels"] = new JsonArray("onlineQuery", "batchDownload"),
                ["secrecyReview"] = "已向社会公开的信息，不涉及国家秘密。",
            },
        };

    private static JsonObject Item(string name, string title, string type, string? identifier) =>
        new()
        {
            ["name"] = name,
            ["title"] = title,
            ["type"] = type,
            ["identifier"] = identifier,
        };
}
