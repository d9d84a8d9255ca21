using System.Security.Cryptography;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Files;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.BuildingBlocks.Tables;

/// <summary>A table file that arrived: it lies beside the stored files until it was read, then it is gone.</summary>
/// <param name="Sha256">Of its content, lower-case hex.</param>
public sealed record ReceivedTable(TableReader Reader, string Sha256) : IDisposable
{
    public void Dispose() => Reader.Dispose();
}

/// <summary>Takes in table files, in constant memory.</summary>
public sealed class TableIntake(FileStoreOptions options, IIdSource ids)
{
    /// <returns>The file, ready to be read, or why it is refused whole.</returns>
    public async Task<Result<ReceivedTable>> ReceiveAsync(
        Stream content,
        TableLimits limits,
        CancellationToken cancellationToken
    )
    {
        Directory.CreateDirectory(options.Folder);
        var file = new FileStream(
            Path.Combine(options.Folder, $"{ids.Next():n}.arriving"),
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
            }
        );
        var isKept = false;
        try
        {
            var copied = await CopyAsync(content, file, limits, cancellationToken);
            if (copied.IsFailure)
            {
                return copied.Failure;
            }

            var reader = await TableFile.OpenAsync(file, limits, cancellationToken);
            isKept = !reader.IsFailure;
            return reader.IsFailure ? reader.Failure : new ReceivedTable(reader.Value, copied.Value);
        }
        finally
        {
            if (!isKept)
            {
                await file.DisposeAsync();
            }
        }
    }

    private static async Task<Result<string>> CopyAsync(
        Stream content,
        FileStream file,
        TableLimits limits,
        CancellationToken cancellationToken
    )
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[81920];
        long length = 0;
        while (await ReadAsync(content, buffer, cancellationToken) is var read && read != 0)
        {
            if (read is null)
            {
                return TableFault.CutOff();
            }

            length += read.Value;
            if (length > limits.LargestFile)
            {
                return TableFault.TooLarge(limits.LargestFile);
            }

            hash.AppendData(buffer, 0, read.Value);
            await file.WriteAsync(buffer.AsMemory(0, read.Value), cancellationToken);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <returns>The number of bytes, 0 at the end; null where what is sent was cut off.</returns>
    private static async Task<int?> ReadAsync(Stream content, byte[] buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await content.ReadAsync(buffer, cancellationToken);
        }
        // The reader of forms throws no kind of its own; what derives from it tells of the connection or of the size.
        catch (IOException cutOff) when (cutOff.GetType() == typeof(IOException))
        {
            return null;
        }
    }
}
