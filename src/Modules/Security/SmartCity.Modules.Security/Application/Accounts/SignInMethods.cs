namespace SmartCity.Modules.Security.Application.Accounts;

/// <summary>How somebody has proved to be an account's holder, as tokens name it (RFC 8176).</summary>
internal static class SignInMethods
{
    /// <summary>The claim of sessions and tokens that holds the methods.</summary>
    public const string Claim = "amr";

    public const string Password = "pwd";
    public const string OneTimeCode = "otp";

    /// <summary>Two factors of different kinds, whichever they were.</summary>
    public const string SeveralFactors = "mfa";

    /// <summary>Proof of possession of a certificate's key.</summary>
    public const string Certificate = "pop";

    /// <summary>The session of somebody whose password was right and who has to prove more: it opens nothing else.</summary>
    public const string HalfSession = "HalfSession";
}
