using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Acts;

namespace SmartCity.ArchitectureTests.Coverage;

/// <summary>The page of who may do what is what the tables, the endpoints and the handlers are.</summary>
public sealed class AuthorityPageTests
{
    [Fact]
    public async Task Page_WhenComparedWithTheCode_ThenIsNotStale()
    {
        await using var service = EndpointsOfTheService.Build();
        var page = PageOf(service).Write();
        if (Environment.GetEnvironmentVariable(CoveragePageTests.Write) is { Length: > 0 })
        {
            await File.WriteAllTextAsync(AuthorityPage.File, page, TestContext.Current.CancellationToken);
        }

        var written = await File.ReadAllTextAsync(AuthorityPage.File, TestContext.Current.CancellationToken);

        page.ShouldBe(written, "Run build/coverage.sh");
    }

    [Fact]
    public async Task Requests_WhenLookedThrough_ThenAllThatRolesOfPeopleMaySendHaveAnAddress()
    {
        // Done while signing in, recorded with an export, or open in the demonstration only.
        string[] within =
        [
            "security.spend-recovery-code",
            "security.begin-export",
            "security.complete-export",
            "regulation.move-legal-date",
            "regulation.read-legal-date",
        ];
        await using var service = EndpointsOfTheService.Build();

        var without = PageOf(service)
            .All.Where(one => !one.Addresses.Any())
            .Where(one => !one.Authority.Roles.SequenceEqual([Actor.ModuleRole]))
            .Select(one => one.Authority.Name);

        without.ShouldBe(within, ignoreOrder: true);
    }

    private static AuthorityPage PageOf(WebApplication service) =>
        new(
            ((IEndpointRouteBuilder)service).DataSources.SelectMany(source => source.Endpoints),
            service.Services.GetServices<AuthorityTable>()
        );
}
