using System.CommandLine;
using SmartCity.Evidence.Log;

namespace SmartCity.Evidence;

/// <summary><c>smartcity-witness create-key NAME</c> and <c>serve</c>.</summary>
internal static class WitnessCommandLine
{
    private const int Failure = 1;
    private const int Usage = 2;

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors)
    {
        var data = new Option<DirectoryInfo>("--data")
        {
            Description = "存放密钥和检查点的文件夹 The folder of the key and the checkpoints",
            Required = true,
        };
        var name = new Argument<string>("NAME") { Description = "见证方名称 The witness's name" };
        var createKey = new Command("create-key", "生成密钥并显示公钥 Makes the key and shows its public half")
        {
            name,
            data,
        };
        createKey.SetAction(parsed =>
        {
            var key = WitnessKey.Make(parsed.GetRequiredValue(data), parsed.GetRequiredValue(name));
            output.WriteLine(key.Public);
            return 0;
        });
        var logKey = new Option<string[]>("--log-key")
        {
            Description = "见证的日志公钥 The key of a log to witness: NAME+ID+BASE64",
            AllowMultipleArgumentsPerToken = true,
            Required = true,
        };
        var urls = new Option<string>("--urls")
        {
            Description = "监听地址 Where it listens",
            DefaultValueFactory = _ => "http://127.0.0.1:5090",
        };
        var serve = new Command("serve", "见证日志 Witnesses logs") { data, logKey, urls };
        serve.SetAction(
            async (parsed, cancellationToken) =>
            {
                var folder = parsed.GetRequiredValue(data);
                var logs = parsed.GetRequiredValue(logKey).Select(NoteKey.Read).ToList();
                using var memory = WitnessMemory.Open(folder);
                var witness = new Witness(logs, WitnessKey.Read(folder), memory, TimeProvider.System);
                await using var service = WitnessHost.Build(witness, parsed.GetRequiredValue(urls));
                await service.RunAsync(cancellationToken);
                return 0;
            }
        );
        var parsed = new RootCommand("审计日志的见证方 A witness of evidence logs") { createKey, serve }.Parse(
            arguments
        );
        if (parsed.Errors.Count > 0)
        {
            await errors.WriteLineAsync(parsed.Errors[0].Message);
            return Usage;
        }

        try
        {
            return await parsed.InvokeAsync(
                new()
                {
                    EnableDefaultExceptionHandler = false,
                    Output = output,
                    Error = errors,
                }
            );
        }
        catch (Exception fault)
            when (fault is IOException or FormatException or InvalidDataException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync(fault.Message);
            return Failure;
        }
    }
}
