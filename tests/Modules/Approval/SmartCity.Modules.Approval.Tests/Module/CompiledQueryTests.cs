using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
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
        using var compiled = new Compilations();

        await AskAsync();

        compiled.Here.ShouldBe(0);

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

    /// <summary>Queries that this test's own flow made Entity Framework compile; other tests run beside it.</summary>
    private sealed class Compilations
        : IObserver<DiagnosticListener>,
            IObserver<KeyValuePair<string, object?>>,
            IDisposable
    {
        private static readonly AsyncLocal<Compilations?> Current = new();
        private readonly List<IDisposable> subscriptions = [];

        public Compilations()
        {
            Current.Value = this;
            subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
        }

        public int Here { get; private set; }

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
            {
                subscriptions.Add(value.Subscribe(this));
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Key == CoreEventId.QueryCompilationStarting.Name && Current.Value == this)
            {
                Here++;
            }
        }

        public void OnCompleted() { }

        public void OnError(Exception error) { }

        public void Dispose() => subscriptions.ForEach(subscription => subscription.Dispose());
    }
}
