using System.Collections;
using System.Text.Json;
using SmartCity.BuildingBlocks.Http;
using SmartCity.Regulation.Values;

namespace SmartCity.Benchmarks.Law;

/// <summary>Facts of any rule's type, made up: each member holds something, each list one entry.</summary>
internal static class ExampleFacts
{
    private static readonly Dictionary<Type, object> Values = new()
    {
        [typeof(string)] = "城市大脑平台",
        [typeof(bool)] = true,
        [typeof(int)] = 3,
        [typeof(long)] = 3L,
        [typeof(decimal)] = 0.5m,
        [typeof(Guid)] = new Guid("019cabcd-0000-7000-8000-000000000001"),
        [typeof(DateOnly)] = new DateOnly(2026, 3, 2),
        [typeof(DateTimeOffset)] = new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero),
        [typeof(Money)] = Money.FromYuan(1_234_567),
    };

    /// <returns>In UTF-8, as a client posts them.</returns>
    public static byte[] Of(Type facts) => JsonSerializer.SerializeToUtf8Bytes(Make(facts), facts, Json.Options);

    private static object Make(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (Values.TryGetValue(type, out var value))
        {
            return value;
        }

        if (type.IsEnum)
        {
            return type.GetEnumValues().GetValue(0)!;
        }

        if (type.IsAssignableTo(typeof(IEnumerable)))
        {
            var item = type.IsArray ? type.GetElementType()! : type.GetGenericArguments()[0];
            var list = Array.CreateInstance(item, 1);
            list.SetValue(Make(item), 0);
            return list;
        }

        var constructor = type.GetConstructors().MaxBy(one => one.GetParameters().Length)!;
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => Make(parameter.ParameterType))]);
    }
}
