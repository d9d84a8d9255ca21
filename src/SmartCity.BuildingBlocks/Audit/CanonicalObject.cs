using System.Globalization;
using System.Text;

namespace SmartCity.BuildingBlocks.Audit;

/// <summary>Writes an object whose members are known straight into the canonical form; they are told in its order.</summary>
internal sealed class CanonicalObject(StringBuilder text)
{
    private string? last;

    public CanonicalObject Text(string name, string? value)
    {
        Begin(name);
        if (value is null)
        {
            text.Append("null");
        }
        else
        {
            CanonicalJson.WriteString(text, value);
        }

        return this;
    }

    public CanonicalObject Number(string name, int value)
    {
        Begin(name);
        text.Append(CultureInfo.InvariantCulture, $"{value}");
        return this;
    }

    public CanonicalObject Truth(string name, bool value)
    {
        Begin(name);
        text.Append(value ? "true" : "false");
        return this;
    }

    public CanonicalObject Value(string name, Action<StringBuilder> write)
    {
        Begin(name);
        write(text);
        return this;
    }

    public CanonicalObject List<T>(string name, IReadOnlyList<T> items, Action<StringBuilder, T> write)
    {
        Begin(name);
        text.Append('[');
        for (var index = 0; index < items.Count; index++)
        {
            text.Append(index == 0 ? "" : ",");
            write(text, items[index]);
        }

        text.Append(']');
        return this;
    }

    public void End() => text.Append(last is null ? "{}" : "}");

    /// <exception cref="InvalidOperationException">The member does not follow the one before: a bug.</exception>
    private void Begin(string name)
    {
        if (last is not null && string.CompareOrdinal(last, name) >= 0)
        {
            throw new InvalidOperationException($"In the canonical form {name} does not follow {last}.");
        }

        text.Append(last is null ? '{' : ',');
        CanonicalJson.WriteString(text, name);
        text.Append(':');
        last = name;
    }
}
