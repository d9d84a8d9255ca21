using System.ComponentModel;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Exports;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Application.Declaring;
using SmartCity.Modules.Approval.Application.Reporting;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Approval.Api;

internal static class DeclarationEndpoints
{
    public const string Tag = "项目申报 Declarations";

    public static LocalizedText About =>
        new("申报书从草拟、提交到报市财政局。", "Declarations from the draft to the report to finance.");

    internal sealed record SheetBody([property: Description("申报书内容")] DeclarationSheet Sheet);

    internal sealed record CancellationBody([property: Description("撤销理由")] string Reason);

    internal sealed record FinanceReportBody(
        [property: Description("报财政函文号")] string DocumentNumber,
        [property: Description("日期")] DateOnly ReportedOn,
        [property: Description("主送单位")] string Addressee,
        [property: Description("签发人")] string Signatory,
        [property: Description("建议安排资金，按来源和年度")] IReadOnlyList<ReportToFinance.ProposedLine> Proposed
    );

    public static void Map(IEndpointRouteBuilder routes)
    {
        var declarations = routes.MapGroup("/declarations").WithTag(Tag, About);
        MapWriting(declarations);
        MapReading(declarations);
        declarations
            .MapPost("/{declaration:guid}/finance-report", Report)
            .WithName("ReportToFinance")
            .WithSummary("报市财政局")
            .WithDescription("评审通过后，市政府信息办以正式文件报市财政局按照程序安排资金（第六条）。自筹部分不报。")
            .WithRequestExample(Examples.FinanceReport)
            .RequireIfMatch();
    }

    private static void MapWriting(RouteGroupBuilder declarations)
    {
        declarations
            .MapPost("/", Draft)
            .WithName("DraftDeclaration")
            .WithSummary("草拟申报书")
            .WithDescription("本单位作为牵头单位草拟申报书，可先不填全；提交时再核对是否完整（第二条、第六条）。")
            .WithRequestExample(Examples.Sheet)
            .RequireIdempotencyKey();
        declarations
            .MapPut("/{declaration:guid}/sheet", Revise)
            .WithName("ReviseDraft")
            .WithSummary("修改申报书")
            .WithDescription("牵头单位在草拟或修订阶段整体替换申报书内容（第六条、第七条）。")
            .WithRequestExample(Examples.Sheet)
            .RequireIfMatch();
        declarations
            .MapPost("/{declaration:guid}/submission", Submit)
            .WithName("SubmitDeclaration")
            .WithSummary("提交申报")
            .WithDescription("核对第二、三、四、六条的要求，一次告知全部不符之处；通过后冻结为第 1 版。")
            .RequireIfMatch();
        declarations
            .MapPost("/{declaration:guid}/cancellation", Cancel)
            .WithName("CancelDeclaration")
            .WithSummary("撤销申报")
            .WithDescription("报财政之前，牵头单位或市政府信息办写明理由后撤销。")
            .WithRequestExample(Examples.Cancellation)
            .RequireIfMatch();
    }

    private static void MapReading(RouteGroupBuilder declarations)
    {
        declarations
            .MapList("/", List)
            .WithName("ListDeclarations")
            .WithSummary("查询申报事项")
            .WithDescription("只列出您有权查看的申报事项，新的在前，可按状态、类别、单位和文字筛选，逐页返回。");
        declarations
            .MapGet("/{declaration:guid}", Get)
            .WithName("GetDeclaration")
            .WithSummary("查看申报事项")
            .WithDescription("返回申报书、附件、各次提交的版本和报财政情况，ETag 为其版本。");
        declarations
            .MapGet("/{declaration:guid}/versions/{number:int}", Version)
            .WithName("GetDeclarationVersion")
            .WithSummary("查看申报版本")
            .WithDescription("返回某次提交时冻结的内容、内容哈希和与上一版的差异（第七条）。");
        declarations
            .MapGet("/{declaration:guid}/version-difference", Difference)
            .WithName("GetVersionDifference")
            .WithSummary("比较两个申报版本")
            .WithDescription("逐项列出两个版本之间的差异（第七条）。");
    }

    private static async Task<Created> Draft(SheetBody body, IMediator mediator, CancellationToken cancellationToken) =>
        new(
            await mediator.Send(new DraftDeclaration(body.Sheet), cancellationToken),
            id => $"/api/v1/approval/declarations/{id}"
        );

    private static async Task<Changed> Revise(
        Guid declaration,
        SheetBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ReviseDraft(new DeclarationId(declaration), body.Sheet, request.ExpectedVersion),
                cancellationToken
            )
        );

    private static async Task<Changed> Submit(
        Guid declaration,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new SubmitDeclaration(new DeclarationId(declaration), request.ExpectedVersion),
                cancellationToken
            )
        );

    private static async Task<Changed> Cancel(
        Guid declaration,
        CancellationBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new CancelDeclaration(new DeclarationId(declaration), body.Reason, request.ExpectedVersion),
                cancellationToken
            )
        );

    private static async Task<Changed> Report(
        Guid declaration,
        FinanceReportBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ReportToFinance(
                    new DeclarationId(declaration),
                    body.DocumentNumber,
                    body.ReportedOn,
                    body.Addressee,
                    body.Signatory,
                    body.Proposed,
                    request.ExpectedVersion
                ),
                cancellationToken
            )
        );

    private static async Task<Found<Page<ListDeclarations.DeclarationLine>>> List(
        [Description("状态")] Word<DeclarationState>? state,
        [Description("项目类别")] Word<ProjectKind>? kind,
        [Description("牵头或参建单位")] Guid? unit,
        [Description("项目名称或申报编号中的文字")] string? text,
        [Description("上一页返回的 next")] string? after,
        [Description("每页条数，1 至 200")] int? limit,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ListDeclarations(
                    state?.Value,
                    kind?.Value,
                    unit is { } id ? new UnitId(id) : null,
                    text,
                    after,
                    limit
                ),
                cancellationToken
            )
        );

    private static async Task<Found<GetDeclaration.DeclarationDetail>> Get(
        Guid declaration,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(new GetDeclaration(new DeclarationId(declaration)), cancellationToken),
            detail => detail.Version
        );

    private static async Task<Found<GetDeclarationVersion.VersionDetail>> Version(
        Guid declaration,
        int number,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new GetDeclarationVersion(new DeclarationId(declaration), number), cancellationToken));

    private static async Task<Found<GetVersionDifference.DifferenceOfVersions>> Difference(
        Guid declaration,
        [Description("较早的版本号")] int from,
        [Description("较晚的版本号")] int to,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(await mediator.Send(new GetVersionDifference(new DeclarationId(declaration), from, to), cancellationToken));
}
