using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;

namespace SmartCity.Modules.Security.Infrastructure.Keys;

/// <summary>
/// Data Protection's own key manager, which would hear of what another process did with the keys within a day only: here, when
/// the folder is looked into.
/// </summary>
internal sealed class CookieKeyManager(IServiceProvider services, KeyVault vault) : IKeyManager, IDisposable
{
    // Of the framework, and used through its interface only; made late, so that nothing is read before it is needed.
    private readonly Lazy<XmlKeyManager> inner = new(() => ActivatorUtilities.CreateInstance<XmlKeyManager>(services));
    private CancellationTokenSource changed = new();
    private string? seen;

    /// <summary>Lets keys be read anew where the folder holds others than the last time.</summary>
    public void Look()
    {
        var found = string.Join('\n', vault.FilesFor(KeyVault.CookieKeys));
        if (Interlocked.Exchange(ref seen, found) is { } before && before != found)
        {
            using var told = Interlocked.Exchange(ref changed, new());
            told.Cancel();
        }
    }

    public IKey CreateNewKey(DateTimeOffset activationDate, DateTimeOffset expirationDate) =>
        inner.Value.CreateNewKey(activationDate, expirationDate);

    public IReadOnlyCollection<IKey> GetAllKeys() => inner.Value.GetAllKeys();

    public CancellationToken GetCacheExpirationToken()
    {
        var either = CancellationTokenSource.CreateLinkedTokenSource(
            inner.Value.GetCacheExpirationToken(),
            Volatile.Read(ref changed).Token
        );
        return either.Token;
    }

    public void RevokeKey(Guid keyId, string? reason = null) => inner.Value.RevokeKey(keyId, reason);

    public void RevokeAllKeys(DateTimeOffset revocationDate, string? reason = null) =>
        inner.Value.RevokeAllKeys(revocationDate, reason);

    public void Dispose() => changed.Dispose();
}
