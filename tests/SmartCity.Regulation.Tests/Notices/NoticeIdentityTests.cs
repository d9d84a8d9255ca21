using SmartCity.Regulation.Notices;

namespace SmartCity.Regulation.Tests.Notices;

public sealed class NoticeIdentityTests
{
    private static readonly Guid Clock = new("0193a7c2-b4d1-7000-8000-000000000001");
    private static readonly Guid OtherClock = new("0193a7c2-b4d1-7000-8000-000000000002");

    [Fact]
    public void Of_WhenAskedAgain_ThenIsTheSameEverywhereAndForEver() =>
        // Stored ids must not change with the program: sha256 of the clock's sixteen bytes and "30", cut and marked.
        NoticeIdentity.Of(Clock, "30").ShouldBe(new("f3b2471f-52f8-8226-97aa-6e4f4cb32914"));

    [Fact]
    public void Of_WhenSourceOrPartDiffer_ThenDiffers() =>
        new[] { NoticeIdentity.Of(Clock, "30"), NoticeIdentity.Of(Clock, "7"), NoticeIdentity.Of(OtherClock, "30") }
            .Distinct()
            .Count()
            .ShouldBe(3);

    [Fact]
    public void Of_WhenMade_ThenIsOfVersionEight() =>
        (NoticeIdentity.Of(Clock, "30").Version, NoticeIdentity.Of(Clock, "30").Variant & 0xC).ShouldBe((8, 8));
}
