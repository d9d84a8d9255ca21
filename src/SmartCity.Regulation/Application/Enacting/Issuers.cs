using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Parameters;

namespace SmartCity.Regulation.Application.Enacting;

/// <summary>Who issues which kind of enactment (INT-32).</summary>
internal static class Issuers
{
    private static readonly LocalizedText Government = new("市人民政府", "the city government");
    private static readonly LocalizedText Office = new("市政府信息办", "the informatization office");

    public static LocalizedText Of(ParameterAct kind) => kind == ParameterAct.Amendment ? Government : Office;
}
