namespace SmartCity.BuildingBlocks.Tables;

/// <summary>
/// The bytes of an XML part on their way to the parser, which keeps a whole tag in memory before anybody can look at it:
/// a tag longer than any real one, and more bytes than were promised, end the reading.
/// </summary>
internal sealed class GuardedXml(Stream source, long most) : Stream
{
    private const int LongestTag = 64 << 10;

    private long total;
    private int tag;
    private byte quote;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = source.Read(buffer, offset, count);
        Watch(buffer.AsSpan(offset, read));
        return read;
    }

    public override int Read(Span<byte> buffer)
    {
        var read = source.Read(buffer);
        Watch(buffer[..read]);
        return read;
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        source.Dispose();
        base.Dispose(disposing);
    }

    private void Watch(ReadOnlySpan<byte> bytes)
    {
        total += bytes.Length;
        if (total > most)
        {
            throw new InvalidDataException("The part is larger than any real one.");
        }

        foreach (var one in bytes)
        {
            if (tag == 0)
            {
                tag = one == (byte)'<' ? 1 : 0;
            }
            else if (quote != 0)
            {
                quote = one == quote ? (byte)0 : quote;
                tag++;
            }
            else if (one == (byte)'>')
            {
                tag = 0;
            }
            else
            {
                quote = one is (byte)'"' or (byte)'\'' ? one : (byte)0;
                tag++;
            }

            if (tag > LongestTag)
            {
                throw new InvalidDataException("A tag is longer than any real one.");
            }
        }
    }
}
