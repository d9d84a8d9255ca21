using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.BuildingBlocks.Exports;

/// <summary>That an endpoint exports a list; the API description tells it.</summary>
/// <param name="Title">What the file and its sheet are called.</param>
public sealed record ExportsList(LocalizedText Title);

/// <summary>Maps a list together with its export.</summary>
public static class ListRoutes
{
    /// <summary>The query parameter that names the file's format.</summary>
    public const string Format = "format";

    /// <summary>The query parameters of a page, which an export fills in by itself.</summary>
    public const string After = "after";

    /// <inheritdoc cref="After"/>
    public const string Limit = "limit";

    /// <summary>The words for <see cref="Format"/>.</summary>
    public static IReadOnlyList<string> FormatsOfLists { get; } =
    [.. Words.Of(typeof(ExportFormat))!.Where(word => word != "zip")];

    private const string Path = "/export";
    private const string NameOfList = "List";
    private const string NameOfExport = "Export";
    private const string SummaryOfList = "查询";
    private const string SummaryOfExport = "导出";

    private const string AboutExport =
        "筛选和查看权限与该列表相同，不分页，按列表的次序导出全部内容：CSV 为带 BOM 的 UTF-8，以公式符号开头的文字前加单引号；XLSX 中日期和金额为真正的日期和数值。"
        + "每次导出在第一个字节发出前留下审计条目，结束时记下导出的行数；中途断开的，文件不完整。";

    /// <summary>
    /// Maps a list that answers in pages, and below it <c>export</c>, which sends the whole of it as a file. It calls the
    /// same handler page after page, so filter, order and right to read are the list's own.
    /// </summary>
    /// <param name="list">Returns <c>Found&lt;Page&lt;T&gt;&gt;</c> and takes <c>after</c> and <c>limit</c>.</param>
    /// <returns>Both endpoints: what is said of the list holds for its export too, but for name and summary.</returns>
    public static RouteHandlerBuilder MapList(this IEndpointRouteBuilder routes, string pattern, Delegate list)
    {
        // Asked here, so that a line that no table can show is found when the service starts.
        _ = ExportColumns.Of(LineOf(list.Method));
#pragma warning disable RDG002 // which handler it is, only the caller knows: these are bound when the service starts
        var pages = routes.MapGet(pattern, list);
        var export = routes.MapGet(pattern.TrimEnd('/') + Path, list).AddEndpointFilterFactory(Exporting);
#pragma warning restore RDG002
        export.Finally(Describe);
        return new([pages, export]);
    }

    private static EndpointFilterDelegate Exporting(EndpointFilterFactoryContext context, EndpointFilterDelegate next)
    {
        var parameters = context.MethodInfo.GetParameters();
        var after = Array.FindIndex(parameters, parameter => parameter.Name == After);
        var limit = Array.FindIndex(parameters, parameter => parameter.Name == Limit);
        var columns = ExportColumns.Of(LineOf(context.MethodInfo));
        return async invocation =>
        {
            if (
                !Word<ExportFormat>.TryParse(invocation.HttpContext.Request.Query[Format], out var format)
                || format.Value == ExportFormat.Zip
            )
            {
                return new Found<object>(WrongFormat());
            }

            async Task<IFound> ReadPageAsync(string? from)
            {
                invocation.Arguments[after] = from;
                invocation.Arguments[limit] = Cursor.LargestLimit;
                return (IFound)(await next(invocation))!;
            }

            // Whoever may not read the list, or asks for it wrongly, is answered as the list answers.
            var first = await ReadPageAsync(null);
            return first.IsFailure ? first : new ListExport(format.Value, columns, (IPage)first.Value, ReadPageAsync);
        };
    }

    private static Type LineOf(MethodInfo list) =>
        list.ReturnType is { IsGenericType: true } task
        && task.GetGenericArguments() is [{ IsGenericType: true } found]
        && found.GetGenericTypeDefinition() == typeof(Found<>)
        && found.GetGenericArguments() is [{ IsGenericType: true } page]
        && page.GetGenericTypeDefinition() == typeof(Page<>)
            ? page.GetGenericArguments()[0]
            : throw new InvalidOperationException($"{list.Name} does not answer with pages.");

    // What the list is called is said once, on the list.
    private static void Describe(EndpointBuilder export)
    {
        var metadata = export.Metadata;
        var name = metadata.OfType<IEndpointNameMetadata>().Last().EndpointName;
        var summary = metadata.OfType<IEndpointSummaryMetadata>().Last().Summary;
        if (
            !name.StartsWith(NameOfList, StringComparison.Ordinal)
            || !summary.StartsWith(SummaryOfList, StringComparison.Ordinal)
        )
        {
            throw new InvalidOperationException($"A list is named {NameOfList}… and told as {SummaryOfList}…: {name}.");
        }

        var title = new LocalizedText(summary[SummaryOfList.Length..], Wording.Spaced(name[NameOfList.Length..]));
        RemoveAll<IEndpointNameMetadata>(metadata);
        RemoveAll<IRouteNameMetadata>(metadata);
        RemoveAll<IEndpointSummaryMetadata>(metadata);
        RemoveAll<IEndpointDescriptionMetadata>(metadata);
        metadata.Add(new EndpointNameMetadata(NameOfExport + name[NameOfList.Length..]));
        metadata.Add(new EndpointSummaryAttribute(SummaryOfExport + title.Chinese));
        metadata.Add(new EndpointDescriptionAttribute(AboutExport));
        metadata.Add(new ExportsList(title));
        foreach (
            var page in metadata
                .OfType<IProducesResponseTypeMetadata>()
                .Where(one => one.StatusCode == StatusCodes.Status200OK)
                .ToList()
        )
        {
            metadata.Remove(page);
        }

        metadata.Add(
            new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(Stream), ListExport.ContentTypes)
        );
    }

    private static void RemoveAll<T>(IList<object> metadata)
    {
        foreach (var one in metadata.Where(one => one is T).ToList())
        {
            metadata.Remove(one);
        }
    }

    private static Error WrongFormat() =>
        Error.Invalid(
            "EXPORT_FORMAT_UNKNOWN",
            new(
                $"请用 {Format} 写明导出格式：{string.Join("、", FormatsOfLists)}。",
                $"Name the file's format as {Format}: {string.Join(" or ", FormatsOfLists)}."
            )
        );
}
