using System.Globalization;
using FluentValidation;

namespace SmartCity.Modules.Security.Application;

internal static class ValidationWords
{
    /// <summary>What is wrong, in the language of the request, which the host sets as the culture.</summary>
    public static IRuleBuilderOptions<T, TProperty> InWords<T, TProperty>(
        this IRuleBuilderOptions<T, TProperty> rule,
        string chinese,
        string english
    ) => rule.WithMessage(_ => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? english : chinese);
}
