using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace SmartCity.Modules.Security.Infrastructure.Mails;

internal enum SmtpTls
{
    /// <summary>The line is in the clear from beginning to end.</summary>
    None,

    /// <summary>The line begins in the clear and must change to TLS before anything is said on it.</summary>
    StartTls,

    /// <summary>TLS from the first byte.</summary>
    Tls,
}

/// <summary>The mail server that an operator has named under <c>Notices:Smtp</c>; the host checks the settings when it starts.</summary>
/// <param name="PasswordFile">A file that holds the password and nothing else; the password is in no setting.</param>
/// <param name="TimeLimit">How long one mail may take from the first byte to the server's last word.</param>
internal sealed record SmtpSettings(
    string Host,
    int Port,
    string From,
    string? UserName,
    string? PasswordFile,
    SmtpTls Tls,
    TimeSpan TimeLimit
)
{
    private const int SubmissionPort = 587;
    private const int DefaultSeconds = 30;

    /// <summary>The server, or null where none is named: then no mail leaves.</summary>
    public static SmtpSettings? Of(IConfiguration configuration)
    {
        var smtp = configuration.GetSection("Notices:Smtp");
        return smtp["Host"] is { Length: > 0 } host
            ? new(
                host,
                Number(smtp["Port"], SubmissionPort),
                smtp["From"]!,
                smtp["UserName"] is { Length: > 0 } user ? user : null,
                smtp["PasswordFile"] is { Length: > 0 } file ? file : null,
                Enum.Parse<SmtpTls>(
                    smtp["Tls"] is { Length: > 0 } tls ? tls : nameof(SmtpTls.StartTls),
                    ignoreCase: true
                ),
                TimeSpan.FromSeconds(Number(smtp["TimeoutSeconds"], DefaultSeconds))
            )
            : null;
    }

    private static int Number(string? text, int fallback) =>
        string.IsNullOrEmpty(text) ? fallback : int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
