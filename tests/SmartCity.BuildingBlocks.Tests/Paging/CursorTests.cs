using System.Text;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Miniature.Counting;
using SmartCity.Testing;

namespace SmartCity.BuildingBlocks.Tests.Paging;

public sealed class CursorTests
{
    public static TheoryData<string> Garbage =>
        [
            "garbage",
            "%%%%",
            "=",
            new string('a', 1001),
            Encode("null"),
            Encode("[]"),
            Encode("{}"),
            Encode("""{"name":"a"}"""),
            Encode("""{"list":"CounterKey","at":null}"""),
            Encode("""{"list":"CounterKey","at":{"name":1}}"""),
            Encode("""{"list":"CounterKey","at":{"name":null}}"""),
            Encode("""{"list":"CounterKey","at":{"name":"a","more":1}}"""),
            Encode("{\"list\":\"CounterKey\",\"at\":{\"name\":\"\\u0000\"}}"),
            // A key of the same parts, from another list.
            Encode("""{"list":"ListOthers","at":{"name":"a"}}"""),
        ];

    [Theory, EveryDatabase]
    public async Task Pages_WhenRowsAreInsertedInBetween_ThenNoneOfTheOldOnesComesTwiceOrNotAtAll(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        foreach (var name in new[] { "b", "d", "f", "h", "j" })
        {
            await host.OpenAsync(name);
        }

        var seen = new List<string>();
        string? after = null;
        do
        {
            var page = (await host.AskAs(Miniature.Clerk, new CountersByName(Limit: 2, after))).Value;
            seen.AddRange(page.Items.Select(item => item.Name));
            after = page.Next;
            await host.OpenAsync($"a{seen.Count}");
        } while (after is not null);

        seen.ShouldBe(["b", "d", "f", "h", "j"]);
    }

    [Theory, EveryDatabase]
    public async Task Page_WhenItHoldsTheLastRow_ThenThereIsNoNext(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        await host.OpenAsync("a");
        await host.OpenAsync("b");

        var page = (await host.AskAs(Miniature.Clerk, new CountersByName(Limit: 2, After: null))).Value;

        page.Items.Count.ShouldBe(2);
        page.Next.ShouldBeNull();
    }

    [Fact]
    public void Read_WhenItIsOurs_ThenTheKey() =>
        Cursor.Read<CounterKey>(Cursor.Write(new CounterKey("智慧"))).Value.ShouldBe(new CounterKey("智慧"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Read_WhenNoneWasSent_ThenNoKey(string? text)
    {
        var read = Cursor.Read<CounterKey>(text);

        read.IsFailure.ShouldBeFalse();
        read.Value.ShouldBeNull();
    }

    [Theory, MemberData(nameof(Garbage))]
    public void Read_WhenGarbage_ThenInvalid(string text)
    {
        var read = Cursor.Read<CounterKey>(text);

        read.Failure.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.Invalid);
        read.Failure!.Code.ShouldBe("CURSOR_INVALID");
    }

    private static string Encode(string json) =>
        System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
