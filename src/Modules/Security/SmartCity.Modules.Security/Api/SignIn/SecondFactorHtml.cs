using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Application.SecondFactors;
using static SmartCity.Modules.Security.Api.SignIn.SignInHtml;

namespace SmartCity.Modules.Security.Api.SignIn;

/// <summary>The forms of the second factor, as plain as the sign-in page.</summary>
internal static class SecondFactorHtml
{
    public static string CodeForm(
        Language language,
        IEnumerable<KeyValuePair<string, string>> hidden,
        string codeField,
        string? problem
    ) =>
        $"""
            <p>{new LocalizedText(
                "请输入验证器显示的 6 位验证码；设备不在身边的，输入一个恢复码。",
                "Type the six digits that your authenticator shows, or a recovery code if you are without it."
            ).In(language)}</p>
            {Alert(problem)}
            {CodeField(language, hidden, codeField)}
            """;

    public static string SetUpForm(
        Language language,
        IEnumerable<KeyValuePair<string, string>> hidden,
        string codeField,
        SecondFactorProposal proposal,
        string? problem
    ) =>
        $"""
            <p>{new LocalizedText(
                "您的岗位须在密码之外设置第二因素。把密钥或地址添加到验证器，抄下恢复码妥善保管，再输入验证器显示的 6 位验证码。以下内容只显示这一次。",
                "Your office needs a second factor beside the password. Add the key or the address to an authenticator, write the recovery codes down and keep them safe, then type the six digits that it shows. This is shown once."
            ).In(language)}</p>
            {Alert(problem)}
            <dl>
            <dt>{new LocalizedText("密钥", "Key").In(language)}</dt>
            <dd id="secret"><code>{Encoded(proposal.Secret)}</code></dd>
            <dt>{new LocalizedText("地址", "Address").In(language)}</dt>
            <dd id="address"><code>{Encoded(proposal.Address)}</code></dd>
            <dt>{new LocalizedText("恢复码，每个只能用一次", "Recovery codes, each good for once").In(language)}</dt>
            {string.Join('\n', proposal.RecoveryCodes.Select(code => $"<dd><code>{Encoded(code)}</code></dd>"))}
            </dl>
            {CodeField(language, hidden, codeField)}
            """;

    private static string CodeField(
        Language language,
        IEnumerable<KeyValuePair<string, string>> hidden,
        string codeField
    ) =>
        $"""
            <form method="post" action="{Encoded(SecondFactorPage.Path)}">
            {string.Join(
                '\n',
                hidden.Select(field => Hidden(field.Key, field.Value))
            )}
            <label for="code">{new LocalizedText("验证码", "Code").In(language)}</label>
            <input id="code" name="{Encoded(
                codeField
            )}" maxlength="40" autocomplete="one-time-code" autocapitalize="characters" spellcheck="false" required autofocus>
            <button type="submit">{new LocalizedText("继续", "Continue").In(language)}</button>
            </form>
            """;
}
