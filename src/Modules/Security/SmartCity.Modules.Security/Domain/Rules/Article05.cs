using SmartCity.Regulation.Parameters;

namespace SmartCity.Modules.Security.Domain.Rules;

/// <summary>Overall coordination and supervision: that what falls due is seen in time.</summary>
internal static class Article05
{
    internal static Parameter<int> DueSoonDays { get; } =
        new("notices.due-soon-days", 5, ParameterAct.Control, 7, "通知的期限在多少日以内算作即将到期（日）");
}
