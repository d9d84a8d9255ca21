using System.Net.Sockets;
using System.Text;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Logging;
using MimeKit;
using MimeKit.Text;
using SmartCity.Modules.Security.Application.Mailing;
using SmartCity.Modules.Security.Domain.Mails;

namespace SmartCity.Modules.Security.Infrastructure.Mails;

/// <summary>
/// Hands mails to the configured server. One connection serves the mails of one run. It does not log what is said on the
/// line, so neither password nor address can come into a log.
/// </summary>
internal sealed partial class SmtpMailServer(SmtpSettings? settings, ILogger<SmtpMailServer> logger)
    : IMailServer,
        IAsyncDisposable
{
    private const int LongestFault = 500;

    private readonly SmtpClient client = new();

    public bool IsConfigured => settings is not null;

    public async Task<MailAnswer> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        if (settings is null)
        {
            throw new InvalidOperationException("No mail server is configured.");
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(settings.TimeLimit);
        try
        {
            await ConnectAsync(settings, limit.Token);
            await client.SendAsync(MessageOf(mail, settings), limit.Token);
            return new(MailOutcome.Sent, Fault: null);
        }
        catch (SmtpCommandException refused) when (client.IsConnected)
        {
            return AnswerTo(refused);
        }
        catch (Exception fault) when (IsOfServerOrLine(fault) && !cancellationToken.IsCancellationRequested)
        {
            await DropAsync();
            LogAway(logger, fault.GetType().Name);
            var text =
                fault is OperationCanceledException
                    ? "no answer within the time limit"
                    : $"{fault.GetType().Name}: {Shortened(fault.Message)}";
            return new(MailOutcome.Deferred, text, ServerIsAway: true);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (client.IsConnected && settings is not null)
        {
            // All mails are settled by now; a server that does not say good-bye in time is left standing.
            using var limit = new CancellationTokenSource(settings.TimeLimit);
            try
            {
                await client.DisconnectAsync(quit: true, limit.Token);
            }
            catch (Exception fault) when (IsOfServerOrLine(fault))
            {
                LogAway(logger, fault.GetType().Name);
            }
        }

        client.Dispose();
    }

    private async Task ConnectAsync(SmtpSettings server, CancellationToken cancellationToken)
    {
        if (client.IsConnected)
        {
            return;
        }

        client.Timeout = (int)server.TimeLimit.TotalMilliseconds;
        var tls = server.Tls switch
        {
            SmtpTls.Tls => SecureSocketOptions.SslOnConnect,
            SmtpTls.StartTls => SecureSocketOptions.StartTls,
            _ => SecureSocketOptions.None,
        };
        await client.ConnectAsync(server.Host, server.Port, tls, cancellationToken);
        if (server is { UserName: { } user, PasswordFile: { } file })
        {
            var password = (await File.ReadAllTextAsync(file, cancellationToken)).TrimEnd('\r', '\n');
            await client.AuthenticateAsync(Encoding.UTF8, user, password, cancellationToken);
        }
    }

    private async Task DropAsync()
    {
        if (client.IsConnected)
        {
            using var now = new CancellationTokenSource(TimeSpan.Zero);
            try
            {
                await client.DisconnectAsync(quit: false, now.Token);
            }
            catch (Exception fault) when (IsOfServerOrLine(fault))
            {
                // The next mail begins a connection of its own.
            }
        }
    }

    private static MailAnswer AnswerTo(SmtpCommandException refused)
    {
        // 5yz is for ever, 4yz for now (RFC 5321, 4.2.1). 421 closes the line, and what it says holds for every mail.
        const int Lasting = 500;
        var code = (int)refused.StatusCode;
        return new(
            code >= Lasting ? MailOutcome.Refused : MailOutcome.Deferred,
            $"{code} at {refused.ErrorCode}",
            ServerIsAway: refused.StatusCode == SmtpStatusCode.ServiceNotAvailable
        );
    }

    private static bool IsOfServerOrLine(Exception fault) =>
        fault
            is SocketException
                or IOException
                or UnauthorizedAccessException
                or OperationCanceledException
                or TimeoutException
                or ProtocolException
                or CommandException
                or ServiceNotConnectedException
                or ServiceNotAuthenticatedException
                or System.Security.Authentication.AuthenticationException
                or MailKit.Security.AuthenticationException
                or SslHandshakeException
                or NotSupportedException;

    private static string Shortened(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= LongestFault / 2 ? line : line[..(LongestFault / 2)];
    }

    private static MimeMessage MessageOf(OutgoingMail mail, SmtpSettings server)
    {
        var from = MailboxAddress.Parse(server.From);
        var message = new MimeMessage
        {
            Subject = mail.Subject,
            Date = mail.WrittenAt,
            // The same at each attempt: should a mail go out twice around a crash, its reader's system can tell.
            MessageId = $"{mail.Id.Value}@{from.Domain}",
            Body = new TextPart(TextFormat.Plain) { Text = mail.Body },
        };
        message.From.Add(from);
        message.To.Add(new MailboxAddress(name: null, mail.Address));
        // No machine answers a machine (RFC 3834).
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The mail server takes no mail just now: {Fault}")]
    private static partial void LogAway(ILogger logger, string fault);
}
