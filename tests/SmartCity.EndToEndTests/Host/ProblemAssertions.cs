using System.Net;
using System.Text.Json;

namespace SmartCity.EndToEndTests.Host;

internal static class ProblemAssertions
{
    /// <summary>The answer is a problem of that status and code.</summary>
    public static async Task<JsonElement> ShouldBeProblemAsync(
        this HttpResponseMessage response,
        HttpStatusCode status,
        string code
    )
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(status, text);
        response.Content.Headers.ContentType.ShouldNotBeNull().MediaType.ShouldBe("application/problem+json");
        response.Content.Headers.ContentLanguage.ShouldHaveSingleItem().ShouldBeOneOf("zh-CN", "en");
        using var document = JsonDocument.Parse(text);
        var problem = document.RootElement.Clone();
        problem.GetProperty("code").GetString().ShouldBe(code);
        problem.GetProperty("status").GetInt32().ShouldBe((int)status);
        problem.GetProperty("title").GetString().ShouldNotBeNullOrEmpty();
        problem.GetProperty("detail").GetString().ShouldNotBeNullOrEmpty();
        text.ShouldNotContain("SmartCity.");
        text.ShouldNotContain("System.");
        return problem;
    }
}
