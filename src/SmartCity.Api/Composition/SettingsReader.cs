using System.Globalization;
using System.Net;
using System.Net.Mail;
using SmartCity.Api.CommandLine;
using SmartCity.BuildingBlocks.Audit;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Articles;

namespace SmartCity.Api.Composition;

/// <summary>Reads the settings and tells all that are wrong at once, one line each.</summary>
internal sealed class SettingsReader(IConfiguration configuration)
{
    private const string Smtp = "Notices:Smtp";

    // A misspelt setting is as dangerous as a wrong one: it silently leaves the default in force.
    private static readonly Dictionary<string, string[]> KnownKeys = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Http"] = ["TrustedProxies", "LargestBody", "DrainSeconds"],
        ["RateLimits"] = ["PerAccount", "PerAddress", "SignInPerAddress"],
        ["Outbox"] = ["LeaseSeconds"],
        ["Evidence"] = ["KeyFile", "Sm2Line", "Sm2KeyFile", "Witnesses", "MissingWitness"],
        [MissingWitnessSettings.Section] = ["Mode", "NoticeAfterSeconds", "WarnAfterSeconds", "ActAfterSeconds"],
        ["Notices"] = ["Smtp"],
        [Smtp] = ["Host", "Port", "From", "UserName", "PasswordFile", "Tls", "TimeoutSeconds"],
        ["OpenTelemetry"] = ["Endpoint"],
        ["Files"] = ["Folder", "LargestFile"],
        ["Demonstration"] = ["Folder"],
        ["Regulation"] = ["PromulgatedOn"],
        ["Security"] =
        [
            "CertificateAuthorities",
            "ConfirmationRequiredFor",
            "ConsoleRedirectUris",
            "Issuer",
            "KeysFolder",
            "KeysSecretFile",
            "MutualTlsAddress",
            "SecondFactorRequiredFor",
            "TokenKeyDays",
        ],
        ["Identifiers"] = ["ComponentCodesOf2026"],
    };

    /// <summary>Longer than any proxy needs to notice.</summary>
    public const int LongestDrainSeconds = 60;

    // A claim on a mail lasts longer.
    private const int LongestMailSeconds = 300;

    private readonly List<LocalizedText> faults = [];

    /// <exception cref="StartException">One or more settings are wrong.</exception>
    public ServiceSettings Read()
    {
        CheckKeys();
        var proxies = ReadProxies();
        var settings = new ServiceSettings
        {
            Database = ReadDatabase(),
            TrustedProxies = proxies,
            Urls = ReadUrls(proxies.Count > 0),
            LargestBody = ReadNumber("Http:LargestBody", 1 << 20),
            DrainFor = TimeSpan.FromSeconds(ReadNumber("Http:DrainSeconds", 0, least: 0, most: LongestDrainSeconds)),
            RateLimits = new(
                (int)ReadNumber("RateLimits:PerAccount", 600),
                (int)ReadNumber("RateLimits:PerAddress", 300),
                (int)ReadNumber("RateLimits:SignInPerAddress", 120)
            ),
            OpenTelemetryEndpoint = ReadOpenTelemetryEndpoint(),
        };
        ReadNumber("Files:LargestFile", 50 << 20);
        ReadNumber("Outbox:LeaseSeconds", 60, most: 3600);
        ReadNumber("Security:TokenKeyDays", 90, most: 3650);
        CheckPromulgation();
        CheckTruth("Identifiers:ComponentCodesOf2026");
        CheckTruth("Evidence:Sm2Line");
        CheckMail();
        CheckRoles("Security:SecondFactorRequiredFor");
        CheckRoles("Security:ConfirmationRequiredFor");
        CheckMissingWitness();
        CheckFolder("Files:Folder", configuration["Files:Folder"] ?? Path.Combine("data", "files"));
        CheckFolder("Security:KeysFolder", configuration["Security:KeysFolder"] ?? Path.Combine("data", "keys"));
        return faults.Count == 0 ? settings : throw new StartException(ExitCode.Usage, faults);
    }

    private void CheckKeys()
    {
        foreach (var (section, known) in KnownKeys)
        {
            foreach (var child in configuration.GetSection(section).GetChildren())
            {
                if (!known.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
                {
                    faults.Add(
                        new(
                            $"配置项 {child.Path} 不认识。可用：{string.Join("、", known)}。",
                            $"Setting {child.Path} is unknown. Known are: {string.Join(", ", known)}."
                        )
                    );
                }
            }
        }
    }

    // Whether it may be left out depends on what is to be started, see ServiceStart.
    private void CheckPromulgation()
    {
        if (configuration[Promulgation.Setting] is { Length: > 0 } text && !Promulgation.TryRead(text, out _))
        {
            faults.Add(
                new(
                    $"配置项 {Promulgation.Setting} 的值“{text}”不是 2000 年至 2100 年之间的日期（如 2018-01-08）。",
                    $"Setting {Promulgation.Setting}: '{text}' is no date between 2000 and 2100 (such as 2018-01-08)."
                )
            );
        }
    }

    private void CheckTruth(string key)
    {
        if (configuration[key] is { } text && !bool.TryParse(text, out _))
        {
            faults.Add(new($"配置项 {key} 应为 true 或 false。", $"Setting {key} is true or false."));
        }
    }

    private void CheckRoles(string setting)
    {
        var unknown = (configuration[setting] ?? "")
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Except([.. Roles.OfAccounts, "none"]);
        foreach (var role in unknown)
        {
            faults.Add(
                new(
                    $"配置项 {setting} 中的“{role}”不是角色。可用：{string.Join("、", Roles.OfAccounts)}，或 none。",
                    $"Setting {setting}: '{role}' is no role. Known are: {string.Join(", ", Roles.OfAccounts)}, or none."
                )
            );
        }
    }

    private DatabaseChoice ReadDatabase()
    {
        try
        {
            return DatabaseChoice.Parse(configuration["Database"] ?? "");
        }
        catch (FormatException)
        {
            // The value may hold a password, so it is not repeated.
            faults.Add(
                new(
                    "配置项 Database 看不懂：应为 SQLite 文件，或 PostgreSQL（Host=…）、SQL Server（Server=…）连接串。",
                    "Setting Database is not understood: give a SQLite file, or a PostgreSQL (Host=…) or SQL Server (Server=…) connection string."
                )
            );
            return new(DatabaseKind.Sqlite, "");
        }
    }

    private List<IPNetwork> ReadProxies()
    {
        var proxies = new List<IPNetwork>();
        foreach (var child in configuration.GetSection("Http:TrustedProxies").GetChildren())
        {
            if (IPAddress.TryParse(child.Value, out var address))
            {
                proxies.Add(new(address, address.GetAddressBytes().Length * 8));
            }
            else if (IPNetwork.TryParse(child.Value, out var network))
            {
                proxies.Add(network);
            }
            else
            {
                faults.Add(
                    new(
                        $"配置项 {child.Path} 的值“{child.Value}”不是 IP 地址或网段（如 10.0.0.7、10.0.0.0/24）。",
                        $"Setting {child.Path}: '{child.Value}' is no IP address or network (10.0.0.7, 10.0.0.0/24)."
                    )
                );
            }
        }

        return proxies;
    }

    private List<string> ReadUrls(bool proxied)
    {
        var kestrel = configuration
            .GetSection("Kestrel:Endpoints")
            .GetChildren()
            .Select(endpoint => (Setting: $"{endpoint.Path}:Url", Url: endpoint["Url"] ?? ""))
            .ToList();
        var urls = (configuration["Urls"] ?? ServiceSettings.DefaultUrls)
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(url => (Setting: "Urls", Url: url));
        // Kestrel listens on its own section instead of on the addresses, where it has one.
        var listeners = kestrel.Count > 0 ? kestrel : [.. urls];
        if (listeners.Count == 0)
        {
            faults.Add(new("配置项 Urls 为空。", "Setting Urls is empty."));
        }

        foreach (var (setting, url) in listeners)
        {
            CheckListener(setting, url, proxied);
        }

        return [.. listeners.Select(listener => listener.Url)];
    }

    private void CheckListener(string setting, string url, bool proxied)
    {
        BindingAddress address;
        try
        {
            address = BindingAddress.Parse(url);
        }
        catch (FormatException)
        {
            faults.Add(
                new(
                    $"配置项 {setting} 的值“{url}”不是监听地址（如 {ServiceSettings.DefaultUrls}）。",
                    $"Setting {setting}: '{url}' is no address to listen on (such as {ServiceSettings.DefaultUrls})."
                )
            );
            return;
        }

        if (address.Scheme is not ("http" or "https") || address.PathBase.Length > 0 || address.Port is < 0 or > 65535)
        {
            faults.Add(
                new(
                    $"配置项 {setting} 的值“{url}”不是监听地址（如 {ServiceSettings.DefaultUrls}）。",
                    $"Setting {setting}: '{url}' is no address to listen on (such as {ServiceSettings.DefaultUrls})."
                )
            );
        }
        else if (address.Scheme == "http" && !IsLocal(address) && !proxied)
        {
            faults.Add(
                new(
                    $"配置项 {setting} 的值“{url}”是明文 HTTP：只允许本机回环地址；请改用 https，或在 Http:TrustedProxies 写明终结 TLS 的代理。",
                    $"Setting {setting}: '{url}' is HTTP in the clear, which is for loopback only; use https, or name the proxy that ends TLS in Http:TrustedProxies."
                )
            );
        }
        else if (address.Scheme == "https" && !HasCertificate(setting))
        {
            faults.Add(
                new(
                    $"配置项 {setting} 的值“{url}”需要证书：请设置 Kestrel:Certificates:Default:Path（和 KeyPath 或 Password）。",
                    $"Setting {setting}: '{url}' needs a certificate: set Kestrel:Certificates:Default:Path (and KeyPath or Password)."
                )
            );
        }
    }

    private bool HasCertificate(string setting) =>
        configuration.GetSection("Kestrel:Certificates:Default").Exists()
        || configuration.GetSection(setting.Replace(":Url", ":Certificate", StringComparison.Ordinal)).Exists()
            && setting != "Urls";

    private static bool IsLocal(BindingAddress address) =>
        address.IsUnixPipe
        || address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));

    private long ReadNumber(string setting, long fallback, long least = 1, long most = int.MaxValue)
    {
        var text = configuration[setting];
        if (text is null)
        {
            return fallback;
        }

        if (
            long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least
            && number <= most
        )
        {
            return number;
        }

        faults.Add(
            new(
                $"配置项 {setting} 的值“{text}”应为 {least} 到 {most} 的整数。",
                $"Setting {setting}: '{text}' must be a whole number from {least} to {most}."
            )
        );
        return fallback;
    }

    private Uri? ReadOpenTelemetryEndpoint()
    {
        var text = configuration["OpenTelemetry:Endpoint"];
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var endpoint) && endpoint.Scheme is "http" or "https")
        {
            return endpoint;
        }

        faults.Add(
            new(
                $"配置项 OpenTelemetry:Endpoint 的值“{text}”不是 http(s) 地址（如 http://127.0.0.1:4317）。",
                $"Setting OpenTelemetry:Endpoint: '{text}' is no http(s) address (such as http://127.0.0.1:4317)."
            )
        );
        return null;
    }

    // The warning grows; and a mode that refuses acts for want of a witness needs one.
    private void CheckMissingWitness()
    {
        const string Section = MissingWitnessSettings.Section;
        var defaults = new MissingWitnessSettings();
        var notice = ReadNumber($"{Section}:NoticeAfterSeconds", (long)defaults.NoticeAfter.TotalSeconds);
        var warn = ReadNumber($"{Section}:WarnAfterSeconds", (long)defaults.WarnAfter.TotalSeconds);
        var act = ReadNumber($"{Section}:ActAfterSeconds", (long)defaults.ActAfter.TotalSeconds);
        if (notice > warn || warn > act)
        {
            faults.Add(
                new(
                    $"配置项 {Section} 的 NoticeAfterSeconds、WarnAfterSeconds、ActAfterSeconds 应依次不减。",
                    $"Setting {Section}: NoticeAfterSeconds, WarnAfterSeconds and ActAfterSeconds must not fall from one to the next."
                )
            );
        }

        if (configuration[$"{Section}:Mode"] is not { } text)
        {
            return;
        }

        if (!MissingWitnessSettings.Modes.TryGetValue(text, out var mode))
        {
            var known = MissingWitnessSettings.Modes.Keys;
            faults.Add(
                new(
                    $"配置项 {Section}:Mode 应为 {string.Join("、", known)} 之一。",
                    $"Setting {Section}:Mode is one of {string.Join(", ", known)}."
                )
            );
        }
        else if (
            mode != MissingWitnessMode.Warn
            && !configuration.GetSection(MissingWitnessSettings.WitnessesSection).GetChildren().Any()
        )
        {
            faults.Add(
                new(
                    $"配置项 {Section}:Mode 为 {text} 时须在 {MissingWitnessSettings.WitnessesSection} 写明见证方。",
                    $"Setting {Section}:Mode: {text} needs a witness in {MissingWitnessSettings.WitnessesSection}."
                )
            );
        }
    }

    // No mail leaves unless a server is named; what names one in part is a mistake.
    private void CheckMail()
    {
        var smtp = configuration.GetSection(Smtp);
        if (smtp.GetChildren().All(child => string.IsNullOrEmpty(child.Value)))
        {
            return;
        }

        ReadNumber($"{Smtp}:Port", 587, most: ushort.MaxValue);
        ReadNumber($"{Smtp}:TimeoutSeconds", 30, most: LongestMailSeconds);
        if (string.IsNullOrWhiteSpace(smtp["Host"]))
        {
            WrongMail("Host", "为邮件服务器的主机名，用邮件时不能为空", "names the mail server; it is needed for mail");
        }

        if (!MailAddress.TryCreate(smtp["From"] ?? "", out _))
        {
            WrongMail("From", "应为发件邮件地址", "must be the mail address that notices come from");
        }

        var tls = smtp["Tls"] is { Length: > 0 } given ? given : "startTls";
        if (tls.ToUpperInvariant() is not ("STARTTLS" or "TLS" or "NONE"))
        {
            WrongMail("Tls", "应为 startTls、tls 或 none", "is startTls, tls or none");
        }

        var (user, file) = (smtp["UserName"] ?? "", smtp["PasswordFile"] ?? "");
        if (user.Length == 0 != (file.Length == 0))
        {
            WrongMail("UserName", "与 PasswordFile 须同时填写", "and PasswordFile are given together or not at all");
        }
        else if (file.Length > 0 && !CanRead(file))
        {
            WrongMail("PasswordFile", "所指文件读不到", "names a file that cannot be read");
        }

        if (user.Length > 0 && tls.Equals("none", StringComparison.OrdinalIgnoreCase) && !IsLoopback(smtp["Host"]))
        {
            WrongMail(
                "Tls",
                "为 none 时不能登录：密码不以明文离开本机",
                "is none, so there is no signing in: a password does not leave this machine in the clear"
            );
        }
    }

    private void WrongMail(string name, string chinese, string english) =>
        faults.Add(new($"配置项 {Smtp}:{name} {chinese}。", $"Setting {Smtp}:{name} {english}."));

    private static bool CanRead(string file)
    {
        try
        {
            using var opened = File.OpenRead(file);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }

    private static bool IsLoopback(string? host) =>
        "localhost".Equals(host, StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private void CheckFolder(string setting, string folder)
    {
        try
        {
            // The folder is made when the first file comes; until then the nearest one that exists tells.
            var existing = new DirectoryInfo(folder);
            while (!existing.Exists && existing.Parent is { } parent)
            {
                existing = parent;
            }

            var probe = Path.Combine(existing.FullName, $".writable-{Environment.ProcessId}");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            faults.Add(
                new(
                    $"配置项 {setting} 的文件夹“{folder}”不能写入。",
                    $"Setting {setting}: the folder '{folder}' cannot be written."
                )
            );
        }
    }
}
