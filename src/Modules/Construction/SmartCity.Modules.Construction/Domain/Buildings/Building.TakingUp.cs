using SmartCity.Modules.Construction.Contracts;
using SmartCity.Modules.Construction.Domain.Contractors;
using SmartCity.Modules.Construction.Domain.Projects;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Construction.Domain.Buildings;

// A project that ran before the city began to keep it here enters in mid-life.
internal sealed partial class Building
{
    /// <summary>Null for a project that was tendered here.</summary>
    public TakenUp? TakenUp { get; private init; }

    /// <summary>
    /// Takes up a running project with its contract, in the state it stands in. What Approval took over is not judged
    /// again; the gates before the state are kept as not judged.
    /// </summary>
    /// <param name="registered">The contractor as registered; null where nobody has registered the unit.</param>
    public static Building TakeUp(
        BuildingId id,
        ContractId contract,
        Project project,
        RunningWork work,
        UnitProfile contractor,
        ContractorId? registered,
        RulesInForce rules
    )
    {
        var building = new Building
        {
            Id = id,
            // The id begins with the time, so the number does.
            Number = $"JS{id.Value:N}"[..NumberLength].ToUpperInvariant(),
            State = work.State,
            Declaration = project.Declaration,
            LiveDeclaration = project.Declaration,
            DeclarationNumber = project.Number,
            ProjectName = project.Name,
            Kind = project.Kind!.Value,
            IsService = project.IsService,
            LeadUnit = project.LeadUnit,
            AwardedTo = contractor.Id,
            Contract = Contract.Of(contract, work.Contract, new(registered, contractor.Id, contractor.Name), project),
            StartedOn = work.StartedOn,
            BuiltOn = work.BuiltOn,
            TakenUp = new(
                work.OfficeNumber,
                work.BasisDocumentNumber,
                work.TakenOverOn,
                EarlierGates.Of(project, work, contractor, rules)
            ),
        };
        building.participants.AddRange(project.ParticipatingUnits.Distinct().Select(BuildingUnit.Of));
        building.Remember(project);
        building.Announce(building.ContractOf(work));
        if (work.BuiltOn is { } builtOn)
        {
            building.Announce(building.Completed(builtOn));
        }

        return building;
    }

    private ContractTakenUp ContractOf(RunningWork work) =>
        new(
            Contract!.Id,
            Declaration.Value,
            Contract.Number,
            LeadUnit.Value,
            Contract.ContractorUnit.Value,
            Contract.ContractorName,
            Contract.Financing,
            Contract.Amount.Fen,
            Contract.Capitalised.Fen,
            Contract.Retention.Fen,
            Contract.MonthsFromAcceptance,
            Contract.PayeeName,
            Contract.PayeeBank,
            Contract.PayeeAccount,
            Contract.SignedOn,
            work.TakenOverOn
        );
}
