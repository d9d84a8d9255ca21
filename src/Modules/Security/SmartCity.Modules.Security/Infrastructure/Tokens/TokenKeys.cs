using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using SmartCity.Modules.Security.Infrastructure.Keys;

namespace SmartCity.Modules.Security.Infrastructure.Tokens;

/// <summary>
/// The generations of token keys in the keys folder, as this instance knows them. The folder is the one truth: who looks makes
/// the next generation when it is due, and of several instances that do so at once one succeeds.
/// </summary>
internal sealed partial class TokenKeys(
    KeyVault vault,
    TokenKeyTimes times,
    TimeProvider time,
    ILogger<TokenKeys> logger
)
{
    public const string LifetimeSetting = "Security:TokenKeyDays";
    public const int DefaultLifetimeDays = 90;

    /// <summary>How often each instance looks into the folder.</summary>
    public static readonly TimeSpan LooksEvery = TimeSpan.FromSeconds(20);

    private readonly Lock looking = new();

    // By their sealed content, so that a generation stays the same object while its file stays the same.
    private Dictionary<string, TokenKey> known = new(StringComparer.Ordinal);
    private volatile TokenKeyRing? ring;

    public TokenKeyRing Ring
    {
        get
        {
            if (ring is null)
            {
                Look();
            }

            return ring!;
        }
    }

    /// <summary>Looks into the folder; makes the next generation when it is due, and removes those that are over.</summary>
    /// <returns>True where other keys sign or are trusted than before.</returns>
    public bool Look()
    {
        lock (looking)
        {
            var found = Settled(time.GetUtcNow());
            if (ring is { } before && before.IsSameAs(found))
            {
                return false;
            }

            ring = found;
            LogChanged(logger, found.Current.Number, string.Join(", ", found.Keys.Select(key => key.Number)));
            return true;
        }
    }

    /// <summary>Makes a generation that signs at once, and removes all others: no token of theirs is good any more.</summary>
    /// <returns>The new generation's number.</returns>
    public int Replace()
    {
        lock (looking)
        {
            TokenKey made;
            do
            {
                made = TokenKey.Make(ReadAll().Select(key => key.Number).DefaultIfEmpty(0).Max() + 1, time.GetUtcNow());
            } while (!TryAdd(made));

            Remove(ReadAll().Where(key => key.Number != made.Number));
            return made.Number;
        }
    }

    private TokenKeyRing Settled(DateTimeOffset now)
    {
        while (true)
        {
            var found = TokenKeyRing.At(now, ReadAll());
            var over = found?.Over(now, times) ?? [];
            Remove(over);
            if (found is null)
            {
                TryAdd(TokenKey.Make(NextNumber(), now));
            }
            else if (found.NextFrom(now, times) is { } usedFrom)
            {
                TryAdd(TokenKey.Make(NextNumber(), usedFrom));
            }
            else if (over.Count == 0)
            {
                return found;
            }
        }
    }

    private int NextNumber() => known.Values.Select(key => key.Number).DefaultIfEmpty(0).Max() + 1;

    private bool TryAdd(TokenKey key) =>
        vault.TryCreate(
            KeyVault.TokenKeys,
            Path.Combine(vault.FolderFor(KeyVault.TokenKeys), key.FileName),
            key.Write()
        );

    private void Remove(IEnumerable<TokenKey> keys)
    {
        foreach (var key in keys)
        {
            File.Delete(Path.Combine(vault.FolderFor(KeyVault.TokenKeys), key.FileName));
        }
    }

    private Dictionary<string, TokenKey>.ValueCollection ReadAll()
    {
        vault.Open();
        var found = new Dictionary<string, TokenKey>(StringComparer.Ordinal);
        foreach (var path in vault.FilesFor(KeyVault.TokenKeys))
        {
            if (KeyFile.TryRead(path) is not { } written)
            {
                continue;
            }

            var mark = $"{Path.GetFileName(path)} {Convert.ToHexString(SHA256.HashData(written))}";
            if (known.TryGetValue(mark, out var key))
            {
                found[mark] = key;
            }
            else if (vault.TryRead(KeyVault.TokenKeys, path) is { } content)
            {
                found[mark] = TokenKey.Read(content);
            }
        }

        known = found;
        return found.Values;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Token keys: {Current} signs, trusted are {Trusted}")]
    private static partial void LogChanged(ILogger logger, int current, string trusted);
}
