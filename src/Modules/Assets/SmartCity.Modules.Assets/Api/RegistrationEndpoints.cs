using System.ComponentModel;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SmartCity.BuildingBlocks.Exports;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Assets.Application.Registering;
using SmartCity.Modules.Assets.Contracts;
using SmartCity.Modules.Assets.Domain.Cards;
using SmartCity.Modules.Assets.Domain.Registrations;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Assets.Api;

internal static class RegistrationEndpoints
{
    /// <summary>What a card says. It has no ownership: that follows from the contract's financing (article 39).</summary>
    internal sealed record CardBody(
        [property: Description("资产所出自的合同")] ContractId? Contract,
        [property: Description("合同行号")] int? LineNumber,
        [property: Description("资产名称")] string Name,
        [property: Description("资产分类（GB/T 14885—2022）")] FinanceCategory Category,
        [property: Description("价值（元）")] Money Value,
        [property: Description("数量")] long Quantity,
        [property: Description("存放地点")] string Location,
        [property: Description("保管人账号")] AccountId? Custodian,
        [property: Description("取得日期")] DateOnly AcquiredOn
    );

    public static void Map(IEndpointRouteBuilder routes)
    {
        var tag = new TagDescription(
            "资产登记 Registration",
            new(
                "项目验收合格后按合同行登记资产。",
                "Registration of assets from contract lines after the acceptance passed."
            )
        );
        var registrations = routes.MapGroup("/registrations").WithTag(tag.Tag, tag.Text);
        registrations
            .MapList("/", List)
            .WithName("ListAssetRegistrations")
            .WithSummary("查询资产登记")
            .WithDescription("列出您有权查看的资产登记；overdue=true 只列出逾期未完成的（第三十八条）。");
        registrations
            .MapGet("/{registration:guid}", Get)
            .WithName("GetAssetRegistration")
            .WithSummary("查看资产登记")
            .WithDescription("返回开立时冻结的合同行、应登记价值、已登记价值和完成期限（第三十八条）。");
        registrations
            .MapPost("/{registration:guid}/cards", Register)
            .WithName("RegisterAssetCard")
            .WithSummary("登记资产卡片")
            .WithDescription(
                "牵头单位按合同行登记资产卡片并指定保管人；一行可以分登多张，合计不得超过该行金额。产权归属由投资方式得出，不填写（第三十八条、第三十九条、第四十条）。"
            )
            .WithRequestExample(Examples.Card)
            .RequireIdempotencyKey();
        routes
            .MapGroup("/projects")
            .WithTag(tag.Tag, tag.Text)
            .MapGet("/{declaration:guid}", OfProject)
            .WithName("GetProjectAssets")
            .WithSummary("查看项目的资产登记情况")
            .WithDescription(
                "按申报事项返回资产登记情况；服务类项目不形成资产，返回 notApplicable（第三条、第三十八条，解释 INT-25）。"
            );
    }

    private static async Task<Found<Page<ListRegistrations.RegistrationListLine>>> List(
        [Description("状态")] Word<RegistrationState>? state,
        [Description("true 只列出逾期未完成的")] bool? overdue,
        [Description("申报事项")] Guid? declaration,
        [Description("牵头单位")] Guid? unit,
        [Description("项目名称或登记编号中的文字")] string? text,
        [Description("上一页返回的 next")] string? after,
        [Description("每页条数，1 至 200")] int? limit,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ListRegistrations(
                    state?.Value,
                    overdue,
                    declaration is { } project ? new DeclarationId(project) : null,
                    unit is { } lead ? new UnitId(lead) : null,
                    text,
                    after,
                    limit
                ),
                cancellationToken
            )
        );

    private static async Task<Found<GetRegistration.RegistrationDetail>> Get(
        Guid registration,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(new GetRegistration(new AssetRegistrationId(registration)), cancellationToken),
            detail => detail.Version
        );

    private static async Task<Created> Register(
        Guid registration,
        CardBody body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new RegisterCard(
                    new AssetRegistrationId(registration),
                    body.Contract,
                    body.LineNumber,
                    body.Name,
                    body.Category,
                    body.Value,
                    body.Quantity,
                    body.Location,
                    body.Custodian,
                    body.AcquiredOn
                ),
                cancellationToken
            ),
            id => $"/api/v1/assets/cards/{id}"
        );

    private static async Task<Found<GetProjectAssets.ProjectAssets>> OfProject(
        Guid declaration,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new GetProjectAssets(new DeclarationId(declaration)), cancellationToken));
}
