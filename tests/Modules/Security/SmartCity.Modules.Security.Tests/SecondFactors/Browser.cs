using System.Buffers.Text;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;
using SmartCity.Demonstration;

namespace SmartCity.Modules.Security.Tests.SecondFactors;

/// <summary>What a page or redirection answered.</summary>
internal sealed record Shown(HttpStatusCode Status, string? Location, string Body)
{
    public bool LeadsTo(string path) => Location?.StartsWith(path, StringComparison.Ordinal) == true;

    public string Alert => Body.Split("role=\"alert\">")[1].Split("</p>")[0];
}

/// <summary>A person's browser on its way through the sign-in pages, step by step, with cookies of its own.</summary>
internal sealed partial class Browser(ServiceUnderTest service) : IDisposable
{
    private readonly string verifier = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
    private readonly HttpClient client = new(
        new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new() }
    )
    {
        BaseAddress = service.Address,
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Authorize =>
        QueryHelpers.AddQueryString(
            "/connect/authorize",
            new Dictionary<string, string?>
            {
                ["response_type"] = "code",
                ["client_id"] = PersonSignIn.ClientId,
                ["redirect_uri"] = PersonSignIn.RedirectUri,
                ["scope"] = "openid offline_access",
                ["code_challenge"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))),
                ["code_challenge_method"] = "S256",
            }
        );

    public string SecondFactorAddress => QueryHelpers.AddQueryString("/account/second-factor", "return", Authorize);

    /// <summary>Types name and password.</summary>
    public async Task<Shown> PasswordAsync(string userName, string password = Given.Password)
    {
        var page = await GetAsync(QueryHelpers.AddQueryString("/account/sign-in", "return", Authorize));
        var fields = FieldsOf(page.Body);
        (fields["user-name"], fields["password"]) = (userName, password);
        return await PostAsync("/account/sign-in", fields);
    }

    /// <summary>Opens the page behind the password.</summary>
    public Task<Shown> SecondFactorPageAsync() => GetAsync(SecondFactorAddress);

    /// <summary>Types a code into a page that was opened.</summary>
    public Task<Shown> CodeAsync(Shown page, string code)
    {
        var fields = FieldsOf(page.Body);
        fields["code"] = code;
        return PostAsync("/account/second-factor", fields);
    }

    /// <summary>Password and code, as somebody with a second factor signs in.</summary>
    public async Task<Shown> SignInAsync(string userName, string code)
    {
        (await PasswordAsync(userName)).LeadsTo("/account/second-factor").ShouldBeTrue();
        return await CodeAsync(await SecondFactorPageAsync(), code);
    }

    public Task<Shown> AuthorizeAsync() => GetAsync(Authorize);

    /// <summary>What the token endpoint gives for the session; null where there is none that suffices.</summary>
    public async Task<JsonElement?> TokenAsync()
    {
        var answer = await AuthorizeAsync();
        if (!answer.LeadsTo(PersonSignIn.RedirectUri))
        {
            return null;
        }

        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["grant_type"] = "authorization_code",
                ["client_id"] = PersonSignIn.ClientId,
                ["redirect_uri"] = PersonSignIn.RedirectUri,
                ["code"] = QueryHelpers.ParseQuery(new Uri(answer.Location!).Query)["code"]!,
                ["code_verifier"] = verifier,
            }
        );
        using var token = await client.PostAsync(new Uri("/connect/token", UriKind.Relative), form, Cancellation);
        token.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await token.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }

    public static JsonElement ClaimsOf(JsonElement token, string name = "access_token") =>
        JsonSerializer.Deserialize<JsonElement>(
            Base64Url.DecodeFromChars(token.GetProperty(name).GetString()!.Split('.')[1])
        );

    public void Dispose() => client.Dispose();

    private async Task<Shown> GetAsync(string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute), Cancellation);
        return await ShownAsync(answer);
    }

    private async Task<Shown> PostAsync(string address, Dictionary<string, string> fields)
    {
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await client.PostAsync(new Uri(address, UriKind.Relative), form, Cancellation);
        return await ShownAsync(answer);
    }

    private static async Task<Shown> ShownAsync(HttpResponseMessage answer) =>
        new(
            answer.StatusCode,
            answer.Headers.Location?.OriginalString,
            await answer.Content.ReadAsStringAsync(Cancellation)
        );

    private static Dictionary<string, string> FieldsOf(string page) =>
        HiddenField()
            .Matches(page)
            .ToDictionary(
                field => WebUtility.HtmlDecode(field.Groups["name"].Value),
                field => WebUtility.HtmlDecode(field.Groups["value"].Value)
            );

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]*)" value="(?<value>[^"]*)">""")]
    private static partial Regex HiddenField();
}
