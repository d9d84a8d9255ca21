using System.Globalization;
using SmartCity.Evidence.Log;

namespace SmartCity.Evidence;

/// <summary>
/// Whom the person at the terminal believes: the logs, the witnesses, and how many of the witnesses must have seen a
/// checkpoint. Written as C2SP tlog-policy, or made of keys given one by one.
/// </summary>
internal sealed class TrustPolicy
{
    private const string None = "none";
    private readonly Dictionary<string, Func<HashSet<string>, bool>> rules = new(StringComparer.Ordinal);

    private TrustPolicy(IReadOnlyList<NoteKey> logs) => Logs = logs;

    public IReadOnlyList<NoteKey> Logs { get; private init; }

    /// <summary>The logs' SM2 keys, whose lines are demanded where any is given. C2SP tlog-policy has no word for them.</summary>
    public List<Sm2NoteKey> Sm2Keys { get; } = [];

    /// <summary>The witnesses by the names that the policy gives them.</summary>
    public Dictionary<string, NoteKey> Witnesses { get; } = new(StringComparer.Ordinal);

    private string Quorum { get; set; } = None;

    /// <summary>Keys given one by one: every witness named must have cosigned.</summary>
    /// <exception cref="FormatException">A key is malformed or of the wrong kind.</exception>
    public static TrustPolicy Of(IEnumerable<string> logKeys, IEnumerable<string> witnessKeys)
    {
        var policy = new TrustPolicy([.. logKeys.Select(key => KeyOf(key, NoteKeyType.Ed25519))]);
        foreach (var key in witnessKeys.Select(key => KeyOf(key, NoteKeyType.Cosignature)))
        {
            policy.Witnesses[key.ToString()] = key;
            policy.Quorum = "all";
        }

        policy.rules["all"] = seen => policy.Witnesses.Keys.All(seen.Contains);
        return policy;
    }

    /// <summary>A policy file of C2SP tlog-policy.</summary>
    /// <exception cref="FormatException">The text is no such policy.</exception>
    public static TrustPolicy Read(string text)
    {
        var logs = new List<NoteKey>();
        var policy = new TrustPolicy(logs);
        var quorum = (string?)null;
        foreach (var line in text.Split('\n'))
        {
            var words = line.Split([' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries);
            switch (words)
            {
                case []:
                case [['#', ..], ..]:
                    break;
                case ["log", var key, ..] when words.Length <= 3:
                    logs.Add(KeyOf(key, NoteKeyType.Ed25519));
                    break;
                case ["witness", var name, var key, ..] when words.Length <= 4:
                    policy.Witnesses[policy.NewName(name)] = KeyOf(key, NoteKeyType.Cosignature);
                    policy.rules[name] = seen => seen.Contains(name);
                    break;
                case ["group", var name, var threshold, .. { Length: > 0 } members]:
                    policy.AddGroup(policy.NewName(name), threshold, members);
                    break;
                case ["quorum", var name] when quorum is null && (name == None || policy.rules.ContainsKey(name)):
                    quorum = name;
                    break;
                default:
                    throw new FormatException($"The policy's line is not understood: {line.Trim()}");
            }
        }

        policy.Quorum = quorum ?? throw new FormatException("The policy names no quorum.");
        return policy;
    }

    /// <summary>Whether witnesses are asked for at all.</summary>
    public bool AsksForWitnesses => Quorum != None;

    /// <param name="seen">The names of the witnesses whose cosignatures are valid.</param>
    public bool IsMetBy(HashSet<string> seen) => !AsksForWitnesses || rules[Quorum](seen);

    private void AddGroup(string name, string threshold, string[] members)
    {
        if (members.Any(member => !rules.ContainsKey(member)) || members.Distinct().Count() != members.Length)
        {
            throw new FormatException(
                $"The policy's group {name} names what stands on no line before it, or one twice."
            );
        }

        var needed = threshold switch
        {
            "any" => 1,
            "all" => members.Length,
            _ => int.TryParse(threshold, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= 1
            && number <= members.Length
                ? number
                : throw new FormatException($"The policy's group {name} asks for '{threshold}' of {members.Length}."),
        };
        rules[name] = seen => members.Count(member => rules[member](seen)) >= needed;
    }

    private string NewName(string name) =>
        name != None && !rules.ContainsKey(name)
            ? name
            : throw new FormatException($"The policy uses the name {name} twice.");

    private static NoteKey KeyOf(string text, NoteKeyType type)
    {
        var key = NoteKey.Read(text);
        return key.Type == type
            ? key
            : throw new FormatException($"'{text}' is a key of another kind than is needed there.");
    }
}
