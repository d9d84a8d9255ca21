namespace SmartCity.Modules.Security.Api.SignIn;

/// <summary>How somebody has proved to be an account's holder: the values of <c>amr</c> (RFC 8176).</summary>
internal static class SignInMethods
{
    public const string Claim = "amr";

    public const string Password = "pwd";

    /// <summary>Proof of possession of a certificate's key.</summary>
    public const string Certificate = "pop";
}
