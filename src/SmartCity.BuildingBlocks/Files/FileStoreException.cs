using SmartCity.BuildingBlocks.Results;

namespace SmartCity.BuildingBlocks.Files;

/// <summary>The file store itself failed: nothing was stored, and what is stored can be asked for again later.</summary>
public sealed class FileStoreException : Exception
{
    // ENOSPC and EDQUOT, and ERROR_DISK_FULL of Windows.
    private static readonly int[] Full = [28, 122, unchecked((int)0x80070070)];

    private FileStoreException(LocalizedText text, Exception cause)
        : base(text.English, cause) => Text = text;

    /// <summary>What it is; it names no path.</summary>
    public LocalizedText Text { get; }

    internal static FileStoreException Of(Exception cause) =>
        new(
            Full.Contains(cause.HResult)
                ? new(
                    "附件存储的磁盘已满，附件没有存入。",
                    "The disk of the file store is full; the file was not stored."
                )
                : new(
                    "附件存储暂不能读写，附件没有存入或取出。",
                    "The file store cannot be read or written just now; no file was stored or read."
                ),
            cause
        );
}
