using System.Reflection;

namespace SmartCity.Canaries.Beta.Contracts;

public static class ContractsAssembly
{
    public static Assembly Value => typeof(ContractsAssembly).Assembly;
}
