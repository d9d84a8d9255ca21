using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Files;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Testing;

namespace SmartCity.BuildingBlocks.Tests.Files;

public sealed class FileStoreTests : IDisposable
{
    private const long LargestFile = 100_000;

    private readonly string folder = TestFolder.New();
    private readonly ServiceProvider services;
    private readonly IFileStore store;

    public FileStoreTests()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?> { ["Files:Folder"] = folder, ["Files:LargestFile"] = $"{LargestFile}" }
            )
            .Build();
        services = new ServiceCollection()
            .AddModules([], configuration, new DatabaseChoice(DatabaseKind.Sqlite, ""))
            .BuildServiceProvider();
        store = services.GetRequiredService<IFileStore>();
    }

    public static TheoryData<string, byte[]> Accepted =>
        new()
        {
            { "application/pdf", "%PDF-1.7\n%âãÏÓ"u8.ToArray() },
            { "image/png", [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0] },
            { "image/jpeg", [0xFF, 0xD8, 0xFF, 0xE0, 0] },
            { "application/ofd", Archive("OFD.xml", "Doc_0/Document.xml") },
            {
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                Archive("[Content_Types].xml", "word/document.xml")
            },
            {
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                Archive("[Content_Types].xml", "xl/workbook.xml")
            },
            { "text/plain", Encoding.UTF8.GetBytes("咸阳市\r\n\t智慧城市 😀") },
            { "text/plain", [0xEF, 0xBB, 0xBF, (byte)'a'] },
            { "text/plain", Encoding.UTF8.GetBytes(new string('a', 8189) + "😀" + new string('b', 8192)) },
        };

    public static TheoryData<string, byte[]> NotAccepted =>
        new()
        {
            { "an archive of something else", Archive("readme.txt", "run.exe") },
            { "an archive cut short", Archive("word/document.xml")[..20] },
            { "the head of an archive only", [(byte)'P', (byte)'K', 3, 4] },
            { "text with a null byte", "text\0text"u8.ToArray() },
            { "text with a null byte far behind", [.. Enumerable.Repeat((byte)'a', 20_000), 0] },
            { "text in GBK", [0xCF, 0xCC, 0xD1, 0xF4] },
            { "text that ends within a character", [(byte)'a', 0xE5, 0x92] },
            { "a program", [0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, 0] },
            { "a page that runs scripts with a null byte", "<script>\0</script>"u8.ToArray() },
        };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Accepted))]
    public async Task Save_WhenTheContentIsOfAnAcceptedType_ThenTheTypeIsJudgedByContent(string type, byte[] content)
    {
        var saved = await SaveAsync(content);

        saved.Value.ShouldBe(new StoredFile(Convert.ToHexStringLower(SHA256.HashData(content)), content.Length, type));
    }

    [Theory, MemberData(nameof(NotAccepted))]
    public async Task Save_WhenTheContentIsNone_ThenItIsNotAcceptedAndNothingStays(string what, byte[] content)
    {
        var saved = await SaveAsync(content);

        saved.Failure.ShouldNotBeNull(what).Code.ShouldBe("FILE_TYPE_NOT_ACCEPTED");
        Files().ShouldBeEmpty();
    }

    [Fact]
    public async Task Save_WhenEmpty_ThenInvalid()
    {
        var saved = await SaveAsync([]);

        saved.Failure.ShouldNotBeNull().Code.ShouldBe("FILE_EMPTY");
        Files().ShouldBeEmpty();
    }

    [Fact]
    public async Task Save_WhenTheFolderCannotBeWritten_ThenTheStoreIsToBlameAndNothingIsLeft()
    {
        // Where the folder should be there is a file: not even root can write into it.
        await File.WriteAllTextAsync(Path.Combine(folder, "taken"), "", TestContext.Current.CancellationToken);
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?> { ["Files:Folder"] = Path.Combine(folder, "taken", "files") }
            )
            .Build();
        await using var blocked = new ServiceCollection()
            .AddModules([], configuration, new DatabaseChoice(DatabaseKind.Sqlite, ""))
            .BuildServiceProvider();
        using var content = new MemoryStream("text"u8.ToArray());

        var fault = await Should.ThrowAsync<FileStoreException>(() =>
            blocked.GetRequiredService<IFileStore>().SaveAsync(content, TestContext.Current.CancellationToken)
        );

        fault.Text.Chinese.ShouldContain("没有存入");
        Directory.EnumerateFiles(folder, "*.arriving", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(LargestFile, null)]
    [InlineData(LargestFile + 1, "FILE_TOO_LARGE")]
    public async Task Save_WhenAtTheLimit_ThenOnlyWhatExceedsItIsRefused(long length, string? code)
    {
        var saved = await SaveAsync([.. Enumerable.Repeat((byte)'a', (int)length)]);

        saved.Failure?.Code.ShouldBe(code);
        saved.IsFailure.ShouldBe(code is not null);
    }

    [Fact]
    public async Task Save_WhenTheSameContentComesManyTimesAtOnce_ThenItIsStoredOnce()
    {
        var saved = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(() => SaveAsync("%PDF-1.7"u8.ToArray())))
        );

        saved.Select(one => one.Value).Distinct().Count().ShouldBe(1);
        Files().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Open_WhenStored_ThenTheContent()
    {
        var saved = (await SaveAsync("你好"u8.ToArray())).Value;

        await using var content = store.Open(saved.Sha256).ShouldNotBeNull();

        using var reader = new StreamReader(content);
        (await reader.ReadToEndAsync(Cancellation)).ShouldBe("你好");
    }

    [Fact]
    public void Open_WhenNotStored_ThenNull() => store.Open(new string('0', 64)).ShouldBeNull();

    [Theory]
    [InlineData("../../../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("")]
    [InlineData("ABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCD")]
    [InlineData("..a4567890123456789012345678901234567890123456789012345678901234")]
    public void Open_WhenTheNameIsNoHash_ThenItIsNeverUsedAsAPath(string name) =>
        Should.Throw<ArgumentException>(() => store.Open(name));

    [Fact]
    public void Save_WhenAnyBytesFollowTheHeadOfAnArchive_ThenAnAnswerAndNoFault() =>
        Gen
            .Byte.Array[0, 200]
            .Sample(
                bytes =>
                {
                    var saved = SaveAsync([(byte)'P', (byte)'K', 3, 4, .. bytes]).GetAwaiter().GetResult();
                    saved.IsFailure.ShouldBeTrue();
                },
                iter: 200
            );

    public void Dispose() => services.Dispose();

    private static byte[] Archive(params string[] entries)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var entry in entries)
            {
                using var content = archive.CreateEntry(entry).Open();
                content.Write("<xml/>"u8);
            }
        }

        return bytes.ToArray();
    }

    private async Task<Result<StoredFile>> SaveAsync(byte[] content)
    {
        using var stream = new MemoryStream(content);
        return await store.SaveAsync(stream, Cancellation);
    }

    private string[] Files() => Directory.GetFiles(folder, "*", SearchOption.AllDirectories);
}
