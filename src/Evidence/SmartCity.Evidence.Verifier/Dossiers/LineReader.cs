using System.Buffers;

namespace SmartCity.Evidence.Dossiers;

/// <summary>Lines of bytes, one held at a time; a line longer than any honest one is an error and not memory.</summary>
internal sealed class LineReader(Stream stream) : IDisposable
{
    private const int LongestLine = 16 << 20;
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
    private int start;
    private int end;

    /// <summary>The next line without its newline, valid until the next call; null after the last.</summary>
    /// <exception cref="InvalidDataException">The line is too long, or the last one does not end.</exception>
    public ReadOnlyMemory<byte>? Next()
    {
        var searched = 0;
        while (true)
        {
            var at = buffer.AsSpan(start + searched, end - start - searched).IndexOf((byte)'\n');
            if (at >= 0)
            {
                var line = buffer.AsMemory(start, searched + at);
                start += searched + at + 1;
                return line;
            }

            searched = end - start;
            if (!Fill())
            {
                return searched == 0 ? null : throw new InvalidDataException("The last line does not end.");
            }
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
        stream.Dispose();
    }

    private bool Fill()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
        }

        if (end == buffer.Length)
        {
            if (buffer.Length >= LongestLine)
            {
                throw new InvalidDataException("A line is too long.");
            }

            var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
            buffer.AsSpan(0, end).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = larger;
        }

        var read = stream.Read(buffer, end, buffer.Length - end);
        end += read;
        return read > 0;
    }
}
