using System.Reflection;

namespace SmartCity.Modules.DataSharing.Contracts;

/// <summary>The assembly of all that other modules may know of DataSharing.</summary>
public static class ContractsAssembly
{
    public static Assembly Value => typeof(ContractsAssembly).Assembly;
}
