using SmartCity.BuildingBlocks.Acts;

namespace SmartCity.Modules.Acceptance.Application;

/// <summary>Who may send which command of this module.</summary>
internal sealed class AcceptanceAuthorities : AuthorityTable
{
    public AcceptanceAuthorities() { }
}
