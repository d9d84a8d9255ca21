using SmartCity.BuildingBlocks.Results;

namespace SmartCity.Modules.Security.Application.Evidence;

/// <summary>What is told of the log where it cannot be asked.</summary>
internal static class LogErrors
{
    /// <summary>No key has been made for it.</summary>
    public static Error NotOpen { get; } =
        Error.Conflict(
            "EVIDENCE_LOG_NOT_OPEN",
            new(
                "审计日志还没有密钥，请由运维人员用 smartcity create-evidence-key 建立。",
                "The evidence log has no key yet; an operator makes it by smartcity create-evidence-key."
            )
        );
}
