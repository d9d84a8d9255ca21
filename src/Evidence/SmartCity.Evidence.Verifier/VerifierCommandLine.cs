using System.CommandLine;
using System.Globalization;
using System.IO.Compression;
using SmartCity.Evidence.Dossiers;
using SmartCity.Evidence.Log;

namespace SmartCity.Evidence;

/// <summary><c>smartcity-verifier verify DOSSIER.zip</c> and <c>verify-log FOLDER</c>.</summary>
internal static class VerifierCommandLine
{
    public static ExitCode Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors)
    {
        var logKey = Many("--log-key", "您所信任的日志公钥 The log key you trust: NAME+ID+BASE64");
        var witnessKey = Many("--witness-key", "必须有其见证的公钥 A witness whose cosignature you demand");
        var sm2Key = Many("--sm2-key", "须有其国密签名的日志 SM2 公钥 The log's SM2 key whose signature you demand");
        var policyFile = new Option<FileInfo?>("--policy")
        {
            Description = "信任策略文件（C2SP tlog-policy） A policy file, instead of keys",
        };
        var known = new Option<FileInfo?>("--known")
        {
            Description = "您自己取得的检查点 A checkpoint you got yourself, such as from the witness",
        };
        var language = new Option<string>("--language")
        {
            Description = "zh 或 en",
            DefaultValueFactory = _ => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? "en" : "zh",
        };
        language.AcceptOnlyFromAmong("zh", "en");
        var dossier = new Argument<FileInfo>("DOSSIER");
        var folder = new Argument<DirectoryInfo>("FOLDER");
        var verify = new Command("verify", "核验一份卷宗 Verifies a dossier") { dossier };
        var verifyLog = new Command("verify-log", "核验整个日志 Verifies a whole log in a folder") { folder };
        foreach (var command in new[] { verify, verifyLog })
        {
            command.Add(logKey);
            command.Add(witnessKey);
            command.Add(sm2Key);
            command.Add(policyFile);
            command.Add(known);
            command.Add(language);
        }

        verify.SetAction(parsed =>
            Report(
                parsed,
                (policy, report, held) => VerifyDossier(parsed.GetRequiredValue(dossier), policy, report, held)
            )
        );
        verifyLog.SetAction(parsed =>
            Report(
                parsed,
                (policy, report, held) =>
                    new LogVerifier(parsed.GetRequiredValue(folder).FullName, policy, report).Verify(held)
            )
        );
        var root = new RootCommand("审计证据的脱机核验 Offline verification of audit evidence") { verify, verifyLog };
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            errors.WriteLine(parsed.Errors[0].Message);
            return ExitCode.Usage;
        }

        return (ExitCode)parsed.Invoke(new() { Output = output, Error = errors });

        int Report(ParseResult parsed, Action<TrustPolicy, Report, SignedNote?> work)
        {
            try
            {
                var policy = parsed.GetValue(policyFile) is { } file
                    ? TrustPolicy.Read(File.ReadAllText(file.FullName))
                    : TrustPolicy.Of(parsed.GetValue(logKey) ?? [], parsed.GetValue(witnessKey) ?? []);
                policy.Sm2Keys.AddRange((parsed.GetValue(sm2Key) ?? []).Select(Sm2NoteKey.Read));
                if (policy.Logs.Count == 0)
                {
                    throw new FormatException(
                        "Whom to believe? Give --log-key, or --policy. 请给出 --log-key 或 --policy。"
                    );
                }

                var held = parsed.GetValue(known) is { } note
                    ? SignedNote.Read(File.ReadAllBytes(note.FullName))
                    : null;
                var report = new Report();
                work(policy, report, held);
                report.Write(output, parsed.GetValue(language) == "en");
                return (int)report.ExitCode;
            }
            catch (Exception fault)
                when (fault is IOException or InvalidDataException or FormatException or UnauthorizedAccessException)
            {
                errors.WriteLine(fault.Message);
                return (int)ExitCode.Usage;
            }
        }
    }

    private static void VerifyDossier(FileInfo file, TrustPolicy policy, Report report, SignedNote? known)
    {
        using var zip = ZipFile.OpenRead(file.FullName);
        new DossierVerifier(zip, policy, report).Verify(known);
    }

    private static Option<string[]> Many(string name, string description) =>
        new(name) { Description = description, AllowMultipleArgumentsPerToken = true };
}
