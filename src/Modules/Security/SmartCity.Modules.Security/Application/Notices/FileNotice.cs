using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Application.Units;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Notices;
using SmartCity.Regulation.Articles;
using SmartCity.Regulation.Notices;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Security.Application.Notices;

/// <summary>Files a notice that was raised anywhere into the inbox where it belongs.</summary>
internal sealed record FileNotice(NoticeRaised Raised) : ICommand;

internal sealed class FileNoticeValidator : AbstractValidator<FileNotice>
{
    public const int LongestObjectType = 64;
    public const int LongestObjectIdentity = 100;

    public FileNoticeValidator()
    {
        RuleFor(command => command.Raised.Kind)
            .MaximumLength(NoticeRaised.LongestKind)
            .Matches(@"^[a-z0-9-]+\.[a-z0-9]+(-[a-z0-9]+)*$")
            .WithErrorCode("WRONG_FORM");
        RuleFor(command => command.Raised.TitleChinese).RequiredText(NoticeRaised.LongestTitle);
        RuleFor(command => command.Raised.TitleEnglish).RequiredText(NoticeRaised.LongestTitle);
        RuleFor(command => command.Raised.TextChinese).RequiredText(NoticeRaised.LongestText);
        RuleFor(command => command.Raised.TextEnglish).RequiredText(NoticeRaised.LongestText);
        RuleFor(command => command.Raised.Article)
            .InclusiveBetween(1, RegulationText.Current.Articles.Count)
            .WithErrorCode("OUT_OF_RANGE");
        RuleFor(command => command.Raised.ObjectType).RequiredText(LongestObjectType);
        RuleFor(command => command.Raised.ObjectId).RequiredText(LongestObjectIdentity);
        RuleFor(command => command.Raised.ObjectTitle).Text(InputRules.ShortText);
        RuleFor(command => command.Raised.DueOn).PlausibleDate();
        RuleFor(command => command.Raised.RaisedOn).PlausibleDate();
    }
}

internal sealed class FileNoticeHandler(
    ISecurityDatabase database,
    Act act,
    Inboxes inboxes,
    IObjectAddresses addresses,
    NoticeMail mail,
    Successions successions
) : IRequestHandler<FileNotice, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(FileNotice command, CancellationToken cancellationToken)
    {
        var raised = command.Raised;
        // What is raised for a unit that was merged is its successor's business.
        if (await successions.StandingAsync(new(raised.Unit), cancellationToken) is not { Id: var unit })
        {
            return Error.Unprocessable("UNIT_UNKNOWN", new("没有登记过该单位。", "There is no such unit."));
        }

        AccountId? account = raised.Account is { } id ? new AccountId(id) : null;
        var notice = Notice.Raise(
            new(raised.Notice),
            unit,
            account,
            account is not { } person || await IsLookedIntoAsync(person, unit, cancellationToken),
            ContentOf(raised),
            act.At
        );
        if (act.Authorise(notice, SecurityAuthorities.OnFiledNotice) is { IsFailure: true, Failure: { } denied })
        {
            return denied;
        }

        database.Notices.Add(notice);
        await mail.QueueAsync(notice, act.At, cancellationToken);
        return await database.SaveChangesAsync(act, cancellationToken);
    }

    private async Task<bool> IsLookedIntoAsync(AccountId account, UnitId unit, CancellationToken cancellationToken) =>
        await database.Accounts.AnyAsync(
            one => one.Id == account && one.Unit == unit && one.IsActive,
            cancellationToken
        ) && !await inboxes.HasLeftAsync(account, cancellationToken);

    private NoticeContent ContentOf(NoticeRaised raised) =>
        new(
            raised.Kind,
            new(raised.TitleChinese, raised.TitleEnglish),
            new(raised.TextChinese, raised.TextEnglish),
            raised.Article,
            new(
                raised.ObjectType,
                raised.ObjectId,
                raised.ObjectTitle,
                addresses.Of(raised.ObjectType, raised.ObjectId)
            ),
            raised.Clock is { } clock ? new ClockId(clock) : null,
            act.Context.OnBehalfOf is { } cause ? new AuditEntryId(cause) : null,
            raised.DueOn,
            raised.RaisedOn
        );
}
