using SmartCity.Modules.Security.Application.Accounts;

namespace SmartCity.Modules.Security.Application.SecondFactors;

/// <summary>How somebody signed in, as tokens name it (RFC 8176).</summary>
internal static class SignInMethods
{
    public const string Password = "pwd";
    public const string OneTimeCode = "otp";

    /// <summary>Two factors of different kinds, whichever they were.</summary>
    public const string SeveralFactors = "mfa";

    /// <summary>The session of somebody whose password was right and who has to prove more: it opens nothing else.</summary>
    public const string HalfSession = "HalfSession";
}

/// <summary>What is asked after the right password.</summary>
internal enum SecondStep
{
    None,
    Code,
    SetUp,
}

/// <summary>Who has to prove more than a password, asked when somebody signs in and whenever his token is renewed.</summary>
internal sealed class SignInDemands(ISecondFactors factors, SecondFactorPolicy policy)
{
    public async Task<SecondStep> AfterPasswordAsync(ActingAccount account, CancellationToken cancellationToken) =>
        await factors.IsSetUpAsync(account.Id, cancellationToken) ? SecondStep.Code
        : policy.Requires(account) ? SecondStep.SetUp
        : SecondStep.None;

    /// <summary>Is what he proved by these methods enough for what his account has and needs today?</summary>
    public async Task<bool> AreMetAsync(
        ActingAccount account,
        IEnumerable<string> methods,
        CancellationToken cancellationToken
    ) =>
        methods.Contains(SignInMethods.SeveralFactors)
        || await AfterPasswordAsync(account, cancellationToken) == SecondStep.None;
}
