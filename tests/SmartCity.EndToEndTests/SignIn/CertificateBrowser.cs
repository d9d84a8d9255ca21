using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;
using SmartCity.Demonstration;

namespace SmartCity.EndToEndTests.SignIn;

/// <summary>What a person's browser and the plug-in of his key do, step by step.</summary>
internal sealed partial class CertificateBrowser : IDisposable
{
    private readonly HttpClient browser;
    private readonly string verifier = Base64Url(RandomNumberGenerator.GetBytes(32));
    private Uri? page;

    public CertificateBrowser(Uri service) =>
        browser = new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new() })
        {
            BaseAddress = service,
        };

    /// <summary>The hidden fields of the page as it was shown last.</summary>
    public Dictionary<string, string> Fields { get; private set; } = [];

    /// <summary>The line to be signed.</summary>
    public string Challenge { get; private set; } = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>From the client's authorization request over the password page to the page for certificates.</summary>
    public async Task OpenAsync()
    {
        var challenge = Base64Url(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
        var authorize =
            $"connect/authorize?response_type=code&client_id={PersonSignIn.ClientId}&state=s&code_challenge={challenge}"
            + $"&code_challenge_method=S256&redirect_uri={Uri.EscapeDataString(PersonSignIn.RedirectUri)}"
            + $"&scope={Uri.EscapeDataString("openid offline_access")}";
        using var redirected = await browser.GetAsync(new Uri(authorize, UriKind.Relative), Cancellation);
        var passwordPage = await browser.GetStringAsync(redirected.Headers.Location!, Cancellation);
        page = new(
            WebUtility.HtmlDecode(LinkToCertificates().Match(passwordPage).Groups["address"].Value),
            UriKind.Relative
        );
        using var shown = await browser.GetAsync(page, Cancellation);
        shown.StatusCode.ShouldBe(HttpStatusCode.OK);
        shown
            .Headers.GetValues("Content-Security-Policy")
            .Single()
            .ShouldStartWith("default-src 'none'; base-uri 'none'");
        Look(await shown.Content.ReadAsStringAsync(Cancellation));
    }

    public async Task<HttpResponseMessage> SubmitAsync(
        string chain,
        string signature,
        Dictionary<string, string>? fields = null
    )
    {
        using var filled = new FormUrlEncodedContent(
            new Dictionary<string, string>(fields ?? Fields) { ["chain"] = chain, ["signature"] = signature }
        );
        return await browser.PostAsync(page, filled, Cancellation);
    }

    /// <summary>Signs in and exchanges the code.</summary>
    public async Task<IssuedToken> SignInAsync(TestCertificate person)
    {
        using var answer = await SubmitAsync(person.Chain, await person.SignAsync(Challenge));
        return await TokenAsync(answer);
    }

    /// <summary>From the accepted answer on: back to the authorization, and the code for a token.</summary>
    public async Task<IssuedToken> TokenAsync(HttpResponseMessage accepted)
    {
        accepted.StatusCode.ShouldBe(HttpStatusCode.Redirect, await accepted.Content.ReadAsStringAsync(Cancellation));
        using var authorized = await browser.GetAsync(accepted.Headers.Location!, Cancellation);
        var code = QueryHelpers.ParseQuery(authorized.Headers.Location!.Query)["code"].Single()!;
        using var exchange = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["grant_type"] = "authorization_code",
                ["client_id"] = PersonSignIn.ClientId,
                ["redirect_uri"] = PersonSignIn.RedirectUri,
                ["code"] = code,
                ["code_verifier"] = verifier,
            }
        );
        using var issued = await browser.PostAsync(new Uri("connect/token", UriKind.Relative), exchange, Cancellation);
        issued.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (await issued.Content.ReadFromJsonAsync<IssuedToken>(Cancellation))!;
    }

    /// <summary>What a refused answer tells; the page has a new challenge then.</summary>
    public async Task<string> RefusalOfAsync(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Look(text);
        return WebUtility.HtmlDecode(Alert().Match(text).Groups["text"].Value);
    }

    /// <summary>The same person at another instance, with the cookies that he has.</summary>
    public async Task<HttpResponseMessage> SubmitAtAsync(Uri other, string chain, string signature)
    {
        using var filled = new FormUrlEncodedContent(
            new Dictionary<string, string>(Fields) { ["chain"] = chain, ["signature"] = signature }
        );
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(other, page!)) { Content = filled };
        return await browser.SendAsync(request, Cancellation);
    }

    public void Dispose() => browser.Dispose();

    private void Look(string text)
    {
        Fields = HiddenField()
            .Matches(text)
            .ToDictionary(
                field => WebUtility.HtmlDecode(field.Groups["name"].Value),
                field => WebUtility.HtmlDecode(field.Groups["value"].Value)
            );
        Challenge = WebUtility.HtmlDecode(ShownChallenge().Match(text).Groups["text"].Value);
        Challenge.ShouldNotBeEmpty();
    }

    private static string Base64Url(byte[] bytes) => WebEncoders.Base64UrlEncode(bytes);

    [GeneratedRegex("""<a href="(?<address>/account/sign-in/certificate[^"]*)">""")]
    private static partial Regex LinkToCertificates();

    [GeneratedRegex("""<output id="challenge">(?<text>[^<]*)</output>""")]
    private static partial Regex ShownChallenge();

    [GeneratedRegex("""<p role="alert">(?<text>[^<]*)</p>""")]
    private static partial Regex Alert();

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]*)" value="(?<value>[^"]*)">""")]
    private static partial Regex HiddenField();
}
