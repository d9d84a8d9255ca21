using System.Collections.Concurrent;
using System.Reflection;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.BuildingBlocks.Time;

namespace SmartCity.BuildingBlocks.Exports;

/// <summary>The columns of a table whose lines are records: one for each property, in their order.</summary>
internal sealed class ExportColumns
{
    private const string ListSeparator = "；";

    private static readonly ConcurrentDictionary<Type, ExportColumns> Known = [];

    private readonly List<Column> columns;

    private ExportColumns(Type line) =>
        columns = [.. line.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => Of(property))];

    public static ExportColumns Of(Type line) => Known.GetOrAdd(line, type => new(type));

    public IReadOnlyList<string> Headings(Language language) => [.. columns.Select(one => one.Heading.In(language))];

    /// <param name="cells">As many as there are columns.</param>
    public void Fill(object line, Language language, Span<Cell> cells)
    {
        for (var index = 0; index < columns.Count; index++)
        {
            var (_, property, cellOf) = columns[index];
            cells[index] = property.GetValue(line) is { } value ? cellOf(value, language) : Cell.Empty;
        }
    }

    private static Column Of(PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var heading = Wording.Of(property);
        if (type == typeof(DateTimeOffset))
        {
            heading = new($"{heading.Chinese}（北京时间）", $"{heading.English} (Beijing time)");
        }
        else if (type.IsAssignableTo(typeof(IWrittenAsNumber)))
        {
            var unit = ((IWrittenAsNumber)Activator.CreateInstance(type)!).Unit;
            heading = new($"{heading.Chinese}（{unit.Chinese}）", $"{heading.English} ({unit.English})");
        }

        return new(heading, property, CellOf(type, property));
    }

    private static Func<object, Language, Cell> CellOf(Type type, PropertyInfo property) =>
        type switch
        {
            _ when type == typeof(string) => (value, _) => Cell.OfText((string)value),
            _ when type == typeof(int) => (value, _) => Cell.OfWhole((int)value),
            _ when type == typeof(long) => (value, _) => Cell.OfWhole((long)value),
            _ when type == typeof(bool) => (value, language) => Cell.OfText(YesOrNo((bool)value).In(language)),
            _ when type == typeof(DateOnly) => (value, _) => Cell.OfDay((DateOnly)value),
            _ when type == typeof(DateTimeOffset) => (value, _) =>
                Cell.OfInstant(ChinaTime.TimeOf((DateTimeOffset)value)),
            _ when type == typeof(Guid) => (value, _) => Cell.OfText(((Guid)value).ToString()),
            { IsEnum: true } => (value, language) => Cell.OfText(Wording.Of((Enum)value).In(language)),
            _ when type.IsAssignableTo(typeof(IStrongId)) => (value, _) =>
                Cell.OfText(((IStrongId)value).Value.ToString()),
            _ when type.IsAssignableTo(typeof(IWrittenAsNumber)) => (value, _) =>
                Cell.OfAmount(((IWrittenAsNumber)value).Number),
            _ when type.IsAssignableTo(typeof(IWrittenAsText)) => (value, _) =>
                Cell.OfText(((IWrittenAsText)value).Text),
            _ when type.IsAssignableTo(typeof(IEnumerable<string>)) => (value, _) =>
                Cell.OfText(string.Join(ListSeparator, (IEnumerable<string>)value)),
            _ => throw new NotSupportedException($"A column cannot show {type.Name} {property.Name}."),
        };

    private static LocalizedText YesOrNo(bool value) => value ? new("是", "yes") : new("否", "no");

    private sealed record Column(LocalizedText Heading, PropertyInfo Property, Func<object, Language, Cell> CellOf);
}
