using FluentValidation.Validators;

namespace SmartCity.BuildingBlocks.Acts;

/// <summary>The code of a wrong field where its rule names none; the library's own names are no part of the interface.</summary>
internal static class FieldCodes
{
    public static string Of(IPropertyValidator validator) =>
        validator switch
        {
            INotNullValidator or INotEmptyValidator => "REQUIRED",
            IMaximumLengthValidator => "TOO_LONG",
            IMinimumLengthValidator => "TOO_SHORT",
            ILengthValidator or IComparisonValidator or IBetweenValidator => "OUT_OF_RANGE",
            IRegularExpressionValidator or IEmailValidator => "WRONG_FORM",
            _ when validator.Name is "EnumValidator" or "StringEnumValidator" => "UNKNOWN_VALUE",
            _ => "INVALID",
        };
}
