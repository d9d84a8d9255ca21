using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Canaries.Alpha.Application.AR10;
using SmartCity.Canaries.Alpha.Application.AR11;
using SmartCity.Canaries.Alpha.Application.AR12;
using SmartCity.Canaries.Alpha.Application.Permits;

namespace SmartCity.Canaries.Alpha.Application;

internal sealed class AlphaAuthorities : AuthorityTable
{
    private static readonly LocalizedText Office = new("办公室", "the office");

    public AlphaAuthorities()
    {
        Command<GrantPermit>(Stake.Rights, "alpha.grant-permit", 6, Office, "office");
        Command<RevokePermit>(Stake.Business, "alpha.revoke-permit", 6, Office, "office");
        Command<SettableCommand>(Stake.Business, "alpha.settable", 6, Office, "office");
        Command<WronglyServed>(Stake.Business, "alpha.wrongly-served", 6, Office, "office");
        Command<HandledTwice>(Stake.Business, "alpha.handled-twice", 6, Office, "office");
        Command<HandledByNobody>(Stake.Business, "alpha.handled-by-nobody", 6, Office, "office");
        Command<WithoutValidator>(Stake.Business, "alpha.without-validator", 6, Office, "office");
        Command<ValidatedTwice>(Stake.Business, "alpha.validated-twice", 6, Office, "office");
        Command<ValidatedWithoutInput>(Stake.Business, "alpha.validated-without-input", 6, Office, "office");
        Command<PermittedTwice>(Stake.Business, "alpha.permitted-twice", 6, Office, "office");
        Query<ReadPermit>("alpha.read-permit", 6, Office);
    }
}
