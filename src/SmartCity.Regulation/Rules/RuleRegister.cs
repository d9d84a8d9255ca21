using System.Reflection;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.Regulation.Parameters;

namespace SmartCity.Regulation.Rules;

/// <summary>Every rule and every parameter that the modules declare, by article and code.</summary>
public sealed class RuleRegister(IEnumerable<IModule> modules)
{
    private readonly Lazy<Declared> declared = new(() => Declared.By(modules));

    /// <summary>By article, then by code.</summary>
    public IReadOnlyList<DeclaredRule> Rules => declared.Value.Rules;

    /// <summary>By article, then by code.</summary>
    public IReadOnlyList<DeclaredParameter> Parameters => declared.Value.Parameters;

    public DeclaredRule? Find(string code) => declared.Value.ByCode.GetValueOrDefault(code);

    public DeclaredParameter? FindParameter(string code) => declared.Value.ParametersByCode.GetValueOrDefault(code);

    private sealed record Declared(
        IReadOnlyList<DeclaredRule> Rules,
        IReadOnlyList<DeclaredParameter> Parameters,
        IReadOnlyDictionary<string, DeclaredRule> ByCode,
        IReadOnlyDictionary<string, DeclaredParameter> ParametersByCode
    )
    {
        public static Declared By(IEnumerable<IModule> modules)
        {
            List<(IModule Module, object? Value)> values =
            [
                .. from module in modules
                from type in module.GetType().Assembly.GetTypes()
                where type.Namespace?.EndsWith(".Domain.Rules", StringComparison.Ordinal) == true
                from property in type.GetProperties(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
                where
                    property.PropertyType.IsAssignableTo(typeof(IRule))
                    || property.PropertyType.IsAssignableTo(typeof(IParameter))
                select (module, property.GetValue(null)),
            ];
            List<DeclaredRule> rules =
            [
                .. values
                    .Where(one => one.Value is IRule)
                    .Select(one => new DeclaredRule((IRule)one.Value!, one.Module.Name))
                    .OrderBy(one => one.Rule.Article)
                    .ThenBy(one => one.Rule.Code, StringComparer.Ordinal),
            ];
            List<DeclaredParameter> parameters =
            [
                .. values
                    .Where(one => one.Value is IParameter)
                    .Select(one => new DeclaredParameter((IParameter)one.Value!, one.Module.Name))
                    .OrderBy(one => one.Parameter.Article)
                    .ThenBy(one => one.Parameter.Code, StringComparer.Ordinal),
            ];
            return new(
                rules,
                parameters,
                rules.ToDictionary(one => one.Rule.Code),
                parameters.ToDictionary(one => one.Parameter.Code)
            );
        }
    }
}

/// <summary>A rule and the module that judges by it.</summary>
public sealed record DeclaredRule(IRule Rule, string Module);

/// <summary>A parameter and the module whose rules use it.</summary>
public sealed record DeclaredParameter(IParameter Parameter, string Module);
