using SmartCity.BuildingBlocks.Acts;

namespace SmartCity.Modules.Assets.Application;

/// <summary>Who may send which command of this module.</summary>
internal sealed class AssetsAuthorities : AuthorityTable
{
    public AssetsAuthorities() { }
}
