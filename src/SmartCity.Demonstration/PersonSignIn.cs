using System.Buffers.Text;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace SmartCity.Demonstration;

/// <summary>What the token endpoint answers.</summary>
/// <param name="ExpiresIn">Seconds.</param>
/// <param name="RefreshToken">Present where <c>offline_access</c> was asked for.</param>
public sealed record IssuedToken(
    [property: JsonPropertyName("access_token")] string AccessToken,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    [property: JsonPropertyName("refresh_token")] string? RefreshToken
);

/// <summary>Signing in did not lead to a token.</summary>
/// <param name="status">The status of the answer that was not as expected.</param>
/// <param name="body">What it said.</param>
public sealed class SignInRefusedException(HttpStatusCode status, string body)
    : Exception($"Signing in was refused with {(int)status}: {body}")
{
    public HttpStatusCode Status { get; } = status;
}

/// <summary>
/// Gets tokens the way every client must: a person's through the sign-in page with an authorization code and PKCE
/// (RFC 7636), a partner system's with its own credentials. A browser would do the same steps.
/// </summary>
/// <param name="baseAddress">The service, such as <c>http://127.0.0.1:5080/</c>.</param>
public sealed partial class PersonSignIn(Uri baseAddress)
{
    public const string ClientId = "smartcity-console";

    /// <summary>Never opened: the code is taken from the redirection that leads there.</summary>
    public const string RedirectUri = "http://127.0.0.1/callback";

    private const string Scope = "openid offline_access";

    /// <summary>Signs a person in.</summary>
    /// <exception cref="SignInRefusedException">The name or password is wrong, or the account locked or closed.</exception>
    public async Task<IssuedToken> SignInAsync(string userName, string password, CancellationToken cancellationToken)
    {
        var verifier = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
        var state = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        using var browser = Browser();
        var code = await AuthorizeAsync(browser, challenge, state, userName, password, cancellationToken);
        return await TokenAsync(
            browser,
            new()
            {
                ["grant_type"] = "authorization_code",
                ["client_id"] = ClientId,
                ["redirect_uri"] = RedirectUri,
                ["code"] = code,
                ["code_verifier"] = verifier,
            },
            cancellationToken
        );
    }

    /// <summary>Gets a partner system's token with its client id and secret.</summary>
    /// <exception cref="SignInRefusedException">They are wrong, or the account is closed.</exception>
    public async Task<IssuedToken> SignInSystemAsync(
        string clientId,
        string clientSecret,
        CancellationToken cancellationToken
    )
    {
        using var client = Browser();
        return await TokenAsync(
            client,
            new()
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = clientId,
                ["client_secret"] = clientSecret,
            },
            cancellationToken
        );
    }

    /// <summary>Exchanges a refresh token for new tokens.</summary>
    /// <exception cref="SignInRefusedException">It was used before, is expired, or the account is closed.</exception>
    public async Task<IssuedToken> RenewAsync(string refreshToken, CancellationToken cancellationToken)
    {
        using var client = Browser();
        return await TokenAsync(
            client,
            new()
            {
                ["grant_type"] = "refresh_token",
                ["client_id"] = ClientId,
                ["refresh_token"] = refreshToken,
            },
            cancellationToken
        );
    }

    private static async Task<string> AuthorizeAsync(
        HttpClient browser,
        string challenge,
        string state,
        string userName,
        string password,
        CancellationToken cancellationToken
    )
    {
        var authorize =
            $"connect/authorize?response_type=code&client_id={ClientId}&state={state}&code_challenge={challenge}"
            + "&code_challenge_method=S256"
            + $"&redirect_uri={Uri.EscapeDataString(RedirectUri)}&scope={Uri.EscapeDataString(Scope)}";
        var signInPage = await LocationAsync(
            await browser.GetAsync(new Uri(authorize, UriKind.Relative), cancellationToken),
            cancellationToken
        );
        var page = await browser.GetAsync(signInPage, cancellationToken);
        var form = FieldsOf(await ReadAsync(page, HttpStatusCode.OK, cancellationToken));
        form["user-name"] = userName;
        form["password"] = password;
        using var filled = new FormUrlEncodedContent(form);
        var back = await LocationAsync(
            await browser.PostAsync(signInPage, filled, cancellationToken),
            cancellationToken
        );
        var callback = await LocationAsync(await browser.GetAsync(back, cancellationToken), cancellationToken);
        var answer = callback
            .Query.TrimStart('?')
            .Split('&')
            .Select(pair => pair.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]));
        return answer.TryGetValue("code", out var code) && answer.GetValueOrDefault("state") == state
            ? code
            : throw new SignInRefusedException(HttpStatusCode.Redirect, callback.Query);
    }

    private static async Task<IssuedToken> TokenAsync(
        HttpClient client,
        Dictionary<string, string> fields,
        CancellationToken cancellationToken
    )
    {
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await client.PostAsync(
            new Uri("connect/token", UriKind.Relative),
            content,
            cancellationToken
        );
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            throw new SignInRefusedException(
                answer.StatusCode,
                await answer.Content.ReadAsStringAsync(cancellationToken)
            );
        }

        return (await answer.Content.ReadFromJsonAsync<IssuedToken>(cancellationToken))!;
    }

    private static Dictionary<string, string> FieldsOf(string page) =>
        HiddenField()
            .Matches(page)
            .ToDictionary(
                field => WebUtility.HtmlDecode(field.Groups["name"].Value),
                field => WebUtility.HtmlDecode(field.Groups["value"].Value)
            );

    private static async Task<Uri> LocationAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        await ReadAsync(answer, HttpStatusCode.Redirect, cancellationToken);
        return new(answer.RequestMessage!.RequestUri!, answer.Headers.Location!);
    }

    private static async Task<string> ReadAsync(
        HttpResponseMessage answer,
        HttpStatusCode expected,
        CancellationToken cancellationToken
    )
    {
        var body = await answer.Content.ReadAsStringAsync(cancellationToken);
        return answer.StatusCode == expected ? body : throw new SignInRefusedException(answer.StatusCode, body);
    }

    // A browser of its own for each sign-in: the session's cookie does not outlive it.
    private HttpClient Browser() =>
        new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new() }) { BaseAddress = baseAddress };

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]*)" value="(?<value>[^"]*)">""")]
    private static partial Regex HiddenField();
}
