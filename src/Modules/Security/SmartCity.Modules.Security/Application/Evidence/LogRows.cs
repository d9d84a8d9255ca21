using SmartCity.Modules.Security.Domain.Evidence;

namespace SmartCity.Modules.Security.Application.Evidence;

/// <summary>One leaf of the log, written once.</summary>
internal sealed class LogLeaf
{
    /// <summary>Its place, from 0, without gaps.</summary>
    public required long Index { get; init; }

    public required EntryId Entry { get; init; }

    public required string Schema { get; init; }

    public required string ObjectType { get; init; }

    public required string ObjectId { get; init; }

    /// <summary>The number of the entry within its object's chain.</summary>
    public required long Number { get; init; }

    /// <summary>The leaf in canonical form, as the entry had it when it was sequenced.</summary>
    public required string Leaf { get; init; }
}

/// <summary>The hashes of a tile; the last one of each level grows until it is full.</summary>
internal sealed class LogTile
{
    public required int Level { get; init; }

    public required long Index { get; init; }

    public required byte[] Hashes { get; set; }
}

/// <summary>A head of the log, signed.</summary>
internal sealed class LogCheckpoint
{
    public required long Size { get; init; }

    public required byte[] Root { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The text and the log's own signature, as a note.</summary>
    public required string Note { get; init; }

    /// <summary>The witnesses' signature lines, which are appended to the note; empty while none has answered.</summary>
    public string Cosignatures { get; set; } = "";

    public string SignedNote => Note + Cosignatures;
}

/// <summary>The one row that two sequencers meet at: whoever finds another size than he read begins anew.</summary>
internal sealed class LogState
{
    public const int OnlyOne = 1;

    public int Key { get; init; } = OnlyOne;

    public required long Size { get; set; }
}
