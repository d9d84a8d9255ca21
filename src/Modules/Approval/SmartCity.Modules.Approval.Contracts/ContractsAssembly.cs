using System.Reflection;

namespace SmartCity.Modules.Approval.Contracts;

/// <summary>The assembly of all that other modules may know of Approval.</summary>
public static class ContractsAssembly
{
    public static Assembly Value => typeof(ContractsAssembly).Assembly;
}
