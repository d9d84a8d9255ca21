using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Modules.Security.Application.Posts;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Notices;
using SmartCity.Modules.Security.Infrastructure.Notices;
using SmartCity.Testing;

namespace SmartCity.Modules.Security.Tests;

public sealed class NoticeMovingJobTests
{
    [Theory]
    [EveryDatabase]
    public async Task RunAsync_WhenTheLastPostHasEnded_ThenWhatIsOpenIsTheUnitsTheDayAfter(DatabaseKind kind)
    {
        await using var office = await NoticeOffice.OpenAsync(kind);
        var notice = await LeavingAsync(office);

        await RunAsync(office.Host);
        var onTheLastDay = (await office.SeenByAsync(office.Colleague)).Count;
        office.Host.Time.Advance(TimeSpan.FromDays(1));
        await RunAsync(office.Host);

        onTheLastDay.ShouldBe(0);
        (await office.ReadAsync(office.Colleague, notice)).LeftBy!.Value.Value.ShouldBe(office.Officer.Account);
    }

    [Fact]
    public async Task RunAsync_WhenRunTwice_ThenTheSecondRunMovesNothing()
    {
        await using var office = await NoticeOffice.OpenAsync(DatabaseKind.Sqlite);
        var notice = await LeavingAsync(office);
        office.Host.Time.Advance(TimeSpan.FromDays(1));
        await RunAsync(office.Host);

        await RunAsync(office.Host);

        (await office.ReadAsync(office.Colleague, notice)).Version.ShouldBe(2);
    }

    [Fact]
    public async Task RunAsync_WhenAnAccountNeverHeldAPost_ThenItsNoticesStay()
    {
        await using var office = await NoticeOffice.OpenAsync(DatabaseKind.Sqlite);
        var notice = await office.FiledAsync(office.RaisedTo(office.Officer));

        await RunAsync(office.Host);

        (await office.SeenByAsync(office.Officer)).ShouldBe([notice]);
        (await office.SeenByAsync(office.Colleague)).ShouldBeEmpty();
    }

    private static async Task<NoticeId> LeavingAsync(NoticeOffice office)
    {
        var notice = await office.FiledAsync(office.RaisedTo(office.Officer));
        await office.Accepted(
            new AppointToPost(
                new(office.Officer.Account),
                new(office.Officer.Unit),
                PostKind.BusinessStaff,
                "科员",
                NoticeOffice.Today.AddDays(-100),
                NoticeOffice.Today
            )
        );
        return notice;
    }

    private static async Task RunAsync(ModuleHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await scope
            .ServiceProvider.GetRequiredService<NoticeMovingJob>()
            .RunAsync(TestContext.Current.CancellationToken);
    }
}
