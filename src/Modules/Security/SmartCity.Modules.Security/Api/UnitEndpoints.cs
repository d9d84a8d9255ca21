using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SmartCity.BuildingBlocks.Acts;
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
            .WithDescription(
                "按类别、行政区划和名称（包含，曾用名称也算）筛选，按统一社会信用代码排序，逐页返回。填写 on 的，名称为当日的名称。"
            );
        units
            .MapGet("/{unit:guid}", ReadAsync)
            .WithName("ReadUnit")
            .WithSummary("查看单位")
            .WithDescription("返回单位的登记内容、曾用名称和合并情况；填写 on 的，为当日的情况。ETag 为其版本。");
        units
            .MapPost("/{unit:guid}/renaming", RenameAsync)
            .RequireIfMatch()
            .WithName("RenameUnit")
            .WithSummary("登记单位更名")
            .WithDescription(
                "自更名生效之日起登记，须写明依据文件。名录显示新名称；按日期查询的和以往的办理记录仍为原名称。"
            )
            .WithRequestExample(
                new Renaming("咸阳市数据和政务服务局", "市数据局", new(2026, 11, 23), "咸编发〔2026〕9号")
            );
        units
            .MapPost("/{unit:guid}/merger", MergeAsync)
            .RequireIfMatch()
            .WithName("MergeUnit")
            .WithSummary("登记单位合并")
            .WithDescription(
                "自合并生效之日起登记，须写明承接单位和依据文件。该单位于前一日终止，其账号、任职和代办转入承接单位；主要领导的任职终止，由承接单位另行登记。其项目、资产、协议和职责由承接单位办理，以往的记录仍为原单位。几个单位并入一个单位的，逐个登记。"
            )
            .WithRequestExample(
                new Merger(
                    new(Guid.Parse("0196f3a0-0000-7000-8000-000000000002")),
                    new(2026, 11, 23),
                    "咸编发〔2026〕10号"
                )
            );
    }

    /// <summary>登记单位更名</summary>
    /// <param name="Name">新的单位全称</param>
    /// <param name="ShortName">新的简称</param>
    /// <param name="EffectiveOn">使用新名称的首日，不晚于今日</param>
    /// <param name="Basis">依据：文件的名称和文号</param>
    internal sealed record Renaming(string Name, string ShortName, DateOnly EffectiveOn, string Basis);

    /// <summary>登记单位合并</summary>
    /// <param name="Successor">承接单位</param>
    /// <param name="EffectiveOn">承接单位开始承接之日，不晚于今日；原单位于前一日终止</param>
    /// <param name="Basis">依据：文件的名称和文号</param>
    internal sealed record Merger(UnitId Successor, DateOnly EffectiveOn, string Basis);

    private static async Task<Changed> RenameAsync(
        Guid unit,
        Renaming renaming,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new RenameUnit(
                    new(unit),
                    renaming.Name,
                    renaming.ShortName,
                    renaming.EffectiveOn,
                    renaming.Basis,
                    request.ExpectedVersion
                ),
                cancellationToken
            )
        );

    private static async Task<Changed> MergeAsync(
        Guid unit,
        Merger merger,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new MergeUnit(new(unit), merger.Successor, merger.EffectiveOn, merger.Basis, request.ExpectedVersion),
                cancellationToken
            )
        );

    private static async Task<Created> RegisterAsync(
        RegisterUnit command,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(command, cancellationToken), id => $"/api/v1/security/units/{id}");

    private static async Task<Found<Page<ListUnits.Item>>> ListAsync(
        Word<UnitKind>? kind,
        string? jurisdiction,
        string? name,
        DateOnly? on,
        string? after,
        int? limit,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ListUnits(kind?.Value, jurisdiction, name, after, limit ?? Cursor.DefaultLimit, on),
                cancellationToken
            )
        );

    private static async Task<Found<ReadUnit.Answer>> ReadAsync(
        Guid unit,
        DateOnly? on,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new ReadUnit(new(unit), on), cancellationToken), answer => answer.Version);
}
