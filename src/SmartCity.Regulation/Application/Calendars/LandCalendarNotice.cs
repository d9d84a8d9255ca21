using FluentValidation;
using FluentValidation.Results;
using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.BuildingBlocks.Time;
using SmartCity.Regulation.Calendars;
using SmartCity.Regulation.Domain.Calendars;
using SmartCity.Regulation.Values;

namespace SmartCity.Regulation.Application.Calendars;

/// <summary>
/// The office enters a State Council notice of days off: from then on every working day is counted by it (INT-04).
/// </summary>
/// <param name="YearInFile">The year that the file itself names; null where it names none.</param>
/// <param name="Number">The notice's document number.</param>
/// <param name="Source">Where it was published.</param>
/// <param name="CorrectionReason">Why it replaces a year that is published already; null for a new one.</param>
internal sealed record LandCalendarNotice(
    int Year,
    int? YearInFile,
    string Number,
    string Source,
    DateOnly PublishedOn,
    string? CorrectionReason,
    string FileSha256,
    IReadOnlyList<ListedDay> Days
) : ICommand;

internal sealed class LandCalendarNoticeValidator : AbstractValidator<LandCalendarNotice>
{
    public LandCalendarNoticeValidator(CalendarInForce calendar, ILegalClock clock)
    {
        RuleFor(notice => notice.Year).PlausibleYear();
        RuleFor(notice => notice.Number).RequiredText(InputRules.ShortText);
        RuleFor(notice => notice.Source).RequiredText(InputRules.ShortText);
        RuleFor(notice => notice.CorrectionReason).Text(InputRules.LongText);
        RuleFor(notice => notice.PublishedOn)
            .Must((notice, day) => day <= clock.Today && (day.Year == notice.Year || day.Year == notice.Year - 1))
            .WithErrorCode("OUT_OF_RANGE")
            .InWords(
                "通知的公布日期应在当年或者上一年，且不晚于今天。",
                "A notice is published in its year or the year before, and not after today."
            );
        RuleFor(notice => notice.Days)
            .Custom(
                (days, context) =>
                {
                    var notice = context.InstanceToValidate;
                    var isCorrection = notice.CorrectionReason is not null;
                    foreach (
                        var fault in NoticeCheck
                            .Of(notice.Year, notice.YearInFile, days, calendar.Current, isCorrection)
                            .Faults
                    )
                    {
                        context.AddFailure(
                            new ValidationFailure(fault.Place, fault.Text.InWords()) { ErrorCode = fault.Code }
                        );
                    }
                }
            );
    }
}

internal sealed class LandCalendarNoticeHandler(
    IRegulationDatabase database,
    Act act,
    CalendarInForce inForce,
    IIdSource ids
) : IRequestHandler<LandCalendarNotice, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(LandCalendarNotice command, CancellationToken cancellationToken)
    {
        // Another instance may have landed one that this one does not count by yet.
        var before = await database.CalendarAsync(cancellationToken);
        inForce.Take(before);
        var check = NoticeCheck.Of(
            command.Year,
            command.YearInFile,
            command.Days,
            before,
            command.CorrectionReason is not null
        );
        if (check.Faults.Count > 0)
        {
            return Error.Invalid([
                .. check.Faults.Select(fault => new FieldError(
                    fault.Place,
                    fault.Code,
                    fault.Text.In(act.Context.Language)
                )),
            ]);
        }

        var notice = CalendarNotice.Land(
            ids.Next<CalendarNoticeId>(),
            new(
                command.Year,
                command.Number,
                command.Source,
                command.PublishedOn,
                command.CorrectionReason,
                command.FileSha256
            ),
            check.Days,
            before.Landings + 1,
            act.LegalDate
        );
        act.Authorise(notice, RegulationAuthorities.OnCalendarNotice);
        database.CalendarNotices.Add(notice);
        var saved = await database.SaveChangesAsync(act, cancellationToken);
        if (!saved.IsFailure)
        {
            inForce.Take(before.WithAnother(notice.AsCounted()));
        }

        return saved;
    }
}
