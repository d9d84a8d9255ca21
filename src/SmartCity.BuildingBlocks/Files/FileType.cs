using System.IO.Compression;
using System.Text;

namespace SmartCity.BuildingBlocks.Files;

/// <summary>Judges a file by its content. Only what offices exchange is known; everything else is not accepted.</summary>
internal static class FileType
{
    /// <summary>The media type, or null where the content is none of the accepted types.</summary>
    public static string? Of(FileStream file)
    {
        var head = new byte[8];
        file.Position = 0;
        var read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        file.Position = 0;
        ReadOnlySpan<byte> start = head.AsSpan(0, read);
        return start switch
        {
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => "application/pdf",
            [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "image/png",
            [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
            [(byte)'P', (byte)'K', 3, 4, ..] => OfArchive(file),
            _ => IsText(file) ? "text/plain" : null,
        };
    }

    // Office documents are archives; the entry that makes them what they are tells which.
    private static string? OfArchive(FileStream file)
    {
        try
        {
            using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            foreach (var entry in archive.Entries)
            {
                switch (entry.FullName)
                {
                    case "OFD.xml":
                        return "application/ofd";
                    case "word/document.xml":
                        return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
                    case "xl/workbook.xml":
                        return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
                    default:
                        continue;
                }
            }

            return null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static bool IsText(FileStream file)
    {
        var decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        var bytes = new byte[8192];
        var characters = new char[Encoding.UTF8.GetMaxCharCount(bytes.Length)];
        try
        {
            for (int read; (read = file.Read(bytes)) > 0; )
            {
                var count = decoder.GetChars(bytes.AsSpan(0, read), characters, flush: false);
                if (characters.AsSpan(0, count).ContainsAnyInRange('\0', '\b'))
                {
                    return false;
                }
            }

            decoder.GetChars([], characters, flush: true);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
