using SmartCity.Modules.Assets.Domain.Cards;
using SmartCity.Modules.Construction.Contracts;

namespace SmartCity.Modules.Assets.Domain.Rules;

/// <summary>
/// Whose the assets are. The financing mode decides it, so nobody is asked: what public money builds is state property, BT
/// facilities are the government's, enterprise-built ones the enterprise's (INT-17). Own money of administrative units
/// and institutions, alone or mixed with fiscal money, makes state property too (INT-31).
/// </summary>
internal static class Article39
{
    internal static Ownership OwnershipOf(FinancingMode financing) =>
        financing switch
        {
            FinancingMode.Fiscal or FinancingMode.SelfRaised or FinancingMode.Mixed => Ownership.State,
            FinancingMode.BuildTransfer => Ownership.Government,
            FinancingMode.EnterpriseBuilt => Ownership.Enterprise,
            _ => throw new ArgumentOutOfRangeException(nameof(financing)),
        };

    /// <summary>What belongs to an enterprise is only rented and stands in no ledger of the state.</summary>
    internal static AssetRegister RegisterOf(Ownership ownership) =>
        ownership == Ownership.Enterprise ? AssetRegister.LeasedRegister : AssetRegister.StateLedger;
}
