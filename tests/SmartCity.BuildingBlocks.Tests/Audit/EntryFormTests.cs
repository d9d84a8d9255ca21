using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Audit;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.BuildingBlocks.Time;
using SmartCity.Testing;

namespace SmartCity.BuildingBlocks.Tests.Audit;

/// <summary>
/// The text of an entry, letter by letter: what is in somebody's log must be what this program writes, for ever. Who changes
/// a line here makes a new form beside it.
/// </summary>
public sealed class EntryFormTests
{
    private const string Zeroes = "0000000000000000000000000000000000000000000000000000000000000000";

    private const string FirstForm = """
        {"actor":"System(Approval)","actorKind":"Module","article":6,"codes":["A"],"command":"approval.try","judgements":[],"legalDate":"2026-03-02","onBehalfOf":null,"outcome":"Rejected","request":"44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a","result":"RESULT","role":"module","unit":"00000000-0000-0000-0000-000000000000"}
        """;

    private const string FormThatNames = """
        {"actor":"System(Approval)","actorKind":"Module","article":6,"codes":["A"],"command":"approval.try","judgements":[],"legalDate":"2026-03-02","namedDocuments":[{"id":"a","sha256":"b","size":"3"},{"id":"c","sha256":"d","size":"9007199254740993"}],"onBehalfOf":null,"outcome":"Rejected","request":"44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a","result":"RESULT","role":"module","unit":"00000000-0000-0000-0000-000000000000"}
        """;

    [Fact]
    public void Failed_WhenTheActNamesNothing_ThenTheEntryIsOfTheFirstForm()
    {
        var entry = Written(_ => { });

        entry.Content.ShouldBe(WithResult(FirstForm));
        entry.Leaf.ShouldBe(LeafOf(entry, form: 1));
    }

    [Fact]
    public void Failed_WhenTheActNamesDocuments_ThenTheContentTellsThemAndTheLeafSaysSo()
    {
        var entry = Written(act =>
        {
            act.Name(NamedDocument.Of("a", "b", 3));
            act.Name(NamedDocument.Of("c", "d", 9007199254740993));
            act.Name(NamedDocument.Of("a", "b", 3));
        });

        entry.Content.ShouldBe(WithResult(FormThatNames));
        entry.Leaf.ShouldBe(LeafOf(entry, form: 2));
        AuditContent
            .Of(entry)
            .NamedDocuments!.ShouldBe([new NamedDocument("a", "b", "3"), new("c", "d", "9007199254740993")]);
    }

    [Fact]
    public void Failed_WhenTheActNamesAnErasure_ThenTheContentTellsWhoseAndWhy()
    {
        var erasure = new NamedErasure(OneId.Value, "h", "b", "d", "r");

        var entry = Written(act => act.Name(erasure));

        entry.Content.ShouldContain(
            $$""","namedErasure":{"basis":"b","document":"d","entry":"{{OneId.Value}}","hash":"h","reason":"r"},"onBehalfOf":"""
        );
        entry.Leaf.ShouldBe(LeafOf(entry, form: 2));
        AuditContent.Of(entry).NamedErasure.ShouldBe(erasure);
    }

    [Fact]
    public void Begin_WhenAnotherActBegins_ThenWhatWasNamedBeforeIsNot()
    {
        var act = NewAct();
        act.BeginByItself("Approval", "approval.try", 6, new { });
        act.Name(NamedDocument.Of("a", "b", 3));

        act.BeginByItself("Approval", "approval.try", 6, new { });

        act.NamedDocuments.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("no json")]
    public void TryOf_WhenTheContentIsNone_ThenNull(string content)
    {
        var entry = Written(_ => { });
        var emptied = new AuditEntry
        {
            Id = entry.Id,
            ObjectType = entry.ObjectType,
            ObjectId = entry.ObjectId,
            Number = entry.Number,
            At = entry.At,
            Leaf = entry.Leaf,
            Hash = entry.Hash,
            Salt = entry.Salt,
            Content = content,
        };

        AuditContent.TryOf(emptied).ShouldBeNull();
    }

    private static AuditEntry Written(Action<Act> name)
    {
        var act = NewAct();
        act.BeginByItself("Approval", "approval.try", 6, new { });
        name(act);
        return AuditEntryFactory.Failed(
            act,
            "approval",
            new("declaration", "1"),
            ChainHead.Empty,
            Error.Conflict("A", new("甲", "A"))
        );
    }

    private static Act NewAct()
    {
        var time = new FakeTimeProvider(ModuleHost.Start);
        return new(new RequestContext(), new OneId(), time, new SystemLegalClock(time));
    }

    private static string WithResult(string content) =>
        content.Replace("RESULT", Convert.ToHexStringLower(SHA256.HashData("[\"A\"]"u8)), StringComparison.Ordinal);

    private static string LeafOf(AuditEntry entry, int form)
    {
        var commitment = Convert.ToHexStringLower(
            SHA256.HashData([.. Convert.FromHexString(entry.Salt), .. Encoding.UTF8.GetBytes(entry.Content)])
        );
        return $$"""{"at":"2026-03-02T01:00:00.000000Z","commitment":"{{commitment}}","entry":"{{OneId.Value}}","form":{{form}},"number":"1","objectId":"1","objectType":"declaration","previous":"{{Zeroes}}","schema":"approval"}""";
    }

    private sealed class OneId : IIdSource
    {
        public static Guid Value { get; } = new("019cabcd-0000-7000-8000-0000000000aa");

        public Guid Next() => Value;
    }
}
