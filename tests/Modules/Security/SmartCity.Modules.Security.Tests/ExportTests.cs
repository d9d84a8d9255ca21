using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Exports;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Application.Exporting;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Exports;
using SmartCity.Testing;

namespace SmartCity.Modules.Security.Tests;

public sealed class ExportTests
{
    private static readonly Actor Officer = Given.Of(Roles.ConstructionUnit) with
    {
        Account = Guid.Parse("01980000-0000-7000-8000-000000000011"),
        Unit = Guid.Parse("01980000-0000-7000-8000-000000000012"),
    };

    private static readonly Actor Stranger = Officer with
    {
        Account = Guid.Parse("01980000-0000-7000-8000-000000000013"),
        Unit = Guid.Parse("01980000-0000-7000-8000-000000000014"),
    };

    private static readonly Actor Auditor = Given.Of(Roles.AuditOffice, readsOnly: true);

    private static readonly ExportedList Units = new("/api/v1/security/units", ExportFormat.Xlsx, "kind=enterprise");

    [Theory]
    [EveryDatabase]
    public async Task Record_WhenAnExportIsOpenedAndClosed_ThenTwoEntriesAndTheRowsAreKept(DatabaseKind kind)
    {
        await using var host = await ModuleHost.StartAsync(kind, ServiceUnderTest.Modules);

        var opened = await OpenedAsync(host, Officer);
        await ClosedAsync(host, Officer, opened.Id, 17, isComplete: true);

        var read = (await host.AskAs(Officer, new ReadExport(new(opened.Id)))).Value;
        (read.List, read.Format, read.Filter).ShouldBe((Units.List, Units.Format, Units.Filter));
        (read.State, read.RowsSent, read.Account.Value).ShouldBe((ExportState.Complete, 17, Officer.Account));
        read.Version.ShouldBe(2);
    }

    [Theory]
    [EveryDatabase]
    public async Task Record_WhenTheExporterMayOnlyRead_ThenHisExportIsRecordedToo(DatabaseKind kind)
    {
        await using var host = await ModuleHost.StartAsync(kind, ServiceUnderTest.Modules);

        var opened = await OpenedAsync(host, Auditor);
        await ClosedAsync(host, Auditor, opened.Id, 5, isComplete: false);

        var read = (await host.AskAs(Auditor, new ReadExport(new(opened.Id)))).Value;
        (read.State, read.RowsSent).ShouldBe((ExportState.BrokenOff, 5));
    }

    [Theory]
    [EveryDatabase]
    public async Task CompleteExport_WhenClosedAlready_ThenRejected(DatabaseKind kind)
    {
        await using var host = await ModuleHost.StartAsync(kind, ServiceUnderTest.Modules);
        var opened = await OpenedAsync(host, Officer);
        await ClosedAsync(host, Officer, opened.Id, 17, isComplete: true);

        var again = await host.SendAs(Officer, new CompleteExport(new(opened.Id), 18, IsComplete: true));

        again.ShouldFail(ErrorKind.IllegalTransition, "ILLEGAL_TRANSITION");
    }

    [Theory]
    [EveryDatabase]
    public async Task CompleteExport_WhenAnotherOpenedIt_ThenLikeAbsent(DatabaseKind kind)
    {
        await using var host = await ModuleHost.StartAsync(kind, ServiceUnderTest.Modules);
        var opened = await OpenedAsync(host, Officer);

        var closed = await host.SendAs(Stranger, new CompleteExport(new(opened.Id), 17, IsComplete: true));

        closed.ShouldFail(ErrorKind.NotFound, "NOT_FOUND");
    }

    [Theory]
    [EveryDatabase]
    public async Task ListExports_WhenAsked_ThenOverseersSeeAllAndUnitsTheirOwn(DatabaseKind kind)
    {
        await using var host = await ModuleHost.StartAsync(kind, ServiceUnderTest.Modules);
        var first = await OpenedAsync(host, Officer);
        host.Time.Advance(TimeSpan.FromSeconds(1));
        var second = await OpenedAsync(host, Stranger);

        (await ListedAsync(host, Auditor)).ShouldBe([second.Id, first.Id]);
        (await ListedAsync(host, Officer)).ShouldBe([first.Id]);
        (await ListedAsync(host, Stranger)).ShouldBe([second.Id]);
        (await host.AskAs(Stranger, new ReadExport(new(first.Id)))).Failure!.Kind.ShouldBe(ErrorKind.NotFound);
    }

    private static async Task<List<Guid>> ListedAsync(ModuleHost host, Actor actor)
    {
        var listed = new List<Guid>();
        string? after = null;
        do
        {
            var page = (await host.AskAs(actor, new ListExports(Units.List, After: after, Limit: 1))).Value;
            listed.AddRange(page.Items.Select(line => line.Id.Value));
            after = page.Next;
        } while (after is not null);

        return listed;
    }

    private static async Task<Receipt> OpenedAsync(ModuleHost host, Actor actor)
    {
        await using var scope = host.ScopeOf(actor);
        var record = scope.ServiceProvider.GetRequiredService<IExportRecord>();
        return (await record.OpenAsync(Units, TestContext.Current.CancellationToken)).Value;
    }

    private static async Task ClosedAsync(ModuleHost host, Actor actor, Guid export, long rows, bool isComplete)
    {
        await using var scope = host.ScopeOf(actor);
        var record = scope.ServiceProvider.GetRequiredService<IExportRecord>();
        (await record.CloseAsync(export, rows, isComplete)).IsFailure.ShouldBeFalse();
    }
}
