using SmartCity.Modules.Security.Application.Accounts;

namespace SmartCity.Modules.Security.Application.SecondFactors;

/// <summary>Whose password alone is not enough.</summary>
/// <param name="roles">The roles whose holders must have a second factor.</param>
internal sealed class SecondFactorPolicy(IReadOnlyCollection<string> roles)
{
    public bool Requires(ActingAccount account) => account.IsNaturalPerson && roles.Contains(account.Role);
}
