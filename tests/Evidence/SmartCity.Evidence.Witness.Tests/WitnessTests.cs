using System.Globalization;
using System.Net;
using System.Text;
using SmartCity.Evidence.Log;
using SmartCity.Testing;

namespace SmartCity.Evidence.Tests;

public sealed class WitnessTests : IAsyncLifetime
{
    private readonly string folder = TestFolder.New();
    private readonly ALog log = new();
    private NoteKey key = null!;
    private WitnessProcess witness = null!;

    public async ValueTask InitializeAsync()
    {
        log.Leaves.AddRange(Enumerable.Range(0, 20).Select(number => new[] { (byte)number }));
        key = NoteKey.Read(await WitnessProcess.CreateKeyAsync(folder));
        witness = await WitnessProcess.ServeAsync(folder, log.Key.Public.ToString());
    }

    public async ValueTask DisposeAsync() => await witness.DisposeAsync();

    [Fact]
    public async Task AddCheckpoint_WhenTheLogGrows_ThenCosignsAndServesTheLastOne()
    {
        var first = await AddAsync(Body(0, 7));
        first.Status.ShouldBe(HttpStatusCode.OK);
        key.Judge(SignedNote.Read(log.Checkpoint(7) + first.Body)).Verdict.ShouldBe(SignatureVerdict.Valid);

        var second = await AddAsync(Body(7, 20));

        second.Status.ShouldBe(HttpStatusCode.OK);
        var kept = SignedNote.Read(await LastAsync());
        Checkpoint.Read(kept).Size.ShouldBe(20UL);
        key.Judge(kept).Verdict.ShouldBe(SignatureVerdict.Valid);
        log.Key.Public.Judge(kept).Verdict.ShouldBe(SignatureVerdict.Valid);
    }

    [Fact]
    public async Task AddCheckpoint_WhenTheSameIsSentAgain_ThenCosignsAgain()
    {
        await AddAsync(Body(0, 7));

        (await AddAsync(Body(7, 7))).Status.ShouldBe(HttpStatusCode.OK);
    }

    // Of type 0xFF, as an SM2 line is: the log's name, an id that no key of the witness has, 71 bytes.
    [Fact]
    public async Task AddCheckpoint_WhenTheLogSignedByAKindThatIsUnknownHere_ThenCosignsAllTheSame()
    {
        var line = $"— {ALog.Origin} {Convert.ToBase64String([.. Enumerable.Repeat((byte)0x5A, 4 + 71)])}\n";

        var answer = await AddAsync(Body(0, 7) + line);

        answer.Status.ShouldBe(HttpStatusCode.OK);
        key.Judge(SignedNote.Read(log.Checkpoint(7) + answer.Body)).Verdict.ShouldBe(SignatureVerdict.Valid);
        SignedNote.Read(await LastAsync()).Signatures.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("")]
    [InlineData("old 0\n")]
    [InlineData("old 00\n\n{note}")]
    [InlineData("new 0\n\n{note}")]
    [InlineData("old 0\nnot a hash\n\n{note}")]
    [InlineData("old 0\n\nno checkpoint\n\n— a AAAAAAAAAAA=\n")]
    // A larger size than the checkpoint's own.
    [InlineData("old 8\n\n{note}")]
    public async Task AddCheckpoint_WhenTheBodyIsMalformed_ThenAnswers400(string body) =>
        (await AddAsync(body.Replace("{note}", log.Checkpoint(7), StringComparison.Ordinal))).Status.ShouldBe(
            HttpStatusCode.BadRequest
        );

    [Fact]
    public async Task AddCheckpoint_WhenTheProofHas64Lines_ThenAnswers400()
    {
        var hash = Convert.ToBase64String(MerkleHash.Empty);
        var body = $"old 0\n{string.Concat(Enumerable.Repeat($"{hash}\n", 64))}\n{log.Checkpoint(7)}";

        (await AddAsync(body)).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task AddCheckpoint_WhenTheLogIsUnknown_ThenAnswers404()
    {
        var note = log.Checkpoint(7).Replace(ALog.Origin, "other.example/log", StringComparison.Ordinal);

        (await AddAsync($"old 0\n\n{note}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task AddCheckpoint_WhenAnotherKeySigned_ThenAnswers403()
    {
        var impostor = new ALog();
        impostor.Leaves.AddRange(log.Leaves);

        (await AddAsync($"old 0\n\n{impostor.Checkpoint(7)}")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task AddCheckpoint_WhenTheKnownKeysSignatureIsFalse_ThenAnswers403()
    {
        var text = log.CheckpointText(7);

        (await AddAsync($"old 0\n\n{text}\n{log.Key.Line("another text\n")}")).Status.ShouldBe(
            HttpStatusCode.Forbidden
        );
    }

    [Fact]
    public async Task AddCheckpoint_WhenTheOldSizeIsNotTheLast_ThenAnswers409WithTheLastSize()
    {
        await AddAsync(Body(0, 7));

        var (status, body, type) = await AddAsync(Body(3, 20));

        status.ShouldBe(HttpStatusCode.Conflict);
        type.ShouldBe("text/x.tlog.size");
        body.ShouldBe("7\n");
    }

    [Fact]
    public async Task AddCheckpoint_WhenTheProofDoesNotHold_ThenAnswers422AndKeepsTheLast()
    {
        await AddAsync(Body(0, 7));
        var rewritten = new ALog { Key = log.Key };
        rewritten.Leaves.AddRange(log.Leaves);
        rewritten.Leaves[3] = [99];

        (await AddAsync(Body(7, 20, rewritten))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await AddAsync(Body(7, 7, rewritten))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);

        Checkpoint.Read(SignedNote.Read(await LastAsync())).Size.ShouldBe(7UL);
    }

    [Fact]
    public async Task AddCheckpoint_WhenNothingIsKnownButAProofIsSent_ThenAnswers422()
    {
        var hash = Convert.ToBase64String(MerkleHash.Empty);

        (await AddAsync($"old 0\n{hash}\n\n{log.Checkpoint(7)}")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task AddCheckpoint_WhenAnEmptyLogHasAnotherRoot_ThenAnswers422()
    {
        var text = $"{ALog.Origin}\n0\n{Convert.ToBase64String(new byte[32])}\n";

        (await AddAsync($"old 0\n\n{text}\n{log.Key.Line(text)}")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await AddAsync($"old 0\n\n{log.Checkpoint(0)}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task GetCheckpoint_WhenNothingWasCosigned_ThenAnswers404()
    {
        using var answer = await witness.Client.GetAsync(LastPath(), TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    // Whoever hears nothing must be able to ask again, and must never get a cosignature for a smaller or another log.
    [Fact]
    public async Task AddCheckpoint_WhenKilledAsSoonAsItHasPersisted_ThenItRemembers()
    {
        await AddAsync(Body(0, 7));
        var file = Path.Combine(folder, $"{WitnessMemory.HashOf(ALog.Origin)}.checkpoint");
        using var persisted = new FileSystemWatcher(folder) { EnableRaisingEvents = true };
        var moved = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        persisted.Renamed += (_, renamed) =>
        {
            if (renamed.FullPath == file)
            {
                moved.TrySetResult();
            }
        };

        var unheard = AddAsync(Body(7, 20));
        await Task.WhenAny(moved.Task, unheard);
        await witness.KillAsync();
        await unheard.ContinueWith(_ => { }, TaskScheduler.Default);
        await witness.DisposeAsync();
        witness = await WitnessProcess.ServeAsync(folder, log.Key.Public.ToString());

        (await AddAsync(Body(7, 20))).Status.ShouldBe(HttpStatusCode.Conflict);
        (await AddAsync(Body(20, 20))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task AddCheckpoint_WhenManyAreSentAtOnce_ThenTheLastOneKeptIsTheLargestCosigned()
    {
        await AddAsync(Body(0, 7));

        var answers = await Task.WhenAll(Enumerable.Range(8, 12).Select(size => AddAsync(Body(7, size))));

        answers.Count(answer => answer.Status == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(answer => answer.Status == HttpStatusCode.Conflict).ShouldBe(11);
    }

    private string Body(int from, int size, ALog? of = null) =>
        string.Create(CultureInfo.InvariantCulture, $"old {from}\n")
        + string.Concat((of ?? log).ConsistencyProof(from, size).Select(hash => $"{Convert.ToBase64String(hash)}\n"))
        + $"\n{(of ?? log).Checkpoint(size)}";

    private async Task<(HttpStatusCode Status, string Body, string? Type)> AddAsync(string body)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        using var answer = await witness.Client.PostAsync(
            new Uri("add-checkpoint", UriKind.Relative),
            content,
            TestContext.Current.CancellationToken
        );
        return (
            answer.StatusCode,
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            answer.Content.Headers.ContentType?.MediaType
        );
    }

    private Task<string> LastAsync() =>
        witness.Client.GetStringAsync(LastPath(), TestContext.Current.CancellationToken);

    private static Uri LastPath() => new($"{WitnessMemory.HashOf(ALog.Origin)}/checkpoint", UriKind.Relative);
}
