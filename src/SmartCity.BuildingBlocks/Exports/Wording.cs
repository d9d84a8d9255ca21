using System.Collections.Concurrent;
using System.ComponentModel;
using System.Reflection;
using System.Text;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.BuildingBlocks.Exports;

/// <summary>
/// What people call a column or a word of a set: in Chinese by its <see cref="DescriptionAttribute"/>, which the API
/// description shows too, in English by its name in the program, word by word.
/// </summary>
internal static class Wording
{
    private static readonly ConcurrentDictionary<Type, Dictionary<string, LocalizedText>> Words = [];

    public static LocalizedText Of(MemberInfo member)
    {
        var english = Spaced(member.Name);
        return new(member.GetCustomAttribute<DescriptionAttribute>()?.Description ?? english, english);
    }

    public static LocalizedText Of(Enum word)
    {
        var words = Words.GetOrAdd(
            word.GetType(),
            type =>
                type.GetFields(BindingFlags.Public | BindingFlags.Static)
                    .ToDictionary(field => field.Name, Of, StringComparer.Ordinal)
        );
        return words[word.ToString()];
    }

    /// <summary><c>LeadUnitName</c> is spaced to <c>Lead unit name</c>.</summary>
    public static string Spaced(string name)
    {
        var spaced = new StringBuilder(name.Length + 8);
        for (var index = 0; index < name.Length; index++)
        {
            var begins = index > 0 && char.IsUpper(name[index]);
            _ = begins ? spaced.Append(' ').Append(char.ToLowerInvariant(name[index])) : spaced.Append(name[index]);
        }

        return spaced.ToString();
    }
}
