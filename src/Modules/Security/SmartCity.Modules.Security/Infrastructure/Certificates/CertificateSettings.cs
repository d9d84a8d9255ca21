using System.Globalization;
using Microsoft.Extensions.Configuration;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.Modules.Security.Infrastructure.Certificates;

/// <summary>What becomes of a sign-in while nobody tells whether the certificate was revoked.</summary>
internal enum UnreachableMode
{
    /// <summary>Nobody signs in with a certificate.</summary>
    Refuse,

    /// <summary>The last answer counts for a while after it has run out.</summary>
    AllowCached,

    /// <summary>Everybody else passes too, until an instant that an operator has set.</summary>
    Warn,
}

/// <summary>The authorities whose certificates sign in, as the operator has set them under <see cref="Section"/>.</summary>
/// <param name="RevocationHosts">Where OCSP and CRLs may be asked for, as <c>host</c> or <c>host:port</c>.</param>
/// <param name="CachedFor">How long an answer that has run out counts, where it does.</param>
/// <param name="WarnUntil">When <see cref="UnreachableMode.Warn"/> ends by itself.</param>
/// <param name="ClockSkew">How far clocks may differ.</param>
/// <param name="AnswersWithin">How long one request may take.</param>
internal sealed record CertificateSettings(
    IReadOnlyList<DatedAnchor> Anchors,
    IReadOnlySet<string> RevocationHosts,
    UnreachableMode WhenUnreachable,
    TimeSpan CachedFor,
    DateTimeOffset WarnUntil,
    TimeSpan ClockSkew,
    TimeSpan AnswersWithin
)
{
    public const string Section = "Security:CertificateAuthorities";

    private static readonly string[] Known =
    [
        "Anchors",
        "RevocationHosts",
        "WhenUnreachable",
        "CachedForMinutes",
        "WarnUntil",
        "ClockSkewSeconds",
        "TimeoutSeconds",
    ];

    private static readonly string[] KnownOfAnchor = ["File", "From", "Until"];

    /// <exception cref="CannotServeException">One or more settings are wrong.</exception>
    public static CertificateSettings Read(IConfiguration configuration) => new Reader(configuration).Read();

    private sealed class Reader(IConfiguration configuration)
    {
        private readonly IConfigurationSection section = configuration.GetSection(Section);
        private readonly List<LocalizedText> faults = [];

        public CertificateSettings Read()
        {
            CheckKeys(section, Known);
            var anchors = section.GetSection("Anchors").GetChildren().Select(Anchor).OfType<DatedAnchor>().ToList();
            var hosts = section
                .GetSection("RevocationHosts")
                .GetChildren()
                .Select(Host)
                .OfType<string>()
                .ToHashSet(StringComparer.OrdinalIgnoreCase);
            var mode = Mode();
            var settings = new CertificateSettings(
                anchors,
                hosts,
                mode,
                TimeSpan.FromMinutes(Number("CachedForMinutes", fallback: 720, least: 1, most: 7 * 24 * 60)),
                WarnUntilFor(mode),
                TimeSpan.FromSeconds(Number("ClockSkewSeconds", fallback: 60, least: 0, most: 300)),
                TimeSpan.FromSeconds(Number("TimeoutSeconds", fallback: 5, least: 1, most: 30))
            );
            if (faults.Count == 0 && anchors.Count > 0 && hosts.Count == 0)
            {
                Wrong(
                    $"{Section}:RevocationHosts",
                    "为空：查不到吊销状态，任何人都不能用证书登录",
                    "is empty: nobody could sign in, since no revocation can be looked up"
                );
            }

            return faults.Count == 0 ? settings : throw new CannotServeException(faults, isSetting: true);
        }

        private void CheckKeys(IConfigurationSection parent, string[] known)
        {
            foreach (
                var child in parent
                    .GetChildren()
                    .Where(child => !known.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
            )
            {
                Wrong(
                    child.Path,
                    $"不认识。可用：{string.Join("、", known)}",
                    $"is unknown. Known are: {string.Join(", ", known)}"
                );
            }
        }

        private DatedAnchor? Anchor(IConfigurationSection anchor)
        {
            CheckKeys(anchor, KnownOfAnchor);
            var (from, until) = (Day(anchor, "From"), Day(anchor, "Until"));
            if (until < from)
            {
                Wrong($"{anchor.Path}:Until", "早于 From", "is before From");
            }

            var file = anchor["File"] ?? "";
            string text;
            try
            {
                text = File.ReadAllText(file);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
            {
                Wrong($"{anchor.Path}:File", $"所指文件“{file}”读不到", $"names a file that cannot be read: '{file}'");
                return null;
            }

            if (CertificateText.ChainIn(text) is not [var certificate])
            {
                Wrong(
                    $"{anchor.Path}:File",
                    $"“{file}”应为一张 PEM 证书",
                    $"'{file}' must hold one certificate in PEM"
                );
                return null;
            }

            if (
                Algorithms.FamilyOf(certificate.SubjectPublicKeyInfo) is null
                || certificate.GetBasicConstraints() < 0
                || certificate.GetKeyUsage() is [_, _, _, _, _, false, ..]
            )
            {
                Wrong(
                    $"{anchor.Path}:File",
                    $"“{file}”不是发证机构的证书，或者密钥不被接受",
                    $"'{file}' is no authority's certificate, or its key is not accepted"
                );
                return null;
            }

            return new(certificate, from, until);
        }

        private DateOnly? Day(IConfigurationSection anchor, string name)
        {
            if (anchor[name] is not { Length: > 0 } text)
            {
                return null;
            }

            if (
                DateOnly.TryParseExact(
                    text,
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var day
                )
            )
            {
                return day;
            }

            Wrong(
                $"{anchor.Path}:{name}",
                $"的值“{text}”应为日期，如 2026-01-01",
                $"'{text}' is no date such as 2026-01-01"
            );
            return null;
        }

        private string? Host(IConfigurationSection host)
        {
            var text = host.Value ?? "";
            if (
                Uri.TryCreate($"http://{text}/", UriKind.Absolute, out var address)
                && address.AbsolutePath == "/"
                && address.UserInfo.Length == 0
                && text.Equals(
                    address.IsDefaultPort ? address.Host : address.Authority,
                    StringComparison.OrdinalIgnoreCase
                )
            )
            {
                return text;
            }

            Wrong(host.Path, $"的值“{text}”应为主机名，可带端口", $"'{text}' must be a host, or a host and a port");
            return null;
        }

        private UnreachableMode Mode()
        {
            var text = section["WhenUnreachable"] is { Length: > 0 } given ? given : nameof(UnreachableMode.Refuse);
            if (text.All(char.IsAsciiLetter) && Enum.TryParse<UnreachableMode>(text, ignoreCase: true, out var mode))
            {
                return mode;
            }

            Wrong($"{Section}:WhenUnreachable", "应为 refuse、allowCached 或 warn", "is refuse, allowCached or warn");
            return UnreachableMode.Refuse;
        }

        // Whoever lets people in unchecked says until when, so that it cannot be forgotten.
        private DateTimeOffset WarnUntilFor(UnreachableMode mode)
        {
            var text = section["WarnUntil"];
            if (
                DateTimeOffset.TryParseExact(
                    text,
                    "yyyy-MM-dd'T'HH:mm:sszzz",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var until
                )
            )
            {
                return until;
            }

            if (mode == UnreachableMode.Warn || !string.IsNullOrEmpty(text))
            {
                Wrong(
                    $"{Section}:WarnUntil",
                    "应为时刻，如 2026-12-01T18:00:00+08:00；WhenUnreachable 为 warn 时必填",
                    "is an instant such as 2026-12-01T18:00:00+08:00, and needed where WhenUnreachable is warn"
                );
            }

            return DateTimeOffset.MinValue;
        }

        private int Number(string name, int fallback, int least, int most)
        {
            if (section[name] is not { } text)
            {
                return fallback;
            }

            if (
                int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number >= least
                && number <= most
            )
            {
                return number;
            }

            Wrong(
                $"{Section}:{name}",
                $"的值“{text}”应为 {least} 到 {most} 的整数",
                $"'{text}' must be a whole number from {least} to {most}"
            );
            return fallback;
        }

        private void Wrong(string setting, string chinese, string english) =>
            faults.Add(new($"配置项 {setting} {chinese}。", $"Setting {setting} {english}."));
    }
}
