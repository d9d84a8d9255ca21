using SmartCity.BuildingBlocks.Results;

namespace SmartCity.Modules.Security.Application.SecondFactors;

/// <summary>What is told of a code or proposal that proves nothing; why not, is nobody's business.</summary>
internal static class SecondFactorErrors
{
    public static Error CodeWrong { get; } =
        Error.Unprocessable(
            "SECOND_FACTOR_CODE_WRONG",
            new(
                "验证码不正确、已经用过，或者账号暂时锁定。请等待设备显示下一个验证码后重试；连续错误 5 次锁定 15 分钟。",
                "The code is wrong or was used, or the account is locked. Wait for the next code; five wrong ones in a row lock it for 15 minutes."
            )
        );

    public static Error ProposalUnknown { get; } =
        Error.Unprocessable(
            "PROPOSAL_UNKNOWN",
            new(
                "该密钥建议不是为本账号生成的，或者已经过期，请重新生成。",
                "The proposal was not made for this account or has expired; ask for a new one."
            )
        );
}
