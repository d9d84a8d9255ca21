using SmartCity.Modules.Assets.Domain.Cards;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Assets.Domain.Inventories;

/// <summary>Where book and count differ.</summary>
internal sealed class Variance
{
    private static readonly Dictionary<VarianceKind, VarianceResolution[]> Fitting = new()
    {
        [VarianceKind.Missing] =
        [
            VarianceResolution.FoundLater,
            VarianceResolution.WriteOff,
            VarianceResolution.StrikeOff,
        ],
        [VarianceKind.Surplus] = [VarianceResolution.RegisterCard, VarianceResolution.NotOfThisUnit],
        [VarianceKind.Mismatch] = [VarianceResolution.HandOver, VarianceResolution.ReturnToPlace],
    };

    private Variance() { }

    /// <summary>From 1, within the campaign.</summary>
    public int Number { get; private init; }

    public VarianceKind Kind { get; private init; }

    /// <summary>The card; null for a surplus.</summary>
    public AssetCardId? Card { get; private init; }

    public string Subject { get; private init; } = "";

    /// <summary>Where the book has it; null for a surplus.</summary>
    public string? BookLocation { get; private init; }

    /// <summary>Where it was found; null where it is missing.</summary>
    public string? FoundLocation { get; private init; }

    public VarianceResolution? Resolution { get; private set; }

    public string? Reason { get; private set; }

    public AccountId? ResolvedBy { get; private set; }

    public DateOnly? ResolvedOn { get; private set; }

    public AccountId? ApprovedBy { get; private set; }

    public DateOnly? ApprovedOn { get; private set; }

    public bool IsResolved => Resolution is not null;

    public bool IsApproved => ApprovedBy is not null;

    internal static Variance Of(int number, VarianceKind kind, BookEntry entry, string? foundLocation) =>
        new()
        {
            Number = number,
            Kind = kind,
            Card = entry.Card,
            Subject = entry.Name,
            BookLocation = entry.Location,
            FoundLocation = foundLocation,
        };

    internal static Variance OfSurplus(int number, CountRecord count) =>
        new()
        {
            Number = number,
            Kind = VarianceKind.Surplus,
            Subject = count.Surplus!,
            FoundLocation = count.Location,
        };

    internal bool CanBeSettledBy(VarianceResolution resolution) => Fitting[Kind].Contains(resolution);

    internal void Resolve(VarianceResolution resolution, string reason, AccountId by, DateOnly on) =>
        (Resolution, Reason, ResolvedBy, ResolvedOn) = (resolution, reason, by, on);

    internal void Approve(AccountId by, DateOnly on) => (ApprovedBy, ApprovedOn) = (by, on);
}
