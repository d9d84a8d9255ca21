using System.ComponentModel;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Audit;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;

namespace SmartCity.Regulation.Application.Replaying;

/// <summary>How the verdict of today compares with the stored one.</summary>
internal enum ReplayOutcome
{
    [Description("一致")]
    Same,

    [Description("判断不同")]
    VerdictDiffers,

    /// <summary>The product has no rule of this code any more.</summary>
    [Description("已无此规则")]
    UnknownRule,

    /// <summary>No act is on record that made this version.</summary>
    [Description("无此规则版本")]
    UnknownVersion,

    /// <summary>The rule compares other facts today, or the stored ones were damaged.</summary>
    [Description("事实无法读取")]
    UnreadableFacts,
}

/// <summary>Judges one entry's facts again.</summary>
internal sealed class Replayer(RuleRegister register, ParametersInForce parameters, AuditTrail trail)
{
    public async Task<ReplayJudgements.ReplayedEntry> ReplayAsync(TrailEntry found, CancellationToken cancellationToken)
    {
        var (module, entry) = found;
        var told = AuditContent.TryOf(entry);
        var isErased = told is null && await trail.ErasureOfAsync(entry, cancellationToken) is not null;
        return new(
            entry.Id,
            module,
            entry.ObjectType,
            entry.ObjectId,
            entry.Number,
            entry.At,
            told?.LegalDate,
            told?.Command,
            // Facts that were changed without turning the verdict are told by the leaf, which commits to them. Of a content
            // that was erased with its basis the leaf is left.
            isErased ? AuditEntryFactory.LeafHash(entry.Leaf) == entry.Hash : AuditEntryFactory.IsIntact(entry),
            isErased,
            [.. (told?.Judgements ?? []).Select(Again)]
        );
    }

    private ReplayJudgements.ReplayedJudgement Again(Judgement stored)
    {
        var (now, outcome) = Judge(stored);
        return new(stored.Rule, stored.RuleVersion, stored.Facts, stored.Satisfied, now, outcome);
    }

    private (bool? Now, ReplayOutcome Outcome) Judge(Judgement stored)
    {
        if (register.Find(stored.Rule)?.Rule is not { } rule)
        {
            return (null, ReplayOutcome.UnknownRule);
        }

        if (parameters.OfVersion(stored.RuleVersion) is not { } version)
        {
            return (null, ReplayOutcome.UnknownVersion);
        }

        var question = rule.OnPosted(stored.Facts);
        if (question.IsFailure)
        {
            return (null, ReplayOutcome.UnreadableFacts);
        }

        var now = question.Value.IsSatisfied(version);
        return (now, now == stored.Satisfied ? ReplayOutcome.Same : ReplayOutcome.VerdictDiffers);
    }
}
