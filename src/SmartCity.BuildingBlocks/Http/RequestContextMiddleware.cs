using System.Globalization;
using Microsoft.AspNetCore.Http;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.BuildingBlocks.Http;

/// <summary>Names the actor and the language of a request. It stands after authentication.</summary>
public sealed class RequestContextMiddleware(RequestDelegate next)
{
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    // A message shows a date as the interface writes it.
    private static readonly CultureInfo DatesAsWritten = WithIsoDates();

    public Task InvokeAsync(HttpContext context, RequestContext request)
    {
        request.Language = LanguageOf(context.Request);
        // The validators' own messages follow the culture.
        CultureInfo.CurrentUICulture = CultureOf(request.Language);
        CultureInfo.CurrentCulture = DatesAsWritten;
        context.Response.Headers.ContentLanguage = CultureInfo.CurrentUICulture.Name;
        if (ActorClaims.ActorOf(context.User) is { } actor)
        {
            request.Actor = actor;
        }

        return next(context);
    }

    /// <summary>The first language asked for that the service speaks; Chinese where none is.</summary>
    public static Language LanguageOf(HttpRequest request)
    {
        foreach (var asked in request.GetTypedHeaders().AcceptLanguage.OrderByDescending(one => one.Quality ?? 1))
        {
            if (asked.Value.StartsWith("zh", StringComparison.OrdinalIgnoreCase))
            {
                return Language.Chinese;
            }

            if (asked.Value.StartsWith("en", StringComparison.OrdinalIgnoreCase))
            {
                return Language.English;
            }
        }

        return Language.Chinese;
    }

    /// <summary>The culture whose name an answer in that language carries.</summary>
    public static CultureInfo CultureOf(Language language) => language == Language.English ? English : Chinese;

    private static CultureInfo WithIsoDates()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.DateTimeFormat.ShortDatePattern = "yyyy-MM-dd";
        return CultureInfo.ReadOnly(culture);
    }
}
