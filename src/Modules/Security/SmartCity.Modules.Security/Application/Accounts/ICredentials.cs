using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Accounts;

namespace SmartCity.Modules.Security.Application.Accounts;

/// <summary>How the holders of accounts prove themselves.</summary>
internal interface ICredentials
{
    /// <summary>
    /// Lays down the hash of a password beside a new account (for a partner's system: a client with its secret), to be
    /// saved by the act that registers it.
    /// </summary>
    Task<Result> AddAsync(Account account, Password password, CancellationToken cancellationToken);

    /// <summary>The same for a partner's system that proves itself by keys: it has no secret.</summary>
    /// <param name="keys">Its public keys, as <see cref="ClientKeys"/> gives them.</param>
    Task<Result> AddWithKeysAsync(Account account, string keys, CancellationToken cancellationToken);

    /// <summary>Puts these in the place of the keys or the secret that the partner's system had.</summary>
    /// <param name="keys">Its public keys, as <see cref="ClientKeys"/> gives them.</param>
    Task ReplaceKeysAsync(Account account, string keys, CancellationToken cancellationToken);

    /// <summary>
    /// The open account that this name and password prove, or null: unknown, wrong, closed and locked out look the same. Where
    /// it has a second factor, wrong attempts before are forgotten only when that is proved too.
    /// </summary>
    Task<AccountId?> ProveAsync(string userName, Password password, CancellationToken cancellationToken);

    /// <summary>Whether wrong passwords have locked the account; then no other proof opens it either.</summary>
    Task<bool> IsLockedAsync(AccountId account, CancellationToken cancellationToken);
}
