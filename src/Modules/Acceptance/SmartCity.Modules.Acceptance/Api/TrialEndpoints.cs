using System.ComponentModel;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Http;
using SmartCity.Modules.Acceptance.Application.Testing;
using SmartCity.Modules.Acceptance.Contracts;
using SmartCity.Modules.Acceptance.Domain.Acceptances;

namespace SmartCity.Modules.Acceptance.Api;

internal static class TrialEndpoints
{
    internal sealed record TestBody([property: Description("系统测试情况")] SystemTestText Test);

    internal sealed record PermitBody(
        [property: Description("许可文号")] string PermitNumber,
        [property: Description("试运行开始日期")] DateOnly StartsOn,
        [property: Description("许可截止日期（含）")] DateOnly EndsBy
    );

    internal sealed record RenewalBody(
        [property: Description("许可文号")] string PermitNumber,
        [property: Description("许可截止日期（含）")] DateOnly EndsBy
    );

    internal sealed record LogBody([property: Description("一段时间的试运行数据")] TrialLogText Entry);

    internal sealed record RestartBody(
        [property: Description("重新开始的日期")] DateOnly RestartsOn,
        [property: Description("重大改造的情况")] string Reason
    );

    internal sealed record FinishBody(
        [property: Description("试运行结束日期")] DateOnly EndedOn,
        [property: Description("试运行报告编号")] string ReportNumber,
        [property: Description("是否合格")] bool Passed
    );

    public static void Map(IEndpointRouteBuilder routes)
    {
        var acceptance = routes
            .MapGroup("/acceptances/{acceptance:guid}")
            .WithTag(
                "测试和试运行 Test and trial run",
                new(
                    "系统测试、试运行许可、试运行日志和结论（第三十五条、第三十六条）。",
                    "System test, trial permit, trial log and its conclusion (articles 35 and 36)."
                )
            );
        MapPermit(acceptance);
        MapUnit(acceptance);
    }

    private static void MapPermit(RouteGroupBuilder acceptance)
    {
        acceptance
            .MapPost("/trial-permit", Permit)
            .WithName("PermitTrial")
            .WithSummary("许可试运行")
            .WithDescription("市政府信息办许可用真实业务试运行，载明开始和截止日期；系统测试合格后方可（第三十五条）。")
            .WithRequestExample(Examples.Permit)
            .RequireIfMatch();
        acceptance
            .MapPut("/trial-permit", Renew)
            .WithName("RenewTrialPermit")
            .WithSummary("变更试运行许可")
            .WithDescription("市政府信息办为进行中的试运行换发许可，变更截止日期（第三十五条）。")
            .WithRequestExample(Examples.Renewal)
            .RequireIfMatch();
    }

    private static void MapUnit(RouteGroupBuilder acceptance)
    {
        acceptance
            .MapPost("/system-tests", RecordTest)
            .WithName("RecordSystemTest")
            .WithSummary("记录系统测试")
            .WithDescription("牵头单位记录系统测试；不合格的留存记录，状态不变（第三十五条）。")
            .WithRequestExample(Examples.Test)
            .RequireIfMatch();
        acceptance
            .MapPost("/trial-log", Log)
            .WithName("LogTrial")
            .WithSummary("记录试运行日志")
            .WithDescription("牵头单位记录一段时间的可用率、故障、使用人数和数据量，时段不得重叠（第三十六条）。")
            .WithRequestExample(Examples.Log)
            .RequireIdempotencyKey();
        acceptance
            .MapPost("/trial-restart", Restart)
            .WithName("RestartTrial")
            .WithSummary("重新开始试运行")
            .WithDescription("系统经重大改造的，牵头单位重新开始试运行，三个月重新起算（第三十六条）。")
            .WithRequestExample(Examples.Restart)
            .RequireIfMatch();
        acceptance
            .MapPost("/trial-conclusion", Finish)
            .WithName("FinishTrial")
            .WithSummary("结束试运行")
            .WithDescription("牵头单位作出试运行结论；合格的须满三个月且日志无缺（第三十六条）。")
            .WithRequestExample(Examples.Finish)
            .RequireIfMatch();
    }

    private static async Task<Changed> RecordTest(
        Guid acceptance,
        TestBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new RecordSystemTest(new AcceptanceId(acceptance), body.Test, request.ExpectedVersion),
                cancellationToken
            )
        );

    private static async Task<Changed> Permit(
        Guid acceptance,
        PermitBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new PermitTrial(
                    new AcceptanceId(acceptance),
                    body.PermitNumber,
                    body.StartsOn,
                    body.EndsBy,
                    request.ExpectedVersion
                ),
                cancellationToken
            )
        );

    private static async Task<Changed> Renew(
        Guid acceptance,
        RenewalBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new RenewTrialPermit(
                    new AcceptanceId(acceptance),
                    body.PermitNumber,
                    body.EndsBy,
                    request.ExpectedVersion
                ),
                cancellationToken
            )
        );

    private static async Task<Created> Log(
        Guid acceptance,
        LogBody body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(new LogTrial(new AcceptanceId(acceptance), body.Entry), cancellationToken),
            id => $"/api/v1/acceptance/acceptances/{id}"
        );

    private static async Task<Changed> Restart(
        Guid acceptance,
        RestartBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new RestartTrial(new AcceptanceId(acceptance), body.RestartsOn, body.Reason, request.ExpectedVersion),
                cancellationToken
            )
        );

    private static async Task<Changed> Finish(
        Guid acceptance,
        FinishBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new FinishTrial(
                    new AcceptanceId(acceptance),
                    body.EndedOn,
                    body.ReportNumber,
                    body.Passed,
                    request.ExpectedVersion
                ),
                cancellationToken
            )
        );
}
