using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Exports;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Application.Accounts;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Accounts;

namespace SmartCity.Modules.Security.Api;

internal static class AccountEndpoints
{
    private const string Tag = "账号 Accounts";

    private static LocalizedText About =>
        new(
            "登记、查询和注销岗位账号和业务系统账号。",
            "Accounts of offices and of partners' systems: registering, looking up and closing."
        );

    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        var accounts = routes.MapGroup("/accounts").WithTag(Tag, About);
        accounts
            .MapPost("/", RegisterAsync)
            .RequireIdempotencyKey()
            .WithName("RegisterAccount")
            .WithSummary("登记账号")
            .WithDescription(
                "由系统管理员为单位登记账号，名称为岗位名称，不用个人姓名。初始密码只保存散列值，不写入日志，也不计入请求摘要。非自然人账号是业务系统：登录名即 client_id，初始密码即 client_secret；填写公钥（publicKeys）则没有 client_secret，换取令牌时以私钥签名的断言证明身份（private_key_jwt）。"
            )
            .WithRequestExample(
                new Registration(
                    new(Guid.Parse("0196f3a0-0000-7000-8000-000000000001")),
                    "health.officer",
                    "市卫生健康委员会项目经办",
                    AccountOffice.Staff,
                    IsNaturalPerson: true,
                    Specialties: [],
                    "初始密码由管理员当面交给经办人"
                )
            );
        accounts
            .MapList("/", ListAsync)
            .WithName("ListAccounts")
            .WithSummary("查询账号名录")
            .WithDescription(
                "按单位、岗位、是否有效和是否待确认筛选，按登录名排序，逐页返回。信息化主管部门据此选派评审专家。"
            );
        accounts
            .MapGet("/{account:guid}", ReadAsync)
            .WithName("ReadAccount")
            .WithSummary("查看账号")
            .WithDescription("返回账号的登记内容；ETag 为其版本，注销时用作 If-Match。");
        accounts
            .MapPost("/{account:guid}/confirmation", ConfirmAsync)
            .RequireIfMatch()
            .WithName("ConfirmAccount")
            .WithSummary("确认账号")
            .WithDescription(
                "权限大的账号（默认为系统管理员、财政、审计和纪检监察机关的账号）登记后待确认，不能登录；由登记人以外的系统管理员核对后确认，即可登录。"
            );
        accounts
            .MapPost("/{account:guid}/closure", CloseAsync)
            .RequireIfMatch()
            .WithName("CloseAccount")
            .WithSummary("注销账号")
            .WithDescription(
                "注销后不能再登录或换发令牌，已签发的令牌一分钟内失效。账号不能恢复，也不能注销自己的账号。待确认的账号也可以注销。"
            );
        accounts
            .MapPost("/{account:guid}/departure", RecordDepartureAsync)
            .RequireIfMatch()
            .WithName("RecordDeparture")
            .WithSummary("登记人员离任")
            .WithDescription(
                "自离任末日起登记，须写明依据。登记后其任职于该日结束，账号注销，其委托和受托的代办一并结束；各模块中由其承担的职责随即空缺，并通知所属单位另行确定人员。不能登记自己离任。"
            )
            .WithRequestExample(new Departure(new(2026, 11, 23), "咸人社任免〔2026〕12号"));
        accounts
            .MapPost("/{account:guid}/client-keys", ReplaceKeysAsync)
            .RequireIfMatch()
            .WithName("ReplaceClientKeys")
            .WithSummary("更换业务系统的公钥")
            .WithDescription(
                "更换后，该业务系统原来的公钥或 client_secret 立即失效，已签发的令牌至多半小时内失效。断言为 JWT：typ 为 client-authentication+jwt，iss 和 sub 为 client_id，aud 为本服务的 issuer，有 jti 且只用一次，exp 不超过五分钟。"
            )
            .WithRequestExample(
                new ClientKeysReplacement(
                    """{"keys":[{"kty":"EC","crv":"P-256","kid":"2026-11","x":"axfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpY","y":"T-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU"}]}"""
                )
            );
        accounts
            .MapPost("/{account:guid}/bound-tokens", ConfineToBoundTokensAsync)
            .RequireIfMatch()
            .WithName("ConfineToBoundTokens")
            .WithSummary("限定业务系统只用绑定证书的令牌")
            .WithDescription(
                "boundTokensOnly 为 true 时，只向该业务系统签发与其 TLS 证书绑定的令牌（RFC 8705），此前签发的其他令牌至多一分钟内失效；须先为该账号绑定证书。为 false 时取消限定。"
            )
            .WithRequestExample(new BoundTokens(BoundTokensOnly: true));
        routes
            .MapGet("/me", WhoAmIAsync)
            .WithTag(Tag, About)
            .WithName("WhoAmI")
            .WithSummary("查看当前账号")
            .WithDescription("返回当前令牌所代表的账号、单位、角色和行政区划。");
    }

    /// <summary>登记账号</summary>
    /// <param name="Unit">所属单位；评审专家为其工作单位</param>
    /// <param name="UserName">登录名；业务系统为 client_id</param>
    /// <param name="Name">岗位名称</param>
    /// <param name="Office">staff 经办、expert 评审专家、administrator 系统管理员</param>
    /// <param name="IsNaturalPerson">业务系统为 false</param>
    /// <param name="Specialties">评审专家的专业；其他账号为空</param>
    /// <param name="InitialPassword">初始密码，12 至 128 位；填写公钥时不填</param>
    /// <param name="PublicKeys">业务系统的公钥集（JWKS 文本，EC P-256 或 2048 位以上 RSA），代替初始密码</param>
    internal sealed record Registration(
        UnitId Unit,
        string UserName,
        string Name,
        AccountOffice? Office,
        bool IsNaturalPerson,
        IReadOnlyList<string>? Specialties,
        string? InitialPassword = null,
        string? PublicKeys = null
    )
    {
        // The password does not belong into anybody's log of a bound request.
        public override string ToString() => $"{nameof(Registration)} {UserName}";
    }

    private static async Task<Created> RegisterAsync(
        Registration registration,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new RegisterAccount(
                    registration.Unit,
                    registration.UserName,
                    registration.Name,
                    registration.Office,
                    registration.IsNaturalPerson,
                    registration.Specialties ?? [],
                    new(registration.InitialPassword),
                    registration.PublicKeys
                ),
                cancellationToken
            ),
            id => $"/api/v1/security/accounts/{id}"
        );

    private static async Task<Found<Page<ListAccounts.Item>>> ListAsync(
        Guid? unit,
        AccountOffice? office,
        bool? isActive,
        bool? awaitsConfirmation,
        string? after,
        int? limit,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ListAccounts(
                    unit is { } id ? new UnitId(id) : null,
                    office,
                    isActive,
                    awaitsConfirmation,
                    after,
                    limit ?? Cursor.DefaultLimit
                ),
                cancellationToken
            )
        );

    private static async Task<Found<ReadAccount.Answer>> ReadAsync(
        Guid account,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new ReadAccount(new(account)), cancellationToken), answer => answer.Version);

    private static async Task<Changed> ConfirmAsync(
        Guid account,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new ConfirmAccount(new(account), request.ExpectedVersion), cancellationToken));

    private static async Task<Changed> CloseAsync(
        Guid account,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new CloseAccount(new(account), request.ExpectedVersion), cancellationToken));

    /// <summary>登记人员离任</summary>
    /// <param name="LastDay">离任末日，不晚于今日</param>
    /// <param name="Basis">依据：决定的名称和文号</param>
    internal sealed record Departure(DateOnly LastDay, string Basis);

    private static async Task<Changed> RecordDepartureAsync(
        Guid account,
        Departure departure,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new RecordDeparture(new(account), departure.LastDay, departure.Basis, request.ExpectedVersion),
                cancellationToken
            )
        );

    /// <summary>更换业务系统的公钥</summary>
    /// <param name="PublicKeys">新的公钥集（JWKS 文本，EC P-256 或 2048 位以上 RSA）</param>
    internal sealed record ClientKeysReplacement(string PublicKeys);

    private static async Task<Changed> ReplaceKeysAsync(
        Guid account,
        ClientKeysReplacement replacement,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ReplaceClientKeys(new(account), replacement.PublicKeys, request.ExpectedVersion),
                cancellationToken
            )
        );

    /// <summary>限定业务系统只用绑定证书的令牌</summary>
    /// <param name="BoundTokensOnly">true 只签发绑定证书的令牌，false 取消限定</param>
    internal sealed record BoundTokens(bool BoundTokensOnly);

    private static async Task<Changed> ConfineToBoundTokensAsync(
        Guid account,
        BoundTokens tokens,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ConfineToBoundTokens(new(account), tokens.BoundTokensOnly, request.ExpectedVersion),
                cancellationToken
            )
        );

    private static async Task<Found<WhoAmI.Answer>> WhoAmIAsync(
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new WhoAmI(), cancellationToken));
}
