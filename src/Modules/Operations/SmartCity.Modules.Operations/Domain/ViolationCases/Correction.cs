using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Operations.Domain.ViolationCases;

/// <summary>责令改正: what must be corrected, by when, and what became of it.</summary>
internal sealed class Correction
{
    private Correction() { }

    public string DocumentNumber { get; private init; } = "";

    public string Requirement { get; private init; } = "";

    public DateOnly DueOn { get; private init; }

    public DateOnly OrderedOn { get; private init; }

    public AccountId OrderedBy { get; private init; }

    /// <summary>What the unit says it did; the last report counts.</summary>
    public string? Report { get; private set; }

    public DateOnly? ReportedOn { get; private set; }

    public DateOnly? OverdueSince { get; private set; }

    public DateOnly? ConfirmedOn { get; private set; }

    public static Correction Order(
        string documentNumber,
        string requirement,
        DateOnly dueOn,
        AccountId by,
        DateOnly on
    ) =>
        new()
        {
            DocumentNumber = documentNumber,
            Requirement = requirement,
            DueOn = dueOn,
            OrderedOn = on,
            OrderedBy = by,
        };

    public void Tell(string report, DateOnly on) => (Report, ReportedOn) = (report, on);

    public void MarkOverdue(DateOnly on) => OverdueSince = on;

    public void Confirm(DateOnly on) => ConfirmedOn = on;
}

/// <summary>What the unit concerned says in its own case; every word of it is kept.</summary>
internal sealed class Reply
{
    private Reply() { }

    public int Number { get; private init; }

    public string Statement { get; private init; } = "";

    public AccountId GivenBy { get; private init; }

    public DateOnly GivenOn { get; private init; }

    public static Reply Of(int number, string statement, AccountId by, DateOnly on) =>
        new()
        {
            Number = number,
            Statement = statement,
            GivenBy = by,
            GivenOn = on,
        };
}
