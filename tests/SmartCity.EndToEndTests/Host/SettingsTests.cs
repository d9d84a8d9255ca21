using SmartCity.Api.CommandLine;
using SmartCity.Api.Composition;

namespace SmartCity.EndToEndTests.Host;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("Urls", "not an address")]
    [InlineData("Urls", "ftp://127.0.0.1:21")]
    [InlineData("Urls", "http://0.0.0.0:5080")]
    [InlineData("Urls", "http://*:5080")]
    [InlineData("Urls", "https://127.0.0.1:5443")]
    [InlineData("Kestrel:Endpoints:Public:Url", "http://10.0.0.1:80")]
    [InlineData("Database", "")]
    [InlineData("Database", "Host=h;Nonsense=1")]
    [InlineData("Http:TrustedProxies:0", "10.0.0.0/99")]
    [InlineData("Http:LargestBody", "-1")]
    [InlineData("Http:LargestBdy", "1000")]
    [InlineData("RateLimits:PerAccount", "0")]
    [InlineData("RateLimits:PerAddress", "many")]
    [InlineData("RateLimits:SignInPerAddress", "99999999999")]
    [InlineData("Http:DrainSeconds", "61")]
    [InlineData("Outbox:LeaseSeconds", "0")]
    [InlineData("Evidence:MissingWitness:Mode", "refuse")]
    [InlineData("Evidence:MissingWitness:Mode", "refuse-all")]
    [InlineData("Evidence:MissingWitness:ActAfterSeconds", "0")]
    [InlineData("Evidence:MissingWitness:ActAfter", "60")]
    [InlineData("Evidence:Sm2Line", "yes")]
    [InlineData("Evidence:Sm2", "true")]
    [InlineData("Notices:Smtpp", "mail.example.cn")]
    [InlineData("OpenTelemetry:Endpoint", "collector:4317")]
    [InlineData("Files:LargestFile", "0")]
    [InlineData("Files:Folder", "/proc/smartcity")]
    [InlineData("Regulation:PromulgatedOn", "8.1.2018")]
    [InlineData("Regulation:PromulgatedOn", "1999-12-31")]
    [InlineData("Regulation:PromulgatedOn", "2101-01-01")]
    [InlineData("Regulation:Promulgated", "2018-01-08")]
    [InlineData("Security:SecondFactorRequiredFor", "administrator,auditors")]
    [InlineData("Security:ConfirmationRequiredFor", "finance")]
    [InlineData("Security:SecondFactorRequired", "administrator")]
    [InlineData("Kestrel:EndpointDefaults:ClientCertificateMode", "AllowCertificate")]
    [InlineData("Security:MutualTlsAddress", "http://partners.example/")]
    [InlineData("Security:MutualTlsAddress", "https://partners.example/")]
    public void Build_WhenOneSettingIsWrong_ThenOneLineNamesIt(string key, string value)
    {
        var failure = Should.Throw<StartException>(() => Build((key, value)));

        failure.ExitCode.ShouldBe(ExitCode.Usage);
        var line = failure.Lines.ShouldHaveSingleItem();
        line.Chinese.ShouldContain(key);
        line.English.ShouldContain(key);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Prepare_WhenNobodyTellsTheDayOfPromulgation_ThenOneLineNamesTheSetting(string? value)
    {
        await using var service = ServiceHost.Build(
            new()
            {
                Environment = "Production",
                Settings = new Dictionary<string, string?>
                {
                    ["Database"] = "unused.db",
                    ["Regulation:PromulgatedOn"] = value,
                },
            }
        );

        var failure = await Should.ThrowAsync<StartException>(() =>
            ServiceStart.PrepareAsync(service, TextWriter.Null, TestContext.Current.CancellationToken)
        );

        failure.ExitCode.ShouldBe(ExitCode.Usage);
        var line = failure.Lines.ShouldHaveSingleItem();
        line.Chinese.ShouldContain("Regulation:PromulgatedOn");
        line.English.ShouldContain("Regulation:PromulgatedOn");
    }

    [Theory]
    [InlineData("AllowCertificate")]
    [InlineData("RequireCertificate")]
    [InlineData("DelayCertificate")]
    public void Build_WhenAListenerAsksForCertificatesInAWrongWay_ThenOneLineNamesIt(string mode)
    {
        const string Endpoint = "Kestrel:Endpoints:Partners";

        // Allowed it is where TLS is, and nothing else is allowed at all.
        var failure = Should.Throw<StartException>(() =>
            Build(($"{Endpoint}:Url", "http://127.0.0.1:5080"), ($"{Endpoint}:ClientCertificateMode", mode))
        );

        var line = failure.Lines.ShouldHaveSingleItem();
        line.Chinese.ShouldContain($"{Endpoint}:ClientCertificateMode");
        line.English.ShouldContain($"{Endpoint}:ClientCertificateMode");
    }

    [Theory]
    [InlineData("Host", "")]
    [InlineData("Port", "0")]
    [InlineData("Port", "65536")]
    [InlineData("From", "nobody")]
    [InlineData("Tls", "perhaps")]
    [InlineData("Tls", "none")]
    [InlineData("UserName", "")]
    [InlineData("PasswordFile", "/nowhere/password")]
    [InlineData("TimeoutSeconds", "301")]
    [InlineData("Passwrd", "x")]
    public void Build_WhenOneMailSettingIsWrong_ThenOneLineNamesIt(string name, string value)
    {
        var failure = Should.Throw<StartException>(() => Build([.. Mail(), ($"Notices:Smtp:{name}", value)]));

        var line = failure.Lines.ShouldHaveSingleItem();
        line.Chinese.ShouldContain($"Notices:Smtp:{name}");
        line.English.ShouldContain($"Notices:Smtp:{name}");
    }

    [Theory]
    [InlineData("Tls", "tls")]
    [InlineData("Port", "65535")]
    [InlineData("TimeoutSeconds", "300")]
    public async Task Build_WhenTheMailSettingsAreRight_ThenAccepted(string name, string value)
    {
        await using var service = Build([.. Mail(), ($"Notices:Smtp:{name}", value)]);

        service.ShouldNotBeNull();
    }

    [Fact]
    public void Build_WhenSeveralSettingsAreWrong_ThenAllAreToldAtOnce()
    {
        var failure = Should.Throw<StartException>(() =>
            Build(("Urls", "http://0.0.0.0:1"), ("RateLimits:PerAccount", "0"), ("OpenTelemetry:Endpoint", "x"))
        );

        failure.Lines.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080")]
    [InlineData("http://localhost:5080")]
    [InlineData("http://[::1]:5080")]
    public async Task Build_WhenListenerIsLoopback_ThenAccepted(string url)
    {
        await using var service = Build(("Urls", url));

        service.ShouldNotBeNull();
    }

    [Fact]
    public async Task Build_WhenProxyIsNamed_ThenClearListenerIsAccepted()
    {
        await using var service = Build(("Urls", "http://0.0.0.0:5080"), ("Http:TrustedProxies:0", "10.0.0.7"));

        service.ShouldNotBeNull();
    }

    private static (string Key, string Value)[] Mail()
    {
        var file = Path.Combine(TestFolder.New(), "password");
        File.WriteAllText(file, "secret");
        return
        [
            ("Notices:Smtp:Host", "mail.example.gov.cn"),
            ("Notices:Smtp:From", "smartcity@example.gov.cn"),
            ("Notices:Smtp:UserName", "smartcity"),
            ("Notices:Smtp:PasswordFile", file),
        ];
    }

    private static Microsoft.AspNetCore.Builder.WebApplication Build(params (string Key, string Value)[] settings)
    {
        var all = new Dictionary<string, string?> { ["Database"] = "unused.db" };
        foreach (var (key, value) in settings)
        {
            all[key] = value;
        }

        return ServiceHost.Build(new() { Settings = all });
    }
}
