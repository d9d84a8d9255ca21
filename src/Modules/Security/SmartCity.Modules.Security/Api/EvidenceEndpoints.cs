using System.ComponentModel;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Application.Evidence;

namespace SmartCity.Modules.Security.Api;

internal static class EvidenceEndpoints
{
    public const string Tag = "证据 Evidence";

    public static LocalizedText About { get; } =
        new(
            "审计日志：回执兑换证明，脱机核验的卷宗（第三十四条）。",
            "The evidence log: receipts redeem for proofs, and dossiers that are verified offline (article 34)."
        );

    public static void MapEvidence(this IEndpointRouteBuilder routes)
    {
        var evidence = routes.MapGroup("/evidence").WithTag(Tag, About);
        evidence
            .MapGet("/log", LogAsync)
            .WithName("ReadLog")
            .WithSummary("查看审计日志")
            .WithDescription(
                "返回日志的名称、公钥、条目数和最新检查点。日志本身在 /tlog 下按 C2SP tlog-tiles 公开（第三十四条）。"
            );
        evidence
            .MapGet("/receipts/{entry:guid}", ReceiptAsync)
            .WithName("ReadReceipt")
            .WithSummary("用回执换取证明")
            .WithDescription(
                "回执即办理答复中的审计条目编号。返回条目的叶、在日志中的位置、包含证明（RFC 6962）和检查点；刚办理的条目约一秒后入日志，此前状态为 waiting。查看权限与审计条目相同（第三十四条）。"
            );
        evidence
            .MapGet("/consistency", ConsistencyAsync)
            .WithName("ReadConsistency")
            .WithSummary("取得一致性证明")
            .WithDescription(
                "证明日志只增不改：较大的日志以较小的日志为开头（RFC 6962）。不写 to 时到最新检查点（第三十四条）。"
            );
        routes
            .MapGroup("/dossiers")
            .WithTag(Tag, About)
            .MapGet("/{objectType}/{objectId}", DossierAsync)
            .WithName("ReadDossier")
            .WithSummary("取得证据卷宗")
            .WithDescription(
                "把对象的全部审计条目、证明、检查点和条目数声明打成一个 ZIP，用 smartcity-verifier verify 脱机核验。also 可再列对象，写作 种类:编号。由市政府信息办、审计机关和纪检监察机关取得；第一个字节发出前留下审计条目（第三十四条）。"
            )
            .Produces<Stream>(StatusCodes.Status200OK, DossierFile.ContentType);
    }

    private static async Task<Found<ReadLog.Answer>> LogAsync(
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new ReadLog(), cancellationToken));

    private static async Task<Found<ReadReceipt.Answer>> ReceiptAsync(
        Guid entry,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new ReadReceipt(entry), cancellationToken));

    private static async Task<Found<ReadConsistency.Answer>> ConsistencyAsync(
        [Description("较小的条目数")] long from,
        [Description("较大的条目数")] long? to,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new ReadConsistency(from, to), cancellationToken));

    private static async Task<DossierFile> DossierAsync(
        [Description("对象种类，如 declaration")] string objectType,
        [Description("对象编号")] string objectId,
        [FromQuery, Description("还要放入卷宗的对象，写作 种类:编号，可写多个")] string[]? also,
        [Description("您手中检查点的条目数，卷宗将附上自那时起的一致性证明")] long? since,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new OpenDossier([new(objectType, objectId), .. (also ?? []).Select(Reference)], since),
                cancellationToken
            )
        );

    private static BuildingBlocks.Acts.ObjectReference Reference(string text) =>
        text.Split(':', 2) is [var type, var id] ? new(type, id) : new(text, "");
}
