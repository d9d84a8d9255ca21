using System.ComponentModel;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SmartCity.BuildingBlocks.Exports;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.Regulation.Application.Enacting;
using SmartCity.Regulation.Parameters;

namespace SmartCity.Regulation.Api;

internal static class EnactmentEndpoints
{
    public static void MapEnactments(this IEndpointRouteBuilder routes)
    {
        var enactments = routes
            .MapGroup("/enactments")
            .WithTag(
                "规则变更 Enactments",
                new(
                    "市人民政府的修订、市政府信息办的解释和内部控制决定（第四十四条）。",
                    "Amendments, interpretations and decisions on controls (article 44)."
                )
            );
        enactments
            .MapList("/", ListAsync)
            .WithName("ListEnactments")
            .WithSummary("查询规则变更文件")
            .WithDescription("后登记的在前，可按种类和参数筛选，逐页返回。");
        enactments
            .MapGet("/{id:guid}", GetAsync)
            .WithName("GetEnactment")
            .WithSummary("查看规则变更文件")
            .WithDescription("返回一份修订、解释或者内部控制决定，及其变更的参数和停用的控制。");
        enactments
            .MapPost("/amendments", AmendAsync)
            .RequireIdempotencyKey()
            .WithName("EnactAmendment")
            .WithSummary("登记修订")
            .WithDescription(
                "市政府信息办登记市人民政府对条文数字的修订，注明文号和文件的哈希。最早自登记的次日起生效；已办的事项不变（第四十四条）。"
            )
            .WithRequestExample(
                new EnactAmendment(
                    new(
                        "咸政发〔2026〕12号",
                        "关于调整试运行时间的决定",
                        new(2026, 2, 27),
                        new(2026, 4, 1),
                        "试运行满四个月更能反映系统情况。"
                    ),
                    [new("trial.minimum-months", "4")],
                    new('a', 64)
                )
            );
        enactments
            .MapPost("/interpretations", InterpretAsync)
            .RequireIdempotencyKey()
            .WithName("EnactInterpretation")
            .WithSummary("登记解释")
            .WithDescription(
                "市政府信息办对条文没有写明的事项作出解释，并设定随之变更的参数。不得改变条文写明的数字；最早自登记的次日起生效（第四十四条）。"
            )
            .WithRequestExample(
                new EnactInterpretation(
                    new(
                        "咸信办发〔2026〕3号",
                        "关于资产登记期限的解释",
                        new(2026, 2, 27),
                        new(2026, 4, 1),
                        "资产较多的项目三十日内难以完成登记。"
                    ),
                    new("INT-36", [38], "“及时”登记固定资产是指多少日内？", "验收合格之日起四十五日内。"),
                    [new("assets.registration-days", "45")]
                )
            );
        enactments
            .MapPost("/control-decisions", DecideOnControlsAsync)
            .RequireIdempotencyKey()
            .WithName("DecideOnControls")
            .WithSummary("登记内部控制决定")
            .WithDescription(
                "市政府信息办调整本市自设的内部控制：变更其数值，或者停用、恢复。依据条文、解释和上位法的规则不得停用（第四十四条）。"
            )
            .WithRequestExample(
                new DecideOnControls(
                    new(
                        "咸信办发〔2026〕4号",
                        "关于评审专家人数的决定",
                        new(2026, 2, 27),
                        new(2026, 4, 1),
                        "重大项目增多，适当增加评审专家。"
                    ),
                    [new("review.minimum-experts", "7")],
                    []
                )
            );
    }

    private static async Task<Found<Page<ListEnactments.EnactmentLine>>> ListAsync(
        [Description("种类")] Word<ParameterAct>? kind,
        [Description("所变更的参数编码")] string? parameter,
        [Description("上一页返回的 next")] string? after,
        [Description("每页条数，1 至 200")] int? limit,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new ListEnactments(kind?.Value, parameter, after, limit), cancellationToken));

    private static async Task<Found<GetEnactment.EnactmentDetail>> GetAsync(
        [Description("系统编号")] Guid id,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new GetEnactment(id), cancellationToken));

    private static async Task<Created> AmendAsync(
        EnactAmendment command,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(command, cancellationToken), Location);

    private static async Task<Created> InterpretAsync(
        EnactInterpretation command,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(command, cancellationToken), Location);

    private static async Task<Created> DecideOnControlsAsync(
        DecideOnControls command,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(command, cancellationToken), Location);

    private static string Location(Guid id) => $"/api/v1/regulation/enactments/{id}";
}
