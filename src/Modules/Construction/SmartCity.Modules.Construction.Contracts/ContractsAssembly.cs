using System.Reflection;

namespace SmartCity.Modules.Construction.Contracts;

/// <summary>The assembly of all that other modules may know of Construction.</summary>
public static class ContractsAssembly
{
    public static Assembly Value => typeof(ContractsAssembly).Assembly;
}
