using SmartCity.BuildingBlocks.Acts;

namespace SmartCity.Modules.Operations.Application;

/// <summary>Who may send which command of this module.</summary>
internal sealed class OperationsAuthorities : AuthorityTable
{
    public OperationsAuthorities() { }
}
