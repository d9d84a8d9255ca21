using System.Reflection;

namespace SmartCity.Modules.Security.Contracts;

/// <summary>The assembly of all that other modules may know of Security.</summary>
public static class ContractsAssembly
{
    public static Assembly Value => typeof(ContractsAssembly).Assembly;
}
