namespace SmartCity.Modules.Approval.Domain.Declarations;

/// <summary>The states as people are told them.</summary>
internal static class DeclarationStates
{
    public static string InChinese(DeclarationState state) =>
        state switch
        {
            DeclarationState.Draft => "草拟",
            DeclarationState.Declared => "已申报",
            DeclarationState.UnderReview => "评审中",
            DeclarationState.ReviewPassed => "评审通过",
            DeclarationState.RevisionRequired => "须修订",
            DeclarationState.ReportedToFinance => "已报财政",
            DeclarationState.FundArranged => "已安排资金",
            DeclarationState.Cancelled => "已撤销",
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };
}
