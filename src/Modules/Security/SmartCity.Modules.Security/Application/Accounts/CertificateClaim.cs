namespace SmartCity.Modules.Security.Application.Accounts;

/// <summary>
/// The claim by which a session and its tokens remember the bound certificate that opened them: when it is unbound, they
/// fall with it.
/// </summary>
internal static class CertificateClaim
{
    public const string Type = "account_certificate";
}
