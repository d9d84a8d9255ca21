using System.Text;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.BuildingBlocks.Tables;

/// <summary>
/// Finds how a text is encoded: UTF-8, else GB18030, and either throughout. Nothing is replaced or guessed, since a name
/// that was misread would be stored as such.
/// </summary>
internal static class TextEncoding
{
    private const byte LineFeed = (byte)'\n';

    // UTF-8 holds no Chinese sign in fewer than three bytes; that so many in one line are GB18030 by chance does not happen.
    private const int SignsBeyondChance = 3;

    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030",
        EncoderFallback.ExceptionFallback,
        DecoderFallback.ExceptionFallback
    )!;

    public static async Task<Result<Encoding>> OfAsync(Stream file, CancellationToken cancellationToken)
    {
        file.Position = 0;
        var (utf8, gb18030) = (new Watch(Utf8), new Watch(Gb18030));
        var mixed = new MixtureWatch();
        var buffer = new byte[81920];
        var (isFirst, hasMark) = (true, false);
        for (int read; (read = await file.ReadAsync(buffer, cancellationToken)) > 0; isFirst = false)
        {
            var bytes = buffer.AsMemory(0, read);
            if (isFirst)
            {
                hasMark = bytes.Span.StartsWith(Utf8Mark);
                if (bytes.Span.StartsWith(LittleEndianMark) || bytes.Span.StartsWith(BigEndianMark))
                {
                    return TableFault.NotText(1);
                }
            }

            // Text has no such bytes; pictures, archives and other binary files do.
            if (bytes.Span.ContainsAnyInRange((byte)0, (byte)8))
            {
                return TableFault.WrongType();
            }

            utf8.Take(bytes.Span);
            gb18030.Take(bytes.Span);
            mixed.Take(bytes.Span);
        }

        utf8.Take([]);
        gb18030.Take([]);
        mixed.Take([LineFeed]);
        if (utf8.BrokenLine is not { } line)
        {
            return Utf8;
        }

        if (hasMark)
        {
            return TableFault.NotText(line);
        }

        return (gb18030.BrokenLine ?? (mixed.HasUtf8Line ? line : null)) is { } wrong
            ? TableFault.NotText(wrong)
            : Gb18030;
    }

    private static ReadOnlySpan<byte> Utf8Mark => [0xEF, 0xBB, 0xBF];

    private static ReadOnlySpan<byte> LittleEndianMark => [0xFF, 0xFE];

    private static ReadOnlySpan<byte> BigEndianMark => [0xFE, 0xFF];

    /// <summary>Decodes what passes by, and remembers the line that could not be.</summary>
    private sealed class Watch(Encoding encoding)
    {
        private readonly Decoder decoder = encoding.GetDecoder();
        private readonly char[] characters = new char[encoding.GetMaxCharCount(81920)];
        private int lines = 1;

        public int? BrokenLine { get; private set; }

        /// <param name="bytes">Empty at the end.</param>
        public void Take(ReadOnlySpan<byte> bytes)
        {
            if (BrokenLine is not null)
            {
                return;
            }

            try
            {
                decoder.GetChars(bytes, characters, flush: bytes.IsEmpty);
                lines += bytes.Count(LineFeed);
            }
            catch (DecoderFallbackException broken)
            {
                // Bytes kept from the read before make the index negative: then the fault began on the line counted so far.
                BrokenLine = lines + bytes[..Math.Clamp(broken.Index, 0, bytes.Length)].Count(LineFeed);
            }
        }
    }

    /// <summary>Notices a line that is UTF-8 in a file that as a whole is not: read as GB18030 it would be rubbish.</summary>
    private sealed class MixtureWatch
    {
        private int signs;
        private int expected;
        private bool isUtf8 = true;

        public bool HasUtf8Line { get; private set; }

        public void Take(ReadOnlySpan<byte> bytes)
        {
            foreach (var one in bytes)
            {
                if (one == LineFeed)
                {
                    HasUtf8Line |= isUtf8 && expected == 0 && signs >= SignsBeyondChance;
                    (signs, expected, isUtf8) = (0, 0, true);
                }
                else if (expected > 0)
                {
                    isUtf8 &= one is >= 0x80 and < 0xC0;
                    signs += --expected == 0 ? 1 : 0;
                }
                else if (one >= 0x80)
                {
                    isUtf8 &= one is >= 0xE3 and <= 0xEF;
                    expected = 2;
                }
            }
        }
    }
}
