using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace SmartCity.Demonstration;

/// <summary>Tells what the service answered, for people. Nothing is told that no answer said.</summary>
public sealed class Narrator(TextWriter output)
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    private readonly List<string> codes = [];
    private int accepted;
    private int chapters;

    /// <summary>The codes of all refusals and denials, in the order they were told.</summary>
    public IReadOnlyList<string> Codes => codes;

    public void Chapter(string title)
    {
        output.WriteLine();
        output.WriteLine($"══ {++chapters} {title}");
    }

    /// <param name="who">The acting account's office.</param>
    /// <param name="what">What it asked for.</param>
    /// <param name="answer">What it was answered.</param>
    /// <param name="before">The object before the act, where there is one.</param>
    /// <param name="after">The object after the act.</param>
    public void Tell(string who, string what, Answer answer, Answer? before = null, Answer? after = null)
    {
        output.WriteLine();
        output.WriteLine($"{(answer.IsAccepted ? "✓" : "✗")} {who}：{what}");
        if (answer.IsAccepted)
        {
            TellAccepted(answer, before, after);
        }
        else
        {
            TellRefused(answer);
        }
    }

    /// <summary>Tells what became of the rows of a list: how many, and the first reasons why some were not taken.</summary>
    public void TellList(string who, string what, Answer answer)
    {
        if (!answer.IsAccepted)
        {
            Tell(who, what, answer);
            return;
        }

        output.WriteLine();
        output.WriteLine($"✓ {who}：{what}");
        output.WriteLine(
            $"    共 {answer.Body["rows"]} 行：可以导入 {answer.Body["acceptable"]}，生成草稿 {answer.Body["drafted"]}，以前已导入 {answer.Body["alreadyImported"]}，不予导入 {answer.Body["refused"]}"
        );
        accepted += answer.Body["drafted"]!.GetValue<int>();
        foreach (var line in answer.Body["lines"]!.AsArray())
        {
            foreach (var reason in line!["reasons"]!.AsArray())
            {
                output.WriteLine(
                    $"    · 第 {line["line"]} 行 {reason!["column"]} 列“{Short(reason["header"])}”{reason["code"]}（第 {reason["article"]} 条）：{Short(reason["message"])}"
                );
            }
        }
    }

    /// <summary>Tells the verdict on each number, with its reasons and what would settle it.</summary>
    public void TellVerdicts(string who, string what, IReadOnlyList<(string Kind, string Value)> numbers, Answer answer)
    {
        if (!answer.IsAccepted)
        {
            Tell(who, what, answer);
            return;
        }

        output.WriteLine();
        output.WriteLine($"✓ {who}：{what}");
        foreach (var (verdict, (kind, value)) in answer.Body.AsArray().Zip(numbers))
        {
            output.WriteLine($"    {kind} {value}：{verdict!["standing"]}");
            foreach (var reason in verdict["reasons"]!.AsArray())
            {
                output.WriteLine($"      · {reason!["code"]}：{Short(reason["text"])}{Short(reason["settledBy"])}");
            }
        }
    }

    /// <summary>Tells every reason against what was only looked at.</summary>
    public void TellPreview(string who, string what, Answer answer)
    {
        if (!answer.IsAccepted)
        {
            Tell(who, what, answer);
            return;
        }

        output.WriteLine();
        output.WriteLine($"✓ {who}：{what}（{(answer.Body["canLand"]!.GetValue<bool>() ? "可以录入" : "不能录入")}）");
        foreach (var fault in answer.Body["faults"]!.AsArray())
        {
            output.WriteLine($"    · {fault!["field"]} {fault["code"]}：{Short(fault["message"])}");
        }
    }

    public void Summarise()
    {
        output.WriteLine();
        output.WriteLine(
            $"共办成 {accepted} 件；不予办理的理由 {codes.Count} 条，{codes.Distinct().Count()} 种：{string.Join('、', codes.Distinct())}"
        );
    }

    private void TellAccepted(Answer answer, Answer? before, Answer? after)
    {
        if (answer.Body["receipt"] is { } retrieval)
        {
            var rows = answer.Body["rows"] as JsonArray;
            output.WriteLine($"    取得 {rows?.Count ?? answer.Body["lines"]!.GetValue<int>()} 行，回执 {retrieval}");
            if (rows is [{ } first, ..])
            {
                output.WriteLine($"    第一行 {first.ToJsonString(Readable)}");
            }

            return;
        }

        if (answer.Body["auditEntry"] is not { } receipt)
        {
            var project = answer.Body["sheet"]?["projectName"] ?? answer.Body["projectName"];
            output.WriteLine($"    状态 {Short(answer.Body["state"])}，项目：{Short(project)}");
            return;
        }

        accepted++;
        output.WriteLine($"    依据第{answer.Body["article"]}条，版本 {answer.Version}，回执 {receipt}");
        var (was, now) = (before?.Body["state"], after?.Body["state"]);
        if (was is not null && now is not null)
        {
            output.WriteLine($"    状态 {was} → {now}");
        }
    }

    private void TellRefused(Answer answer)
    {
        codes.AddRange(answer.Codes);
        output.WriteLine($"    {(int)answer.Status} {Short(answer.Body["title"])}：{Short(answer.Body["detail"])}");
        if (answer.Body["violations"] is not JsonArray violations)
        {
            output.WriteLine($"    代码 {Short(answer.Body["code"])}");
            TellFields(answer);
            return;
        }

        foreach (var violation in violations)
        {
            output.WriteLine(
                $"    · {violation!["code"]}（{Short(violation["basis"])}）「{Short(violation["quotedText"])}」"
            );
            output.WriteLine($"      事实 {violation["facts"]!.ToJsonString(Readable)}");
            output.WriteLine($"      补正 {Short(violation["remedy"])}");
        }
    }

    private void TellFields(Answer answer)
    {
        foreach (var error in answer.Body["errors"] as JsonArray ?? [])
        {
            output.WriteLine($"      {error!["field"]}：{error["message"]}");
        }
    }

    private static string Short(JsonNode? text) => text?.ToString() ?? "";
}
