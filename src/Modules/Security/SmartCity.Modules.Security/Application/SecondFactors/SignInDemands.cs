using SmartCity.Modules.Security.Application.Accounts;

namespace SmartCity.Modules.Security.Application.SecondFactors;

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

    /// <summary>
    /// Is what he proved by these methods enough for what his account has and needs today? A certificate is: its key lies on
    /// a token of the city's CA that asks for a secret itself.
    /// </summary>
    public async Task<bool> AreMetAsync(
        ActingAccount account,
        IEnumerable<string> methods,
        CancellationToken cancellationToken
    ) =>
        methods.Any(method => method is SignInMethods.SeveralFactors or SignInMethods.Certificate)
        || await AfterPasswordAsync(account, cancellationToken) == SecondStep.None;
}
