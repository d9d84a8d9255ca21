using SmartCity.BuildingBlocks.Results;
using static SmartCity.Modules.Security.Api.SignIn.SignInHtml;

namespace SmartCity.Modules.Security.Api.SignIn;

/// <summary>What the form of a sign-in with a certificate carries beside what is filled in.</summary>
internal sealed record CertificateForm(
    string Action,
    string TokenField,
    string Token,
    string ReturnField,
    string ReturnTo,
    string ChallengeToken,
    string ChallengeText,
    string PasswordPage
);

/// <summary>
/// The page's HTML. Scripts of this service there are none: the plug-in of a key, or a person by copying, reads
/// <c>#challenge</c> and fills in <c>#chain</c> and <c>#signature</c>; these names are described in docs/operations.md.
/// </summary>
internal static class CertificateSignInHtml
{
    public const string ChallengeField = "challenge";
    public const string ChainField = "chain";
    public const string SignatureField = "signature";

    public static string Link(Language language, string address) =>
        $"""<p><br><a href="{Encoded(address)}">{new LocalizedText(
            "用证书登录",
            "Sign in with a certificate"
        ).In(language)}</a></p>""";

    public static string Form(Language language, CertificateForm form, string? problem) =>
        $"""
            <p>{new LocalizedText(
                "用证书登录：在一分钟内，用本人证书的私钥对下面这行文字签名。插件会自动填写；也可以复制出去签名，再粘贴回来。",
                "Sign in with a certificate: within a minute, sign the line below with the key of your certificate. "
                    + "A plug-in fills in the rest, or copy the line, sign it and paste the result."
            ).In(language)}</p>
            {Alert(problem)}
            <form method="post" action="{Encoded(form.Action)}">
            {Hidden(form.TokenField, form.Token)}
            {Hidden(form.ReturnField, form.ReturnTo)}
            {Hidden(ChallengeField, form.ChallengeToken)}
            <label for="challenge">{new LocalizedText("登录挑战", "Challenge").In(language)}</label>
            <output id="challenge">{Encoded(form.ChallengeText)}</output>
            <label for="chain">{new LocalizedText(
                "证书和上级证书（PEM）",
                "Certificate and its issuers' (PEM)"
            ).In(language)}</label>
            <textarea id="chain" name="{ChainField}" maxlength="40000" autocomplete="off" spellcheck="false" required></textarea>
            <label for="signature">{new LocalizedText("签名（base64）", "Signature (base64)").In(language)}</label>
            <textarea id="signature" name="{SignatureField}" maxlength="4000" autocomplete="off" spellcheck="false" required></textarea>
            <button type="submit">{new LocalizedText("登录", "Sign in").In(language)}</button>
            </form>
            <p><br><a href="{Encoded(form.PasswordPage)}">{new LocalizedText(
                "用密码登录",
                "Sign in with a password"
            ).In(language)}</a></p>
            """;

    public static string NotOffered(Language language) =>
        Alert(
            new LocalizedText(
                "本系统没有启用证书登录，请用密码登录。",
                "Signing in with a certificate is not set up here; use your password."
            ).In(language)
        );

    public static string TryAgain(Language language) =>
        new LocalizedText(
            "填写的内容不完整，或者同一证书刚刚在别处登录。请用新的挑战重新签名。",
            "Something is missing, or the same certificate was used elsewhere just now. Sign the new challenge."
        ).In(language);
}
