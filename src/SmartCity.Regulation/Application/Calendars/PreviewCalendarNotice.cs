using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Calendars;
using SmartCity.Regulation.Values;

namespace SmartCity.Regulation.Application.Calendars;

/// <summary>Reads a year's notice from a file and tells what landing it would change, or every reason against it.</summary>
/// <param name="IsCorrection">It is to replace a year that is published already.</param>
internal sealed record PreviewCalendarNotice(int Year, bool IsCorrection, [property: JsonIgnore] Stream Content)
    : IQuery<PreviewCalendarNotice.CalendarPreview>
{
    /// <summary>放假安排预览，不作任何改变</summary>
    /// <param name="Year">年度</param>
    /// <param name="YearInFile">文件所写的年度，没有写则为空</param>
    /// <param name="FileSha256">收到的文件的 SHA-256</param>
    /// <param name="CanLand">没有问题，可以录入</param>
    /// <param name="Faults">不能录入的全部理由</param>
    /// <param name="Warnings">需要人工核对、不妨碍录入的情况</param>
    /// <param name="WorkingDays">录入后全年的工作日数；不能录入时为空</param>
    /// <param name="Changes">录入后性质改变的日子</param>
    /// <param name="Days">文件所列的日子</param>
    internal sealed record CalendarPreview(
        int Year,
        int? YearInFile,
        string FileSha256,
        bool CanLand,
        IReadOnlyList<FieldError> Faults,
        IReadOnlyList<FieldError> Warnings,
        int? WorkingDays,
        IReadOnlyList<ChangedDay> Changes,
        IReadOnlyList<ListedDay> Days
    );

    /// <summary>性质改变的一天</summary>
    /// <param name="Date">日期</param>
    /// <param name="Before">目前按什么计算</param>
    /// <param name="After">录入后按什么计算</param>
    internal sealed record ChangedDay(DateOnly Date, DayKind Before, DayKind After);
}

internal sealed class PreviewCalendarNoticeValidator : AbstractValidator<PreviewCalendarNotice>
{
    public PreviewCalendarNoticeValidator() => RuleFor(query => query.Year).PlausibleYear();
}

internal sealed class PreviewCalendarNoticeHandler(IRegulationDatabase database, RequestContext request)
    : IRequestHandler<PreviewCalendarNotice, Result<PreviewCalendarNotice.CalendarPreview>>
{
    public async Task<Result<PreviewCalendarNotice.CalendarPreview>> Handle(
        PreviewCalendarNotice query,
        CancellationToken cancellationToken
    )
    {
        var read = await CalendarFile.ReadAsync(query.Content, cancellationToken);
        if (read.IsFailure)
        {
            return read.Failure;
        }

        var file = read.Value;
        var before = await database.CalendarAsync(cancellationToken);
        var check = NoticeCheck.Of(query.Year, file.Year, file.Days, before, query.IsCorrection);
        var canLand = check.Faults.Count == 0;
        var after = canLand ? before.WithAnother(new(query.Year, [], check.Days)) : before;
        return new PreviewCalendarNotice.CalendarPreview(
            query.Year,
            file.Year,
            file.Sha256,
            canLand,
            [.. check.Faults.Select(Told)],
            check.Imbalance is { } imbalance ? [Told(imbalance)] : [],
            canLand ? after.WorkingDaysOf(query.Year) : null,
            [.. Changes(query.Year, before, after)],
            file.Days
        );
    }

    private FieldError Told(NoticeFault fault) => new(fault.Place, fault.Code, fault.Text.In(request.Language));

    // The last days of the year before may change with it.
    private static IEnumerable<PreviewCalendarNotice.ChangedDay> Changes(
        int year,
        WorkingCalendar before,
        WorkingCalendar after
    ) =>
        from number in Enumerable.Range(
            new DateOnly(year - 1, 12, 1).DayNumber,
            new DateOnly(year + 1, 1, 1).DayNumber - new DateOnly(year - 1, 12, 1).DayNumber
        )
        let day = DateOnly.FromDayNumber(number)
        where before.KindOf(day) != after.KindOf(day)
        select new PreviewCalendarNotice.ChangedDay(day, before.KindOf(day), after.KindOf(day));
}
