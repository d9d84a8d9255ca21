using System.ComponentModel;
using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SmartCity.BuildingBlocks.Http;
using SmartCity.Regulation.Application.Identifiers;
using SmartCity.Regulation.Identifiers;

namespace SmartCity.Regulation.Api;

internal static class IdentifierEndpoints
{
    // A hundred thousand of the longest, spelled out.
    private const long LargestBody = 16 << 20;

    /// <summary>要核对的一个号码</summary>
    internal sealed record Identifier(
        [property: Description("号码类别")] IdentifierKind Kind,
        [property: Description("号码；坐标写作“经度,纬度,坐标系”")] string Value
    );

    public static void MapIdentifiers(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/identifier-checks", CheckAsync)
            .WithTag(
                "号码核对 Identifiers",
                new(
                    "按国家标准核对人员、单位和城市部件的号码。",
                    "Identifiers of persons, bodies and city components, checked by the national standards."
                )
            )
            .WithName("CheckIdentifiers")
            .WithSummary("批量核对号码")
            .WithDescription(
                "一次最多 100000 个，按请求的次序逐个返回：有效、须凭证确认（写明凭什么确认）或者无效，并写明全部理由。"
                    + "没有校验码的证件只核对编排。不保存任何号码，返回内容中也不含号码（第十六条、INT-09、INT-10）。"
            )
            .Accepts<IReadOnlyList<Identifier>>("application/json")
            .WithRequestExample(
                new[]
                {
                    new Identifier(IdentifierKind.CreditCode, "91350100M000100Y43"),
                    new Identifier(IdentifierKind.Coordinates, "108.7091,34.3296,CGCS2000"),
                }
            )
            .AcceptBulk(LargestBody);

    private static async Task<IdentifierVerdictsResult> CheckAsync(
        HttpContext http,
        IMediator mediator,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return new(await mediator.Send(new CheckIdentifiers(http.Request.BodyReader), cancellationToken));
        }
        catch (JsonException malformed)
        {
            // As a body that is bound before the handler runs; the pipeline tells where it is wrong.
            throw new BadHttpRequestException("The body is malformed.", malformed);
        }
    }
}
