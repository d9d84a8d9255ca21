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

    private static Task<Result<CalendarFile>> ReadAsync(byte[] content) =>
        CalendarFile.ReadAsync(new MemoryStream(content), TestContext.Current.CancellationToken);
}
