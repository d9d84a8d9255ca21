using SmartCity.BuildingBlocks.Acts;

namespace SmartCity.Modules.Construction.Application;

/// <summary>Who may send which command of this module.</summary>
internal sealed class ConstructionAuthorities : AuthorityTable
{
    public ConstructionAuthorities() { }
}
