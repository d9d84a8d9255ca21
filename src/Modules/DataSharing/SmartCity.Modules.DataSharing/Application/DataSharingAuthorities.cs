using SmartCity.BuildingBlocks.Acts;

namespace SmartCity.Modules.DataSharing.Application;

/// <summary>Who may send which command of this module.</summary>
internal sealed class DataSharingAuthorities : AuthorityTable
{
    public DataSharingAuthorities() { }
}
