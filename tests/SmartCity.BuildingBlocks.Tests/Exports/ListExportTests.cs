using System.ComponentModel;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Exports;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.BuildingBlocks.Time;

namespace SmartCity.BuildingBlocks.Tests.Exports;

/// <summary>One list over a real connection, which on purpose goes wrong on a page that is named.</summary>
public sealed class ListExportTests : IAsyncLifetime
{
    private const int Rows = 1000;

    private readonly Journal journal = new();
    private WebApplication application = null!;
    private HttpClient client = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddScoped<RequestContext>();
        builder.Services.AddScoped<Act>();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IIdSource, Version7IdSource>();
        builder.Services.AddSingleton<ILegalClock, SystemLegalClock>();
        builder.Services.AddSingleton<IExportRecord>(journal);
        application = builder.Build();
        application
            .MapList("/numbers", Numbers)
            .WithName("ListNumbers")
            .WithSummary("查询号码")
            .WithDescription("号码。");
        await application.StartAsync(Cancellation);
        client = new() { BaseAddress = new(application.Urls.Single()) };
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await application.DisposeAsync();
    }

    [Fact]
    public async Task Export_WhenTheListHasManyPages_ThenTheFileHasThemAllAndTheRecordSaysSo()
    {
        using var response = await client.GetAsync(
            new Uri("/numbers/export?format=csv&above=10", UriKind.Relative),
            Cancellation
        );

        var text = await response.Content.ReadAsStringAsync(Cancellation);
        text.ShouldBe("号码\r\n" + string.Concat(Enumerable.Range(11, Rows - 10).Select(number => $"{number}\r\n")));
        journal.Opened.ShouldBe(new ExportedList("/numbers", ExportFormat.Csv, "above=10"));
        (await journal.Closed).ShouldBe((Rows - 10L, true));
    }

    [Fact]
    public async Task Export_WhenAnswered_ThenNamedByListAndDayAndKeptByNobody()
    {
        using var response = await client.GetAsync(
            new Uri("/numbers/export?format=xlsx", UriKind.Relative),
            Cancellation
        );

        response.Content.Headers.ContentType!.MediaType.ShouldBe(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        );
        var today = ChinaTime.DateOf(TimeProvider.System.GetUtcNow());
        response.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe(
            string.Create(CultureInfo.InvariantCulture, $"号码_{today:yyyy-MM-dd}.xlsx")
        );
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        response.Headers.GetValues("Receipt").Single().ShouldBe(journal.Receipt.AuditEntry.ToString());
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task Export_WhenALaterPageFails_ThenTheClientSeesItAndTheRecordSaysHowFar(string format)
    {
        using var response = await client.GetAsync(
            new Uri($"/numbers/export?format={format}&failing=401", UriKind.Relative),
            HttpCompletionOption.ResponseHeadersRead,
            Cancellation
        );

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        await Should.ThrowAsync<HttpRequestException>(() => response.Content.ReadAsByteArrayAsync(Cancellation));
        (await journal.Closed).ShouldBe((400L, false));
    }

    [Fact]
    public async Task Export_WhenTheFirstPageFails_ThenAnsweredAsTheListAndNothingIsRecorded()
    {
        using var list = await client.GetAsync(new Uri("/numbers?refused=true", UriKind.Relative), Cancellation);
        using var export = await client.GetAsync(
            new Uri("/numbers/export?format=csv&refused=true", UriKind.Relative),
            Cancellation
        );

        export.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        list.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await export.Content.ReadAsStringAsync(Cancellation)).ShouldBe(
            await list.Content.ReadAsStringAsync(Cancellation)
        );
        journal.Opened.ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("?format=")]
    [InlineData("?format=pdf")]
    [InlineData("?format=CSV")]
    [InlineData("?format=csv&format=xlsx")]
    public async Task Export_WhenTheFormatIsNotNamed_ThenToldSo(string query)
    {
        using var response = await client.GetAsync(new Uri($"/numbers/export{query}", UriKind.Relative), Cancellation);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync(Cancellation)).ShouldContain("EXPORT_FORMAT_UNKNOWN");
    }

    [Fact]
    public void MapList_WhenTheListIsNotNamedLikeOne_ThenTheServiceDoesNotStart()
    {
        var other = WebApplication.CreateSlimBuilder().Build();
        other.MapList("/numbers", Numbers).WithName("Numbers").WithSummary("查询号码");

        Should
            .Throw<InvalidOperationException>(() =>
                ((IEndpointRouteBuilder)other).DataSources.SelectMany(source => source.Endpoints).ToList()
            )
            .Message.ShouldContain("Numbers");
    }

    private static Task<Found<Page<Numbered>>> Numbers(
        int? above,
        int? failing,
        bool? refused,
        string? after,
        int? limit
    )
    {
        if (refused == true)
        {
            return Task.FromResult<Found<Page<Numbered>>>(
                new(Error.Invalid("REFUSED", new("不能查询。", "It cannot be listed.")))
            );
        }

        var first = Cursor.Read<Place>(after).Value?.Number + 1 ?? (above ?? 0) + 1;
        if (first == failing)
        {
            throw new InvalidOperationException("The page fails on purpose.");
        }

        var rows = Enumerable.Range(first, Rows).TakeWhile(number => number <= Rows);
        var size = limit ?? Cursor.DefaultLimit;
        List<Numbered> page = [.. rows.Take(size + 1).Select(number => new Numbered(number))];
        return Task.FromResult<Found<Page<Numbered>>>(new(page.ToPage(size, line => new Place(line.Number))));
    }

    private sealed record Numbered([property: Description("号码")] int Number);

    private sealed record Place(int Number);

    /// <summary>What was recorded of the one export of a test.</summary>
    private sealed class Journal : IExportRecord
    {
        private readonly TaskCompletionSource<(long, bool)> closed = new(
            TaskCreationOptions.RunContinuationsAsynchronously
        );

        public Receipt Receipt { get; } =
            new(
                Guid.Parse("019cabcd-0000-7000-8000-000000000001"),
                1,
                Guid.Parse("019cabcd-0000-7000-8000-000000000002"),
                34
            );

        public ExportedList? Opened { get; private set; }

        public Task<(long RowsSent, bool IsComplete)> Closed =>
            closed.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);

        public Task<Result<Receipt>> OpenAsync(ExportedList exported, CancellationToken cancellationToken)
        {
            Opened = exported;
            return Task.FromResult<Result<Receipt>>(Receipt);
        }

        public Task<Result<Receipt>> CloseAsync(Guid export, long rowsSent, bool isComplete)
        {
            closed.SetResult((rowsSent, isComplete));
            return Task.FromResult<Result<Receipt>>(Receipt);
        }
    }
}
