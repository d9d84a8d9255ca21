using System.Globalization;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.Api.Composition;

/// <summary>The language in which the program speaks to the operator at the terminal.</summary>
internal static class HostLanguage
{
    public static Language Terminal =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? Language.English : Language.Chinese;
}
