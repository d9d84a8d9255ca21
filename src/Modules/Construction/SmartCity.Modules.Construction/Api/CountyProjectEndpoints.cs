using System.ComponentModel;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Exports;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.Modules.Construction.Application.CountyProjects;
using SmartCity.Modules.Construction.Domain.CountyProjects;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Construction.Api;

internal static class CountyProjectEndpoints
{
    internal sealed record CountyInvestmentBody(
        [property: Description("项目投资（元，含各期、各合同）")] Money TotalInvestment,
        [property: Description("列入财政预算的情况；未列入的不填")] CountyBudgetLine? Budget = null
    );

    internal sealed record CountyTenderBody(
        [property: Description("招标方式：公开招标、邀请招标")] CountyTenderMethod Method,
        [property: Description("招标公告或邀请文号")] string NoticeNumber,
        [property: Description("招标日期")] DateOnly TenderedOn,
        [property: Description("中标单位名称")] string WinnerName,
        [property: Description("中标单位统一社会信用代码")] string WinnerCreditCode,
        [property: Description("中标金额（元）")] Money AwardedAmount
    );

    internal sealed record CountyFilingBody(
        [property: Description("实施方案名称")] string PlanTitle,
        [property: Description("报送文号")] string DocumentNumber,
        [property: Description("报送日期")] DateOnly SubmittedOn,
        [property: Description("实施方案摘要")] string Summary
    );

    internal sealed record CountyFilingReceiptBody(
        [property: Description("备案回执编号，不得重复")] string ReceiptNumber
    );

    internal sealed record CountyFilingReturnBody([property: Description("所缺材料")] string Missing);

    internal sealed record CountyStartBody([property: Description("开工日期")] DateOnly StartedOn);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var projects = routes
            .MapGroup("/county-projects")
            .WithTag(
                "县级项目 County projects",
                new(
                    "县市区信息化建设项目的预算、招标、实施方案备案和开工。",
                    "Projects of the counties: budget, tender, filing of the implementation plan, start."
                )
            );
        MapProject(projects);
        MapFiling(projects);
    }

    private static void MapProject(RouteGroupBuilder projects)
    {
        projects
            .MapPost("/", Register)
            .WithName("RegisterCountyProject")
            .WithSummary("登记县级项目")
            .WithDescription("县市区信息化主管部门登记本县市区的项目（第十二条）。所属县市区即登记单位的县市区。")
            .WithRequestExample(CountyProjectExamples.Project)
            .RequireIdempotencyKey();
        projects
            .MapList("/", List)
            .WithName("ListCountyProjects")
            .WithSummary("查询县级项目")
            .WithDescription(
                "县市区只列出本县市区的项目（第五条、第十二条）；新的在前，可按县市区、状态、备案情况和文字筛选，逐页返回。"
            );
        projects
            .MapGet("/{project:guid}", Get)
            .WithName("GetCountyProject")
            .WithSummary("查看县级项目")
            .WithDescription(
                "返回预算、招标、历次报送备案和开工情况，并说明是否须招标和备案（第十二条）。ETag 为其版本。"
            );
        projects
            .MapPut("/{project:guid}/investment", Amend)
            .WithName("AmendCountyProject")
            .WithSummary("更正投资额和预算")
            .WithDescription("开工前整体替换项目投资和列入财政预算的情况（第十二条）。")
            .WithRequestExample(CountyProjectExamples.Investment)
            .RequireIfMatch();
        projects
            .MapPost("/{project:guid}/tender", RecordTender)
            .WithName("RecordCountyTender")
            .WithSummary("登记县级项目招标")
            .WithDescription("登记依法招标确定建设服务单位的情况（第十二条）。")
            .WithRequestExample(CountyProjectExamples.Tender)
            .RequireIfMatch();
        projects
            .MapPost("/{project:guid}/start", Start)
            .WithName("StartCountyConstruction")
            .WithSummary("县级项目开工")
            .WithDescription(
                "核对是否列入财政预算；投资超过100万元的，并核对招标和备案；一次告知全部不符之处（第十二条）。"
            )
            .WithRequestExample(CountyProjectExamples.Start)
            .RequireIfMatch();
    }

    private static void MapFiling(RouteGroupBuilder projects)
    {
        projects
            .MapPost("/{project:guid}/filing", SubmitFiling)
            .WithName("SubmitCountyFiling")
            .WithSummary("报送实施方案备案")
            .WithDescription("县市区信息化主管部门将实施方案报市政府信息办备案；材料不全退回后可再次报送（第十二条）。")
            .WithRequestExample(CountyProjectExamples.Filing)
            .RequireIfMatch();
        projects
            .MapPost("/{project:guid}/filing/receipt", File)
            .WithName("FileImplementationPlan")
            .WithSummary("予以备案")
            .WithDescription("市政府信息办登记备案并给予回执编号，备案日期为当天（第十二条）。备案只作登记存查。")
            .WithRequestExample(CountyProjectExamples.Receipt)
            .RequireIfMatch();
        projects
            .MapPost("/{project:guid}/filing/return", Return)
            .WithName("ReturnFilingIncomplete")
            .WithSummary("材料不全退回")
            .WithDescription("市政府信息办写明所缺材料后退回，县市区补齐后再次报送（第十二条）。")
            .WithRequestExample(CountyProjectExamples.Return)
            .RequireIfMatch();
    }

    private static async Task<Created> Register(
        RegisterCountyProject body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(body, cancellationToken), id => $"/api/v1/construction/county-projects/{id}");

    private static async Task<Found<Page<ListCountyProjects.CountyProjectLine>>> List(
        [Description("县市区行政区划代码")] string? county,
        [Description("项目状态")] Word<CountyProjectState>? state,
        [Description("备案情况")] Word<CountyFilingState>? filing,
        [Description("项目名称、编号或建设单位中的文字")] string? text,
        [Description("上一页返回的 next")] string? after,
        [Description("每页条数，1 至 200")] int? limit,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ListCountyProjects(county, state?.Value, filing?.Value, text, after, limit),
                cancellationToken
            )
        );

    private static async Task<Found<GetCountyProject.CountyProjectDetail>> Get(
        Guid project,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(new GetCountyProject(new CountyProjectId(project)), cancellationToken),
            detail => detail.Version
        );

    private static async Task<Changed> Amend(
        Guid project,
        CountyInvestmentBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new AmendCountyProject(
                    new CountyProjectId(project),
                    body.TotalInvestment,
                    body.Budget,
                    request.ExpectedVersion
                ),
                cancellationToken
            )
        );

    private static async Task<Changed> RecordTender(
        Guid project,
        CountyTenderBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new RecordCountyTender(
                    new CountyProjectId(project),
                    body.Method,
                    body.NoticeNumber,
                    body.TenderedOn,
                    body.WinnerName,
                    body.WinnerCreditCode,
                    body.AwardedAmount,
                    request.ExpectedVersion
                ),
                cancellationToken
            )
        );

    private static async Task<Changed> Start(
        Guid project,
        CountyStartBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new StartCountyConstruction(new CountyProjectId(project), body.StartedOn, request.ExpectedVersion),
                cancellationToken
            )
        );

    private static async Task<Changed> SubmitFiling(
        Guid project,
        CountyFilingBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new SubmitCountyFiling(
                    new CountyProjectId(project),
                    body.PlanTitle,
                    body.DocumentNumber,
                    body.SubmittedOn,
                    body.Summary,
                    request.ExpectedVersion
                ),
                cancellationToken
            )
        );

    private static async Task<Changed> File(
        Guid project,
        CountyFilingReceiptBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new FileImplementationPlan(new CountyProjectId(project), body.ReceiptNumber, request.ExpectedVersion),
                cancellationToken
            )
        );

    private static async Task<Changed> Return(
        Guid project,
        CountyFilingReturnBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ReturnFilingIncomplete(new CountyProjectId(project), body.Missing, request.ExpectedVersion),
                cancellationToken
            )
        );
}
