using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.BuildingBlocks.Files;

/// <summary>Where files are kept and how large one may be.</summary>
/// <param name="Folder">A local folder, made where it is missing.</param>
/// <param name="LargestFile">Bytes.</param>
public sealed record FileStoreOptions(string Folder, long LargestFile);

/// <summary>Files in a local folder, two levels deep by the first digits of their hash.</summary>
internal sealed class LocalFileStore(FileStoreOptions options, IIdSource ids) : IFileStore
{
    public async Task<Result<StoredFile>> SaveAsync(Stream content, CancellationToken cancellationToken)
    {
        var arriving = Path.Combine(options.Folder, $"{ids.Next():n}.arriving");
        try
        {
            await using var file = OnDisk(() =>
            {
                Directory.CreateDirectory(options.Folder);
                // Unbuffered: what does not fit on the disk is told here and not when the file is closed.
                return new FileStream(
                    arriving,
                    FileMode.CreateNew,
                    FileAccess.ReadWrite,
                    FileShare.Read,
                    bufferSize: 0
                );
            });
            var copied = await CopyAsync(content, file, cancellationToken);
            if (copied.IsFailure)
            {
                return copied.Failure;
            }

            if (FileType.Of(file) is not { } mediaType)
            {
                return Error.Invalid(
                    "FILE_TYPE_NOT_ACCEPTED",
                    new(
                        "只接收 PDF、OFD、DOCX、XLSX、PNG、JPEG 或纯文本（UTF-8）文件，按内容判断，与扩展名无关。",
                        "Accepted are PDF, OFD, DOCX, XLSX, PNG, JPEG and UTF-8 text, judged by content and not by name."
                    )
                );
            }

            OnDisk(() =>
            {
                file.Flush(flushToDisk: true);
                Keep(arriving, copied.Value);
                return file;
            });
            return new StoredFile(copied.Value, file.Length, mediaType);
        }
        finally
        {
            OnDisk(() =>
            {
                if (File.Exists(arriving))
                {
                    File.Delete(arriving);
                }

                return arriving;
            });
        }
    }

    public Stream? Open(string sha256)
    {
        var path = PathOf(sha256);
        return File.Exists(path)
            ? OnDisk(() =>
                new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 4096, true)
            )
            : null;
    }

    private async Task<Result<string>> CopyAsync(Stream content, FileStream file, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[81920];
        long length = 0;
        for (int read; (read = await content.ReadAsync(buffer, cancellationToken)) > 0; )
        {
            length += read;
            if (length > options.LargestFile)
            {
                return Error.Invalid(
                    "FILE_TOO_LARGE",
                    new(
                        $"文件超过 {options.LargestFile / (1 << 20)} MB 的上限。",
                        $"The file is larger than {options.LargestFile / (1 << 20)} MB."
                    )
                );
            }

            hash.AppendData(buffer, 0, read);
            try
            {
                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }
            catch (IOException fault)
            {
                throw FileStoreException.Of(fault);
            }
        }

        return length == 0
            ? Error.Invalid("FILE_EMPTY", new("文件是空的。", "The file is empty."))
            : Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private void Keep(string arriving, string sha256)
    {
        var path = PathOf(sha256);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Move(arriving, path, overwrite: true);
    }

    // Only the store's own faults: what goes wrong with the stream that is read is the sender's.
    internal static T OnDisk<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw FileStoreException.Of(fault);
        }
    }

    private string PathOf(string sha256) =>
        sha256.Length == 64 && sha256.All(character => char.IsAsciiHexDigitLower(character))
            ? Path.Combine(options.Folder, sha256[..2], sha256[2..4], sha256)
            : throw new ArgumentException("Not a SHA-256 in lower-case hex.", nameof(sha256));
}

internal static class FileStoreRegistration
{
    private const long DefaultLargestFile = 50L << 20;

    public static void AddFileStore(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(
            new FileStoreOptions(
                configuration["Files:Folder"] ?? Path.Combine("data", "files"),
                configuration.GetValue("Files:LargestFile", DefaultLargestFile)
            )
        );
        services.AddSingleton<LocalFileStore>();
        services.AddScoped<IFileStore, RequestFileStore>();
    }
}
