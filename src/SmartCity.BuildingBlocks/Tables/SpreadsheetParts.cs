using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Xml;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.BuildingBlocks.Tables;

/// <summary>
/// The parts of a spreadsheet, which is a ZIP of XML files. What they may unpack to is bounded before any is opened and
/// again while it is read, since the ZIP's own figures may lie.
/// </summary>
internal sealed class SpreadsheetParts : IDisposable
{
    private const int EndRecord = 22;
    private const int LongestComment = 65_535;
    private const int LargestDirectory = 1 << 20;
    private const long UnpackedFreely = 1 << 20;

    private readonly ZipArchive archive;
    private readonly Dictionary<string, ZipArchiveEntry> entries;
    private readonly TableLimits limits;

    private SpreadsheetParts(ZipArchive archive, Dictionary<string, ZipArchiveEntry> entries, TableLimits limits) =>
        (this.archive, this.entries, this.limits) = (archive, entries, limits);

    /// <exception cref="InvalidDataException">The ZIP is broken.</exception>
    public static Result<SpreadsheetParts> Open(Stream file, TableLimits limits)
    {
        if (!HasBearableDirectory(file, limits))
        {
            return TableFault.Bomb();
        }

        file.Position = 0;
        var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        var entries = new Dictionary<string, ZipArchiveEntry>(StringComparer.OrdinalIgnoreCase);
        long unpacked = 0;
        foreach (var entry in archive.Entries)
        {
            unpacked += entry.Length;
            if (
                unpacked > limits.LargestUnpacked
                || (entry.Length > UnpackedFreely && entry.Length / limits.LargestRatio > entry.CompressedLength)
            )
            {
                return TableFault.Bomb();
            }

            if (!entries.TryAdd(entry.FullName.Replace('\\', '/'), entry))
            {
                return TableFault.Broken();
            }
        }

        if (entries.Keys.Any(name => name.StartsWith("xl/vba", StringComparison.OrdinalIgnoreCase)))
        {
            return TableFault.HasMacros();
        }

        if (entries.Values.Any(entry => entry.IsEncrypted))
        {
            return TableFault.Encrypted();
        }

        if (entries.ContainsKey("xl/workbook.bin"))
        {
            return TableFault.BinarySpreadsheet();
        }

        return entries.ContainsKey("xl/workbook.xml")
            ? new SpreadsheetParts(archive, entries, limits)
            : TableFault.WrongType();
    }

    public bool Has(string name) => entries.ContainsKey(name);

    /// <summary>Reads a part's XML: no document type, no entity, nothing from outside.</summary>
    /// <exception cref="InvalidDataException">There is no such part.</exception>
    public XmlReader Read(string name)
    {
        if (!entries.TryGetValue(name, out var entry))
        {
            throw new InvalidDataException($"No part {name}.");
        }

        // The encoding that the XML declares is not asked: as UTF-8 the guard below sees its signs for what they are.
        var text = new StreamReader(
            new GuardedXml(entry.Open(), limits.LargestUnpacked),
            new UTF8Encoding(false, throwOnInvalidBytes: true),
            detectEncodingFromByteOrderMarks: false
        );
        var reader = XmlReader.Create(
            text,
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
                CloseInput = true,
            }
        );
        return reader;
    }

    public void Dispose() => archive.Dispose();

    // The library reads the whole directory into memory, so its size is looked at first.
    private static bool HasBearableDirectory(Stream file, TableLimits limits)
    {
        var tail = new byte[Math.Min(file.Length, EndRecord + LongestComment)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        var end = tail.AsSpan().LastIndexOf("PK\x05\x06"u8);
        if (end < 0 || end + EndRecord > tail.Length)
        {
            return true;
        }

        var record = tail.AsSpan(end);
        var entries = BinaryPrimitives.ReadUInt16LittleEndian(record[10..]);
        var directory = BinaryPrimitives.ReadUInt32LittleEndian(record[12..]);
        var offset = BinaryPrimitives.ReadUInt32LittleEndian(record[16..]);
        var spans = file.Length - tail.Length + end - offset;
        return entries <= limits.MostParts && directory <= LargestDirectory && spans <= LargestDirectory;
    }
}
