using System.Reflection;

namespace SmartCity.Modules.Operations.Contracts;

/// <summary>The assembly of all that other modules may know of Operations.</summary>
public static class ContractsAssembly
{
    public static Assembly Value => typeof(ContractsAssembly).Assembly;
}
