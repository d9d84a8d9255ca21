using SmartCity.BuildingBlocks.Results;

namespace SmartCity.Modules.Operations.Application;

/// <summary>Fields that name what another module does not know.</summary>
internal static class Unknown
{
    public static FieldError Unit(string field, Language language) =>
        new(field, "UNIT_UNKNOWN", new LocalizedText("没有登记这个单位。", "No such unit is registered.").In(language));

    public static FieldError Declaration(string field, Language language) =>
        new(
            field,
            "DECLARATION_UNKNOWN",
            new LocalizedText("没有这个申报事项。", "There is no such declaration.").In(language)
        );
}
