using FluentValidation;
using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Application.Accounts;
using SmartCity.Modules.Security.Domain.Certificates;
using SmartCity.Modules.Security.Domain.Rules;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Security.Application.Certificates;

/// <summary>
/// Proves that somebody holds the key of a certificate that is bound to an account. Who he is, is only known when it is
/// accepted, so the module itself acts.
/// </summary>
/// <param name="Challenge">The protected challenge as the page gave it.</param>
internal sealed record SignInWithCertificate(string Challenge, string Chain, string Signature) : ICommand;

internal sealed class SignInWithCertificateValidator : AbstractValidator<SignInWithCertificate>
{
    public const int LongestChallenge = 2_000;
    public const int LongestSignature = 4_000;

    public SignInWithCertificateValidator()
    {
        RuleFor(command => command.Challenge).NotEmpty().MaximumLength(LongestChallenge);
        RuleFor(command => command.Chain).NotEmpty().MaximumLength(ICertificateReader.LongestText);
        RuleFor(command => command.Signature).NotEmpty().MaximumLength(LongestSignature);
    }
}

internal sealed class SignInWithCertificateHandler(
    ISecurityDatabase database,
    IChallenges challenges,
    ICertificateJudge judge,
    BoundCertificates bound,
    ICredentials credentials,
    Act act,
    RulesInForce rules
) : IRequestHandler<SignInWithCertificate, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(SignInWithCertificate command, CancellationToken cancellationToken)
    {
        var challenge = await challenges.SpendAsync(command.Challenge, act.At, cancellationToken);
        var finding = challenge.FailedCheck is null
            ? await judge.JudgeAsync(new(command.Chain, command.Signature), challenge.Text!, act.At, cancellationToken)
            : new CertificateFinding(challenge.FailedCheck);

        // Whose it is, is looked up only for who has proved to hold its key; the entry then stands in its own chain.
        AccountCertificate? certificate = null;
        if (finding.Certificate is { } identity && HasProvedPossession(finding))
        {
            certificate = await bound.OfAsync(identity, cancellationToken);
        }

        if (certificate is not null)
        {
            act.Authorise(certificate, SecurityAuthorities.OnCertificate);
        }

        if (finding.FailedCheck is null)
        {
            finding = finding with { FailedCheck = await WhyNotAsync(certificate, cancellationToken) };
        }

        var judged = rules.Judge(Article32.CertificateAccepted.On(FactsOf(finding)));
        return judged.IsFailure ? judged.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }

    private async Task<CertificateCheck?> WhyNotAsync(
        AccountCertificate? certificate,
        CancellationToken cancellationToken
    ) =>
        certificate is null || !await bound.IsOfAPersonAsync(certificate, cancellationToken) ? CertificateCheck.Bound
        : await credentials.IsLockedAsync(certificate.Account, cancellationToken) ? CertificateCheck.NotLocked
        : null;

    private static bool HasProvedPossession(CertificateFinding finding) =>
        finding.FailedCheck is null or > CertificateCheck.Possession;

    private static Article32.CertificateFacts FactsOf(CertificateFinding finding) =>
        new(
            finding.FailedCheck,
            finding.Certificate?.Issuer,
            finding.Certificate?.SerialNumber,
            finding.RevokedAt,
            finding.RevocationReason,
            finding.Revocation
        );
}
