using SmartCity.BuildingBlocks.Results;

namespace SmartCity.Regulation.Rules;

/// <summary>Whose the municipal projects are (article 5).</summary>
public static class MunicipalProjects
{
    /// <summary>The answer to an account of a county that acts on the city's projects.</summary>
    public static Error OutOfJurisdiction { get; } =
        Error.Forbidden(
            "OUT_OF_JURISDICTION",
            new(
                "市级项目由市政府信息办归口管理，县市区账号只办理本辖区事项。（依据第五条）",
                "Municipal projects are the city's; an account of a county acts within its own jurisdiction (article 5)."
            )
        );
}
