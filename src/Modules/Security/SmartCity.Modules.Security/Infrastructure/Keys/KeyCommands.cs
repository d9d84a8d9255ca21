using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.Modules.Security.Infrastructure.Evidence;
using SmartCity.Modules.Security.Infrastructure.Tokens;

namespace SmartCity.Modules.Security.Infrastructure.Keys;

/// <summary>What an operator does with the keys: another secret for them, and other keys after somebody has read them.</summary>
internal static class KeyCommands
{
    public const string ResealName = "reseal-keys";
    public const string RotateName = "rotate-keys-at-once";

    private static readonly TimeSpan CookieKeysLiveFor = TimeSpan.FromDays(90);

    /// <summary>Seals every key under another secret, with all instances stopped.</summary>
    public static async Task<int> ResealAsync(
        IServiceProvider services,
        IReadOnlyList<string> arguments,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        if (arguments is not [var file])
        {
            await output.WriteLineAsync($"用法 Usage: smartcity {ResealName} NEW-SECRET-FILE");
            return 2;
        }

        var vault = services.GetRequiredService<KeyVault>();
        var configuration = services.GetRequiredService<IConfiguration>();
        try
        {
            var count = vault.Reseal(
                KeysSecret.Read(Path.GetFullPath(file), vault.Folder),
                (KeyVault.EvidenceLog, EvidenceKey.FileOf(configuration)),
                // Also while no line is configured: switched on again it must open.
                (KeyVault.EvidenceSm2, Sm2Key.FileOf(configuration))
            );
            await output.WriteLineAsync(
                $"已用新文件重新保护 {count} 个密钥。 Keys sealed under the new secret: {count}."
            );
            await output.WriteLineAsync(
                $"启动前请把 {KeysSecret.FileSetting} 改为这个文件。 Name this file in {KeysSecret.FileSetting} before the start."
            );
            return 0;
        }
        catch (CannotServeException fault)
        {
            await output.WriteLineAsync(
                string.Join(Environment.NewLine, fault.Lines.Select(line => $"{line.Chinese} {line.English}"))
            );
            return fault.IsSetting ? 2 : 1;
        }
    }

    /// <summary>
    /// After a compromise: new keys that are used at once, and no token, code or session under the old ones is good any more,
    /// on every running instance within a minute.
    /// </summary>
    public static async Task<int> RotateAsync(
        IServiceProvider services,
        IReadOnlyList<string> arguments,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        if (arguments.Count > 0)
        {
            await output.WriteLineAsync($"用法 Usage: smartcity {RotateName}");
            return 2;
        }

        try
        {
            var number = services.GetRequiredService<TokenKeys>().Replace();
            // The only clock that Data Protection goes by.
            var now = TimeProvider.System.GetUtcNow();
            var cookieKeys = services.GetRequiredService<IKeyManager>();
            cookieKeys.RevokeAllKeys(now, "rotated at once");
            cookieKeys.CreateNewKey(now, now + CookieKeysLiveFor);
            await output.WriteLineAsync(
                $"新的令牌密钥为第 {number} 代，旧密钥已作废；一分钟内各实例不再接受旧令牌和旧会话。 Token keys of generation {number} are in use; the old ones are gone, and within a minute no instance takes their tokens and sessions."
            );
            return 0;
        }
        catch (CannotServeException fault)
        {
            await output.WriteLineAsync(
                string.Join(Environment.NewLine, fault.Lines.Select(line => $"{line.Chinese} {line.English}"))
            );
            return fault.IsSetting ? 2 : 1;
        }
    }
}
