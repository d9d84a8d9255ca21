using System.Diagnostics;
using System.Net;
using SmartCity.Api.CommandLine;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Demonstration;

namespace SmartCity.EndToEndTests.Away;

/// <summary>The procedures for keys on the operations page, with the real program.</summary>
public sealed class KeysAtRestTests
{
    private const string Setting = TestKeysSecret.Setting;
    private const string Administrator = "city.administrator";

    private static readonly TimeSpan AMinute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    private readonly string folder = TestFolder.New();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string KeysFolder => Path.Combine(folder, "keys");

    [Theory]
    [InlineData("missing", "请设定")]
    [InlineData("absent", "读不到")]
    [InlineData("short", "32")]
    [InlineData("open", "chmod 600")]
    [InlineData("beside", "在密钥文件夹里")]
    [InlineData("another", "不是密钥文件夹")]
    public async Task Serve_WhenTheSecretIsNotGood_ThenOneLineNamesTheSetting(string what, string words)
    {
        var database = await PreparedAsync(Path.Combine(folder, "city.db"));

        var run = await ServeAsync(database, (Setting, SecretThatIs(what)));

        run.ShouldBeOneLine(ExitCode.Usage, Setting, words);
    }

    [Fact]
    public async Task Serve_WhenAKeyFileWasChanged_ThenOneLineNamesIt()
    {
        var database = await PreparedAsync(Path.Combine(folder, "city.db"));
        await using (await StartAsync(database))
        {
            // Makes the keys.
        }

        var file = Directory.GetFiles(Path.Combine(KeysFolder, "token-keys")).Single();
        var content = await File.ReadAllBytesAsync(file, Cancellation);
        content[^1] ^= 1;
        await File.WriteAllBytesAsync(file, content, Cancellation);

        (await ServeAsync(database)).ShouldBeOneLine(ExitCode.Failure, "000001.sealed");

        File.Delete(file);
        await using var again = await StartAsync(database);
        again.HasExited.ShouldBeFalse();
    }

    [Fact]
    public async Task RotateAtOnce_WhenAServiceRuns_ThenItsTokensEndWithinAMinute()
    {
        await using var empty = await TestDatabase.CreateEmptyAsync(DatabaseKind.PostgreSql);
        var database = empty.Choice.ConnectionString;
        var password = await RegisteredAsync(await PreparedAsync(database));
        await using var one = await StartAsync(database);
        await using var two = await StartAsync(database);
        var token = await new PersonSignIn(one.Address).SignInAsync(Administrator, password, Cancellation);
        (await AskAsync(one, token)).ShouldBe(HttpStatusCode.OK);
        (await AskAsync(two, token)).ShouldBe(HttpStatusCode.OK);

        var since = Stopwatch.GetTimestamp();
        (await RunAsync(database, "rotate-keys-at-once")).Exit.ShouldBe(ExitCode.Success);

        foreach (var instance in new[] { one, two })
        {
            while (await AskAsync(instance, token) != HttpStatusCode.Unauthorized)
            {
                Stopwatch.GetElapsedTime(since).ShouldBeLessThan(AMinute);
                await Task.Delay(BetweenLooks, Cancellation);
            }
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"Both after {Stopwatch.GetElapsedTime(since)}");
        var renewed = await new PersonSignIn(two.Address).SignInAsync(Administrator, password, Cancellation);
        (await AskAsync(one, renewed)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Reseal_WhenTheServiceIsStopped_ThenItsTokensAreGoodUnderTheNewSecretOnly()
    {
        var database = await PreparedAsync(Path.Combine(folder, "city.db"));
        var password = await RegisteredAsync(database);
        (await RunAsync(database, "create-evidence-key", "city.example/log")).Exit.ShouldBe(ExitCode.Success);
        IssuedToken token;
        await using (var service = await StartAsync(database))
        {
            token = await new PersonSignIn(service.Address).SignInAsync(Administrator, password, Cancellation);
            (await service.StopAsync(Cancellation)).ShouldBe(ExitCode.Success);
        }

        var renewed = Path.Combine(folder, "keys-secret-2");
        TestKeysSecret.Write(renewed, new string('n', 64));

        var resealed = await RunAsync(database, "reseal-keys", renewed);

        resealed.Exit.ShouldBe(ExitCode.Success, resealed.Output + resealed.Error);
        (await ServeAsync(database)).ShouldBeOneLine(ExitCode.Usage, Setting);
        await using var again = await StartAsync(database, (Setting, renewed));
        (await AskAsync(again, token)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Serve_WhenSecretAndKeysAreLost_ThenStartsWithOthersAndEverybodySignsInAgain()
    {
        var database = await PreparedAsync(Path.Combine(folder, "city.db"));
        var password = await RegisteredAsync(database);
        IssuedToken token;
        await using (var service = await StartAsync(database))
        {
            token = await new PersonSignIn(service.Address).SignInAsync(Administrator, password, Cancellation);
        }

        Directory.Move(KeysFolder, Path.Combine(folder, "lost-keys"));
        var other = Path.Combine(folder, "other-secret");
        TestKeysSecret.Write(other, new string('o', 64));

        await using (var again = await StartAsync(database, (Setting, other)))
        {
            (await AskAsync(again, token)).ShouldBe(HttpStatusCode.Unauthorized);
            var renewed = await new PersonSignIn(again.Address).SignInAsync(Administrator, password, Cancellation);
            (await AskAsync(again, renewed)).ShouldBe(HttpStatusCode.OK);
        }

        // With a backup of both nothing is lost.
        Directory.Delete(KeysFolder, recursive: true);
        Directory.Move(Path.Combine(folder, "lost-keys"), KeysFolder);
        await using var restored = await StartAsync(database);
        (await AskAsync(restored, token)).ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<HttpStatusCode> AskAsync(ServiceProcess service, IssuedToken token)
    {
        using var client = new HttpClient { BaseAddress = service.Address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", token.AccessToken);
        using var answer = await client.GetAsync("/api/v1/security/me", Cancellation);
        return answer.StatusCode;
    }

    private async Task<string> PreparedAsync(string database)
    {
        var run = await ProgramRun.OfAsync(["migrate", "--database", database], folder);
        run.Exit.ShouldBe(ExitCode.Success, run.Error);
        return database;
    }

    /// <returns>The administrator's password.</returns>
    private async Task<string> RegisteredAsync(string database)
    {
        var run = await RunAsync(database, "create-administrator", "市政府信息办", "11610400MD0000016R", Administrator);
        run.Exit.ShouldBe(ExitCode.Success, run.Output + run.Error);
        return run.Output.Trim().Split(' ')[^1];
    }

    private Task<ProgramRun> RunAsync(string database, params string[] arguments) =>
        ProgramRun.OfAsync([.. arguments, "--database", database], folder, ("Security:KeysFolder", KeysFolder));

    private Task<ProgramRun> ServeAsync(string database, params (string Key, string Value)[] settings) =>
        ProgramRun.OfAsync(
            ["serve", "--database", database, "--urls", "http://127.0.0.1:0"],
            folder,
            [("Security:KeysFolder", KeysFolder), .. settings]
        );

    private Task<ServiceProcess> StartAsync(string database, params (string Key, string Value)[] settings) =>
        ServiceProcess.StartAsync(
            new()
            {
                Database = database,
                Folder = folder,
                Settings = new Dictionary<string, string>(
                    settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value))
                )
                {
                    ["Security:Issuer"] = "https://smartcity.example/",
                    // Signing in is not what is tried here.
                    ["Security:SecondFactorRequiredFor"] = "none",
                },
            },
            Cancellation
        );

    private string SecretThatIs(string what)
    {
        Directory.CreateDirectory(KeysFolder);
        var file = Path.Combine(what == "beside" ? KeysFolder : folder, $"secret-{what}");
        switch (what)
        {
            case "missing":
                return "";
            case "absent":
                return file;
            case "another":
                // The check of a folder that the first secret has claimed, which is another.
                File.WriteAllText(Path.Combine(KeysFolder, "secret-check"), "sealed by nobody");
                break;
        }

        TestKeysSecret.Write(file, new string('x', what == "short" ? 31 : 64));
        if (what == "open" && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        }

        return file;
    }
}
