using System.ComponentModel;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Exports;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.Modules.Construction.Application.Registering;
using SmartCity.Modules.Construction.Domain.Certificates;
using SmartCity.Modules.Construction.Domain.Contractors;
using SmartCity.Modules.Construction.Domain.Projects;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Construction.Api;

internal static class RegisterEndpoints
{
    internal sealed record RetirementBody(
        [property: Description("最后一日")] DateOnly LastDay,
        [property: Description("停用理由")] string Reason
    );

    internal sealed record CertificateBody(
        [property: Description("目录中的种类代码")] string KindCode,
        [property: Description("证书编号")] string Number,
        [property: Description("发证机关")] string IssuerName,
        [property: Description("发证机关层级")] IssuerLevel IssuerLevel,
        [property: Description("等级")] string Grade,
        [property: Description("有效期起")] DateOnly ValidFrom,
        [property: Description("有效期止，当日仍有效")] DateOnly ValidUntil,
        [property: Description("核验依据")] string Evidence
    );

    internal sealed record CertificateStatusBody(
        [property: Description("发证机关决定后的状态")] CertificateStatus Status,
        [property: Description("发证机关的决定")] string Reason,
        [property: Description("决定日期")] DateOnly Since
    );

    public static void Map(IEndpointRouteBuilder routes)
    {
        var kinds = routes
            .MapGroup("/certificate-kinds")
            .WithTag(
                "资质证书种类 Certificate kinds",
                new(
                    "当前可据以要求承揽单位持有的资质证书种类。",
                    "Kinds of certificate that contractors can be asked for today."
                )
            );
        MapKinds(kinds);
        var contractors = routes
            .MapGroup("/contractors")
            .WithTag(
                "承揽单位 Contractors",
                new("承揽单位及其资质证书。", "Contractors and the certificates that they hold.")
            );
        MapContractors(contractors);
    }

    private static void MapKinds(RouteGroupBuilder kinds)
    {
        kinds
            .MapPost("/", RegisterKind)
            .WithName("RegisterCertificateKind")
            .WithSummary("登记资质证书种类")
            .WithDescription("市政府信息办登记一种资质证书及其法律依据、适用的项目类别（第十条）。代码不得重复。")
            .WithRequestExample(Examples.CertificateKind)
            .RequireIdempotencyKey();
        kinds
            .MapList("/", ListKinds)
            .WithName("ListCertificateKinds")
            .WithSummary("查询资质证书种类")
            .WithDescription("按代码排列，可按项目类别和日期筛选；某类项目没有现行种类的，资质要求不适用（第十条）。");
        kinds
            .MapGet("/{kind:guid}", GetKind)
            .WithName("GetRecognisedCertificateKind")
            .WithSummary("查看资质证书种类")
            .WithDescription("返回该种类全部内容，ETag 为其版本（第十条）。");
        kinds
            .MapPost("/{kind:guid}/retirement", RetireKind)
            .WithName("RetireCertificateKind")
            .WithSummary("停用资质证书种类")
            .WithDescription("写明最后一日和理由；此后的投标、中标、签约不再据以要求（第十条）。")
            .WithRequestExample(Examples.Retirement)
            .RequireIfMatch();
    }

    private static void MapContractors(RouteGroupBuilder contractors)
    {
        contractors
            .MapPost("/", Register)
            .WithName("RegisterContractor")
            .WithSummary("登记承揽单位")
            .WithDescription("市政府信息办把一个企业登记为承揽单位，此后可登记其证书和投标（第十条）。")
            .WithRequestExample(Examples.Contractor)
            .RequireIdempotencyKey();
        contractors
            .MapList("/", List)
            .WithName("ListContractors")
            .WithSummary("查询承揽单位")
            .WithDescription("按统一社会信用代码排列，可按单位和文字筛选，逐页返回（第十条）。");
        contractors
            .MapGet("/{contractor:guid}", Get)
            .WithName("GetContractor")
            .WithSummary("查看承揽单位")
            .WithDescription("返回承揽单位及其全部证书，ETag 为其版本（第十条）。");
        contractors
            .MapPost("/{contractor:guid}/certificates", AddCertificate)
            .WithName("AddCertificate")
            .WithSummary("登记资质证书")
            .WithDescription("市政府信息办登记承揽单位持有的一份证书（第十条）。")
            .WithRequestExample(Examples.Certificate)
            .RequireIfMatch();
        contractors
            .MapPost("/{contractor:guid}/certificates/{certificate:guid}/status", RecordStatus)
            .WithName("RecordCertificateStatus")
            .WithSummary("登记证书状态变化")
            .WithDescription("登记发证机关作出的暂停、撤销或恢复决定；证书由发证机关处置（第十条、第四十三条）。")
            .WithRequestExample(Examples.CertificateStatusChange)
            .RequireIfMatch();
    }

    private static async Task<Created> RegisterKind(
        RegisterCertificateKind body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(body, cancellationToken), id => $"/api/v1/construction/certificate-kinds/{id}");

    private static async Task<Found<Page<ListCertificateKinds.CertificateKindLine>>> ListKinds(
        [Description("项目类别")] Word<ProjectKind>? demandedFor,
        [Description("在这一天现行的")] DateOnly? inForceOn,
        [Description("上一页返回的 next")] string? after,
        [Description("每页条数，1 至 200")] int? limit,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ListCertificateKinds(demandedFor?.Value, inForceOn, after, limit),
                cancellationToken
            )
        );

    private static async Task<Found<GetCertificateKind.CertificateKindDetail>> GetKind(
        Guid kind,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(new GetCertificateKind(new CertificateKindId(kind)), cancellationToken),
            detail => detail.Version
        );

    private static async Task<Changed> RetireKind(
        Guid kind,
        RetirementBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new RetireCertificateKind(
                    new CertificateKindId(kind),
                    body.LastDay,
                    body.Reason,
                    request.ExpectedVersion
                ),
                cancellationToken
            )
        );

    private static async Task<Created> Register(
        RegisterContractor body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(body, cancellationToken), id => $"/api/v1/construction/contractors/{id}");

    private static async Task<Found<Page<ListContractors.ContractorLine>>> List(
        [Description("单位")] Guid? unit,
        [Description("名称或统一社会信用代码中的文字")] string? text,
        [Description("上一页返回的 next")] string? after,
        [Description("每页条数，1 至 200")] int? limit,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ListContractors(unit is { } id ? new UnitId(id) : null, text, after, limit),
                cancellationToken
            )
        );

    private static async Task<Found<GetContractor.ContractorDetail>> Get(
        Guid contractor,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(new GetContractor(new ContractorId(contractor)), cancellationToken),
            detail => detail.Version
        );

    private static async Task<Changed> AddCertificate(
        Guid contractor,
        CertificateBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new AddCertificate(
                    new ContractorId(contractor),
                    body.KindCode,
                    body.Number,
                    body.IssuerName,
                    body.IssuerLevel,
                    body.Grade,
                    body.ValidFrom,
                    body.ValidUntil,
                    body.Evidence,
                    request.ExpectedVersion
                ),
                cancellationToken
            )
        );

    private static async Task<Changed> RecordStatus(
        Guid contractor,
        Guid certificate,
        CertificateStatusBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new RecordCertificateStatus(
                    new ContractorId(contractor),
                    new CertificateId(certificate),
                    body.Status,
                    body.Reason,
                    body.Since,
                    request.ExpectedVersion
                ),
                cancellationToken
            )
        );
}
