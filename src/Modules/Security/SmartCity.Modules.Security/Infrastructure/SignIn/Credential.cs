using Microsoft.AspNetCore.Identity;

namespace SmartCity.Modules.Security.Infrastructure.SignIn;

/// <summary>
/// How a person proves to be the holder of an account: password hash, lockout and second factor, as Identity keeps them. It
/// has the account's id.
/// </summary>
internal sealed class Credential : IdentityUser<Guid>
{
    /// <summary>The time step of the last code that was taken: none of it or of an earlier one is taken again.</summary>
    public long? LastTimeStep { get; set; }
}
