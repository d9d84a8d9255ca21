using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Application.SecondFactors;

namespace SmartCity.Modules.Security.Api;

internal static class SecondFactorEndpoints
{
    private const string Tag = "第二因素 Second factor";

    private static LocalizedText About =>
        new(
            "密码之外的验证码和恢复码：本人设置和更换，遗失时由其他系统管理员取消。",
            "Codes beside the password: everybody sets up his own; another administrator takes a lost one away."
        );

    public static void MapSecondFactors(this IEndpointRouteBuilder routes)
    {
        var own = routes.MapGroup("/second-factor").WithTag(Tag, About);
        own.MapGet("/", GetOwnAsync)
            .WithName("GetSecondFactor")
            .WithSummary("查看本人的第二因素")
            .WithDescription("是否已设置、是否必须设置、剩余恢复码个数；ETag 为版本，从未设置过的为 \"0\"。");
        own.MapPost("/proposals", ProposeAsync)
            .WithName("ProposeSecondFactor")
            .WithSummary("生成密钥和恢复码")
            .WithDescription(
                "为本人生成新的密钥和十个恢复码，只在这一次回答中显示，不作任何改变；15 分钟内连同验证码交回设置，才开始有效。"
            );
        own.MapPut("/", SetUpAsync)
            .RequireIfMatch()
            .WithName("SetUpSecondFactor")
            .WithSummary("设置或更换第二因素")
            .WithDescription(
                "交回生成的建议和新密钥的第一个验证码；更换的还要原密钥的验证码。设置后须用密码和验证码重新登录，原登录不能换发令牌。密钥加密保存，恢复码只保存散列。预检不核对原密钥的验证码。"
            )
            .WithRequestExample(new SetUpBody("CfDJ8…", "492039", CurrentCode: null));
        own.MapPut("/recovery-codes", MakeAnewAsync)
            .RequireIfMatch()
            .WithName("MakeRecoveryCodesAnew")
            .WithSummary("更换恢复码")
            .WithDescription("以建议中的十个恢复码代替原有的全部恢复码，须有当前的验证码。预检不核对验证码。")
            .WithRequestExample(new RecoveryBody("CfDJ8…", "492039"));
        var others = routes.MapGroup("/accounts/{account:guid}/second-factor").WithTag(Tag, About);
        others
            .MapGet("/", ReadAsync)
            .WithName("ReadSecondFactorOfAccount")
            .WithSummary("查看账号的第二因素")
            .WithDescription("是否已设置、是否必须设置；ETag 为版本，取消时用作 If-Match。");
        others
            .MapPost("/removal", TakeAwayAsync)
            .RequireIfMatch()
            .WithName("TakeSecondFactorAway")
            .WithSummary("取消账号的第二因素")
            .WithDescription("设备和恢复码都遗失时，由其他系统管理员写明理由取消；本人收到通知。不能取消自己的。")
            .WithRequestExample(new RemovalBody("手机遗失，本人持工作证当面申请。"));
    }

    /// <summary>设置第二因素</summary>
    /// <param name="Proposal">生成时返回的建议</param>
    /// <param name="Code">新密钥的第一个验证码</param>
    /// <param name="CurrentCode">更换时，原密钥的验证码</param>
    internal sealed record SetUpBody(string? Proposal, string? Code, string? CurrentCode)
    {
        public override string ToString() => nameof(SetUpBody);
    }

    /// <summary>更换恢复码</summary>
    /// <param name="Proposal">生成时返回的建议</param>
    /// <param name="CurrentCode">当前的验证码</param>
    internal sealed record RecoveryBody(string? Proposal, string? CurrentCode)
    {
        public override string ToString() => nameof(RecoveryBody);
    }

    /// <summary>取消第二因素</summary>
    /// <param name="Reason">理由，本人会看到</param>
    internal sealed record RemovalBody(string? Reason);

    private static async Task<Found<SecondFactorState>> GetOwnAsync(
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new GetOwnSecondFactor(), cancellationToken), state => state.Version);

    private static async Task<Found<ProposeSecondFactor.Answer>> ProposeAsync(
        HttpContext context,
        IMediator mediator,
        CancellationToken cancellationToken
    )
    {
        context.Response.Headers.CacheControl = "no-store";
        return new(await mediator.Send(new ProposeSecondFactor(), cancellationToken));
    }

    private static async Task<Changed> SetUpAsync(
        SetUpBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new SetUpSecondFactor(
                    new(body.Proposal),
                    new(body.Code),
                    new(body.CurrentCode),
                    request.ExpectedVersion
                ),
                cancellationToken
            )
        );

    private static async Task<Changed> MakeAnewAsync(
        RecoveryBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new MakeRecoveryCodesAnew(new(body.Proposal), new(body.CurrentCode), request.ExpectedVersion),
                cancellationToken
            )
        );

    private static async Task<Found<SecondFactorState>> ReadAsync(
        Guid account,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new ReadSecondFactor(new(account)), cancellationToken), state => state.Version);

    private static async Task<Changed> TakeAwayAsync(
        Guid account,
        RemovalBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new TakeSecondFactorAway(new(account), body.Reason, request.ExpectedVersion),
                cancellationToken
            )
        );
}
