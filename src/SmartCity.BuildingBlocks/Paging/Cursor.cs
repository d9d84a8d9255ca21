using System.Buffers.Text;
using System.Text.Json;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.BuildingBlocks.Paging;

/// <summary>
/// Where a page ended, as an opaque word: the sort key of its last item. It names no offset, so rows that come or go do
/// not make others appear twice or not at all.
/// </summary>
public static class Cursor
{
    /// <summary>The page size where none is asked for.</summary>
    public const int DefaultLimit = 50;

    public const int LargestLimit = 200;

    private const int LongestText = 1000;

    // A key of which a part is missing is none of ours.
    private static readonly JsonSerializerOptions Options = new(Json.Options)
    {
        RespectRequiredConstructorParameters = true,
    };

    public static string Write<TKey>(TKey key) =>
        Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(new Mark<TKey>(ListOf<TKey>(), key), Options));

    /// <summary>The key that the word stands for, or null where none was sent.</summary>
    public static Result<TKey?> Read<TKey>(string? text)
        where TKey : class
    {
        if (string.IsNullOrEmpty(text))
        {
            return default(TKey);
        }

        if (text.Length > LongestText)
        {
            return Wrong();
        }

        try
        {
            var mark = JsonSerializer.Deserialize<Mark<TKey>>(Base64Url.DecodeFromChars(text), Options);
            return mark is { At: { } key } && mark.List == ListOf<TKey>() ? key : Wrong();
        }
        catch (Exception unreadable) when (unreadable is FormatException or JsonException)
        {
            return Wrong();
        }
    }

    /// <summary>Makes a page of a query that was asked for one row more than the limit.</summary>
    public static Page<T> ToPage<T, TKey>(this List<T> rows, int limit, Func<T, TKey> key)
        where T : class =>
        rows.Count > limit ? new([.. rows.Take(limit)], Write(key(rows[limit - 1]))) : new(rows, null);

    // A key of one list says nothing in another, also where both are made of the same parts.
    private static string ListOf<TKey>() => (typeof(TKey).DeclaringType ?? typeof(TKey)).Name;

    private static Error Wrong() =>
        Error.Invalid(
            "CURSOR_INVALID",
            new(
                "翻页位置 after 无效，请使用上一页返回的 next。",
                "The cursor is not one of ours; send the last page's next as after."
            )
        );

    private sealed record Mark<TKey>(string List, TKey At);
}
