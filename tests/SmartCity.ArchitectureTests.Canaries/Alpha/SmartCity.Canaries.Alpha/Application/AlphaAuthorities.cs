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
        Command<GrantPermit>("alpha.grant-permit", 6, Office, "office");
        Command<RevokePermit>("alpha.revoke-permit", 6, Office, "office");
        Command<SettableCommand>("alpha.settable", 6, Office, "office");
        Command<WronglyServed>("alpha.wrongly-served", 6, Office, "office");
        Command<HandledTwice>("alpha.handled-twice", 6, Office, "office");
        Command<HandledByNobody>("alpha.handled-by-nobody", 6, Office, "office");
        Command<WithoutValidator>("alpha.without-validator", 6, Office, "office");
        Command<ValidatedTwice>("alpha.validated-twice", 6, Office, "office");
        Command<ValidatedWithoutInput>("alpha.validated-without-input", 6, Office, "office");
        Command<PermittedTwice>("alpha.permitted-twice", 6, Office, "office");
        Query<ReadPermit>("alpha.read-permit", 6, Office);
    }
}
