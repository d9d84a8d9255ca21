using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Connections;
using SmartCity.Api.CommandLine;
using SmartCity.Api.Database;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Articles;

namespace SmartCity.Api.Composition;

/// <summary>What happens between the built service and its first request.</summary>
public static class ServiceStart
{
    /// <summary>
    /// In the demonstration makes the schema and what it starts from; elsewhere only looks whether it can serve on the schema.
    /// </summary>
    /// <exception cref="StartException">The service must not start on this database.</exception>
    public static async Task PrepareAsync(
        WebApplication service,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        DemandPromulgation(service.Services);
        if (!service.Environment.IsEnvironment(ServiceHost.Demonstration))
        {
            await TellAsync(await SchemaCheck.DemandServedAsync(service.Services, cancellationToken), output);
            await ResumeAsync(service.Services, cancellationToken);
            return;
        }

        await Migrator.MigrateAsync(service.Services, output, cancellationToken);
        var folder = Path.GetFullPath(service.Configuration["Demonstration:Folder"] ?? "data");
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var module in service.Services.GetServices<IModule>())
            {
                await using var scope = service.Services.CreateAsyncScope();
                await module.PrepareDemonstrationAsync(scope.ServiceProvider, folder, output, cancellationToken);
            }
        }
        catch (Exception fault) when (DatabaseFault.TextOf(fault) is { } text)
        {
            throw new StartException(ExitCode.Failure, [text], fault);
        }
        catch (CannotServeException fault)
        {
            throw LackOf(fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StartException(
                ExitCode.Failure,
                [new($"文件夹“{folder}”不能写入。", $"The folder '{folder}' cannot be written.")],
                fault
            );
        }

        await ResumeAsync(service.Services, cancellationToken);
    }

    /// <summary>Lets every module take up what the database keeps, before the first request or command.</summary>
    internal static async Task ResumeAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var module in services.GetServices<IModule>())
            {
                await using var scope = services.CreateAsyncScope();
                await module.ResumeAsync(scope.ServiceProvider, cancellationToken);
            }
        }
        catch (Exception fault) when (DatabaseFault.TextOf(fault) is { } text)
        {
            throw new StartException(ExitCode.Failure, [text], fault);
        }
        catch (CannotServeException fault)
        {
            throw LackOf(fault);
        }
    }

    /// <summary>Nobody judges under a regulation whose first day he does not know (INT-33).</summary>
    /// <exception cref="StartException">The setting is missing.</exception>
    internal static void DemandPromulgation(IServiceProvider services)
    {
        if (services.GetRequiredService<Promulgation>().IsKnown)
        {
            return;
        }

        throw new StartException(
            ExitCode.Usage,
            [
                new(
                    $"请设定 {Promulgation.Setting}（办法发布之日，如 2018-01-08）：条文没有日期，程序不作推测。",
                    $"Set {Promulgation.Setting}, the day on which the regulation was promulgated (such as 2018-01-08): its text has no date, and the program guesses none."
                ),
            ]
        );
    }

    /// <summary>Serves until told to stop, then lets running requests end.</summary>
    public static async Task RunAsync(WebApplication service, CancellationToken cancellationToken)
    {
        try
        {
            await service.StartAsync(cancellationToken);
        }
        catch (CannotServeException fault)
        {
            throw LackOf(fault);
        }
        catch (Exception fault) when (WhyNotListening(fault, service) is { } line)
        {
            throw new StartException(ExitCode.Failure, [line], fault);
        }

        await service.WaitForShutdownAsync(cancellationToken);
    }

    internal static StartException LackOf(CannotServeException fault) =>
        new(fault.IsSetting ? ExitCode.Usage : ExitCode.Failure, fault.Lines, fault);

    private static LocalizedText? WhyNotListening(Exception fault, WebApplication service)
    {
        var urls = string.Join("; ", service.Services.GetRequiredService<ServiceSettings>().Urls);
        return fault switch
        {
            IOException { InnerException: AddressInUseException } => new(
                $"监听地址已被占用：{urls}。请停止占用它的程序，或用 --urls 换一个。",
                $"The address is taken: {urls}. Stop what uses it, or choose another by --urls."
            ),
            SocketException { SocketErrorCode: SocketError.AccessDenied } => new(
                $"没有权限监听：{urls}。小于 1024 的端口需要授权，请换一个或放在代理之后。",
                $"No right to listen on {urls}: ports below 1024 need one; choose another, or stand behind a proxy."
            ),
            SocketException or IOException { InnerException: SocketException } => new(
                $"本机没有这个监听地址：{urls}。",
                $"This machine has no such address to listen on: {urls}."
            ),
            FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException => new(
                $"证书文件读不了，请检查 Kestrel:Certificates 的 Path 和 KeyPath：{fault.Message}",
                $"A certificate file cannot be read; check Path and KeyPath in Kestrel:Certificates: {fault.Message}"
            ),
            CryptographicException => new(
                "证书用不了：文件不是证书，或者 Kestrel:Certificates 的 Password、KeyPath 与它不符。",
                "The certificate cannot be used: the file is none, or Password or KeyPath in Kestrel:Certificates does not fit it."
            ),
            _ => null,
        };
    }

    private static async Task TellAsync(LocalizedText? text, TextWriter output)
    {
        if (text is not null)
        {
            await output.WriteLineAsync(SmartCityCommandLine.Spoken(text));
        }
    }
}
