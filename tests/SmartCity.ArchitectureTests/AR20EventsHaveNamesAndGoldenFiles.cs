using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SmartCity.ArchitectureTests.Examination;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Messaging;

namespace SmartCity.ArchitectureTests;

/// <summary>
/// Every integration event has a unique logical name with module and version, and a golden JSON: a file
/// <c>Golden/EVENT-NAME.json</c> below its module's tests that still reads into the event and out again unchanged.
/// </summary>
public sealed class AR20EventsHaveNamesAndGoldenFiles
{
    [Fact]
    public void Rule_WhenRunOverTheProduct_ThenHolds() => Rule(Subject.Product).ShouldHold();

    [Fact]
    public void Rule_WhenRunOverTheCanaries_ThenFindsTheBadTwins() =>
        Rule(Subject.Canaries)
            .ShouldFindExactly(
                "Alpha.Contracts.AR20.NamedTwice",
                "Alpha.Contracts.AR20.NamedTwiceAgain",
                "Alpha.Contracts.AR20.WithoutGolden",
                "Alpha.Contracts.AR20.GoldenDiffers",
                "Alpha.Contracts.AR20.NamedWrongly",
                "Alpha.Contracts.AR20.Nameless"
            );

    private static Findings Rule(Subject subject)
    {
        var events = (
            from module in subject.Modules
            from type in module.Contracts.GetTypes()
            where type.IsConcrete() && type.IsAssignableTo(typeof(IIntegrationEvent))
            select (Module: module, Type: type, type.GetCustomAttribute<EventNameAttribute>()?.Name)
        ).ToList();
        var uses = events.Where(one => one.Name is not null).CountBy(one => one.Name!).ToDictionary();
        return Findings.Of(
            "AR20",
            subject,
            events.Select(one => one.Type),
            ["no name", "a name of another event", "a name without module or version", "no golden file"],
            events.SelectMany(one => OffencesOf(one.Module, one.Type, one.Name, uses))
        );
    }

    private static IEnumerable<Offence> OffencesOf(
        ExaminedModule module,
        Type type,
        string? name,
        Dictionary<string, int> uses
    )
    {
        if (name is null)
        {
            yield return new(type.FullName!, "has no name");
            yield break;
        }

        if (uses[name] > 1)
        {
            yield return new(type.FullName!, $"shares the name {name}");
        }

        if (!Regex.IsMatch(name, $@"^{module.Module.Schema.Replace('_', '-')}\.[a-z0-9]+(-[a-z0-9]+)*\.v[1-9]\d*$"))
        {
            yield return new(type.FullName!, $"is named {name}, without its module or its version");
        }

        if (module.GoldenFile(name) is not { } golden)
        {
            yield return new(type.FullName!, $"has no golden file {name}.json");
        }
        else if (Difference(type, File.ReadAllText(golden)) is { } difference)
        {
            yield return new(type.FullName!, $"is no longer what {Repository.Relative(golden)} tells: {difference}");
        }
    }

    private static string? Difference(Type type, string golden)
    {
        try
        {
            var integrationEvent = JsonSerializer.Deserialize(golden, type, Json.Options);
            var again = JsonSerializer.SerializeToNode(integrationEvent, type, Json.Options);
            return JsonNode.DeepEquals(JsonNode.Parse(golden), again) ? null : $"written again it is {again}";
        }
        catch (JsonException unreadable)
        {
            return unreadable.Message;
        }
    }
}
