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
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Construction.Application.Constructing;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Modules.Construction.Domain.Buildings;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Construction.Api;

/// <summary>Reading a building, its working group, its start and its end.</summary>
internal static class BuildingEndpoints
{
    public const string Tag = "项目建设 Buildings";

    public static LocalizedText About =>
        new("项目从招投标、签约到建成。", "Projects from the tender through the contract to the built system.");

    internal sealed record ExpertBody([property: Description("选派的专家或技术人员账号")] AccountId Account);

    internal sealed record WorkingGroupBody(
        [property: Description("项目负责人账号（本单位主要领导）")] AccountId Leader,
        [property: Description("工作组成员")] IReadOnlyList<SetUpWorkingGroup.Member> Members
    );

    internal sealed record StartBody([property: Description("开工（服务开始）日期")] DateOnly StartedOn);

    internal sealed record BuiltBody(
        [property: Description("建成（服务交付）日期")] DateOnly BuiltOn,
        [property: Description("建成情况说明")] string Statement
    );

    public static void Map(IEndpointRouteBuilder routes)
    {
        var buildings = routes.MapGroup("/buildings").WithTag(Tag, About);
        MapReading(buildings);
        MapGroup(buildings);
        buildings
            .MapPost("/{building:guid}/start", Start)
            .WithName("StartConstruction")
            .WithSummary("开工")
            .WithDescription("签约后开工（服务类为开始服务）；重大项目按当日情况核对负责人和工作组（第十一条）。")
            .WithRequestExample(Examples.Start)
            .RequireIfMatch();
        buildings
            .MapPost("/{building:guid}/built-report", Report)
            .WithName("ReportBuilt")
            .WithSummary("报告建成")
            .WithDescription("牵头单位报告项目建成（服务类为交付），此后进入验收（第八条、第三十五条）。")
            .WithRequestExample(Examples.Built)
            .RequireIfMatch();
    }

    private static void MapReading(RouteGroupBuilder buildings)
    {
        buildings
            .MapList("/", List)
            .WithName("ListBuildings")
            .WithSummary("查询项目建设")
            .WithDescription("只列出您有权查看的项目，新的在前，可按状态、申报、单位和文字筛选，逐页返回（第八条）。");
        buildings
            .MapGet("/{building:guid}", Get)
            .WithName("GetBuilding")
            .WithSummary("查看项目建设")
            .WithDescription("返回招投标、合同、工作组和各项要求是否适用，ETag 为其版本（第八条、第十条、第十一条）。");
    }

    private static void MapGroup(RouteGroupBuilder buildings)
    {
        buildings
            .MapPost("/{building:guid}/experts", Assign)
            .WithName("AssignExpert")
            .WithSummary("选派专家或技术人员")
            .WithDescription("市政府信息办选派责任专家或技术人员参加工作组（第十一条）。")
            .WithRequestExample(Examples.Expert)
            .RequireIfMatch();
        buildings
            .MapPut("/{building:guid}/working-group", SetUp)
            .WithName("SetUpWorkingGroup")
            .WithSummary("成立工作组")
            .WithDescription("牵头单位明确项目负责人和工作组成员；再次办理即替换（第十一条）。")
            .WithRequestExample(Examples.WorkingGroup)
            .RequireIfMatch();
    }

    private static async Task<Found<Page<ListBuildings.BuildingLine>>> List(
        [Description("状态")] Word<BuildingState>? state,
        [Description("申报事项")] Guid? declaration,
        [Description("牵头或参建单位")] Guid? unit,
        [Description("项目名称或编号中的文字")] string? text,
        [Description("上一页返回的 next")] string? after,
        [Description("每页条数，1 至 200")] int? limit,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ListBuildings(
                    state?.Value,
                    declaration is { } project ? new DeclarationId(project) : null,
                    unit is { } id ? new UnitId(id) : null,
                    text,
                    after,
                    limit
                ),
                cancellationToken
            )
        );

    private static async Task<Found<GetBuilding.BuildingDetail>> Get(
        Guid building,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(new GetBuilding(new BuildingId(building)), cancellationToken),
            detail => detail.Version
        );

    private static async Task<Changed> Assign(
        Guid building,
        ExpertBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new AssignExpert(new BuildingId(building), body.Account, request.ExpectedVersion),
                cancellationToken
            )
        );

    private static async Task<Changed> SetUp(
        Guid building,
        WorkingGroupBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new SetUpWorkingGroup(new BuildingId(building), body.Leader, body.Members, request.ExpectedVersion),
                cancellationToken
            )
        );

    private static async Task<Changed> Start(
        Guid building,
        StartBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new StartConstruction(new BuildingId(building), body.StartedOn, request.ExpectedVersion),
                cancellationToken
            )
        );

    private static async Task<Changed> Report(
        Guid building,
        BuiltBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ReportBuilt(new BuildingId(building), body.BuiltOn, body.Statement, request.ExpectedVersion),
                cancellationToken
            )
        );
}
