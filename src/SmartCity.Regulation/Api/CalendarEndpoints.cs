using System.ComponentModel;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SmartCity.BuildingBlocks.Exports;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Application.Calendars;

namespace SmartCity.Regulation.Api;

internal static class CalendarEndpoints
{
    private const string AboutFile =
        "以 multipart/form-data 上传一份文件，按内容判断类型：JSON（holiday-cn 的格式：year、papers、days，每项 name、date、isOffDay）或者 CSV（name、date、isOffDay 三列），1 MB 以内。"
        + "缺年、缺法定节假日、假期中断、日期重复、不属于该年（上一年 12 月 25 日以后的除外）、调休上班日不在周末、放假日落在无关的周末，均不接受，并一次列出全部理由。";

    public static void MapCalendar(this IEndpointRouteBuilder routes)
    {
        var calendar = routes
            .MapGroup("/calendar")
            .WithTag(
                "工作日历 Working calendar",
                new(
                    "国务院每年的放假安排：工作日按它计算。",
                    "The State Council's yearly notices of days off, by which working days are counted."
                )
            );
        calendar
            .MapList("/", ListAsync)
            .WithName("ListCalendarYears")
            .WithSummary("查询放假安排")
            .WithDescription("按年度列出已公布的放假安排及其来源，逐页返回。没有列出的年份，期限标为暂定。");
        calendar
            .MapGet("/{year:int}", GetAsync)
            .WithName("GetCalendarYear")
            .WithSummary("查看一年的放假安排")
            .WithDescription("返回该年的放假日和调休上班日、通知的来源，以及全年的工作日数。");
        calendar
            .MapPost("/previews", PreviewAsync)
            .WithName("PreviewCalendarNotice")
            .WithSummary("预览放假安排")
            .WithDescription(AboutFile + "只核对，不改变任何内容；返回录入后性质改变的日子。")
            .Accepts<IFormFile>("multipart/form-data")
            .AcceptFile();
        calendar
            .MapPost("/notices", LandAsync)
            .RequireIdempotencyKey()
            .WithName("LandCalendarNotice")
            .WithSummary("录入放假安排")
            .WithDescription(
                AboutFile
                    + "由市政府信息办录入，自此各项期限按新的安排计算，未了结的期限重新推算（第四十四条、INT-04）。已公布的年份须写明更正理由，整年替换。"
            )
            .Accepts<IFormFile>("multipart/form-data")
            .AcceptFile();
    }

    private static async Task<Found<Page<ListCalendarYears.YearLine>>> ListAsync(
        [Description("上一页返回的 next")] string? after,
        [Description("每页条数，1 至 200")] int? limit,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new ListCalendarYears(after, limit), cancellationToken));

    private static async Task<Found<GetCalendarYear.CalendarYear>> GetAsync(
        [Description("年度，如 2026")] int year,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new GetCalendarYear(year), cancellationToken));

    private static async Task<Found<PreviewCalendarNotice.CalendarPreview>> PreviewAsync(
        [Description("年度，如 2027")] int year,
        [Description("更正已公布的年份")] bool? correction,
        HttpContext http,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await ReadAsync(year, correction ?? false, http, mediator, cancellationToken));

    private static async Task<Created> LandAsync(
        [Description("年度，如 2027")] int year,
        [Description("通知文号，如 国办发明电〔2025〕7号")] string number,
        [Description("公布该通知的网址或者公报")] string source,
        [Description("公布日期")] DateOnly publishedOn,
        [Description("更正理由；只在更正已公布的年份时填写")] string? correctionReason,
        HttpContext http,
        IMediator mediator,
        CancellationToken cancellationToken
    )
    {
        var read = await ReadAsync(year, correctionReason is not null, http, mediator, cancellationToken);
        // Who may not read the file may not land it either: the act itself is refused, with an entry of its own.
        var landed = read is { IsFailure: true, Failure: { Kind: not ErrorKind.Forbidden } unreadable }
            ? unreadable
            : await mediator.Send(
                new LandCalendarNotice(
                    year,
                    read.IsFailure ? null : read.Value.YearInFile,
                    number,
                    source,
                    publishedOn,
                    correctionReason,
                    read.IsFailure ? "" : read.Value.FileSha256,
                    read.IsFailure ? [] : read.Value.Days
                ),
                cancellationToken
            );
        return new(landed, _ => $"/api/v1/regulation/calendar/{year}");
    }

    private static async Task<Result<PreviewCalendarNotice.CalendarPreview>> ReadAsync(
        int year,
        bool isCorrection,
        HttpContext http,
        IMediator mediator,
        CancellationToken cancellationToken
    )
    {
        var part = await FilePart.ReadAsync(http.Request, cancellationToken);
        return part.IsFailure
            ? part.Failure
            : await mediator.Send(new PreviewCalendarNotice(year, isCorrection, part.Value.Content), cancellationToken);
    }
}
