using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Miniature.Counting;
using SmartCity.Testing;

namespace SmartCity.BuildingBlocks.Tests.Acts;

public sealed class CommandTests
{
    [Theory, EveryDatabase]
    public async Task Send_WhenAccepted_ThenTheReceiptNamesTheObjectItsVersionAndItsEntry(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);

        var receipt = (await host.SendAs(Miniature.Clerk, new OpenCounter("one"))).Value;

        var entry = (await host.EntriesOfAsync("counter", receipt.Id)).ShouldHaveSingleItem();
        receipt.ShouldBe(new Receipt(receipt.Id, 1, entry.Id, receipt.Article));
    }

    [Theory, EveryDatabase]
    public async Task Send_WhenTheVersionIsTheOneSeen_ThenTheObjectIsChangedAndItsVersionGrows(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        var counter = await host.OpenAsync();

        var receipt = (await host.SendAs(Miniature.Clerk, new RaiseCounter(counter, ExpectedVersion: 1))).Value;

        var raised = await host.CounterAsync(counter);
        (receipt.Version, raised.Version, raised.Count).ShouldBe((2, 2, 1));
    }

    [Theory, EveryDatabase]
    public async Task Send_WhenTheVersionIsStale_ThenVersionConflictAndNothingChanges(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        var counter = await host.OpenAsync();
        await host.RaiseAsync(counter);

        var outcome = await host.SendAs(Miniature.Clerk, new RaiseCounter(counter, ExpectedVersion: 1));

        outcome.ShouldFailWith(ErrorKind.VersionConflict, "VERSION_CONFLICT");
        (await host.CounterAsync(counter)).Count.ShouldBe(1);
    }

    [Theory, EveryDatabase]
    public async Task Send_WhenTwoChangeTheSameVersionAtOnce_ThenOneIsAcceptedAndTheOtherConflicts(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        var counter = await host.OpenAsync();

        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ => Task.Run(() => host.SendAs(Miniature.Clerk, new RaiseCounter(counter, 1))))
        );

        outcomes.Count(outcome => !outcome.IsFailure).ShouldBe(1);
        outcomes.Where(outcome => outcome.IsFailure).ShouldAllBe(lost => lost.Failure!.Code == "VERSION_CONFLICT");
        (await host.CounterAsync(counter)).Count.ShouldBe(1);
        (await host.MessagesOfAsync(counter)).Count.ShouldBe(1);
    }

    [Theory, EveryDatabase]
    public async Task Send_WhenSeveralFieldsAreWrong_ThenAllAreTold(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);

        var outcome = await host.SendAs(Miniature.Clerk, new OpenCounter("", Places: 0));

        outcome.ShouldFailWith(ErrorKind.Invalid, "INVALID_INPUT");
        outcome.Failure!.Fields.Select(field => field.Field).ShouldBe(["name", "places"]);
    }

    [Theory, EveryDatabase]
    public async Task Send_WhenTheRoleOnlyReads_ThenForbidden(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);

        var outcome = await host.SendAs(Miniature.Inspector, new OpenCounter("one"));

        outcome.ShouldFailWith(ErrorKind.Forbidden, "READ_ONLY_ROLE");
    }

    [Theory, EveryDatabase]
    public async Task Send_WhenTheRoleIsNotInTheTable_ThenForbiddenAndTheCompetentOneIsNamed(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);

        var outcome = await host.SendAs(Miniature.Visitor, new OpenCounter("one"));

        outcome.ShouldFailWith(ErrorKind.Forbidden, "WRONG_AUTHORITY");
        outcome.Failure!.Detail.Chinese.ShouldBe("该事项由经办人员办理。（依据第六条）");
    }

    [Theory, EveryDatabase]
    public async Task Send_WhenTheObjectIsAnotherUnits_ThenItDoesNotExist(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        var counter = await host.OpenAsync();

        var outcome = await host.SendAs(Miniature.Stranger, new RaiseCounter(counter, 1));

        outcome.ShouldFailWith(ErrorKind.NotFound, "NOT_FOUND");
    }

    [Theory, EveryDatabase]
    public async Task Send_WhenTheObjectIsAColleagues_ThenForbidden(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        var counter = await host.OpenAsync();

        var outcome = await host.SendAs(Miniature.Colleague, new RaiseCounter(counter, 1));

        outcome.ShouldFailWith(ErrorKind.Forbidden, "NOT_YOURS");
    }

    [Theory, EveryDatabase]
    public async Task Send_WhenTheHandlerNeverDemandedAuthority_ThenItThrowsAndNothingIsSaved(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        var counter = await host.OpenAsync();

        await Should.ThrowAsync<InvalidOperationException>(() =>
            host.SendAs(Miniature.Clerk, new RaiseUnasked(counter))
        );

        (await host.CounterAsync(counter)).Count.ShouldBe(0);
    }

    // Without a limit a place at the gate that is not given back would stop the whole run instead of failing this test.
    [Theory(Timeout = 60_000), EveryDatabase]
    public async Task Send_WhenTheHandlerThrowsWhileHoldingTheRoot_ThenNothingIsSavedAndOthersGoOn(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        var counter = await host.OpenAsync();
        await Should.ThrowAsync<InvalidOperationException>(() =>
            host.SendAs(Miniature.Clerk, new RaiseAndThrow(counter))
        );

        var next = await host.SendAs(Miniature.Clerk, new RaiseCounter(counter, 1));

        next.IsFailure.ShouldBeFalse();
        (await host.CounterAsync(counter)).Count.ShouldBe(1);
    }

    [Theory, EveryDatabase]
    public async Task Send_WhenTheSameNameIsTaken_ThenConflict(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        await host.OpenAsync("one");

        var outcome = await host.SendAs(Miniature.Clerk, new OpenCounter("one"));

        outcome.ShouldFailWith(ErrorKind.Conflict, "ALREADY_EXISTS");
    }

    [Theory, EveryDatabase]
    public async Task Send_WhenChildrenCompeteForTheLastPlaces_ThenTheLosersHearTheBusinessReason(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        var counter = await host.OpenAsync(places: 3);

        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 12).Select(_ => Task.Run(() => host.SendAs(Miniature.Clerk, new TakeTicket(counter))))
        );

        outcomes.Count(outcome => !outcome.IsFailure).ShouldBe(3);
        outcomes
            .Where(outcome => outcome.IsFailure)
            .ShouldAllBe(lost => lost.Failure!.Kind == ErrorKind.Refused && lost.Failure.Code == "NO_PLACE_LEFT");
        (await host.CounterAsync(counter)).Tickets.Select(ticket => ticket.Place).Order().ShouldBe([1, 2, 3]);
    }

    [Theory, EveryDatabase]
    public async Task Ask_WhenTheRoleMay_ThenTheAnswer(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        await host.OpenAsync("one");

        var answer = await host.AskAs(Miniature.Inspector, new CounterByName("one"));

        answer.Value.ShouldBe(new CounterView("one", 0, 1));
    }

    [Theory, EveryDatabase]
    public async Task Ask_WhenTheRoleMayNot_ThenForbidden(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);

        var answer = await host.AskAs(Miniature.Visitor, new CounterByName("one"));

        answer.Failure!.Code.ShouldBe("WRONG_AUTHORITY");
    }

    [Theory, EveryDatabase]
    public async Task Ask_WhenTheQueryIsMalformed_ThenInvalid(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);

        var answer = await host.AskAs(Miniature.Clerk, new CountersByName(Limit: 0, After: null));

        answer.Failure!.Fields.ShouldHaveSingleItem().Field.ShouldBe("limit");
    }

    [Fact]
    public async Task Send_WhenNobodyIsNamed_ThenItThrows()
    {
        await using var host = await Miniature.StartAsync(DatabaseKind.Sqlite);
        await using var scope = host.Services.CreateAsyncScope();

        await Should.ThrowAsync<InvalidOperationException>(() =>
            scope
                .ServiceProvider.GetRequiredService<MediatR.IMediator>()
                .Send(new OpenCounter("one"), TestContext.Current.CancellationToken)
        );
    }
}
