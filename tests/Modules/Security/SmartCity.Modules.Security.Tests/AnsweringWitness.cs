using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Math.EC.Rfc8032;
using SmartCity.Modules.Security.Infrastructure.Evidence;

namespace SmartCity.Modules.Security.Tests;

/// <summary>A witness within the test's process: what the service sends it, and how it may answer.</summary>
internal sealed class AnsweringWitness : HttpMessageHandler
{
    private const string Name = "witness.example/audit";
    private readonly byte[] seed = RandomNumberGenerator.GetBytes(32);

    public WitnessSettings Settings => new(new("http://witness.example/"), Name, 7, PublicOf(seed));

    public List<string> Asked { get; } = [];

    public int LastSize { get; set; }

    public bool IsForged { get; init; }

    /// <summary>It is killed when it has remembered and before it has answered.</summary>
    public bool DiesBeforeItAnswers { get; set; }

    /// <summary>It does not answer at all.</summary>
    public bool IsAway { get; set; }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var body = await request.Content!.ReadAsStringAsync(cancellationToken);
        Asked.Add(body);
        if (IsAway)
        {
            throw new HttpRequestException("The witness is away.");
        }

        if (!body.StartsWith($"old {LastSize}\n", StringComparison.Ordinal))
        {
            return new(HttpStatusCode.Conflict) { Content = new StringContent($"{LastSize}\n") };
        }

        LastSize = int.Parse(
            body.Split('\n').SkipWhile(line => line.Length > 0).ElementAt(2),
            CultureInfo.InvariantCulture
        );
        if (DiesBeforeItAnswers)
        {
            throw new HttpRequestException("The connection was broken off.");
        }

        var note = body[(body.IndexOf("\n\n", StringComparison.Ordinal) + 2)..];
        var text = note[..(note.IndexOf("\n\n", StringComparison.Ordinal) + 1)];
        return new(HttpStatusCode.OK) { Content = new StringContent(Line(text)) };
    }

    private string Line(string text)
    {
        const ulong Time = 1_790_000_000;
        var line = new byte[4 + 8 + 64];
        line[3] = 7;
        BinaryPrimitives.WriteUInt64BigEndian(line.AsSpan(4), Time);
        var message = Encoding.UTF8.GetBytes($"cosignature/v1\ntime {Time}\n{text}");
        Ed25519.Sign(IsForged ? new byte[32] : seed, 0, message, 0, message.Length, line, 12);
        return $"— {Name} {Convert.ToBase64String(line)}\n";
    }

    private static byte[] PublicOf(byte[] seed)
    {
        var publicKey = new byte[32];
        Ed25519.GeneratePublicKey(seed, 0, publicKey, 0);
        return publicKey;
    }
}
