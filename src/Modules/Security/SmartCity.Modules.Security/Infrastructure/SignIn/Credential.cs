using Microsoft.AspNetCore.Identity;

namespace SmartCity.Modules.Security.Infrastructure.SignIn;

/// <summary>
/// How a person proves to be the holder of an account: password hash and lockout, as Identity keeps them. It has the
/// account's id.
/// </summary>
internal sealed class Credential : IdentityUser<Guid>;
