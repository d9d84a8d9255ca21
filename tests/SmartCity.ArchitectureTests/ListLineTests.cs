using System.ComponentModel;
using System.Reflection;
using SmartCity.ArchitectureTests.Examination;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Paging;

namespace SmartCity.ArchitectureTests;

/// <summary>What a list shows is read by people, in files too: each member of its lines, and each word, has a Chinese name.</summary>
public sealed class ListLineTests
{
    private static readonly string[] PersonalWords =
    [
        "Account",
        "Telephone",
        "Phone",
        "ResidentId",
        "IdentityNumber",
        "PassportNumber",
    ];

    private static readonly Type[] Lines =
    [
        .. Subject
            .Product.Types.SelectMany(type => type.Implementations(typeof(IQuery<>)))
            .Select(arguments => arguments[0])
            .Where(answer => answer.IsGenericType && answer.GetGenericTypeDefinition() == typeof(Page<>))
            .Select(page => page.GetGenericArguments()[0]),
    ];

    [Fact]
    public void Members_WhenLookedThrough_ThenEachIsDescribed() =>
        Members().Where(IsNameless).Select(member => $"{member.DeclaringType}.{member.Name}").ShouldBeEmpty();

    [Fact]
    public void Words_WhenLookedThrough_ThenEachIsDescribed()
    {
        var words = Members()
            .Select(member => Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType)
            .Where(type => type.IsEnum)
            .Distinct()
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .ToList();

        words.ShouldNotBeEmpty();
        words.Where(IsNameless).Select(word => $"{word.DeclaringType}.{word.Name}").ShouldBeEmpty();
    }

    // What tells a person or an account apart is shown in part only; a type that does not hold the rest cannot leak it.
    [Fact]
    public void Members_WhenTheyTellAPersonOrABankAccountApart_ThenTheyAreMasked()
    {
        var personal = Members().Where(member => Array.Exists(PersonalWords, member.Name.EndsWith)).ToList();

        personal.ShouldNotBeEmpty();
        personal
            .Where(member => member.PropertyType == typeof(string))
            .Select(member => $"{member.DeclaringType}.{member.Name}")
            .ShouldBeEmpty();
    }

    private static List<PropertyInfo> Members()
    {
        Lines.Length.ShouldBeGreaterThanOrEqualTo(25);
        return [.. Lines.SelectMany(line => line.GetProperties(BindingFlags.Public | BindingFlags.Instance))];
    }

    private static bool IsNameless(MemberInfo member) => member.GetCustomAttribute<DescriptionAttribute>() is null;
}
