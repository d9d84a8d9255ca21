using FluentValidation;
using SmartCity.BuildingBlocks.Acts;

namespace SmartCity.Modules.Security.Application.SecondFactors;

internal static class SecretRules
{
    /// <summary>Something was given, and no more than anybody has to read. What it was is never repeated.</summary>
    public static IRuleBuilderOptions<T, string> Secret<T>(this IRuleBuilder<T, string> rule, string field) =>
        rule.NotEmpty()
            .OverridePropertyName(field)
            .WithErrorCode("REQUIRED")
            .MaximumLength(SecretText.LongestLength)
            .WithErrorCode("TOO_LONG")
            .InWords("内容过长。", "It is too long.");
}
