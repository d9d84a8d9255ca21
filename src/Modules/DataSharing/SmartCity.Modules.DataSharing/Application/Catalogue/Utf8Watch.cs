using System.Text;

namespace SmartCity.Modules.DataSharing.Application.Catalogue;

/// <summary>Passes a stream on as it is read, and remembers where it broke: bytes that are not UTF-8, an end too early.</summary>
internal sealed class Utf8Watch(Stream source) : Stream
{
    private readonly Decoder decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
    private char[] characters = [];
    private int lines = 1;

    /// <summary>From 1; null while everything was UTF-8.</summary>
    public int? BrokenLine { get; private set; }

    /// <summary>The form around the file ended before its closing boundary, so the file may lack its end.</summary>
    public bool IsCutOff { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read;
        try
        {
            read = await source.ReadAsync(buffer, cancellationToken);
        }
        // The reader of forms throws no kind of its own; what derives from it tells of the connection or of the size.
        catch (IOException cutOff) when (cutOff.GetType() == typeof(IOException))
        {
            IsCutOff = true;
            return 0;
        }

        Watch(buffer.Span[..read], atEnd: read == 0);
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("Reading is asynchronous.");

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private void Watch(ReadOnlySpan<byte> bytes, bool atEnd)
    {
        if (BrokenLine is not null)
        {
            return;
        }

        if (characters.Length < Encoding.UTF8.GetMaxCharCount(bytes.Length))
        {
            characters = new char[Encoding.UTF8.GetMaxCharCount(bytes.Length)];
        }

        try
        {
            decoder.GetChars(bytes, characters, flush: atEnd);
            lines += bytes.Count((byte)'\n');
        }
        catch (DecoderFallbackException broken)
        {
            // Bytes kept from the read before make the index negative: then the fault began on the line counted so far.
            BrokenLine = lines + bytes[..Math.Clamp(broken.Index, 0, bytes.Length)].Count((byte)'\n');
        }
    }
}
