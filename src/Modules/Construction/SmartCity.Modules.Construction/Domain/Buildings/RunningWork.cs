using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Construction.Domain.Buildings;

/// <summary>What Approval tells of a running project whose contract is signed.</summary>
/// <param name="State">Contracted, under construction or built.</param>
internal sealed record RunningWork(
    string OfficeNumber,
    string BasisDocumentNumber,
    DateOnly TakenOverOn,
    BuildingState State,
    ContractText Contract,
    UnitId Contractor,
    DateOnly? StartedOn,
    DateOnly? BuiltOn
);

/// <summary>That a running project was taken up here in mid-life; written once.</summary>
/// <param name="NotJudged">The rules of the gates before its state: judged by nobody here.</param>
internal sealed record TakenUp(
    string OfficeNumber,
    string BasisDocumentNumber,
    DateOnly TakenOverOn,
    IReadOnlyList<UnjudgedRule> NotJudged
);
