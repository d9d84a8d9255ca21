using System.CommandLine;
using SmartCity.Api.Composition;
using SmartCity.Api.Database;
using SmartCity.BuildingBlocks.Modules;

namespace SmartCity.Api.CommandLine;

/// <summary>A module's own command: <c>smartcity NAME ARGUMENTS [--database X]</c>, run in one scope over a current schema.</summary>
internal static class ModuleCommands
{
    public static Command Create(ModuleCommand module, TextWriter output)
    {
        var arguments = new Argument<string[]>("ARGUMENTS") { Arity = ArgumentArity.ZeroOrMore };
        var command = new Command(module.Name, module.Summary)
        {
            arguments,
            CommonOptions.Database(),
            CommonOptions.Environment(),
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var service = ServiceHost.Build(CommonOptions.Read(parsed));
                ServiceStart.DemandPromulgation(service.Services);
                await SchemaCheck.DemandServedAsync(service.Services, cancellationToken);
                await ServiceStart.ResumeAsync(service.Services, cancellationToken);
                await using var scope = service.Services.CreateAsyncScope();
                return await module.RunAsync(
                    scope.ServiceProvider,
                    parsed.GetValue(arguments) ?? [],
                    output,
                    cancellationToken
                );
            }
        );
        return command;
    }
}
