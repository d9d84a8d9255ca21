using SmartCity.Modules.Security.Domain.Mails;

namespace SmartCity.Modules.Security.Application.Mailing;

/// <summary>A mail as it is handed to the server.</summary>
/// <param name="Id">The same at each attempt, so that a receiver can tell a second copy.</param>
/// <param name="WrittenAt">When it was written.</param>
internal sealed record OutgoingMail(
    MailDeliveryId Id,
    string Address,
    string Subject,
    string Body,
    DateTimeOffset WrittenAt
);

/// <summary>What became of an attempt.</summary>
/// <param name="Fault">What the server said, without addresses and passwords; null where it took the mail.</param>
/// <param name="ServerIsAway">True where the fault is the server's and no mail's: others need not be tried now.</param>
internal sealed record MailAnswer(MailOutcome Outcome, string? Fault, bool ServerIsAway = false);

/// <summary>The one port through which mail leaves.</summary>
internal interface IMailServer
{
    /// <summary>False while no server is configured: then no mail is written at all.</summary>
    bool IsConfigured { get; }

    /// <summary>Hands over one mail within a time limit; a fault of the server or of the line is an answer, no exception.</summary>
    Task<MailAnswer> SendAsync(OutgoingMail mail, CancellationToken cancellationToken);
}
