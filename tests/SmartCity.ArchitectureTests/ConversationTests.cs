using System.Text.RegularExpressions;
using MediatR;
using SmartCity.ArchitectureTests.Examination;
using SmartCity.BuildingBlocks.Messaging;

namespace SmartCity.ArchitectureTests;

/// <summary>The pictures of what the modules tell and ask each other show all of it, and nothing else.</summary>
public sealed partial class ConversationTests
{
    private static readonly string[] Document = File.ReadAllLines(Repository.File("docs/architecture.md"));

    [Fact]
    public void Events_WhenHeard_ThenAreDrawnFromTheTellerToTheHearer()
    {
        var heard = Subject
            .Product.Modules.SelectMany(hearer =>
                hearer.Types.SelectMany(EventsHandledBy).Select(told => (hearer.Name, Event: told))
            )
            .Select(one => $"{TellerOf(one.Event)} tells {one.Name} {EventNameAttribute.Of(one.Event)}")
            .Distinct()
            .ToList();

        heard.ShouldNotBeEmpty();
        Drawn(SolidArrow(), (from, to, word) => $"{from} tells {to} {from.ToLowerInvariant()}.{word}")
            .ShouldBe(heard, ignoreOrder: true);
    }

    [Fact]
    public void Events_WhenHeardByNobody_ThenAreNamedAsSuch()
    {
        var heard = Subject.Product.Modules.SelectMany(module => module.Types).SelectMany(EventsHandledBy).ToHashSet();
        var unheard = Subject
            .Product.Modules.SelectMany(module => module.Contracts.GetTypes())
            .Where(type => type.IsConcrete() && type.IsAssignableTo(typeof(IIntegrationEvent)) && !heard.Contains(type))
            .Select(EventNameAttribute.Of)
            .ToList();

        unheard.ShouldNotBeEmpty();
        var named = Document
            .Single(line => line.StartsWith("Told, and heard by nobody yet:", StringComparison.Ordinal))
            .Split('`')
            .Where((_, index) => int.IsOddInteger(index));

        named.ShouldBe(unheard, ignoreOrder: true);
    }

    [Fact]
    public void Questions_WhenAsked_ThenAreDrawnFromTheAskerToTheAsked()
    {
        var asked = (
            from answering in Subject.Product.Modules
            from question in answering.Contracts.GetTypes().Where(IsQuestion)
            from asking in Subject.Product.Modules
            where asking != answering && Subject.Product.Uses([.. asking.Types], [question]).Any()
            select $"{asking.Name} asks {answering.Name} {question.Name}"
        ).ToList();

        asked.ShouldNotBeEmpty();
        Drawn(DottedArrow(), (from, to, word) => $"{from} asks {to} {word}").ShouldBe(asked, ignoreOrder: true);
    }

    private static bool IsQuestion(Type type) => type.IsConcrete() && type.Implements(typeof(IRequest<>));

    private static IEnumerable<Type> EventsHandledBy(Type handler) =>
        handler
            .GetInterfaces()
            .Where(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IIntegrationEventHandler<>))
            .Select(face => face.GetGenericArguments()[0]);

    private static string TellerOf(Type integrationEvent) =>
        Subject.Product.Modules.Single(module => module.Contracts == integrationEvent.Assembly).Name;

    private static List<string> Drawn(Regex arrow, Func<string, string, string, string> tell) =>
        [
            .. Document
                .Select(line => arrow.Match(line))
                .Where(match => match.Success)
                .SelectMany(match =>
                    match
                        .Groups["words"]
                        .Value.Split("<br/>")
                        .Select(word => tell(match.Groups["from"].Value, match.Groups["to"].Value, word))
                ),
        ];

    [GeneratedRegex(@"^\s*(?<from>\w+) -->\|""(?<words>[^""]+)""\| (?<to>\w+)$")]
    private static partial Regex SolidArrow();

    [GeneratedRegex(@"^\s*(?<from>\w+) -\.->\|""(?<words>[^""]+)""\| (?<to>\w+)$")]
    private static partial Regex DottedArrow();
}
