using System.Text;
using System.Text.Json;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.DataSharing.Api;
using SmartCity.Modules.DataSharing.Application.Agreements;
using SmartCity.Modules.DataSharing.Application.Grants;
using SmartCity.Modules.DataSharing.Application.Retrieving;
using SmartCity.Modules.DataSharing.Domain;
using SmartCity.Modules.DataSharing.Domain.Catalogue;
using SmartCity.Modules.DataSharing.Domain.Retrievals;
using SmartCity.Modules.DataSharing.Tests.Given;
using SmartCity.Testing;

namespace SmartCity.Modules.DataSharing.Tests.Module;

/// <summary>The data path: what is checked on each call, what is served, and what is receipted.</summary>
public sealed class RetrievalTests
{
    [Theory, EveryDatabase]
    public async Task Rows_WhenTheRealDivisionsAreRetrieved_ThenPagesAndCsvGiveBackWhatWasSent(DatabaseKind kind)
    {
        await using var module = await DataSharingHost.StartAsync(kind);
        var sample = await File.ReadAllTextAsync(
            Path.Combine(AppContext.BaseDirectory, "Samples", "administrative-divisions-2023.csv"),
            TestContext.Current.CancellationToken
        );
        var resource = await module.WithDataAsync(csv: sample);
        var all = Sharing.Wanted(Purpose.DataVerification, "code", "name", "level", "parent_code");
        var grant = await module.RequestedAsync(resource, terms: all);

        var csv = DataSharingHost.TextOf(
            await module.RetrievedAs(
                Town.Demander,
                DataSharingHost.Beginning(resource, grant, channel: Channel.BatchDownload)
            )
        );
        var pages = await PagesAsync(module, resource, grant);

        csv.Replace("\r\n", "\n", StringComparison.Ordinal).ShouldBe(sample);
        pages.Sum(page => page.Rows.Count).ShouldBe(3348);
        CsvOf(pages).ShouldBe(sample);
        var retrievals = (await module.ToldAs(Town.Provider, new ListRetrievals())).Items;
        retrievals.Sum(retrieval => retrieval.RowsSent).ShouldBe(2 * 3348);
        retrievals.ShouldAllBe(retrieval => retrieval.State == RetrievalState.Completed);
    }

    [Theory, EveryDatabase]
    public async Task Rows_WhenSomeItemsAreGranted_ThenOnlyTheseAreServed(DatabaseKind kind)
    {
        await using var module = await DataSharingHost.StartAsync(kind);
        var resource = await module.WithDataAsync();
        var grant = await module.RequestedAsync(
            resource,
            terms: Sharing.Wanted(Purpose.DataVerification, "parent_code", "name")
        );

        var csv = await module.RetrievedAs(
            Town.Demander,
            DataSharingHost.Beginning(resource, grant, channel: Channel.BatchDownload)
        );
        var page = await PageAsync(module, DataSharingHost.Beginning(resource, grant, limit: 2));

        DataSharingHost.TextOf(csv).ShouldBe("name,parent_code\r\n陕西省,\r\n咸阳市,610000\r\n秦都区,610400\r\n");
        page.Rows.Select(row => string.Join('/', row.Keys)).ShouldBe(["name/parent_code", "name/parent_code"]);
    }

    [Theory, EveryDatabase]
    public async Task Rows_WhenServed_ThenTermsTravelWithThemAndTwoEntriesAreLeft(DatabaseKind kind)
    {
        await using var module = await DataSharingHost.StartAsync(kind);
        var resource = await module.WithDataAsync();
        var grant = await module.RequestedAsync(resource);
        module.Host.Time.Advance(TimeSpan.FromDays(29));

        var http = await module.RetrievedAs(
            Town.Demander,
            DataSharingHost.Beginning(resource, grant, channel: Channel.BatchDownload)
        );

        var headers = http.Response.Headers;
        Uri.UnescapeDataString(headers["Data-Scope"].ToString()).ShouldBe("全市行政机关和公共企事业单位");
        headers["Data-Use"].ToString().ShouldBe("dataVerification");
        headers["Data-As-Of"].ToString().ShouldBe("2026-03-02");
        headers["Data-Update-Due"].ToString().ShouldBe("2026-04-02");
        headers["Data-Stale"].ToString().ShouldBe("false");
        var line = (await module.ToldAs(Town.Demander, new ListRetrievals())).Items.ShouldHaveSingleItem();
        (line.RowsSent, line.State, line.Account).ShouldBe(
            (3L, RetrievalState.Completed, Town.AccountOf(Town.Demander))
        );
        var entries = await module.EntriesOfAsync("retrieval", line.Id.Value);
        entries.Count.ShouldBe(2);
        entries[0].ShouldContain("data-sharing.begin-retrieval");
        entries[0].ShouldContain("\"rule\":\"AGREEMENT_EXPIRED\",\"ruleVersion\":1,\"satisfied\":true");
        entries[1].ShouldContain("data-sharing.complete-retrieval");
    }

    [Theory, EveryDatabase]
    public async Task Rows_WhenTheOtherSideBreaksOff_ThenTheRowsSentSoFarAreRecorded(DatabaseKind kind)
    {
        await using var module = await DataSharingHost.StartAsync(kind);
        var many = new StringBuilder("code,name,level,parent_code\n");
        for (var number = 0; number < 20_000; number++)
        {
            many.Append(number).Append(",某某镇,4,610402\n");
        }

        var resource = await module.WithDataAsync(csv: many.ToString());
        var grant = await module.RequestedAsync(resource);

        await module.RetrievedAs(
            Town.Demander,
            DataSharingHost.Beginning(resource, grant, channel: Channel.BatchDownload),
            new BrokenConnection(100_000)
        );

        var line = (await module.ToldAs(Town.Demander, new ListRetrievals())).Items.ShouldHaveSingleItem();
        line.State.ShouldBe(RetrievalState.BrokenOff);
        line.RowsSent!.Value.ShouldBeInRange(1, 19_999);
    }

    [Fact]
    public async Task Rows_WhenTheServiceItselfFails_ThenTheFaultIsNotTakenForABreak()
    {
        await using var module = await DataSharingHost.StartAsync(DatabaseKind.Sqlite);
        var resource = await module.WithDataAsync();
        var grant = await module.RequestedAsync(resource);
        var begin = DataSharingHost.Beginning(resource, grant, channel: Channel.BatchDownload);

        await Should.ThrowAsync<OperationCanceledException>(() =>
            module.RetrievedAs(Town.Demander, begin, new CancellingStream())
        );

        var line = (await module.ToldAs(Town.Demander, new ListRetrievals())).Items.ShouldHaveSingleItem();
        line.State.ShouldBe(RetrievalState.BrokenOff);
    }

    [Theory, EveryDatabase]
    public async Task Csv_WhenTheOnlyCellIsEmpty_ThenTheLineIsNot(DatabaseKind kind)
    {
        await using var module = await DataSharingHost.StartAsync(kind);
        var resource = await module.WithDataAsync();
        var grant = await module.RequestedAsync(resource, terms: Sharing.Wanted(items: ["parent_code"]));

        var http = await module.RetrievedAs(
            Town.Demander,
            DataSharingHost.Beginning(resource, grant, channel: Channel.BatchDownload)
        );

        DataSharingHost.TextOf(http).ShouldBe("parent_code\r\n\"\"\r\n610000\r\n610400\r\n");
    }

    [Theory, EveryDatabase]
    public async Task Rows_WhenTheyAreVeryWide_ThenEachIsStoredInItsPlace(DatabaseKind kind)
    {
        await using var module = await DataSharingHost.StartAsync(kind);
        string[] names = ["code", .. Enumerable.Range(1, 30).Select(number => $"text{number}")];
        var sheet = Sharing.Divisions() with
        {
            Items =
            [
                Sharing.Item("code", ItemType.Text, IdentifierKind.UnifiedCode),
                .. names.Skip(1).Select(name => Sharing.Item(name, ItemType.Text)),
            ],
        };
        var csv = new StringBuilder(string.Join(',', names)).Append('\n');
        for (var row = 1; row <= 25; row++)
        {
            csv.Append(row).Append(string.Concat(Enumerable.Repeat("," + new string('长', 3900), 30))).Append('\n');
        }

        var resource = await module.WithDataAsync(sheet, csv.ToString());
        var grant = await module.RequestedAsync(resource, terms: Sharing.Wanted(items: ["code"]));
        var pages = await PagesAsync(module, resource, grant);

        pages
            .SelectMany(page => page.Rows)
            .Select(row => row["code"])
            .ShouldBe(Enumerable.Range(1, 25).Select(row => $"{row}"));
    }

    [Theory, EveryDatabase]
    public async Task Page_WhenNewDataArrivesMeanwhile_ThenTheReadingGoesOnInItsVersion(DatabaseKind kind)
    {
        await using var module = await DataSharingHost.StartAsync(kind);
        var resource = await module.WithDataAsync();
        var grant = await module.RequestedAsync(resource);
        var first = await PageAsync(module, DataSharingHost.Beginning(resource, grant, limit: 2));
        await module.AcceptedAs(
            Town.Provider,
            DataSharingHost.Uploading(resource, "code,name,level,parent_code\n999999,新,1,\n")
        );

        var second = await PageAsync(module, DataSharingHost.Beginning(resource, grant, after: first.Next, limit: 2));
        var anew = await PageAsync(module, DataSharingHost.Beginning(resource, grant, limit: 2));

        second.Rows.ShouldHaveSingleItem()["name"].ShouldBe("秦都区");
        second.Next.ShouldBeNull();
        anew.Rows.ShouldHaveSingleItem()["name"].ShouldBe("新");
        anew.Terms.DataVersion.ShouldBe(2);
    }

    [Theory, EveryDatabase]
    public async Task Csv_WhenCellsHoldQuotesBreaksAndSigns_ThenTheyComeBackAsTheyWere(DatabaseKind kind)
    {
        await using var module = await DataSharingHost.StartAsync(kind);
        const string Odd =
            "code,name,level,parent_code\r\n1,\"a,\"\"b\"\"\r\nc\",-1,=1+1\r\n2,+x,2,@y\r\n3,\" 空 格 \",3,\\n\r\n";
        var resource = await module.WithDataAsync(csv: Odd);
        var all = Sharing.Wanted(Purpose.DataVerification, "code", "name", "level", "parent_code");
        var grant = await module.RequestedAsync(resource, terms: all);

        var http = await module.RetrievedAs(
            Town.Demander,
            DataSharingHost.Beginning(resource, grant, channel: Channel.BatchDownload)
        );

        // Quotes around a cell that needs none are not kept.
        DataSharingHost.TextOf(http).ShouldBe(Odd.Replace("\" 空 格 \"", " 空 格 ", StringComparison.Ordinal));
    }

    [Theory, EveryDatabase]
    public async Task Begin_WhenTheAgreementRunsOut_ThenSupplyStopsTheDayAfter(DatabaseKind kind)
    {
        await using var module = await DataSharingHost.StartAsync(kind);
        var resource = await module.WithDataAsync();
        var grant = await module.RequestedAsync(resource);
        module.Host.Time.Advance(TimeSpan.FromDays(30));
        var lastDay = await module.SendAs(Town.Demander, DataSharingHost.Beginning(resource, grant));
        module.Host.Time.Advance(TimeSpan.FromDays(1));

        var dayAfter = await module.SendAs(Town.Demander, DataSharingHost.Beginning(resource, grant));

        lastDay.ShouldBeAccepted();
        dayAfter.ShouldBeRefused("AGREEMENT_EXPIRED");
    }

    [Theory, EveryDatabase]
    public async Task Begin_WhenTheAgreementWasEnded_ThenAgreementRequired(DatabaseKind kind)
    {
        await using var module = await DataSharingHost.StartAsync(kind);
        var resource = await module.WithDataAsync();
        var grant = await module.RequestedAsync(resource);
        var agreement = (await module.ToldAs(Town.Demander, new ListAgreements())).Items[0].Id;
        await module.AcceptedAs(Town.BureauClerk, new EndAgreement(agreement, "违反约定。", 2));

        var result = await module.SendAs(Town.Demander, DataSharingHost.Beginning(resource, grant));

        result.ShouldBeRefused("AGREEMENT_REQUIRED");
    }

    [Theory, EveryDatabase]
    public async Task Begin_WhenPurposeAndChannelAreNotAsGranted_ThenRefusedForBothAndAudited(DatabaseKind kind)
    {
        await using var module = await DataSharingHost.StartAsync(kind);
        var resource = await module.WithDataAsync();
        var grant = await module.RequestedAsync(resource, agreed: Sharing.Terms(Channel.OnlineQuery));
        var (rows, entries) = (await module.RowsAsync(), await module.EntriesAsync());

        var other = await module.SendAs(
            Town.Demander,
            DataSharingHost.Beginning(resource, grant, Purpose.PublicService, Channel.BatchDownload)
        );
        var none = await module.SendAs(Town.Demander, DataSharingHost.Beginning(resource, grant, purpose: null));

        other.ShouldBeRefused("PURPOSE_MISMATCH", "CHANNEL_NOT_AGREED");
        none.ShouldBeRefused("PURPOSE_REQUIRED");
        (await module.RowsAsync()).ShouldBe(rows);
        (await module.EntriesAsync()).ShouldBe(entries + 2);
    }

    [Theory, EveryDatabase]
    public async Task Begin_WhenTheGrantIsNotInForce_ThenRefused(DatabaseKind kind)
    {
        await using var module = await DataSharingHost.StartAsync(kind);
        var resource = await module.WithDataAsync(Sharing.Divisions(ShareType.Conditional));
        var grant = await module.RequestedAsync(resource);
        var pending = await module.SendAs(Town.Demander, DataSharingHost.Beginning(resource, grant));
        var approved = await module.AcceptedAs(Town.BureauClerk, new ApproveGrant(new(grant.Id), null, grant.Version));
        var inForce = await module.SendAs(Town.Demander, DataSharingHost.Beginning(resource, grant));
        await module.AcceptedAs(Town.BureauClerk, new RevokeGrant(new(grant.Id), "职责划转。", approved.Version));

        var revoked = await module.SendAs(Town.Demander, DataSharingHost.Beginning(resource, grant));

        pending.ShouldBeRefused("GRANT_NOT_IN_FORCE");
        inForce.ShouldBeAccepted();
        revoked.ShouldBeRefused("GRANT_NOT_IN_FORCE");
    }

    [Theory, EveryDatabase]
    public async Task Begin_WhenTheGrantIsAnothersOrNamesOthers_ThenNotTheSpecificRecipient(DatabaseKind kind)
    {
        await using var module = await DataSharingHost.StartAsync(kind);
        var resource = await module.WithDataAsync();
        var named = Sharing.Wanted() with { Users = [Town.AccountOf(Town.Demander)] };
        var grant = await module.RequestedAsync(resource, terms: named);

        var anotherUnit = await module.SendAs(Town.Librarian, DataSharingHost.Beginning(resource, grant));
        var colleague = await module.SendAs(Town.DemandersColleague, DataSharingHost.Beginning(resource, grant));
        var user = await module.SendAs(Town.Demander, DataSharingHost.Beginning(resource, grant));

        anotherUnit.ShouldBeRefused("NOT_THE_SPECIFIC_RECIPIENT");
        colleague.ShouldBeRefused("NOT_THE_SPECIFIC_RECIPIENT");
        user.ShouldBeAccepted();
    }

    [Theory, EveryDatabase]
    public async Task Begin_WhenNoDataWasSentYet_ThenToldSo(DatabaseKind kind)
    {
        await using var module = await DataSharingHost.StartAsync(kind);
        var resource = await module.PublishedAsync();
        var grant = await module.RequestedAsync(resource);

        var result = await module.SendAs(Town.Demander, DataSharingHost.Beginning(resource, grant));

        result.ShouldFail(ErrorKind.Unprocessable, "NO_DATA_YET");
    }

    [Theory, EveryDatabase]
    public async Task Rows_WhenTheRetrievalIsClosedOrAnothers_ThenThereIsNothingToRead(DatabaseKind kind)
    {
        await using var module = await DataSharingHost.StartAsync(kind);
        var resource = await module.WithDataAsync();
        var grant = await module.RequestedAsync(resource);
        var begun = await module.AcceptedAs(Town.Demander, DataSharingHost.Beginning(resource, grant));

        var colleague = await module.AskAs(Town.DemandersColleague, new ReadRetrievedRows(new(begun.Id)));
        await module.AcceptedAs(Town.Demander, new CompleteRetrieval(new(begun.Id), 0, false));
        var closed = await module.AskAs(Town.Demander, new ReadRetrievedRows(new(begun.Id)));

        colleague.ShouldFail(ErrorKind.NotFound, "NOT_FOUND");
        closed.ShouldFail(ErrorKind.NotFound, "NOT_FOUND");
    }

    private static async Task<RowsPage.Answer> PageAsync(DataSharingHost module, BeginRetrieval begin)
    {
        var http = await module.RetrievedAs(Town.Demander, begin);
        var page = JsonSerializer.Deserialize<RowsPage.Answer>(DataSharingHost.TextOf(http), Json.Options)!;
        http.Response.Headers["Receipt"].ToString().ShouldBe(page.Receipt.ToString());
        return page;
    }

    private static async Task<List<RowsPage.Answer>> PagesAsync(DataSharingHost module, Receipt resource, Receipt grant)
    {
        var pages = new List<RowsPage.Answer>();
        string? after = null;
        do
        {
            pages.Add(await PageAsync(module, DataSharingHost.Beginning(resource, grant, after: after, limit: 1000)));
            after = pages[^1].Next;
        } while (after is not null);

        return pages;
    }

    private static string CsvOf(List<RowsPage.Answer> pages)
    {
        var text = new StringBuilder("code,name,level,parent_code\n");
        foreach (var row in pages.SelectMany(page => page.Rows))
        {
            text.Append(string.Join(',', row["code"], row["name"], row["level"], row["parent_code"])).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Cancels by itself while the other side still waits.</summary>
    private sealed class CancellingStream : MemoryStream
    {
        public override ValueTask WriteAsync(
            ReadOnlyMemory<byte> buffer,
            CancellationToken cancellationToken = default
        ) => throw new OperationCanceledException();

        public override Task FlushAsync(CancellationToken cancellationToken) => throw new OperationCanceledException();
    }

    /// <summary>Takes so many bytes, then the other side is gone.</summary>
    private sealed class BrokenConnection(int bytes) : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Length + buffer.Length > bytes)
            {
                throw new IOException("The connection was reset.");
            }

            Write(buffer.Span);
            return ValueTask.CompletedTask;
        }
    }
}
