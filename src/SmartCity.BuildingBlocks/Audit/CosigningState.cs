using System.ComponentModel;

namespace SmartCity.BuildingBlocks.Audit;

/// <summary>What the service does once cosignatures have been missing for too long.</summary>
public enum MissingWitnessMode
{
    [Description("只告警")]
    Warn,

    /// <summary>Commands with <see cref="Acts.Stake.Money"/> or <see cref="Acts.Stake.Rights"/>.</summary>
    [Description("停办资金和权利事项")]
    RefuseMoneyAndRights,

    /// <summary>Every command but the record of a reading.</summary>
    [Description("停办全部事项")]
    RefuseAll,
}

/// <summary>How loud the warning is.</summary>
public enum CosigningLevel
{
    [Description("正常")]
    Current,

    [Description("提示")]
    Notice,

    [Description("警告")]
    Warning,

    /// <summary>The configured mode acts, or no witness is named at all.</summary>
    [Description("警报")]
    Alarm,
}

/// <summary>How far a witness vouches for the log.</summary>
/// <param name="HasWitness">False where none is configured.</param>
/// <param name="Level">How loud the warning is.</param>
/// <param name="Mode">What happens at the alarm.</param>
/// <param name="IsRefusing">True while acts are refused for it.</param>
/// <param name="Size">Leaves of the log.</param>
/// <param name="CosignedSize">How many of them stand under the newest cosigned head.</param>
/// <param name="MissingSince">When the oldest entry came that is not cosigned; null when all are.</param>
/// <param name="MissingSeconds">How long ago that was; 0 when all are.</param>
public sealed record CosigningState(
    bool HasWitness,
    CosigningLevel Level,
    MissingWitnessMode Mode,
    bool IsRefusing,
    long Size,
    long CosignedSize,
    DateTimeOffset? MissingSince,
    long MissingSeconds
);

/// <summary>Knows how the log is cosigned; told by the module that owns the log.</summary>
public interface ICosigningWatch
{
    /// <summary>As this instance last saw it, judged now; null where it never looked. It asks no database.</summary>
    CosigningState? Known { get; }

    /// <summary>Looks into the database no more than once in some seconds, whoever asks and however often.</summary>
    Task<CosigningState> ReadAsync(CancellationToken cancellationToken);
}
