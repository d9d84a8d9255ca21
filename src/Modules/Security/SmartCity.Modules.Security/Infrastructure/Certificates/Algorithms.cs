using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.GM;
using Org.BouncyCastle.Asn1.Nist;
using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.Asn1.Sec;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Asn1.X9;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Security;

namespace SmartCity.Modules.Security.Infrastructure.Certificates;

/// <summary>The kinds of keys that are accepted.</summary>
internal enum KeyFamily
{
    Rsa,
    EcdsaP256,
    EcdsaP384,
    Sm2,
}

/// <summary>
/// Which keys and signatures are accepted, and that they fit each other: a key's curve alone does not say how it is used, so
/// an SM2 key signs with SM2 and SM3 and with nothing else, and no other key does.
/// </summary>
internal static class Algorithms
{
    private const int FewestRsaBits = 2048;
    private const int MostRsaBits = 8192;

    private static readonly HashSet<DerObjectIdentifier> RsaSignatures =
    [
        PkcsObjectIdentifiers.Sha256WithRsaEncryption,
        PkcsObjectIdentifiers.Sha384WithRsaEncryption,
        PkcsObjectIdentifiers.Sha512WithRsaEncryption,
    ];

    private static readonly HashSet<DerObjectIdentifier> EcdsaSignatures =
    [
        X9ObjectIdentifiers.ECDsaWithSha256,
        X9ObjectIdentifiers.ECDsaWithSha384,
    ];

    private static readonly HashSet<DerObjectIdentifier> PssDigests =
    [
        NistObjectIdentifiers.IdSha256,
        NistObjectIdentifiers.IdSha384,
        NistObjectIdentifiers.IdSha512,
    ];

    /// <summary>The family of a public key, or null where it is not accepted. A curve is known by its name only.</summary>
    public static KeyFamily? FamilyOf(SubjectPublicKeyInfo key)
    {
        var algorithm = key.Algorithm.Algorithm;
        if (
            algorithm.Equals(PkcsObjectIdentifiers.RsaEncryption) || algorithm.Equals(PkcsObjectIdentifiers.IdRsassaPss)
        )
        {
            return PublicKeyOf(key) is RsaKeyParameters { Modulus.BitLength: >= FewestRsaBits and <= MostRsaBits }
                ? KeyFamily.Rsa
                : null;
        }

        if (!algorithm.Equals(X9ObjectIdentifiers.IdECPublicKey) || key.Algorithm.Parameters is not { } parameters)
        {
            return null;
        }

        KeyFamily? family =
            parameters.ToAsn1Object() is not DerObjectIdentifier curve ? null
            : curve.Equals(GMObjectIdentifiers.sm2p256v1) ? KeyFamily.Sm2
            : curve.Equals(SecObjectIdentifiers.SecP256r1) ? KeyFamily.EcdsaP256
            : curve.Equals(SecObjectIdentifiers.SecP384r1) ? KeyFamily.EcdsaP384
            : null;
        // A point that is not on the curve is no key.
        return PublicKeyOf(key) is null ? null : family;
    }

    /// <summary>Whether a key of this family makes such signatures.</summary>
    public static bool Fit(KeyFamily signer, AlgorithmIdentifier signature)
    {
        var algorithm = signature.Algorithm;
        return signer switch
        {
            KeyFamily.Rsa => RsaSignatures.Contains(algorithm) || IsAcceptedPss(signature),
            KeyFamily.EcdsaP256 or KeyFamily.EcdsaP384 => EcdsaSignatures.Contains(algorithm),
            KeyFamily.Sm2 => algorithm.Equals(GMObjectIdentifiers.sm2sign_with_sm3),
            _ => throw new ArgumentOutOfRangeException(nameof(signer), signer, null),
        };
    }

    /// <summary>
    /// Whether the signature was made over the content with this key. A client does not say how it has signed: what a key of
    /// its family may have done is tried.
    /// </summary>
    public static bool IsSignedBy(SubjectPublicKeyInfo key, KeyFamily family, byte[] content, byte[] signature) =>
        SignersOf(key, family)
            .Any(signer =>
            {
                signer.Init(forSigning: false, PublicKeyOf(key)!);
                signer.BlockUpdate(content, 0, content.Length);
                return Verifies(signer, signature);
            });

    // SM2's digest begins with the signer's id; without being told another it is 1234567812345678, as GM/T 0009 has it.
    private static IEnumerable<ISigner> SignersOf(SubjectPublicKeyInfo key, KeyFamily family) =>
        family switch
        {
            KeyFamily.Rsa => RsaSigners(key.Algorithm.Algorithm.Equals(PkcsObjectIdentifiers.IdRsassaPss)),
            KeyFamily.EcdsaP256 or KeyFamily.EcdsaP384 =>
            [
                .. from digest in new Func<IDigest>[] { () => new Sha256Digest(), () => new Sha384Digest() }
                from encoding in DsaEncodings
                select new DsaDigestSigner(new ECDsaSigner(), digest(), encoding),
            ],
            KeyFamily.Sm2 => [.. DsaEncodings.Select(encoding => new SM2Signer(encoding, new SM3Digest()))],
            _ => throw new ArgumentOutOfRangeException(nameof(family), family, null),
        };

    // Middleware of keys gives r and s as DER, or one behind the other.
    private static IDsaEncoding[] DsaEncodings => [StandardDsaEncoding.Instance, PlainDsaEncoding.Instance];

    private static IEnumerable<ISigner> RsaSigners(bool onlyPss)
    {
        foreach (var digest in new[] { "SHA-256", "SHA-384", "SHA-512" })
        {
            if (!onlyPss)
            {
                yield return SignerUtilities.GetSigner($"{digest}withRSA");
            }

            yield return SignerUtilities.GetSigner($"{digest}withRSAandMGF1");
        }
    }

    private static bool Verifies(ISigner signer, byte[] signature)
    {
        try
        {
            return signer.VerifySignature(signature);
        }
        catch (Exception malformed)
            when (malformed is ArgumentException or CryptoException or IOException or InvalidOperationException)
        {
            return false;
        }
    }

    private static bool IsAcceptedPss(AlgorithmIdentifier signature)
    {
        if (!signature.Algorithm.Equals(PkcsObjectIdentifiers.IdRsassaPss) || signature.Parameters is null)
        {
            return false;
        }

        try
        {
            var pss = RsassaPssParameters.GetInstance(signature.Parameters);
            return PssDigests.Contains(pss.HashAlgorithm.Algorithm)
                && pss.MaskGenAlgorithm.Algorithm.Equals(PkcsObjectIdentifiers.IdMgf1)
                && PssDigests.Contains(AlgorithmIdentifier.GetInstance(pss.MaskGenAlgorithm.Parameters).Algorithm);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static AsymmetricKeyParameter? PublicKeyOf(SubjectPublicKeyInfo key)
    {
        try
        {
            return PublicKeyFactory.CreateKey(key);
        }
        catch (Exception malformed)
            when (malformed is ArgumentException or SecurityUtilityException or IOException or InvalidCastException)
        {
            return null;
        }
    }
}
