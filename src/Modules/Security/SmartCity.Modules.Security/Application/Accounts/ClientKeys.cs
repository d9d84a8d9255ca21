using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.Modules.Security.Application.Accounts;

/// <summary>
/// The public keys by which a partner's system proves itself (<c>private_key_jwt</c>): a JSON Web Key Set (RFC 7517) of EC
/// P-256 or RSA keys of 2048 bits and more.
/// </summary>
internal static class ClientKeys
{
    public const int LongestText = 16_384;

    private const int MostKeys = 5;
    private const int LongestName = 100;
    private const int P256Bytes = 32;
    private const int FewestRsaBits = 2048;
    private const int MostRsaBits = 8192;

    private static readonly string[] PrivateMembers = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];

    /// <summary>The set with what of it is used, or why it is not acceptable.</summary>
    public static Result<string> Read(string text)
    {
        if (text.Length > LongestText)
        {
            return Wrong($"长度超过 {LongestText} 个字符", $"it is longer than {LongestText} characters");
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            if (
                document.RootElement.ValueKind != JsonValueKind.Object
                || !document.RootElement.TryGetProperty("keys", out var keys)
                || keys.ValueKind != JsonValueKind.Array
                || keys.GetArrayLength() is < 1 or > MostKeys
            )
            {
                return Wrong($"应有 keys 数组，1 至 {MostKeys} 个密钥", $"it needs an array 'keys' of 1 to {MostKeys}");
            }

            var read = new JsonArray();
            foreach (var key in keys.EnumerateArray())
            {
                var one = ReadOne(key);
                if (one.IsFailure)
                {
                    return one.Failure;
                }

                read.Add(one.Value);
            }

            return new JsonObject { ["keys"] = read }.ToJsonString();
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // The second where a text is half a character.
            return Wrong("不是 JSON", "it is no JSON");
        }
    }

    private static Result<JsonObject> ReadOne(JsonElement key)
    {
        if (key.ValueKind != JsonValueKind.Object)
        {
            return Wrong("密钥应为对象", "a key is an object");
        }

        if (PrivateMembers.Any(member => key.TryGetProperty(member, out _)))
        {
            // Whoever has sent it has shown it: to this service, its proxies and their logs.
            return Error.Unprocessable(
                "PRIVATE_KEY_SENT",
                new(
                    "所填内容含有私钥，该密钥已经泄露，不能再用。请重新生成密钥对，只填写公钥。",
                    "This holds a private key, which is thereby disclosed and must not be used. Make another pair and send its public half only."
                )
            );
        }

        if (TextOf(key, "use") is not (null or "sig") || TextOf(key, "kid") is { Length: 0 or > LongestName })
        {
            return Wrong("use 只能是 sig，kid 为 1 至 100 个字符", "'use' is 'sig', and 'kid' has 1 to 100 characters");
        }

        var read = new JsonObject { ["kty"] = TextOf(key, "kty"), ["use"] = "sig" };
        if (TextOf(key, "kid") is { } name)
        {
            read["kid"] = name;
        }

        return TextOf(key, "kty") switch
        {
            "EC" => ReadEc(key, read),
            "RSA" => ReadRsa(key, read),
            _ => Wrong("密钥类型应为 EC 或 RSA", "a key is of type EC or RSA"),
        };
    }

    private static Result<JsonObject> ReadEc(JsonElement key, JsonObject read)
    {
        if (
            TextOf(key, "crv") != "P-256"
            || TextOf(key, "alg") is not (null or "ES256")
            || BytesOf(key, "x") is not { Length: P256Bytes } x
            || BytesOf(key, "y") is not { Length: P256Bytes } y
            || !IsOnTheCurve(x, y)
        )
        {
            return Wrong("EC 密钥应为 P-256 曲线上的点", "an EC key is a point on the curve P-256");
        }

        (read["crv"], read["x"], read["y"]) = ("P-256", TextOf(key, "x"), TextOf(key, "y"));
        return read;
    }

    private static Result<JsonObject> ReadRsa(JsonElement key, JsonObject read)
    {
        if (
            TextOf(key, "alg") is not (null or "RS256" or "RS384" or "RS512" or "PS256" or "PS384" or "PS512")
            || BytesOf(key, "n") is not { Length: > 0 } modulus
            || BytesOf(key, "e") is not { Length: > 0 and <= 8 } exponent
            || BitsOf(modulus) is < FewestRsaBits or > MostRsaBits
            || (modulus[^1] & 1) == 0
            || (exponent[^1] & 1) == 0
            || exponent is [1]
        )
        {
            return Wrong(
                $"RSA 密钥应有 {FewestRsaBits} 至 {MostRsaBits} 位",
                $"an RSA key has {FewestRsaBits} to {MostRsaBits} bits"
            );
        }

        (read["n"], read["e"]) = (TextOf(key, "n"), TextOf(key, "e"));
        return read;
    }

    private static int BitsOf(byte[] number)
    {
        var significant = number.AsSpan().TrimStart((byte)0);
        return significant.IsEmpty
            ? 0
            : significant.Length * 8 - (System.Numerics.BitOperations.LeadingZeroCount(significant[0]) - 24);
    }

    private static bool IsOnTheCurve(byte[] x, byte[] y)
    {
        try
        {
            using var key = ECDsa.Create(
                new ECParameters
                {
                    Curve = ECCurve.NamedCurves.nistP256,
                    Q = new() { X = x, Y = y },
                }
            );
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static string? TextOf(JsonElement key, string member) =>
        key.TryGetProperty(member, out var value)
            ? value.ValueKind == JsonValueKind.String
                ? value.GetString()
                : ""
            : null;

    private static byte[]? BytesOf(JsonElement key, string member) =>
        TextOf(key, member) is { Length: > 0 } text && Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : null;

    private static Error Wrong(string chinese, string english) =>
        Error.Unprocessable(
            "PUBLIC_KEYS_INVALID",
            new($"公钥集（JWKS）不合要求：{chinese}。", $"The key set (JWKS) is not acceptable: {english}.")
        );
}
