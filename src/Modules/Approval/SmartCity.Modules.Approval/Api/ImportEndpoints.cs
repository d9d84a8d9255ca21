using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SmartCity.BuildingBlocks.Http;
using SmartCity.Modules.Approval.Application.Importing;

namespace SmartCity.Modules.Approval.Api;

internal static class ImportEndpoints
{
    private const string CsvType = "text/csv";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var imports = routes
            .MapGroup("/declaration-imports")
            .WithTag(DeclarationEndpoints.Tag, DeclarationEndpoints.About);
        imports
            .MapPost("/", Import)
            .WithName("ImportDeclarations")
            .WithSummary("导入申报清单")
            .WithDescription(
                "以 multipart/form-data 上传一份清单（CSV 或 XLSX，20 MB、20000 行以内，按内容判断类型）。"
                    + "合格的行逐行生成牵头单位的草稿，不合格的行写明行、列、理由和条款；同一清单再次导入不改变任何内容。"
                    + "市政府信息办可导入各单位的项目，牵头单位只能导入本单位的（第二条、第六条）。"
            )
            .Accepts<IFormFile>("multipart/form-data")
            .AcceptFile();
        imports
            .MapGet("/template", Template)
            .WithName("DownloadImportTemplate")
            .WithSummary("下载申报清单模板")
            .WithDescription("返回只有表头的 CSV（UTF-8，带 BOM），可用表格软件打开填写。")
            .Produces<Stream>(StatusCodes.Status200OK, CsvType)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
    }

    private static async Task<Found<ImportReport>> Import(
        [Description("只核对，不导入")] bool? dryRun,
        HttpContext http,
        DeclarationImport import,
        CancellationToken cancellationToken
    )
    {
        var part = await FilePart.ReadAsync(http.Request, cancellationToken);
        return part.IsFailure
            ? new(part.Failure)
            : new(await import.RunAsync(part.Value.Name, part.Value.Content, dryRun ?? false, cancellationToken));
    }

    private static IResult Template() =>
        Microsoft.AspNetCore.Http.Results.File(ListTemplate.Csv(), CsvType, "declaration-list.csv");
}
