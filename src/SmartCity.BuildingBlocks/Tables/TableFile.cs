using SmartCity.BuildingBlocks.Results;

namespace SmartCity.BuildingBlocks.Tables;

/// <summary>Table files as offices exchange them. What a file is, its content says, never its name.</summary>
public static class TableFile
{
    private static ReadOnlySpan<byte> Zip => "PK"u8;

    private static ReadOnlySpan<byte> CompoundFile => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>Opens a CSV (UTF-8 with or without byte order mark, GB18030) or an XLSX.</summary>
    /// <param name="file">Can be read from the start more than once; it is closed with the reader.</param>
    /// <returns>A reader, or why the file is refused whole.</returns>
    public static async Task<Result<TableReader>> OpenAsync(
        Stream file,
        TableLimits limits,
        CancellationToken cancellationToken
    )
    {
        if (file.Length == 0)
        {
            return TableFault.Empty();
        }

        if (file.Length > limits.LargestFile)
        {
            return TableFault.TooLarge(limits.LargestFile);
        }

        var head = new byte[8];
        file.Position = 0;
        var read = await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        file.Position = 0;
        var start = head.AsSpan(0, read);
        return start switch
        {
            _ when start.StartsWith(CompoundFile) => await OldOfficeFile.JudgeAsync(file, cancellationToken),
            _ when start.StartsWith(Zip) => XlsxTable.Open(file, limits),
            _ => await CsvTable.OpenAsync(file, limits, cancellationToken),
        };
    }
}
