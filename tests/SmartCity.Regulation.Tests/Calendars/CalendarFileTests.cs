using System.Security.Cryptography;
using System.Text;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Calendars;
using SmartCity.Testing;

namespace SmartCity.Regulation.Tests.Calendars;

public sealed class CalendarFileTests
{
    private const string Csv = """
        日期,名称,类型
        2026-01-01,元旦,放假
        2026-01-04,元旦,调休上班
        2026-02-14,春节,也许
        """;

    [Fact]
    public async Task ReadAsync_WhenJson_ThenEachLineIsReadAndItsPlaceKept()
    {
        var file = await ReadAsync(
            """{"$id":"x","year":2026,"papers":[],"days":[{"name":"元旦","date":"2026-01-01","isOffDay":true},{"date":5,"isOffDay":"no"},7]}"""u8.ToArray()
        );

        file.Value.Year.ShouldBe(2026);
        file.Value.Days.ShouldBe([
            new("days[0]", "元旦", "2026-01-01", true),
            new("days[1]", null, null, null),
            new("days[2]", null, null, null),
        ]);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("GB18030")]
    public async Task ReadAsync_WhenCsv_ThenTheColumnsAreFoundByTheirNames(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

        var file = await ReadAsync(Encoding.GetEncoding(encoding).GetBytes(Csv));

        file.Value.Year.ShouldBeNull();
        file.Value.Days.ShouldBe([
            new("line 2", "元旦", "2026-01-01", true),
            new("line 3", "元旦", "2026-01-04", false),
            new("line 4", "春节", "2026-02-14", null),
        ]);
    }

    [Theory]
    [InlineData("", "FILE_EMPTY")]
    [InlineData("{", "CALENDAR_FILE_MALFORMED")]
    [InlineData("[]", "CALENDAR_FILE_MALFORMED")]
    [InlineData("""{"days":{}}""", "CALENDAR_FILE_MALFORMED")]
    [InlineData("""{"days":[],"days":[]}""", "CALENDAR_FILE_MALFORMED")]
    [InlineData("""{"days":[{"name":"\ud83d"}]}""", "CALENDAR_FILE_MALFORMED")]
    [InlineData("PK\u0003\u0004\0\0", "CALENDAR_TYPE_NOT_ACCEPTED")]
    [InlineData("元旦,2026-01-01", "CALENDAR_FILE_MALFORMED")]
    public async Task ReadAsync_WhenItIsNoSuchFile_ThenRefusedWhole(string content, string code) =>
        (await ReadAsync(Encoding.UTF8.GetBytes(content))).ShouldFail(ErrorKind.Invalid, code);

    [Theory]
    [InlineData(1 << 20, "CALENDAR_FILE_MALFORMED")]
    [InlineData((1 << 20) + 1, "FILE_TOO_LARGE")]
    [InlineData(11 << 20, "FILE_TOO_LARGE")]
    public async Task ReadAsync_WhenItIsFarTooLarge_ThenToldSoWithoutBeingRead(int bytes, string code) =>
        (await ReadAsync(Encoding.UTF8.GetBytes("{" + new string(' ', bytes - 1)))).ShouldFail(ErrorKind.Invalid, code);

    [Theory]
    [InlineData("true", true)]
    [InlineData("True", true)]
    [InlineData("TRUE", true)]
    [InlineData("1", true)]
    [InlineData("是", true)]
    [InlineData("放假", true)]
    [InlineData("休", true)]
    [InlineData("false", false)]
    [InlineData("False", false)]
    [InlineData("FALSE", false)]
    [InlineData("0", false)]
    [InlineData("否", false)]
    [InlineData("上班", false)]
    [InlineData("调休上班", false)]
    [InlineData("班", false)]
    [InlineData(" 班 ", false)]
    [InlineData("也许", null)]
    [InlineData("", null)]
    public async Task ReadAsync_WhenACsvSaysItThisWay_ThenOffOrWorked(string word, bool? isOffDay) =>
        (await ReadAsync(Encoding.UTF8.GetBytes($"name,date,isOffDay\n元旦,2026-01-01,{word}\n")))
            .Value.Days.ShouldHaveSingleItem()
            .IsOffDay.ShouldBe(isOffDay);

    [Theory]
    [InlineData("name,date,isOffDay")]
    [InlineData("NAME , Date, isoffday")]
    [InlineData("名称,日期,类型")]
    [InlineData("节日,日期,是否放假")]
    [InlineData("节日名称,date,类型")]
    public async Task ReadAsync_WhenTheColumnsAreNamedSo_ThenFound(string header) =>
        (await ReadAsync(Encoding.UTF8.GetBytes($"{header}\n元旦, 2026-01-01 ,放假\n"))).Value.Days.ShouldBe([
            new("line 2", "元旦", "2026-01-01", true),
        ]);

    [Theory]
    [InlineData("date,isOffDay")]
    [InlineData("name,isOffDay")]
    [InlineData("name,date")]
    public async Task ReadAsync_WhenAColumnIsMissing_ThenRefusedWhole(string header) =>
        (await ReadAsync(Encoding.UTF8.GetBytes($"{header}\n元旦,2026-01-01,放假\n"))).ShouldFail(
            ErrorKind.Invalid,
            "CALENDAR_FILE_MALFORMED"
        );

    [Theory]
    [InlineData("""{"days":[]}""", null)]
    [InlineData("""{"year":2026,"days":[]}""", 2026)]
    [InlineData("""{"year":"2026","days":[]}""", 0)]
    [InlineData("""{"year":2026.5,"days":[]}""", 0)]
    [InlineData(" \t\r\n{\"year\":2026,\"days\":[]}", 2026)]
    [InlineData("\uFEFF{\"year\":2026,\"days\":[]}", 2026)]
    public async Task ReadAsync_WhenTheFileNamesItsYearSo_ThenThatOrNoneThatExists(string json, int? year) =>
        (await ReadAsync(Encoding.UTF8.GetBytes(json))).Value.Year.ShouldBe(year);

    [Fact]
    public async Task ReadAsync_WhenReadTwice_ThenTheSameDigestOfTheWholeFile()
    {
        var file = Encoding.UTF8.GetBytes(
            """{"year":2026,"days":[{"name":"元旦","date":"2026-01-01","isOffDay":false}]}"""
        );

        var read = (await ReadAsync(file)).Value;

        read.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(file)));
        read.Days.ShouldHaveSingleItem().IsOffDay.ShouldBe(false);
    }

    [Fact]
    public async Task ReadAsync_WhenFarMoreDaysAreListedThanAnyNoticeHas_ThenOneTooManyIsEnoughToTell() =>
        (
            await ReadAsync(Listing.AsJson(2026, Enumerable.Repeat(Listing.Line("2026-01-01", true), 500)))
        ).Value.Days.Count.ShouldBe(NoticeCheck.MostDays + 1);

    [Fact]
    public async Task ReadAsync_WhenTheConnectionBreaks_ThenToldThatItDidNotArriveWhole() =>
        (await CalendarFile.ReadAsync(new BrokenStream(), TestContext.Current.CancellationToken)).ShouldFail(
            ErrorKind.Invalid,
            "FILE_INCOMPLETE"
        );

    private static Task<Result<CalendarFile>> ReadAsync(byte[] content) =>
        CalendarFile.ReadAsync(new MemoryStream(content), TestContext.Current.CancellationToken);

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("The form ended in the middle.");
    }
}
