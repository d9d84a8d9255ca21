using System.ComponentModel;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Exports;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.Modules.Acceptance.Application.Accepting;
using SmartCity.Modules.Acceptance.Contracts;
using SmartCity.Modules.Acceptance.Domain.Acceptances;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Acceptance.Api;

internal static class AcceptanceEndpoints
{
    internal sealed record ApplicationBody(
        [property: Description("验收依据：国家、行业、地方标准和建设过程中有效的技术资料")]
            IReadOnlyList<AcceptanceBasis> Basis
    );

    internal sealed record PanelBody(
        [property: Description("验收专家的账号")] IReadOnlyList<AccountId> Experts,
        [property: Description("参加验收的相关单位")] IReadOnlyList<UnitId> Departments,
        [property: Description("验收日期")] DateOnly HeldOn,
        [property: Description("验收地点")] string Place
    );

    internal sealed record SecurityEvaluationBody(
        [property: Description("安全评测认证结果")] SecurityEvaluationText Evaluation
    );

    internal sealed record ConclusionBody(
        [property: Description("验收结论")] ConclusionText Conclusion,
        [property: Description("决定人的账号")] AccountId? DecisionMaker
    );

    internal sealed record RectificationBody([property: Description("整改方案")] string Plan);

    internal sealed record RectifiedBody(
        [property: Description("整改完成日期")] DateOnly RectifiedOn,
        [property: Description("整改情况")] string Report
    );

    internal sealed record RevocationBody([property: Description("撤销理由")] string Reason);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var acceptances = routes
            .MapGroup("/acceptances")
            .WithTag(
                "竣工验收 Acceptance",
                new(
                    "验收申请、验收组、安全评测、验收结论和整改（第三十五条、第三十六条）。",
                    "Application, panel, security evaluation, verdict and rectification (articles 35 and 36)."
                )
            );
        MapReading(acceptances);
        MapUnit(acceptances);
        MapOffice(acceptances);
    }

    private static void MapReading(RouteGroupBuilder acceptances)
    {
        acceptances
            .MapList("/", List)
            .WithName("ListAcceptances")
            .WithSummary("查询竣工验收事项")
            .WithDescription("只列出您有权查看的事项，新的在前，可按状态、项目和文字筛选，逐页返回。");
        acceptances
            .MapGet("/{acceptance:guid}", Get)
            .WithName("GetAcceptance")
            .WithSummary("查看竣工验收事项")
            .WithDescription(
                "返回测试、试运行、各轮验收、安全评测、投入使用和后评价；不适用于服务类项目的环节注明不适用。ETag 为其版本。"
            );
    }

    private static void MapUnit(RouteGroupBuilder acceptances)
    {
        acceptances
            .MapPost("/{acceptance:guid}/application", Apply)
            .WithName("ApplyForAcceptance")
            .WithSummary("申请验收")
            .WithDescription(
                "牵头单位在系统测试和试运行合格后申请验收，列明验收依据；整改后再次申请为下一轮（第三十五条、第三十六条）。"
            )
            .WithRequestExample(Examples.Application)
            .RequireIfMatch();
        acceptances
            .MapPost("/{acceptance:guid}/rectification", StartRectification)
            .WithName("StartRectification")
            .WithSummary("开始整改")
            .WithDescription("验收不合格的，牵头单位提出整改方案（第三十五条）。")
            .WithRequestExample(Examples.Rectification)
            .RequireIfMatch();
        acceptances
            .MapPost("/{acceptance:guid}/rectification-report", ReportRectified)
            .WithName("ReportRectified")
            .WithSummary("报告整改情况")
            .WithDescription("牵头单位报告整改完成情况，此后可以再次申请验收（第三十五条）。")
            .WithRequestExample(Examples.Rectified)
            .RequireIfMatch();
    }

    private static void MapOffice(RouteGroupBuilder acceptances)
    {
        acceptances
            .MapPost("/{acceptance:guid}/panel", FormPanel)
            .WithName("FormAcceptancePanel")
            .WithSummary("组成验收组")
            .WithDescription("市政府信息办组织相关单位和专家验收；牵头单位和承揽单位的人员不得参加（第三十五条）。")
            .WithRequestExample(Examples.Panel)
            .RequireIfMatch();
        acceptances
            .MapPost("/{acceptance:guid}/security-evaluation", RecordSecurityEvaluation)
            .WithName("RecordSecurityEvaluation")
            .WithSummary("记录安全评测认证")
            .WithDescription("市政府信息办记录安全评测认证结果，可在整改后再次评测，以最后一次为准（第三十五条）。")
            .WithRequestExample(Examples.SecurityEvaluation)
            .RequireIfMatch();
        acceptances
            .MapPost("/{acceptance:guid}/conclusion", Conclude)
            .WithName("ConcludeAcceptance")
            .WithSummary("作出验收结论")
            .WithDescription("由具名的决定人作出合格或不合格的结论（第五条、第三十五条）。")
            .WithRequestExample(Examples.Conclusion)
            .RequireIfMatch();
        acceptances
            .MapPost("/{acceptance:guid}/revocation", Revoke)
            .WithName("RevokeAcceptance")
            .WithSummary("撤销验收")
            .WithDescription(
                "合格结论有误的，市政府信息办写明理由撤销；投入使用和后评价随之失效，转入整改（第三十五条）。"
            )
            .WithRequestExample(Examples.Revocation)
            .RequireIfMatch();
    }

    private static async Task<Found<Page<ListAcceptances.AcceptanceLine>>> List(
        [Description("状态")] Word<AcceptanceState>? state,
        [Description("申报事项")] Guid? declaration,
        [Description("项目名称或编号中的文字")] string? text,
        [Description("上一页返回的 next")] string? after,
        [Description("每页条数，1 至 200")] int? limit,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ListAcceptances(
                    state?.Value,
                    declaration is { } id ? new DeclarationId(id) : null,
                    text,
                    after,
                    limit
                ),
                cancellationToken
            )
        );

    private static async Task<Found<GetAcceptance.AcceptanceDetail>> Get(
        Guid acceptance,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(new GetAcceptance(new AcceptanceId(acceptance)), cancellationToken),
            detail => detail.Version
        );

    private static async Task<Changed> Apply(
        Guid acceptance,
        ApplicationBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ApplyForAcceptance(new AcceptanceId(acceptance), body.Basis, request.ExpectedVersion),
                cancellationToken
            )
        );

    private static async Task<Changed> StartRectification(
        Guid acceptance,
        RectificationBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new StartRectification(new AcceptanceId(acceptance), body.Plan, request.ExpectedVersion),
                cancellationToken
            )
        );

    private static async Task<Changed> ReportRectified(
        Guid acceptance,
        RectifiedBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ReportRectified(
                    new AcceptanceId(acceptance),
                    body.RectifiedOn,
                    body.Report,
                    request.ExpectedVersion
                ),
                cancellationToken
            )
        );

    private static async Task<Changed> FormPanel(
        Guid acceptance,
        PanelBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new FormAcceptancePanel(
                    new AcceptanceId(acceptance),
                    body.Experts,
                    body.Departments,
                    body.HeldOn,
                    body.Place,
                    request.ExpectedVersion
                ),
                cancellationToken
            )
        );

    private static async Task<Changed> RecordSecurityEvaluation(
        Guid acceptance,
        SecurityEvaluationBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new RecordSecurityEvaluation(new AcceptanceId(acceptance), body.Evaluation, request.ExpectedVersion),
                cancellationToken
            )
        );

    private static async Task<Changed> Conclude(
        Guid acceptance,
        ConclusionBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ConcludeAcceptance(
                    new AcceptanceId(acceptance),
                    body.Conclusion,
                    body.DecisionMaker,
                    request.ExpectedVersion
                ),
                cancellationToken
            )
        );

    private static async Task<Changed> Revoke(
        Guid acceptance,
        RevocationBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new RevokeAcceptance(new AcceptanceId(acceptance), body.Reason, request.ExpectedVersion),
                cancellationToken
            )
        );
}
