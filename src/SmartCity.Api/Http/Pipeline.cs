using Asp.Versioning;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.HttpOverrides;
using SmartCity.Api.Composition;
using SmartCity.Api.Database;
using SmartCity.Api.Observability;
using SmartCity.BuildingBlocks.Http;

namespace SmartCity.Api.Http;

/// <summary>What every request passes, in this order.</summary>
internal static class Pipeline
{
    public static void AddPipeline(this IServiceCollection services, ServiceSettings settings)
    {
        services.AddExceptionHandler<FaultHandler>();
        services.AddSingleton<IProblemDetailsWriter, LibraryProblemWriter>();
        services.AddProblemDetails();
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.ForwardLimit = null;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var proxy in settings.TrustedProxies)
            {
                options.KnownIPNetworks.Add(proxy);
            }
        });
        services.AddRateLimiter(_ => { });
        services.AddAuthentication();
        services
            .AddAuthorizationBuilder()
            .SetDefaultPolicy(
                new AuthorizationPolicyBuilder()
                    .RequireAuthenticatedUser()
                    .RequireAssertion(context => ActorClaims.ActorOf(context.User) is not null)
                    .Build()
            );
        services.AddApiVersioning(options =>
        {
            options.DefaultApiVersion = new ApiVersion(1, 0);
            options.ApiVersionReader = new UrlSegmentApiVersionReader();
            options.UnsupportedApiVersionStatusCode = StatusCodes.Status404NotFound;
        });
    }

    public static void UsePipeline(this WebApplication service, ServiceSettings settings)
    {
        service.UseRequestLog();
        service.UseExceptionHandler();
        service.Use(next => context => SecurityHeaders.SetAsync(context, next));
        service.UseStatusCodePages(StatusProblems.WriteAsync);
        if (settings.TrustedProxies.Count > 0)
        {
            service.UseForwardedHeaders();
        }

        service.Use(next => context => ClearTextGuard.CheckAsync(context, next));
        service.Use(next => context => InputHygiene.CheckAsync(context, next));
        service.Use(next => context => JsonCharset.CheckAsync(context, next));
        var watch = service.Services.GetRequiredService<DatabaseWatch>();
        service.Use(next => context => DatabaseGuard.CheckAsync(context, next, watch));
        service.UseWhen(
            RateLimits.IsSignIn,
            signIn => signIn.UseRateLimiter(RateLimits.ForSignIn(settings.RateLimits))
        );
        service.UseRouting();
        service.UseAuthentication();
        service.UseMiddleware<RequestContextMiddleware>();
        service.UseRateLimiter(RateLimits.ForEverything(settings.RateLimits));
        service.UseAuthorization();
        service.MapAll();
        // Said here and not left to the start, so that the description can be written without starting.
        service.UseEndpoints(_ => { });
    }
}
