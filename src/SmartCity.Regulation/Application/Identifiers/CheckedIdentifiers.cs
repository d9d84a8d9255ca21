using SmartCity.Regulation.Identifiers;

namespace SmartCity.Regulation.Application.Identifiers;

/// <summary>The findings on a list of identifiers, in its order: nine bytes each, and nothing of the identifiers themselves.</summary>
internal sealed class CheckedIdentifiers
{
    /// <summary>Identifiers in one request.</summary>
    public const int Most = 100_000;

    /// <summary>Stands for a kind that is none.</summary>
    public const byte UnknownKind = byte.MaxValue;

    private const int FirstRoom = 256;

    private byte[] kinds = new byte[FirstRoom];
    private long[] findings = new long[FirstRoom];

    public int Count { get; private set; }

    public bool IsFull => Count == Most;

    public (byte Kind, Finding Findings) this[int index] => (kinds[index], (Finding)findings[index]);

    public void Add(byte kind, Finding found)
    {
        if (Count == kinds.Length)
        {
            var room = Math.Min(Most, Count * 4);
            Array.Resize(ref kinds, room);
            Array.Resize(ref findings, room);
        }

        kinds[Count] = kind;
        findings[Count++] = (long)found;
    }
}
