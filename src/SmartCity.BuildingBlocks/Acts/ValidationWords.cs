using System.Globalization;
using FluentValidation;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.BuildingBlocks.Acts;

public static class ValidationWords
{
    /// <summary>What is wrong, in the language of the request, which the host sets as the culture.</summary>
    public static IRuleBuilderOptions<T, TProperty> InWords<T, TProperty>(
        this IRuleBuilderOptions<T, TProperty> rule,
        string chinese,
        string english
    )
    {
        var text = new LocalizedText(chinese, english);
        return rule.WithMessage(_ => text.In(OfCulture()));
    }

    /// <summary>The text in the language of the request, for a failure that a validator words itself.</summary>
    public static string InWords(this LocalizedText text) => text.In(OfCulture());

    private static Language OfCulture() =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? Language.English : Language.Chinese;
}
