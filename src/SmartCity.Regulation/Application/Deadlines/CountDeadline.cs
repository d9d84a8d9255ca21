using FluentValidation;
using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Calendars;
using SmartCity.Regulation.Clocks;
using SmartCity.Regulation.Values;

namespace SmartCity.Regulation.Application.Deadlines;

/// <summary>The last day of a period, with every day on the way to it, so that anybody can count it again.</summary>
internal sealed record CountDeadline(DateOnly Start, int? WorkingDays = null, int? Months = null)
    : IQuery<CountDeadline.CountedDeadline>
{
    /// <summary>期限及其逐日计算</summary>
    /// <param name="Start">起算日，当日不计入</param>
    /// <param name="Deadline">期限的最后一天</param>
    /// <param name="IsProvisional">涉及的年份尚未公布放假安排，日期可能变动</param>
    /// <param name="Days">起算日的次日起，逐日说明</param>
    internal sealed record CountedDeadline(
        DateOnly Start,
        DateOnly Deadline,
        bool IsProvisional,
        IReadOnlyList<CountedDay> Days
    );
}

internal sealed class CountDeadlineValidator : AbstractValidator<CountDeadline>
{
    private const int MostWorkingDays = 250;
    private const int MostMonths = 12;

    public CountDeadlineValidator()
    {
        RuleFor(query => query.Start).PlausibleDate();
        RuleFor(query => query.WorkingDays).InclusiveBetween(1, MostWorkingDays).WithErrorCode("OUT_OF_RANGE");
        RuleFor(query => query.Months).InclusiveBetween(1, MostMonths).WithErrorCode("OUT_OF_RANGE");
        RuleFor(query => query.WorkingDays)
            .Must((query, days) => (days is null) != (query.Months is null))
            .WithErrorCode("ONE_OF_TWO")
            .InWords("工作日数和月数须填且只填一项。", "Give either the working days or the months, not both.");
    }
}

internal sealed class CountDeadlineHandler(WorkingCalendar calendar)
    : IRequestHandler<CountDeadline, Result<CountDeadline.CountedDeadline>>
{
    public Task<Result<CountDeadline.CountedDeadline>> Handle(CountDeadline query, CancellationToken cancellationToken)
    {
        var deadline = query.WorkingDays is { } days
            ? Deadline.OfWorkingDays(query.Start, days, calendar)
            : Deadline.OfMonths(query.Start, query.Months!.Value, calendar);
        return Task.FromResult<Result<CountDeadline.CountedDeadline>>(
            new CountDeadline.CountedDeadline(
                query.Start,
                deadline.Day,
                deadline.IsProvisional,
                [.. Deadline.Explain(query.Start, deadline.Day, calendar)]
            )
        );
    }
}
