using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Abstractions;
using OpenIddict.EntityFrameworkCore.Models;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Modules.Security.Infrastructure;
using SmartCity.Modules.Security.Infrastructure.Tokens;
using SmartCity.Testing;

namespace SmartCity.Modules.Security.Tests;

public sealed class TokenPruningJobTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task RunAsync_WhenATokenWasRevokedLongAgo_ThenOnlyItGoes(DatabaseKind kind)
    {
        await using var host = await WithTokensAsync(kind);

        await RunAsync(host);

        (await SubjectsAsync(host)).ShouldBe(["revoked-lately", "valid"]);
    }

    [Theory]
    [EveryDatabase]
    public async Task RunAsync_WhenRunTwice_ThenTheSecondRunTakesNothingMore(DatabaseKind kind)
    {
        await using var host = await WithTokensAsync(kind);
        await RunAsync(host);

        await RunAsync(host);

        (await SubjectsAsync(host)).ShouldBe(["revoked-lately", "valid"]);
    }

    private static async Task<ModuleHost> WithTokensAsync(DatabaseKind kind)
    {
        var host = await ModuleHost.StartAsync(kind, ServiceUnderTest.Modules);
        var now = host.Time.GetUtcNow();
        await using var scope = host.Services.CreateAsyncScope();
        var tokens = scope.ServiceProvider.GetRequiredService<IOpenIddictTokenManager>();
        await AddAsync("revoked-long-ago", OpenIddictConstants.Statuses.Revoked, TimeSpan.FromDays(2));
        await AddAsync("revoked-lately", OpenIddictConstants.Statuses.Revoked, TimeSpan.FromHours(2));
        await AddAsync("valid", OpenIddictConstants.Statuses.Valid, TimeSpan.FromDays(2));
        return host;

        async Task AddAsync(string subject, string status, TimeSpan ago) =>
            await tokens.CreateAsync(
                new OpenIddictTokenDescriptor
                {
                    Subject = subject,
                    Status = status,
                    Type = OpenIddictConstants.TokenTypeHints.AccessToken,
                    CreationDate = now - ago,
                    ExpirationDate = now + TimeSpan.FromDays(3650),
                },
                Cancellation
            );
    }

    private static async Task RunAsync(ModuleHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TokenPruningJob>().RunAsync(Cancellation);
    }

    private static Task<List<string?>> SubjectsAsync(ModuleHost host) =>
        host.InDatabaseAsync<SecurityDb, List<string?>>(database =>
            database
                .Set<OpenIddictEntityFrameworkCoreToken>()
                .Select(token => token.Subject)
                .OrderBy(subject => subject)
                .ToListAsync(Cancellation)
        );
}
