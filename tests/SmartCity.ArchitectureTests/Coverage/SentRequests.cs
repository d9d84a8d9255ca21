using System.Reflection;
using Microsoft.AspNetCore.Http;
using Mono.Cecil;
using SmartCity.ArchitectureTests.Examination;

namespace SmartCity.ArchitectureTests.Coverage;

/// <summary>Which commands and queries a method sends, by what it really does.</summary>
internal static class SentRequests
{
    /// <summary>What the endpoint's handler itself makes or takes, by full name; requests are among it.</summary>
    public static IEnumerable<string> Directly(MethodInfo handler)
    {
        var author = handler.DeclaringType!.FullName!;
        return Bodies
            .Of(handler.DeclaringType.Assembly)
            .Where(body => body.Author == author && IsPartOf(body.Method, handler.Name))
            .SelectMany(Made)
            .Concat(handler.GetParameters().Select(parameter => parameter.ParameterType.FullName!));
    }

    /// <summary>What the endpoint's handler makes or takes, and what its helpers and its answers make, by full name.</summary>
    public static IReadOnlySet<string> ByAnyWay(MethodInfo handler)
    {
        var start = (handler.DeclaringType!.FullName!, handler.Name);
        return Reached(handler.DeclaringType.Assembly, [start])
            .SelectMany(Made)
            .Concat(handler.GetParameters().Select(parameter => parameter.ParameterType.FullName!))
            .ToHashSet();
    }

    /// <summary>All bodies of an assembly that are run from these methods, the writing out of answers among them.</summary>
    public static IReadOnlyList<Body> Reached(
        System.Reflection.Assembly assembly,
        IEnumerable<(string Author, string Method)> from
    )
    {
        var byAuthor = Bodies.Of(assembly).ToLookup(body => body.Author);
        var seen = new HashSet<(string, string)>();
        var waiting = new Queue<(string Author, string Method)>(from);
        var reached = new List<Body>();
        while (waiting.TryDequeue(out var next))
        {
            if (!seen.Add(next))
            {
                continue;
            }

            foreach (var body in byAuthor[next.Author].Where(body => IsPartOf(body.Method, next.Method)))
            {
                reached.Add(body);
                foreach (var (type, method) in body.Calls.Select(call => (NameOf(call.DeclaringType), call.Name)))
                {
                    waiting.Enqueue((type, method));
                    // The host writes an answer out: nobody in here is seen to call that.
                    var written = method == ".ctor" ? PartsOfAnswer(assembly.GetType(type)) : [];
                    foreach (var part in written.SelectMany(part => byAuthor[part.FullName!]))
                    {
                        waiting.Enqueue((part.Author, part.Method.Name));
                    }
                }
            }
        }

        return reached;
    }

    private static IEnumerable<Type> PartsOfAnswer(Type? type)
    {
        for (var part = type; part?.IsAssignableTo(typeof(IResult)) == true; part = part.BaseType)
        {
            yield return part;
        }
    }

    private static IEnumerable<string> Made(Body body) =>
        body.Calls.Where(call => call.Name == ".ctor").Select(call => NameOf(call.DeclaringType));

    private static string NameOf(TypeReference type) => type.GetElementType().FullName.Replace('/', '+');

    // Asynchronous bodies and lambdas stand in types and methods that are named after their author's method.
    private static bool IsPartOf(MethodDefinition method, string name) =>
        method.Name == name
        || method.Name.StartsWith($"<{name}>", StringComparison.Ordinal)
        || method.DeclaringType.Name.TrimStart('<').StartsWith($"{name}>", StringComparison.Ordinal);
}
