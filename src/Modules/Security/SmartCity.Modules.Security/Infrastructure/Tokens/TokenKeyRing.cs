namespace SmartCity.Modules.Security.Infrastructure.Tokens;

/// <summary>When keys change.</summary>
/// <param name="Lifetime">How long a key signs.</param>
/// <param name="KnownAhead">How long the next key is published before it signs.</param>
/// <param name="TrustedAfter">How long a key is trusted after the next one signs: as long as its last token lives.</param>
internal sealed record TokenKeyTimes(TimeSpan Lifetime, TimeSpan KnownAhead, TimeSpan TrustedAfter);

/// <summary>The generations that are trusted at one instant, and the one that signs.</summary>
internal sealed class TokenKeyRing
{
    private TokenKeyRing(TokenKey current, IReadOnlyList<TokenKey> keys)
    {
        Current = current;
        Keys = keys;
    }

    public TokenKey Current { get; }

    /// <summary>All that are trusted: the one that signs first, then from the newest to the oldest.</summary>
    public IReadOnlyList<TokenKey> Keys { get; }

    /// <summary>The ring at an instant, or null where no generation signs yet.</summary>
    /// <param name="keys">All generations, of different numbers.</param>
    public static TokenKeyRing? At(DateTimeOffset now, IEnumerable<TokenKey> keys)
    {
        var newestFirst = keys.OrderByDescending(key => key.Number).ToList();
        return newestFirst.Find(key => key.UsedFrom <= now) is { } current
            ? new(current, [current, .. newestFirst.Where(key => key != current)])
            : null;
    }

    /// <summary>When the generation after the newest one is to sign, or null while it is not yet to be made.</summary>
    public DateTimeOffset? NextFrom(DateTimeOffset now, TokenKeyTimes times)
    {
        var ends = Current.UsedFrom + times.Lifetime;
        var knownFrom = now + times.KnownAhead;
        if (Keys.Any(key => key.Number > Current.Number) || now < ends - times.KnownAhead)
        {
            return null;
        }

        // Where nobody looked in time, the old one signs until everybody can know the next.
        return ends > knownFrom ? ends : knownFrom;
    }

    /// <summary>The generations whose last token has expired.</summary>
    public IReadOnlyList<TokenKey> Over(DateTimeOffset now, TokenKeyTimes times) =>
        [
            .. Keys.Where(key =>
                Keys.Where(other => other.Number > key.Number && other.UsedFrom <= now)
                    .Any(next => next.UsedFrom + times.TrustedAfter <= now)
            ),
        ];

    public bool IsSameAs(TokenKeyRing other) => Keys.SequenceEqual(other.Keys);
}
