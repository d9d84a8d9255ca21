using System.Text.Json;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Audit;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Files;
using SmartCity.BuildingBlocks.Jobs;
using SmartCity.BuildingBlocks.Messaging;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Tables;
using SmartCity.BuildingBlocks.Time;

namespace SmartCity.BuildingBlocks.Modules;

public static class ModuleRegistration
{
    /// <summary>Registers the mechanisms and every module of the list over one database.</summary>
    public static IServiceCollection AddModules(
        this IServiceCollection services,
        IReadOnlyList<IModule> modules,
        IConfiguration configuration,
        DatabaseChoice database
    )
    {
        // Messages call a field as the request spells it.
        ValidatorOptions.Global.DisplayNameResolver = (_, member, _) =>
            member is null ? null : JsonNamingPolicy.CamelCase.ConvertName(member.Name);
        ValidatorOptions.Global.ErrorCodeResolver = FieldCodes.Of;
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IIdSource, Version7IdSource>();
        services.TryAddSingleton<SystemLegalClock>();
        services.TryAddSingleton<ILegalClock>(provider => provider.GetRequiredService<SystemLegalClock>());
        services.AddSingleton(database);
        services.AddSingleton<SqliteWriteGate>();
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<FirstReadiness>();
        services.AddSingleton(new EntryWriting());
        services.AddSingleton<StoreServices>();
        services.AddSingleton<ModuleOfRequest>();
        services.AddSingleton<Authorities>();
        services.AddSingleton<ReadingRecord>();
        services.AddScoped<RequestContext>();
        services.AddScoped<Act>();
        services.AddScoped<AuditTrail>();
        services.AddScoped<EntryEraser>();
        services.AddScoped(typeof(InputCheck<>));
        services.AddMessaging(configuration);
        services.AddJobs();
        services.AddFileStore(configuration);
        services.AddSingleton<TableIntake>();
        services.AddScoped<IMediator>(provider => new Mediator(provider.GetRequiredService));
        // List projections only: see ADR 0003. Without a key it works the same and logs a warning.
        services.AddAutoMapper(
            mapping => mapping.LicenseKey = configuration["AutoMapper:LicenseKey"],
            modules.Select(module => module.GetType().Assembly)
        );
        foreach (var module in modules)
        {
            services.AddSingleton(module);
            AddRequestHandlers(services, module);
            AddAuthorityTables(services, module);
            foreach (var handler in IntegrationEventRegistry.HandlerTypes(module.GetType().Assembly))
            {
                services.AddScoped(handler);
            }

            AddValidators(services, module);
            module.Add(services, configuration);
        }

        return services;
    }

    // MediatR 5.1 brings no registration of its own: see ADR 0002.
    private static void AddRequestHandlers(IServiceCollection services, IModule module)
    {
        foreach (var type in ConcreteTypes(module))
        {
            foreach (var face in type.GetInterfaces().Where(face => IsGeneric(face, typeof(IRequestHandler<,>))))
            {
                services.AddScoped(face, type);
                var (request, response) = (face.GetGenericArguments()[0], face.GetGenericArguments()[1]);
                if (BehaviourOf(request) is { } behaviour)
                {
                    services.AddScoped(typeof(IPipelineBehavior<,>).MakeGenericType(request, response), behaviour);
                }
            }
        }
    }

    private static Type? BehaviourOf(Type request)
    {
        if (request.IsAssignableTo(typeof(ICommand)))
        {
            return typeof(CommandBehaviour<>).MakeGenericType(request);
        }

        var query = request.GetInterfaces().FirstOrDefault(face => IsGeneric(face, typeof(IQuery<>)));
        return query is null
            ? null
            : typeof(QueryBehaviour<,>).MakeGenericType(request, query.GetGenericArguments()[0]);
    }

    // Making a validator reads expressions anew each time, so one that asks for nothing is made once; one that asks for what
    // belongs to a request is made for each.
    private static void AddValidators(IServiceCollection services, IModule module)
    {
        var assembly = module.GetType().Assembly;
        services.AddValidatorsFromAssembly(assembly, ServiceLifetime.Singleton, AsksForNothing, true);
        services.AddValidatorsFromAssembly(assembly, ServiceLifetime.Scoped, found => !AsksForNothing(found), true);
    }

    private static bool AsksForNothing(AssemblyScanner.AssemblyScanResult found) =>
        found.ValidatorType.GetConstructor(Type.EmptyTypes) is not null;

    private static void AddAuthorityTables(IServiceCollection services, IModule module)
    {
        foreach (var table in ConcreteTypes(module).Where(type => type.IsAssignableTo(typeof(AuthorityTable))))
        {
            services.AddSingleton(typeof(AuthorityTable), table);
        }
    }

    private static IEnumerable<Type> ConcreteTypes(IModule module) =>
        module
            .GetType()
            .Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false });

    private static bool IsGeneric(Type face, Type definition) =>
        face.IsGenericType && face.GetGenericTypeDefinition() == definition;
}
