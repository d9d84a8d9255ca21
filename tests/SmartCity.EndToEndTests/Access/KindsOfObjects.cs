namespace SmartCity.EndToEndTests.Access;

/// <summary>
/// Who reads what of the objects that the tour leaves: health's project, built by the first contractor on data of civil
/// affairs, and the project of Sanyuan county. Everybody of the cast who is not named does not read it.
/// </summary>
internal static class KindsOfObjects
{
    private const string Approval = "api/v1/approval";
    private const string Construction = "api/v1/construction";
    private const string Assets = "api/v1/assets";
    private const string Operations = "api/v1/operations";
    private const string Sharing = "api/v1/data-sharing";
    private const string Security = "api/v1/security";

    private const string Health = "health.officer";
    private const string CivilAffairs = "civil-affairs.officer";
    private const string Office = "informatization.officer";
    private const string Finance = "finance.officer";
    private const string Bureau = "big-data.officer";
    private const string Centre = "data-service.officer";
    private const string Sanyuan = "sanyuan.officer";
    private const string Jingyang = "jingyang.officer";
    private const string Awarded = "contractor.officer";
    private const string OnThePanel = "expert-1";
    private const string Assigned = "expert-6";
    private const string Administrator = "administrator";

    /// <summary>Reviews projects, and is employed by the very unit whose objects are asked for.</summary>
    private const string EmployedByHealth = "expert-7";

    private static readonly string[] OfHealth = ["health.business", "health-project-system"];
    private static readonly string[] Oversight = ["audit.officer", "discipline.officer"];
    private static readonly string[] OtherUnits = ["education.officer", "hospital.officer", "enterprise.officer"];
    private static readonly string[] Experts = [OnThePanel, Assigned, EmployedByHealth];
    private static readonly string[] Contractors = [Awarded, "contractor-2.officer"];
    private static readonly string[] Counties = [Sanyuan, Jingyang];

    private static readonly string[] OfTheCity =
    [
        Health,
        .. OfHealth,
        CivilAffairs,
        .. OtherUnits,
        Office,
        Finance,
        Bureau,
        Centre,
        .. Experts,
        .. Contractors,
        .. Oversight,
        Administrator,
    ];

    /// <summary>Everybody who asks.</summary>
    public static string[] Cast { get; } = [.. OfTheCity, .. Counties];

    public static IReadOnlyList<KindOfObject> All { get; } =
    [
        new(
            $"{Approval}/declarations",
            "state=fundArranged",
            Health,
            [.. OfHealth, Office, Finance, Bureau, OnThePanel, .. Oversight],
            5,
            "The declaring units, the panel's experts and departments, finance once it has passed, the office, oversight; no county."
        )
        {
            Parts = ["", "/rounds", "/rounds/1", "/versions/1", "/version-difference?from=1&to=2"],
        },
        new(
            $"{Approval}/payments",
            "declaration={declaration}",
            Health,
            [.. OfHealth, Office, Finance, .. Oversight],
            6,
            "Whom it is paid to is none of the panel's business."
        )
        {
            Elsewhere =
            [
                $"{Approval}/declarations/{{declaration}}/fund",
                $"{Approval}/declarations/{{declaration}}/payment-facts",
            ],
        },
        new($"{Approval}/master-plan-items", "", Office, [.. Cast], 4, "The plan is for all to follow."),
        new(
            $"{Construction}/buildings",
            "declaration={declaration}",
            Health,
            [.. OfHealth, Office, Finance, Awarded, Assigned, .. Oversight],
            8,
            "The units, the contractor that won, whom the office assigned, finance once a contract is signed; no county."
        ),
        new($"{Construction}/contractors", "", Office, OfTheCity, 10, "The city's register; a county keeps its own."),
        new(
            $"{Construction}/certificate-kinds",
            "",
            Office,
            OfTheCity,
            10,
            "The city's register; a county keeps its own."
        ),
        new(
            $"{Construction}/county-projects",
            "county=610422",
            Sanyuan,
            [Office, .. Oversight],
            12,
            "The county's own office, the city's office that files it, oversight; no other county and no unit."
        ),
        new(
            "api/v1/acceptance/acceptances",
            "declaration={declaration}",
            Health,
            [.. OfHealth, Office, Finance, Bureau, Centre, Awarded, OnThePanel, .. Oversight],
            35,
            "The units, the contractor, the panel, and those who run and pay what is accepted; no county."
        )
        {
            Parts = ["", "/may-run"],
        },
        new(
            $"{Assets}/registrations",
            "declaration={declaration}",
            Health,
            [.. OfHealth, Office, Finance, .. Oversight],
            38,
            "The lead unit keeps its ledger."
        )
        {
            Elsewhere = [$"{Assets}/projects/{{declaration}}"],
        },
        new(
            $"{Assets}/cards",
            "declaration={declaration}",
            Health,
            [.. OfHealth, Office, Finance, .. Oversight],
            40,
            "The lead unit keeps its ledger."
        ),
        new(
            $"{Assets}/inventories",
            "",
            Health,
            [.. OfHealth, Office, Finance, .. Oversight],
            40,
            "The lead unit takes stock of its own."
        ),
        new(
            $"{Operations}/warranties",
            "declaration={declaration}",
            Health,
            [.. OfHealth, Office, Awarded, .. Oversight],
            41,
            "Whom it is owed to, and who owes it."
        )
        {
            Elsewhere = [$"{Operations}/projects/{{declaration}}/warranty"],
        },
        new(
            $"{Operations}/fault-reports",
            "",
            Health,
            [.. OfHealth, Office, Awarded, .. Oversight],
            41,
            "Who reported it, and who repairs it."
        ),
        new(
            $"{Operations}/violation-cases",
            "article=article43",
            Awarded,
            [Office, .. Oversight],
            43,
            "The unit concerned, the office that decides, oversight."
        ),
        new(
            $"{Operations}/maintenance-requests",
            "project={declaration}",
            Health,
            [.. OfHealth, Office, Finance, .. Oversight],
            37,
            "Who asks for the money, and who gives it."
        ),
        new(
            $"{Sharing}/resources",
            "state=published",
            CivilAffairs,
            [.. Cast],
            17,
            "What is published is for the whole city, counties too."
        ),
        new(
            $"{Sharing}/resources",
            "state=draft",
            CivilAffairs,
            [],
            16,
            "A draft is its provider's, and nobody else's."
        ),
        new(
            $"{Sharing}/agreements",
            "",
            Health,
            [.. OfHealth, Bureau, Centre, .. Oversight],
            33,
            "The two who sign it, and who runs the sharing."
        ),
        new(
            $"{Sharing}/grants",
            "",
            Health,
            [.. OfHealth, CivilAffairs, Bureau, Centre, .. Oversight],
            18,
            "Who was granted it, whose data it is, and who runs the sharing."
        ),
        new(
            $"{Sharing}/retrievals",
            "",
            Health,
            [.. OfHealth, CivilAffairs, Bureau, Centre, .. Oversight],
            22,
            "Who took the data, whose data it is, and who runs the sharing."
        )
        {
            HasAddress = false,
        },
        new($"{Sharing}/provider-notices", "", CivilAffairs, [], 18, "Told to the provider, who answers for it.")
        {
            HasAddress = false,
            Key = "grant",
        },
        new(
            $"{Security}/notices",
            "kind=approval.revision-required",
            Health,
            [.. OfHealth],
            5,
            "A unit's inbox is its own; experts and administrators do not do its business."
        ),
        new(
            $"{Security}/audit-entries",
            "objectType=declaration&outcome=accepted&unit={unit}",
            Health,
            [.. OfHealth, Office, .. Oversight],
            34,
            "What a unit did it reads itself; the office and oversight read everything."
        )
        {
            Elsewhere = [$"{Security}/evidence/receipts/{{id}}"],
        },
        new(
            $"{Security}/exports",
            "unit={unit}",
            Health,
            [.. OfHealth, Office, .. Oversight],
            34,
            "What a unit took out it reads itself; the office and oversight read everything."
        ),
        new(
            $"{Security}/delegations",
            "",
            Health,
            [.. OfHealth, Administrator, .. Oversight],
            29,
            "A unit knows who of its own is absent; administrators look after it, oversight reads everything."
        ),
        new(
            "api/v1/regulation/clocks",
            "kind=acceptance.post-evaluation",
            Health,
            [.. OfHealth, Office, Finance, Bureau, Centre, .. Oversight],
            37,
            "Whom it binds, who oversees it, and who reads every object of the module."
        )
        {
            Parts = ["", "/days"],
        },
        new($"{Security}/units", "", Health, [.. Cast], 32, "Everybody must be able to name a unit."),
        new(
            $"{Security}/posts",
            "",
            Health,
            [.. Cast],
            11,
            "Who holds which post is no secret within the administration."
        ),
    ];
}
