using System.Text.Encodings.Web;
using System.Text.Unicode;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.Modules.Security.Api.SignIn;

/// <summary>What the form posts, beside what the person types.</summary>
internal sealed record SignInForm(
    string Action,
    string TokenField,
    string Token,
    string ReturnField,
    string ReturnTo,
    string UserNameField,
    string UserName
);

/// <summary>The pages' HTML: plain, readable without scripts, images or anything from elsewhere.</summary>
internal static class SignInHtml
{
    private const string Style = """
        :root { color-scheme: light dark; --ink: #1b2733; --paper: #f3f5f8; --card: #fff; --line: #8593a3; --accent: #0b5cad; --alarm: #a3161d; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6ebf0; --paper: #12181f; --card: #1b232d; --line: #77869a; --accent: #7db8f5; --alarm: #ff9b94; } }
        * { box-sizing: border-box; }
        body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1.5rem; background: var(--paper); color: var(--ink); font: 1rem/1.6 "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif; }
        main { width: 100%; max-width: 25rem; background: var(--card); border-radius: .5rem; border-top: .3rem solid var(--accent); padding: 2rem; box-shadow: 0 .2rem 1rem rgb(0 0 0 / .12); }
        h1 { margin: 0 0 .25rem; font-size: 1.35rem; text-wrap: balance; }
        p { margin: 0 0 1.25rem; }
        label { display: block; margin-bottom: .25rem; font-weight: 600; }
        input, textarea { width: 100%; margin-bottom: 1.1rem; padding: .6rem .7rem; font: inherit; color: inherit; background: transparent; border: 1px solid var(--line); border-radius: .3rem; }
        button { width: 100%; padding: .7rem; font: inherit; font-weight: 600; color: var(--card); background: var(--accent); border: 0; border-radius: .3rem; cursor: pointer; }
        textarea { min-height: 5rem; font: .8rem/1.4 ui-monospace, monospace; }
        output { display: block; margin-bottom: 1.1rem; padding: .6rem .7rem; border: 1px dashed var(--line); border-radius: .3rem; font: .8rem/1.4 ui-monospace, monospace; overflow-wrap: anywhere; user-select: all; }
        a { color: var(--accent); }
        input:focus-visible, textarea:focus-visible, a:focus-visible, button:focus-visible { outline: .2rem solid var(--accent); outline-offset: .12rem; }
        dl { margin: 0 0 1.25rem; } dt { font-weight: 600; } dd { margin: 0; overflow-wrap: anywhere; }
        [role=alert] { padding: .6rem .8rem; border-left: .25rem solid var(--alarm); color: var(--alarm); }
        """;

    // Chinese stays readable in the source of the page.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private static readonly LocalizedText Title = new("咸阳市新型智慧城市项目管理", "Xianyang smart city projects");

    public static string Document(Language language, string nonce, string body) =>
        $"""
            <!DOCTYPE html>
            <html lang="{(language == Language.English ? "en" : "zh-CN")}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Title.In(language)}</title>
            <style nonce="{nonce}">{Style}</style>
            </head>
            <body>
            <main>
            <h1>{Title.In(language)}</h1>
            {body}
            </main>
            </body>
            </html>
            """;

    public static string Form(Language language, SignInForm form, string passwordField, string? problem) =>
        $"""
            <p>{new LocalizedText("请用本单位的岗位账号登录。", "Sign in with your office's account.").In(language)}</p>
            {Alert(problem)}
            <form method="post" action="{Encoded(form.Action)}">
            {Hidden(form.TokenField, form.Token)}
            {Hidden(form.ReturnField, form.ReturnTo)}
            <label for="user-name">{new LocalizedText("登录名", "User name").In(language)}</label>
            <input id="user-name" name="{Encoded(
                form.UserNameField
            )}" value="{Encoded(form.UserName)}" maxlength="63" autocomplete="username" autocapitalize="none" spellcheck="false" required autofocus>
            <label for="password">{new LocalizedText("密码", "Password").In(language)}</label>
            <input id="password" name="{Encoded(
                passwordField
            )}" type="password" maxlength="128" autocomplete="current-password" required>
            <button type="submit">{new LocalizedText("登录", "Sign in").In(language)}</button>
            </form>
            """;

    public static string Refused(Language language) =>
        new LocalizedText(
            "登录名或密码不正确，或者账号暂时锁定、尚待确认、已经注销。连续输错 5 次锁定 15 分钟。",
            "The user name or password is wrong, or the account is locked, closed or not confirmed yet. "
                + "Five wrong passwords in a row lock it for 15 minutes."
        ).In(language);

    public static string StartAgain(Language language) =>
        Alert(
            new LocalizedText(
                "登录页面已经过期，请回到所用的系统重新登录。",
                "This sign-in page has expired: go back to where you came from and sign in again."
            ).In(language)
        );

    public static string SignedOut(Language language) =>
        $"<p>{new LocalizedText("您已退出登录。", "You are signed out.").In(language)}</p>";

    /// <summary>What went wrong, read out at once by a screen reader; nothing where nothing did.</summary>
    public static string Alert(string? problem) => problem is null ? "" : $"""<p role="alert">{Encoded(problem)}</p>""";

    /// <summary>A field that the form carries along.</summary>
    public static string Hidden(string name, string value) =>
        $"""<input type="hidden" name="{Encoded(name)}" value="{Encoded(value)}">""";

    public static string Encoded(string text) => Encoder.Encode(text);
}
