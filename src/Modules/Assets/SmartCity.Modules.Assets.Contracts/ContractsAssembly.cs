using System.Reflection;

namespace SmartCity.Modules.Assets.Contracts;

/// <summary>The assembly of all that other modules may know of Assets.</summary>
public static class ContractsAssembly
{
    public static Assembly Value => typeof(ContractsAssembly).Assembly;
}
