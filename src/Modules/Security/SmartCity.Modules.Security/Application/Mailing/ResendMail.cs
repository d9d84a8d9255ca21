using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Domain.Mails;
using SmartCity.Modules.Security.Domain.Notices;

namespace SmartCity.Modules.Security.Application.Mailing;

/// <summary>Sends a failed mail again, to the address that its account has given today.</summary>
internal sealed record ResendMail(MailDeliveryId Mail, long ExpectedVersion) : ICommand, IChangesObject, INoInput;

internal sealed class ResendMailHandler(ISecurityDatabase database, Act act)
    : IRequestHandler<ResendMail, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(ResendMail command, CancellationToken cancellationToken)
    {
        var mail = await database.MailDeliveries.FirstOrDefaultAsync(one => one.Id == command.Mail, cancellationToken);
        var authorised = act.Authorise(mail, SecurityAuthorities.OnMail, command.ExpectedVersion);
        if (authorised.IsFailure)
        {
            return authorised.Failure;
        }

        var outcome = mail!.SendAgain(await AddressAsync(mail, cancellationToken), act.At);
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }

    private async Task<string?> AddressAsync(MailDelivery mail, CancellationToken cancellationToken)
    {
        var isOpen = await database.Accounts.AnyAsync(
            account => account.Id == mail.Account && account.IsActive,
            cancellationToken
        );
        var box = await database
            .NoticeBoxes.AsNoTracking()
            .FirstOrDefaultAsync(one => one.Id == mail.Account, cancellationToken);
        var wants = mail.Notice is null ? box?.Digest == DigestBy.Mail : box?.MailsNotices == true;
        return isOpen && wants ? box!.MailAddress : null;
    }
}
