using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Modules.Security.Application.Demonstration;
using SmartCity.Modules.Security.Domain.Accounts;
using SmartCity.Modules.Security.Infrastructure;
using SmartCity.Regulation.Identifiers;
using SmartCity.Testing;

namespace SmartCity.Modules.Security.Tests;

public sealed class DemonstrationTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Prepare_WhenDatabaseIsNew_ThenEveryAccountAndPostIsRegisteredByAnActOfTheModule(DatabaseKind kind)
    {
        await using var host = await ModuleHost.StartAsync(kind, ServiceUnderTest.Modules);

        var output = await PrepareAsync(host, TestFolder.New());

        var entries = await host.InDatabaseAsync<SecurityDb, List<string>>(database =>
            database.AuditEntries.Select(entry => entry.Content).ToListAsync(Cancellation)
        );
        entries.Count.ShouldBe(
            DemonstrationRegister.Units.Count + DemonstrationRegister.Accounts.Count + DemonstrationRegister.Posts.Count
        );
        entries.ShouldAllBe(content =>
            content.Contains("System(Security)") && content.Contains("\"outcome\":\"Accepted\"")
        );
        output.ShouldContain("市卫生健康委员会项目经办");
    }

    [Fact]
    public async Task Prepare_WhenRunAgain_ThenNothingChanges()
    {
        await using var host = await ModuleHost.StartAsync(DatabaseKind.Sqlite, ServiceUnderTest.Modules);
        var folder = TestFolder.New();
        await PrepareAsync(host, folder);
        var file = Path.Combine(folder, "demonstration-accounts.json");
        var before = await File.ReadAllTextAsync(file, Cancellation);

        await PrepareAsync(host, folder);

        (await File.ReadAllTextAsync(file, Cancellation)).ShouldBe(before);
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task Prepare_WhenPasswordsAreWritten_ThenOnlyTheOwnerCanReadThem()
    {
        await using var host = await ModuleHost.StartAsync(DatabaseKind.Sqlite, ServiceUnderTest.Modules);
        var folder = TestFolder.New();

        var output = await PrepareAsync(host, folder);

        var file = Path.Combine(folder, "demonstration-accounts.json");
        File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var entries = JsonSerializer.Deserialize<JsonElement>(await File.ReadAllTextAsync(file, Cancellation));
        var passwords = entries.EnumerateArray().Select(entry => entry.GetProperty("password").GetString()!).ToList();
        passwords.Distinct().Count().ShouldBe(DemonstrationRegister.Accounts.Count);
        passwords.ShouldAllBe(password => !output.Contains(password));
    }

    [Fact]
    public async Task Prepare_WhenOnlyTheFileIsGone_ThenSaysSo()
    {
        await using var host = await ModuleHost.StartAsync(DatabaseKind.Sqlite, ServiceUnderTest.Modules);
        await PrepareAsync(host, TestFolder.New());

        var failure = await Should.ThrowAsync<InvalidOperationException>(() => PrepareAsync(host, TestFolder.New()));

        failure.Message.ShouldContain("begin with a new database");
    }

    [Fact]
    public void Register_WhenRead_ThenEveryCreditCodeIsValidAndEachOnce()
    {
        var codes = DemonstrationRegister.Units.Select(unit => unit.CreditCode).ToList();

        codes.ShouldAllBe(code => CreditCode.Check(code).IsValid);
        codes.Distinct().Count().ShouldBe(codes.Count);
    }

    [Fact]
    public async Task CreateAdministrator_WhenOfficeIsNew_ThenItAndTheAdministratorAreRegistered()
    {
        await using var host = await ModuleHost.StartAsync(DatabaseKind.Sqlite, ServiceUnderTest.Modules);

        var (code, output) = await CommandAsync(host, "市政府信息办", Given.CreditCodeOf(1), "admin");

        code.ShouldBe(0, output);
        var account = await host.InDatabaseAsync<SecurityDb, Account>(database =>
            database.Accounts.SingleAsync(Cancellation)
        );
        account.Office.ShouldBe(AccountOffice.Administrator);
        output.ShouldContain("admin");
    }

    [Theory]
    [InlineData(2, "市政府信息办")]
    [InlineData(1, "市政府信息办", "91350100M000100Y44", "admin")]
    public async Task CreateAdministrator_WhenArgumentsAreWrong_ThenSaysSoAndFails(
        int expected,
        params string[] arguments
    )
    {
        await using var host = await ModuleHost.StartAsync(DatabaseKind.Sqlite, ServiceUnderTest.Modules);

        var (code, output) = await CommandAsync(host, arguments);

        code.ShouldBe(expected);
        output.ShouldNotBeEmpty();
    }

    private static async Task<string> PrepareAsync(ModuleHost host, string folder)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await using var output = new StringWriter();
        await new SecurityModule().PrepareDemonstrationAsync(scope.ServiceProvider, folder, output, Cancellation);
        return output.ToString();
    }

    private static async Task<(int Code, string Output)> CommandAsync(ModuleHost host, params string[] arguments)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await using var output = new StringWriter();
        var command = new SecurityModule().Commands.Single(command => command.Name == "create-administrator");
        var code = await command.RunAsync(scope.ServiceProvider, arguments, output, Cancellation);
        return (code, output.ToString());
    }
}
