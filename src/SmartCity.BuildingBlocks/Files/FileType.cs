using System.IO.Compression;
using System.Text;

namespace SmartCity.BuildingBlocks.Files;

/// <summary>Judges a file by its content. Only what offices exchange is known; everything else is not accepted.</summary>
public static class FileType
{
    private const string Pdf = "application/pdf";
    private const string Ofd = "application/ofd";
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Png = "image/png";
    private const string Jpeg = "image/jpeg";
    private const string Text = "text/plain";

    /// <summary>Every media type that a stored file may have.</summary>
    public static IReadOnlyList<string> Accepted { get; } = [Pdf, Ofd, Docx, Xlsx, Png, Jpeg, Text];

    /// <summary>The media type, or null where the content is none of the accepted types.</summary>
    internal static string? Of(FileStream file)
    {
        var head = new byte[8];
        file.Position = 0;
        var read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        file.Position = 0;
        ReadOnlySpan<byte> start = head.AsSpan(0, read);
        return start switch
        {
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => Pdf,
            [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => Png,
            [0xFF, 0xD8, 0xFF, ..] => Jpeg,
            [(byte)'P', (byte)'K', 3, 4, ..] => OfArchive(file),
            _ => IsText(file) ? Text : null,
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
                        return Ofd;
                    case "word/document.xml":
                        return Docx;
                    case "xl/workbook.xml":
                        return Xlsx;
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
