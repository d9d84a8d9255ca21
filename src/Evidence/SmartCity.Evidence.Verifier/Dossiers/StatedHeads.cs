namespace SmartCity.Evidence.Dossiers;

/// <summary>The heads of the objects as the log states them, read one after the other in the order of the entries.</summary>
internal sealed class StatedHeads : IDisposable
{
    private readonly LineReader? lines;

    /// <param name="list">The list that the log signed; null where there is none to rely on.</param>
    public StatedHeads(Stream? list)
    {
        lines = list is null ? null : new(list);
        Advance();
    }

    /// <summary>Whether there is a statement to hold the entries against.</summary>
    public bool AreStated => lines is not null;

    public ObjectKey? Object { get; private set; }

    public ulong Number { get; private set; }

    public string Hash { get; private set; } = "";

    /// <exception cref="InvalidDataException">The list that the log signed is not what such a list is.</exception>
    public void Advance()
    {
        if (lines?.Next() is not { } line)
        {
            Object = null;
            return;
        }

        var head = DossierJson.Read<HeadLine>(line.Span);
        var key = new ObjectKey(head.Schema, head.ObjectType, head.ObjectId);
        if (
            !Log.Checkpoint.TryReadSize(head.Number, out var number)
            || (Object is { } before && before.CompareTo(key) >= 0)
        )
        {
            throw new InvalidDataException("The list of heads is out of order.");
        }

        (Object, Number, Hash) = (key, number, head.Hash);
    }

    public void Dispose() => lines?.Dispose();
}
