using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using OpenIddict.Server;
using OpenIddict.Validation;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.Modules.Security.Infrastructure.Keys;

namespace SmartCity.Modules.Security.Infrastructure.Tokens;

/// <summary>
/// Looks into the keys folder every twenty seconds, so that every instance signs and trusts the same keys without a restart.
/// </summary>
internal sealed partial class TokenKeyWatch(
    TokenKeys keys,
    CookieKeyManager cookieKeys,
    OptionsChange<OpenIddictServerOptions> serverOptions,
    OptionsChange<OpenIddictValidationOptions> validationOptions,
    TimeProvider time,
    ILogger<TokenKeyWatch> logger
) : IHostedService, IAsyncDisposable
{
    private ITimer? timer;

    /// <exception cref="CannotServeException">The keys cannot be read.</exception>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        Look();
        timer = time.CreateTimer(_ => TryLook(), state: null, TokenKeys.LooksEvery, Timeout.InfiniteTimeSpan);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken) => await DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        if (timer is not null)
        {
            await timer.DisposeAsync();
        }
    }

    private void Look()
    {
        if (keys.Look())
        {
            // In this order: what is believed of tokens is read from what the server signs with.
            serverOptions.Tell();
            validationOptions.Tell();
        }

        cookieKeys.Look();
    }

    // A folder that is away for a while ends no session: what was known stays in force.
    private void TryLook()
    {
        try
        {
            Look();
        }
        catch (CannotServeException fault)
        {
            LogUnreadable(logger, fault.Message);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            LogUnreadable(logger, fault.Message);
        }
        catch (Exception fault)
        {
            // Thrown on a timer's thread it would end the process.
            LogFault(logger, fault);
        }

        timer?.Change(TokenKeys.LooksEvery, Timeout.InfiniteTimeSpan);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The keys folder was not read again: {Fault}")]
    private static partial void LogUnreadable(ILogger logger, string fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "The keys folder was not read again")]
    private static partial void LogFault(ILogger logger, Exception fault);
}

/// <summary>Has options of one type read anew.</summary>
internal sealed class OptionsChange<TOptions> : IOptionsChangeTokenSource<TOptions>, IDisposable
{
    private CancellationTokenSource source = new();

    public string? Name => Options.DefaultName;

    public IChangeToken GetChangeToken() => new CancellationChangeToken(source.Token);

    public void Tell()
    {
        using var told = Interlocked.Exchange(ref source, new());
        told.Cancel();
    }

    public void Dispose() => source.Dispose();
}
