using System.Reflection;

namespace SmartCity.Modules.Acceptance.Contracts;

/// <summary>The assembly of all that other modules may know of Acceptance.</summary>
public static class ContractsAssembly
{
    public static Assembly Value => typeof(ContractsAssembly).Assembly;
}
