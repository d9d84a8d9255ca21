using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Modules.Approval.Application.Declaring;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Approval.Tests.Given;
using SmartCity.Testing;

namespace SmartCity.Modules.Approval.Tests.Module;

public sealed class CompiledQueryTests
{
    [Theory, EveryDatabase]
    public async Task Read_WhenTheSameIsAskedAgain_ThenNoQueryIsCompiledAnew(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var passed = await module.ReviewPassedAsync();
        await AskAsync();
        using var compiled = new DatabaseEvents(CoreEventId.QueryCompilationStarting);

        await AskAsync();

        compiled.Here.ShouldBeEmpty();

        async Task AskAsync()
        {
            (await module.AskAs(Town.HospitalClerk, new GetDeclaration(passed.Id))).IsFailure.ShouldBeFalse();
            var list = await module.AskAs(
                Town.HospitalClerk,
                new ListDeclarations(State: DeclarationState.ReviewPassed, Limit: 50)
            );
            list.Value.Items.ShouldHaveSingleItem();
        }
    }

    [Theory, EveryDatabase]
    public async Task List_WhenALineTellsAmounts_ThenNoRowIsReadWhole(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        await module.ReviewPassedAsync();
        using var statements = new DatabaseEvents(RelationalEventId.CommandExecuting);

        await module.AskAs(Town.HospitalClerk, new ListDeclarations(Limit: 50));

        statements.Here.ShouldHaveSingleItem().ShouldContain("total_investment_fen");
        statements.Here.Single().ShouldNotContain("sheet");
    }

    /// <summary>What this test's own flow made Entity Framework do; other tests run beside it.</summary>
    private sealed class DatabaseEvents
        : IObserver<DiagnosticListener>,
            IObserver<KeyValuePair<string, object?>>,
            IDisposable
    {
        private static readonly AsyncLocal<DatabaseEvents?> Current = new();
        private readonly List<IDisposable> subscriptions = [];
        private readonly List<string> here = [];
        private readonly EventId awaited;

        public DatabaseEvents(EventId awaited)
        {
            this.awaited = awaited;
            Current.Value = this;
            subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
        }

        /// <summary>The statements of the events, empty for one that has none.</summary>
        public IReadOnlyList<string> Here => here;

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
            {
                subscriptions.Add(value.Subscribe(this));
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Key == awaited.Name && Current.Value == this)
            {
                here.Add((value.Value as CommandEventData)?.Command.CommandText ?? "");
            }
        }

        public void OnCompleted() { }

        public void OnError(Exception error) { }

        public void Dispose() => subscriptions.ForEach(subscription => subscription.Dispose());
    }
}
