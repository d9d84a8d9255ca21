using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Org.BouncyCastle.Math.EC.Rfc8032;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Modules.Security.Infrastructure;
using SmartCity.Modules.Security.Infrastructure.Evidence;
using SmartCity.Testing;

namespace SmartCity.Modules.Security.Tests;

/// <summary>How the service asks; what a real witness answers is tested end to end.</summary>
public sealed class CosigningJobTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task RunAsync_WhenRunTwice_ThenTheWitnessIsAskedOnceAndItsLineIsKeptOnce(DatabaseKind kind)
    {
        var witness = new AnsweringWitness();
        await using var host = await StartAsync(kind, witness);

        await RunAsync(host);
        await RunAsync(host);

        witness.Asked.ShouldHaveSingleItem().ShouldStartWith("old 0\n\ntest.example/evidence\n2\n");
        (await CosignaturesAsync(host)).ShouldHaveSingleItem().ShouldStartWith("— witness.example/audit ");
    }

    [Fact]
    public async Task RunAsync_WhenTheWitnessKnowsAnotherSize_ThenTheProofBeginsThere()
    {
        var witness = new AnsweringWitness { LastSize = 1 };
        await using var host = await StartAsync(DatabaseKind.Sqlite, witness);

        await RunAsync(host);

        witness.Asked.Count.ShouldBe(2);
        witness.Asked[1].Split('\n')[..3].ShouldBe(["old 1", witness.Asked[1].Split('\n')[1], ""]);
        (await CosignaturesAsync(host)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task RunAsync_WhenTheWitnessHasSeenMoreThanTheLogHolds_ThenNothingIsKept()
    {
        var witness = new AnsweringWitness { LastSize = 9 };
        await using var host = await StartAsync(DatabaseKind.Sqlite, witness);

        await RunAsync(host);

        witness.Asked.ShouldHaveSingleItem();
        (await CosignaturesAsync(host)).ShouldBeEmpty();
    }

    [Fact]
    public async Task RunAsync_WhenAnotherAnswersInTheWitnessesName_ThenNothingIsKept()
    {
        var witness = new AnsweringWitness { IsForged = true };
        await using var host = await StartAsync(DatabaseKind.Sqlite, witness);

        await RunAsync(host);

        witness.Asked.ShouldHaveSingleItem();
        (await CosignaturesAsync(host)).ShouldBeEmpty();
    }

    private static async Task<ModuleHost> StartAsync(DatabaseKind kind, AnsweringWitness witness)
    {
        var host = await EvidenceLogTests.OpenAsync(
            kind,
            configure: services =>
            {
                services.AddSingleton<IReadOnlyList<WitnessSettings>>([witness.Settings]);
                services.AddHttpClient(CosigningJob.ClientName).ConfigurePrimaryHttpMessageHandler(() => witness);
            }
        );
        await EvidenceLogTests.ActAsync(host, from: 1, count: 2);
        await EvidenceLogTests.SequenceAsync(host);
        return host;
    }

    private static async Task RunAsync(ModuleHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CosigningJob>().RunAsync(Cancellation);
    }

    private static async Task<string[]> CosignaturesAsync(ModuleHost host) =>
        await host.InDatabaseAsync(
            async (SecurityDb database) =>
                (await database.LogCheckpoints.Select(one => one.Cosignatures).SingleAsync(Cancellation)).Split(
                    '\n',
                    StringSplitOptions.RemoveEmptyEntries
                )
        );

    private sealed class AnsweringWitness : HttpMessageHandler
    {
        private const string Name = "witness.example/audit";
        private readonly byte[] seed = RandomNumberGenerator.GetBytes(32);

        public WitnessSettings Settings => new(new("http://witness.example/"), Name, 7, PublicOf(seed));

        public List<string> Asked { get; } = [];

        public int LastSize { get; init; }

        public bool IsForged { get; init; }

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            var body = await request.Content!.ReadAsStringAsync(cancellationToken);
            Asked.Add(body);
            if (!body.StartsWith($"old {LastSize}\n", StringComparison.Ordinal))
            {
                return new(HttpStatusCode.Conflict) { Content = new StringContent($"{LastSize}\n") };
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
}
