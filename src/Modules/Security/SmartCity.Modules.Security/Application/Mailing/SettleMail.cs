using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Domain.Mails;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Security.Application.Mailing;

/// <summary>Keeps what became of an attempt to send a mail.</summary>
internal sealed record SettleMail(MailDeliveryId Mail, MailClaimId Claim, MailOutcome Outcome, string? Fault)
    : ICommand;

internal sealed class SettleMailValidator : AbstractValidator<SettleMail>
{
    public const int LongestFault = 500;

    public SettleMailValidator()
    {
        RuleFor(command => command.Outcome).KnownWord();
        RuleFor(command => command.Fault).Text(LongestFault);
    }
}

internal sealed class SettleMailHandler(ISecurityDatabase database, Act act)
    : IRequestHandler<SettleMail, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(SettleMail command, CancellationToken cancellationToken)
    {
        var mail = await database.MailDeliveries.FirstOrDefaultAsync(one => one.Id == command.Mail, cancellationToken);
        var outcome = act.Authorise(mail, SecurityAuthorities.OnMail)
            .Then(() => mail!.Settle(command.Claim, command.Outcome, command.Fault, act.At));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
