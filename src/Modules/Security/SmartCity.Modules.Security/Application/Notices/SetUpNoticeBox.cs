using System.Text.RegularExpressions;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Notices;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Security.Application.Notices;

/// <summary>Sets how the actor wants to be told.</summary>
internal sealed record SetUpNoticeBox(string? MailAddress, bool MailsNotices, DigestBy Digest, long ExpectedVersion)
    : ICommand,
        IChangesObject;

internal sealed partial class SetUpNoticeBoxValidator : AbstractValidator<SetUpNoticeBox>
{
    /// <summary>RFC 5321, 4.5.3.1.3: a path has 256 characters, its brackets among them.</summary>
    public const int LongestAddress = 254;

    public SetUpNoticeBoxValidator()
    {
        RuleFor(box => box.MailAddress)
            .Must(address => address is null || (address.Length <= LongestAddress && Address().IsMatch(address)))
            .WithErrorCode("MAIL_ADDRESS_INVALID")
            .InWords(
                "邮件地址应形如 xinxike@example.gov.cn，只用 ASCII 字符，不带显示名。",
                "A mail address looks like office@example.gov.cn, in ASCII, without a display name."
            );
        RuleFor(box => box.MailAddress)
            .NotNull()
            .WithErrorCode("REQUIRED")
            .When(box => box.MailsNotices || box.Digest == DigestBy.Mail);
        RuleFor(box => box.Digest).KnownWord();
    }

    // The dot-atoms of RFC 5321 and host names of two labels or more: what any mail server takes.
    [GeneratedRegex(
        @"\A[a-zA-Z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-zA-Z0-9!#$%&'*+/=?^_`{|}~-]+)*(?<=\A.{1,64})@([a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\.)+[a-zA-Z]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Address();
}

internal sealed class SetUpNoticeBoxHandler(ISecurityDatabase database, Act act)
    : IRequestHandler<SetUpNoticeBox, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(SetUpNoticeBox command, CancellationToken cancellationToken)
    {
        var account = new AccountId(act.Actor.Account);
        var box = await database.NoticeBoxes.FirstOrDefaultAsync(one => one.Id == account, cancellationToken);
        if (box is null)
        {
            box = NoticeBox.Of(account);
            database.NoticeBoxes.Add(box);
        }

        var authorised = act.Authorise(box, SecurityAuthorities.OnNoticeBox, command.ExpectedVersion);
        if (authorised.IsFailure)
        {
            return authorised.Failure;
        }

        box.Choose(command.MailAddress, command.MailsNotices, command.Digest);
        return await database.SaveChangesAsync(act, cancellationToken);
    }
}
