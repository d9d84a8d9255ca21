using System.ComponentModel;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Exports;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.Modules.Security.Application.Certificates;

namespace SmartCity.Modules.Security.Api;

internal static class CertificateEndpoints
{
    public static void MapCertificates(this IEndpointRouteBuilder routes)
    {
        var certificates = routes
            .MapGroup("/accounts/{account:guid}/certificates")
            .WithTag(
                "数字证书 Certificates",
                new(
                    "本人登录账号、业务系统证明身份所用的数字证书：绑定、查询和解除绑定（第三十二条）。",
                    "The certificates by which people sign in and partners' systems prove themselves: binding, looking up and unbinding (article 32)."
                )
            );
        certificates
            .MapPost("/", Bind)
            .RequireIdempotencyKey()
            .WithName("BindCertificate")
            .WithSummary("绑定证书")
            .WithDescription(
                "由系统管理员把本人的数字证书绑定到自然人账号，此后凭该证书对登录挑战签名即可登录。业务系统账号绑定的证书用于 TLS 双向认证，可以自签：凭它换取的令牌只在用同一证书的连接上有效（RFC 8705）。一张证书只绑定一个账号，一个账号可以先后或同时绑定几张。只保存颁发者、序列号、公钥散列和有效期，不保存证书中的姓名。"
            )
            .WithRequestExample(new BindBody("-----BEGIN CERTIFICATE-----\nMIIB…\n-----END CERTIFICATE-----"));
        certificates
            .MapList("/", List)
            .WithName("ListCertificates")
            .WithSummary("查询证书")
            .WithDescription("该账号现在和以前绑定的证书，后绑定的在前，逐页返回。");
        certificates
            .MapGet("/{certificate:guid}", Get)
            .WithName("GetCertificate")
            .WithSummary("查看证书")
            .WithDescription("返回证书绑定的内容；ETag 为其版本，每次用它登录后加一。");
        certificates
            .MapPost("/{certificate:guid}/unbinding", Unbind)
            .RequireIfMatch()
            .WithName("UnbindCertificate")
            .WithSummary("解除证书绑定")
            .WithDescription(
                "由系统管理员办理，即时生效：不能再用它登录，已用它登录的至多一分钟内须重新登录。解除后可以另行绑定。"
            );
    }

    /// <summary>绑定证书</summary>
    /// <param name="Certificate">证书，PEM 或 DER 的 base64；有多张时取第一张</param>
    internal sealed record BindBody(string Certificate);

    private static async Task<Created> Bind(
        Guid account,
        BindBody body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(new BindCertificate(new(account), body.Certificate), cancellationToken),
            id => $"/api/v1/security/accounts/{account}/certificates/{id}"
        );

    private static async Task<Found<Page<ListCertificates.CertificateLine>>> List(
        Guid account,
        [Description("上一页返回的 next")] string? after,
        [Description("每页条数，1 至 200")] int? limit,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new ListCertificates(new(account), after, limit), cancellationToken));

    private static async Task<Found<GetCertificate.Answer>> Get(
        Guid account,
        Guid certificate,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(new GetCertificate(new(account), new(certificate)), cancellationToken),
            answer => answer.Version
        );

    private static async Task<Changed> Unbind(
        Guid account,
        Guid certificate,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new UnbindCertificate(new(account), new(certificate), request.ExpectedVersion),
                cancellationToken
            )
        );
}
