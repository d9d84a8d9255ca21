using System.CodeDom.Compiler;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SmartCity.ArchitectureTests.Examination;

/// <summary>Which types nobody wrote by hand: the compiler's, the source generators' and the migrations tool's.</summary>
internal static class Generated
{
    public static bool Is(Type type) =>
        type.Name.StartsWith('<')
        || type.IsDefined(typeof(CompilerGeneratedAttribute))
        || type.IsDefined(typeof(GeneratedCodeAttribute))
        || type.IsAssignableTo(typeof(Migration))
        || type.IsAssignableTo(typeof(ModelSnapshot))
        || type.Namespace?.EndsWith(".Generated", StringComparison.Ordinal) == true
        || (type.Namespace is null && type.Assembly.GetName().Name != "smartcity")
        // The compiler puts its own attributes into each assembly that needs them.
        || type.Namespace is "Microsoft.CodeAnalysis" or "System.Runtime.CompilerServices"
        || (type.DeclaringType is { } outer && Is(outer));
}
