using SmartCity.BuildingBlocks;

namespace SmartCity.Modules.Security.Contracts;

/// <summary>The administrative divisions that a unit's power can be bound to (GB/T 2260, facts as of 2018).</summary>
[ArchitectureExemption(
    "AR08",
    "The codes of the city and its counties, fixed by the national standard; constants, no data."
)]
public static class Jurisdictions
{
    /// <summary>咸阳市</summary>
    public const string City = "610400";

    /// <summary>The fourteen counties, county-level cities and districts of the city, by code.</summary>
    public static IReadOnlyDictionary<string, string> Counties { get; } =
        new Dictionary<string, string>
        {
            ["610402"] = "秦都区",
            ["610403"] = "杨陵区",
            ["610404"] = "渭城区",
            ["610422"] = "三原县",
            ["610423"] = "泾阳县",
            ["610424"] = "乾县",
            ["610425"] = "礼泉县",
            ["610426"] = "永寿县",
            ["610428"] = "长武县",
            ["610429"] = "旬邑县",
            ["610430"] = "淳化县",
            ["610431"] = "武功县",
            ["610481"] = "兴平市",
            ["610482"] = "彬州市",
        };
}
