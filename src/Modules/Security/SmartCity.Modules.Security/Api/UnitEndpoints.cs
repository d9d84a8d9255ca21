using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SmartCity.BuildingBlocks.Exports;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.Modules.Security.Application.Units;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Security.Api;

internal static class UnitEndpoints
{
    public static void MapUnits(this IEndpointRouteBuilder routes)
    {
        var units = routes
            .MapGroup("/units")
            .WithTag(
                "单位 Units",
                new("登记和查询使用本系统的单位。", "Units that use the system: registering and looking up.")
            );
        units
            .MapPost("/", RegisterAsync)
            .RequireIdempotencyKey()
            .WithName("RegisterUnit")
            .WithSummary("登记单位")
            .WithDescription(
                "由系统管理员登记单位。单位类别决定其账号的角色，行政区划决定其权限范围。统一社会信用代码须通过核对且未登记过；校验码等有疑问而证书无误的，随附证书名称、编号和影像的 SHA-256。"
            )
            .WithRequestExample(
                new RegisterUnit(
                    "咸阳市卫生健康委员会",
                    "市卫生健康委员会",
                    UnitKind.MunicipalAdministrativeUnit,
                    Jurisdictions.City,
                    "11610400MD00000597",
                    Superior: null,
                    "咸阳市秦都区",
                    "029-00000002"
                )
            );
        units
            .MapList("/", ListAsync)
            .WithName("ListUnits")
            .WithSummary("查询单位名录")
            .WithDescription("按类别、行政区划和名称（包含）筛选，按统一社会信用代码排序，逐页返回。");
        units
            .MapGet("/{unit:guid}", ReadAsync)
            .WithName("ReadUnit")
            .WithSummary("查看单位")
            .WithDescription("返回单位的登记内容；ETag 为其版本。");
    }

    private static async Task<Created> RegisterAsync(
        RegisterUnit command,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(command, cancellationToken), id => $"/api/v1/security/units/{id}");

    private static async Task<Found<Page<ListUnits.Item>>> ListAsync(
        Word<UnitKind>? kind,
        string? jurisdiction,
        string? name,
        string? after,
        int? limit,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ListUnits(kind?.Value, jurisdiction, name, after, limit ?? Cursor.DefaultLimit),
                cancellationToken
            )
        );

    private static async Task<Found<ReadUnit.Answer>> ReadAsync(
        Guid unit,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new ReadUnit(new(unit)), cancellationToken), answer => answer.Version);
}
