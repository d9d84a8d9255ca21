using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;

namespace SmartCity.Api.OpenApi;

/// <summary>
/// What a type is called in the description. The modules choose their names without knowing each other's, so a module's
/// type carries the module's name, and what stands within a use case the use case's.
/// </summary>
internal static class SchemaNames
{
    private const string Modules = "SmartCity.Modules.";

    public static string? Of(JsonTypeInfo type) =>
        OpenApiOptions.CreateDefaultSchemaReferenceId(type) is null ? null : NameOf(type.Type);

    private static string NameOf(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return NameOf(underlying);
        }

        var name = type.Name.Split('`')[0];
        if (type.IsGenericType)
        {
            name += $"Of{string.Join("And", type.GetGenericArguments().Select(NameOf))}";
        }

        return string.Join('.', new[] { ModuleOf(type), ScopeOf(type), name }.Where(part => part.Length > 0));
    }

    private static string ModuleOf(Type type) =>
        type.Namespace is { } space && space.StartsWith(Modules, StringComparison.Ordinal)
            ? space[Modules.Length..].Split('.')[0]
            : "";

    // A body stands within its endpoints' class, which says no more than the module does.
    private static string ScopeOf(Type type) =>
        type.DeclaringType is { } scope && !scope.Name.EndsWith("Endpoints", StringComparison.Ordinal)
            ? scope.Name
            : "";
}
