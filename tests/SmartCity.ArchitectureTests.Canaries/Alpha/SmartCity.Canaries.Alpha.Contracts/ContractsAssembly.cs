using System.Reflection;

namespace SmartCity.Canaries.Alpha.Contracts;

public static class ContractsAssembly
{
    public static Assembly Value => typeof(ContractsAssembly).Assembly;
}
