using SmartCity.Modules.Operations.Domain.MaintenanceRequests;
using SmartCity.Modules.Operations.Tests.Given;
using SmartCity.Regulation.Values;
using SmartCity.Testing;

namespace SmartCity.Modules.Operations.Tests.MaintenanceRequests;

public sealed class MaintenanceRequestTests
{
    [Theory]
    [InlineData("Requested", true)]
    [InlineData("Paid", false)]
    [InlineData("Declined", false)]
    public void Answer_WhenTheRequestIsInThisState_ThenOnlyAnOpenOneIsAnswered(string stateName, bool legal)
    {
        var state = Enum.Parse<MaintenanceRequestState>(stateName);
        var (paid, declined) = (Objects.InState(state), Objects.InState(state));

        var payment = paid.RecordPayment(new(Ids.Next()), Money.FromYuan(1), "回单2", Objects.Today);
        var decline = declined.RecordDecline(new(Ids.Next()), "不予安排。", Objects.Today);

        (!payment.IsFailure, !decline.IsFailure).ShouldBe((legal, legal));
        paid.State.ShouldBe(legal ? MaintenanceRequestState.Paid : state);
        declined.State.ShouldBe(legal ? MaintenanceRequestState.Declined : state);
        if (!legal)
        {
            payment.ShouldBeIllegalNow();
            decline.ShouldBeIllegalNow();
        }
    }

    [Fact]
    public void Make_WhenTheProjectIsNotInUse_ThenRefused() =>
        Objects.AMaintenanceRequest(inUseOn: null).ShouldBeRefused("MAINTENANCE_BEFORE_USE");
}
