using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using SmartCity.Demonstration;

namespace SmartCity.EndToEndTests.Faults;

/// <summary>Grants of shared data that are asked for, approved and revoked; the provider is told of both decisions.</summary>
internal sealed class NoticeLoad(Stage stage)
{
    private const string DataSharing = "api/v1/data-sharing";
    private const string Provider = "civil-affairs.officer";
    private const string Demander = "health.officer";
    private const string Bureau = "big-data.officer";

    private readonly ConcurrentQueue<Guid> revoked = new();
    private Guid resource;
    private Guid agreement;

    /// <summary>The grants that were approved and revoked.</summary>
    public IReadOnlyCollection<Guid> Revoked => revoked;

    /// <summary>Publishes what is asked for and signs what allows it.</summary>
    public async Task PrepareAsync()
    {
        await stage.StartAsync();
        var sheet = new JsonObject { ["sheet"] = Sheet() };
        resource = (await stage.MakeAsync(Provider, "登记资源", $"{DataSharing}/resources", sheet)).Id;
        await stage.ChangeAsync(Provider, "发布资源", $"{DataSharing}/resources/{resource}", "publication");
        var terms = new JsonObject
        {
            ["purposes"] = new JsonArray("dataVerification"),
            ["retentionDays"] = 365,
            ["channels"] = new JsonArray("onlineQuery"),
            ["protectionDuties"] = "专人保管，到期销毁。",
            ["validFrom"] = stage.Date(),
            ["validUntil"] = stage.Date(365),
        };
        var proposed = await stage.MakeAsync(
            Demander,
            "提出数据使用协议",
            $"{DataSharing}/agreements",
            new JsonObject { ["terms"] = terms }
        );
        agreement = proposed.Id;
        await stage.ChangeAsync(Bureau, "签订数据使用协议", $"{DataSharing}/agreements/{agreement}", "signature");
    }

    /// <summary>Goes on until told to stop, each grant to its end.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        var own = stage.Another(new(TextWriter.Null));
        while (!stop.IsCancellationRequested)
        {
            var asked = await own.MakeAsync(Demander, "申请授权", $"{DataSharing}/grants", Request());
            var path = $"{DataSharing}/grants/{asked.Id}";
            await own.ChangeAsync(Bureau, "批准授权", path, "approval", new JsonObject { ["items"] = null });
            var reason = new JsonObject { ["reason"] = "授权期满。" };
            await own.ChangeAsync(Bureau, "撤销授权", path, "revocation", reason);
            revoked.Enqueue(asked.Id);
        }
    }

    /// <summary>Every notice that the provider has, by its grant and kind.</summary>
    public async Task<IReadOnlyList<(Guid Grant, string Kind)>> NoticesAsync()
    {
        var notices = new List<(Guid, string)>();
        for (var next = ""; next is not null; )
        {
            var after = next.Length > 0 ? $"&after={Uri.EscapeDataString(next)}" : "";
            var page = await stage.ReadAsync(Provider, $"{DataSharing}/provider-notices?limit=200{after}");
            notices.AddRange(
                page["items"]!
                    .AsArray()
                    .Select(one => (one!["grant"]!.GetValue<Guid>(), one["kind"]!.GetValue<string>()))
            );
            next = page["next"]?.GetValue<string>();
        }

        return notices;
    }

    private JsonObject Request() =>
        new()
        {
            ["resource"] = resource,
            ["agreement"] = agreement,
            ["terms"] = new JsonObject
            {
                ["purpose"] = "dataVerification",
                ["duty"] = "核对病例现住址。",
                ["items"] = new JsonArray("code"),
                ["users"] = new JsonArray(),
            },
        };

    private static JsonObject Sheet() =>
        new()
        {
            ["title"] = "婚姻登记信息",
            ["summary"] = "婚姻登记的结果。",
            ["subject"] = "cityComponent",
            ["items"] = new JsonArray(
                new JsonObject
                {
                    ["name"] = "code",
                    ["title"] = "证件号码",
                    ["type"] = "text",
                    ["identifier"] = "unifiedCode",
                }
            ),
            ["cadence"] = "monthly",
            ["cadenceNotice"] = "咸民函〔2026〕13号",
            ["shareType"] = "conditional",
            ["recipients"] = new JsonArray(),
            ["scope"] = "有核对职责的行政机关",
            ["uses"] = new JsonArray("dataVerification"),
            ["channels"] = new JsonArray("onlineQuery"),
            ["secrecyReview"] = "不涉及国家秘密。",
        };
}
