using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Acceptance.Domain.Acceptances;

/// <summary>What Approval tells of a running project that is in its trial run or was accepted.</summary>
/// <param name="By">The account that took it over; the records from before stand under its name.</param>
/// <param name="Trial">The trial that is going on; null for an accepted project.</param>
/// <param name="Accepted">The acceptance that passed; null for a project in its trial run.</param>
internal sealed record RunningAcceptance(
    string OfficeNumber,
    string BasisDocumentNumber,
    DateOnly TakenOverOn,
    AccountId By,
    EarlierTrial? Trial,
    EarlierAcceptance? Accepted
);

/// <summary>A trial run that began before the take-over, with the system test that came before it.</summary>
internal sealed record EarlierTrial(
    SystemTestText Test,
    string PermitNumber,
    DateOnly StartedOn,
    DateOnly PermitEndsBy
);

/// <summary>An acceptance that passed before the take-over.</summary>
/// <param name="Issuer">Who issued the conclusion.</param>
internal sealed record EarlierAcceptance(string DocumentNumber, string Issuer, DateOnly PassedOn);

/// <summary>That a running project was taken up here in mid-life; written once.</summary>
/// <param name="AcceptedOn">The day on which the acceptance had passed; null for one in its trial run.</param>
/// <param name="NotJudged">The rules of the gates before its state: judged by nobody here.</param>
internal sealed record TakenUp(
    string OfficeNumber,
    string BasisDocumentNumber,
    DateOnly TakenOverOn,
    DateOnly? AcceptedOn,
    IReadOnlyList<UnjudgedRule> NotJudged
);
