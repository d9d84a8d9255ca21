using SmartCity.BuildingBlocks.Results;
using SmartCity.BuildingBlocks.Tables;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Application.Importing;

/// <summary>One reason why a row is not taken.</summary>
/// <param name="Column">The column by its letters; null where it concerns the row.</param>
/// <param name="Header">The column's header as the list writes it.</param>
/// <param name="Value">What the cell says.</param>
internal sealed record RowReason(
    string? Column,
    string? Header,
    string? Value,
    string Code,
    int Article,
    LocalizedText Message
);

/// <summary>The units that a list names, as Security knows them.</summary>
internal sealed class ListedUnits(IEnumerable<NamedUnit> named)
{
    private readonly ILookup<string, UnitProfile> byName = named.ToLookup(one => one.Name, one => one.Unit);

    /// <summary>The spellings under which a unit of this name may be registered.</summary>
    public static IEnumerable<string> Spellings(string text) =>
        new[] { Condensed(text, ListText.WithPlainDigits), ListText.Condensed(text) }.Distinct();

    public IReadOnlyList<UnitProfile> Of(string text) =>
        [.. Spellings(text).SelectMany(name => byName[name]).DistinctBy(unit => unit.Id)];

    private static string Condensed(string text, Func<string, string> narrow) =>
        string.Concat(narrow(text).Where(character => !char.IsWhiteSpace(character)));
}

/// <summary>What a row says of a project: its sheet as far as the list fills it in, or everything that is wrong with it.</summary>
internal sealed class ListedProject
{
    private readonly List<RowReason> reasons = [];
    private readonly List<RowReason> doubts = [];
    private readonly ListHeader header;

    private readonly bool isCsv;

    private ListedProject(TableRow row, DeclarationList list) => (Row, header, isCsv) = (row, list.Header, list.IsCsv);

    public TableRow Row { get; }

    public DeclarationSheet Sheet { get; private set; } = new();

    /// <summary>Null where the list names none that is registered.</summary>
    public UnitProfile? LeadUnit { get; private set; }

    /// <summary>The office's own number of the project; null where the list has none.</summary>
    public string? Number { get; private set; }

    public IReadOnlyList<RowReason> Reasons => reasons;

    /// <summary>What keeps the row from nothing now, but would keep the declaration from being submitted.</summary>
    public IReadOnlyList<RowReason> Doubts => doubts;

    /// <summary>The units that a row names, one cell each.</summary>
    public static IEnumerable<string> UnitsIn(TableRow row, ListHeader header) =>
        new[] { ListField.LeadUnit, ListField.Participants }
            .Select(header.Of)
            .OfType<ListColumn>()
            .SelectMany(column => NamesIn(row[column.Index].Text))
            .Concat(header.Of(ListField.LeadUnit) is { } lead ? [row[lead.Index].Text] : []);

    public static ListedProject Read(TableRow row, DeclarationList list, ListedUnits units)
    {
        var project = new ListedProject(row, list);
        project.CheckCells();
        project.ReadUnits(units);
        project.ReadNumber();
        project.ReadStage();
        project.ReadSheet(list.Year, units);
        return project;
    }

    /// <summary>A reason that concerns one field of the list.</summary>
    public void Refuse(ListField? field, string code, int? article, LocalizedText message) =>
        reasons.Add(Reason(field, code, article, message));

    public void Doubt(ListField? field, string code, int? article, LocalizedText message) =>
        doubts.Add(Reason(field, code, article, message));

    public bool IsRefusedIn(ListField field) =>
        header.Of(field) is { } column && reasons.Exists(reason => reason.Column == column.Letters);

    private RowReason Reason(ListField? field, string code, int? article, LocalizedText message)
    {
        var column = field is { } named ? header.Of(named) : null;
        return new(
            column?.Letters,
            column?.Text ?? field?.Name().Chinese,
            column is null ? null : Row[column.Index].Text,
            code,
            article ?? field?.Article() ?? 6,
            message
        );
    }

    private static IEnumerable<string> NamesIn(string text) =>
        text.Split(['、', '，', ',', '；', ';', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
            .Select(name => name.Trim())
            .Where(name => !ListText.SaysNothing(name));

    private void CheckCells()
    {
        foreach (var column in header.Columns.Where(one => one.Field is not (ListField.Serial or ListField.Remark)))
        {
            var cell = Row[column.Index];
            if (cell.Kind == CellKind.Error)
            {
                Refuse(
                    column.Field,
                    "CELL_IN_ERROR",
                    null,
                    new(
                        "单元格是公式错误值，请更正公式或直接填写。",
                        "The cell shows an error of its formula; correct it."
                    )
                );
            }
            else if (cell.Kind == CellKind.FormulaWithoutValue)
            {
                Refuse(
                    column.Field,
                    "FORMULA_WITHOUT_VALUE",
                    null,
                    new(
                        "单元格是公式，文件里没有它的结果；请用表格软件打开、重新计算并保存，或直接填写。",
                        "The cell is a formula of which the file keeps no value; recalculate and save, or write the value."
                    )
                );
            }
            else if (cell is { SpansRows: true, IsBlank: false } && !column.Field.SpeaksForSeveralRows())
            {
                Refuse(
                    column.Field,
                    "CELL_MERGED_OVER_ROWS",
                    null,
                    new(
                        "单元格跨行合并，看不出各行各是多少，请拆开后逐行填写。",
                        "The cell is merged over several rows; split it and fill in each."
                    )
                );
            }
        }
    }

    private void ReadUnits(ListedUnits units)
    {
        var named = Text(ListField.LeadUnit);
        if (named is null)
        {
            Missing(ListField.LeadUnit);
        }
        else
        {
            LeadUnit = UnitOf(units, named, ListField.LeadUnit);
        }
    }

    private UnitProfile? UnitOf(ListedUnits units, string name, ListField field)
    {
        switch (units.Of(name))
        {
            case [var unit]:
                return unit;
            case []:
                Refuse(
                    field,
                    "UNIT_UNKNOWN",
                    null,
                    new(
                        $"没有登记名为“{name}”的单位，请核对全称或简称，未登记的先请系统管理员登记。",
                        $"No unit named {name} is registered; check its full or short name."
                    )
                );
                return null;
            default:
                Refuse(
                    field,
                    "UNIT_AMBIGUOUS",
                    null,
                    new($"有几个单位都叫“{name}”，请写全称。", $"Several units are called {name}; write the full name.")
                );
                return null;
        }
    }

    private IReadOnlyList<UnitId> Participants(ListedUnits units) =>
        header.Of(ListField.Participants) is { } column && !Row[column.Index].IsSpread
            ?
            [
                .. NamesIn(Row[column.Index].Text)
                    .Select(name => UnitOf(units, name, ListField.Participants)?.Id)
                    .OfType<UnitId>()
                    .Where(unit => unit != LeadUnit?.Id)
                    .Distinct(),
            ]
            : [];

    private void ReadNumber()
    {
        var project = Text(ListField.Number);
        var document = Text(ListField.DocumentNumber);
        // One document may declare several projects, so its number alone is no project's.
        Number =
            project is not null ? Canonical(project)
            : document is not null && Text(ListField.ProjectName) is { } name ? $"{Canonical(document)} {name}"
            : null;
        if (Number?.Length > ImportedRow.LongestKey)
        {
            Refuse(
                project is not null ? ListField.Number : ListField.DocumentNumber,
                "TOO_LONG",
                null,
                new("编号过长。", "The number is too long.")
            );
        }
    }

    private void ReadStage()
    {
        if (Text(ListField.Stage) is { } stage && ListWords.IsRunning(stage))
        {
            Refuse(
                ListField.Stage,
                "PROJECT_ALREADY_RUNNING",
                5,
                new(
                    "项目已在实施，不作为新申报导入；请市政府信息办按在建项目接管办理。",
                    "The project runs already and is no new declaration; the office takes it over as a running one."
                )
            );
        }
    }

    private static string Canonical(string number) =>
        ListText
            .Condensed(number)
            .Replace('[', '〔')
            .Replace(']', '〕')
            .Replace('【', '〔')
            .Replace('】', '〕')
            .ToUpperInvariant();

    private void ReadSheet(int? titleYear, ListedUnits units)
    {
        var name = Text(ListField.ProjectName);
        if (name is null)
        {
            Missing(ListField.ProjectName);
        }

        var year = ReadYear() ?? titleYear;
        var (start, finish) = ReadPeriod();
        Sheet = new()
        {
            ProjectName = name ?? "",
            ParticipatingUnits = Participants(units),
            Kind = Word(ListField.Kind, ListWords.Kind, "PROJECT_KIND_UNKNOWN", ListWords.Kinds),
            Nature = Word(ListField.Nature, ListWords.Nature, "NATURE_UNKNOWN", ListWords.Natures),
            DeclarationYear = year,
            SuperiorDepartment = Text(ListField.SuperiorDepartment),
            Location = Text(ListField.Location),
            PlannedStart = start,
            PlannedFinish = finish,
            TotalInvestment = Amount(ListField.TotalInvestment) ?? default,
            People = new()
            {
                LeaderName = Text(ListField.LeaderName),
                LeaderTelephone = Text(ListField.LeaderTelephone),
                ContactName = Text(ListField.ContactName),
                ContactTelephone = Text(ListField.ContactTelephone),
            },
            Plan = new()
            {
                ConstructionContent = LongText(ListField.Content),
                Necessity = LongText(ListField.Necessity),
                Objectives = LongText(ListField.Objectives),
            },
            Fund = new() { Sources = Sources(year) },
        };
    }

    private int? ReadYear()
    {
        if (Text(ListField.Year) is not { } text)
        {
            return null;
        }

        var digits = ListText.Condensed(text).TrimEnd('度').TrimEnd('年');
        if (digits.Length == 4 && int.TryParse(digits, out var year))
        {
            return year;
        }

        Refuse(
            ListField.Year,
            "YEAR_UNREADABLE",
            null,
            new("不是年份，请写成 2026。", "This is no year; write it as 2026.")
        );
        return null;
    }

    private (DateOnly? Start, DateOnly? Finish) ReadPeriod()
    {
        var (start, finish) = (Date(ListField.Start, asEnd: false), Date(ListField.Finish, asEnd: true));
        if (start is not null || finish is not null || Cell(ListField.Period) is not { } cell)
        {
            return (start, finish);
        }

        if (CellReading.TryPeriod(cell, out var from, out var until, out var flaw))
        {
            return (from, until);
        }

        Refuse(ListField.Period, flaw.Code, null, flaw.Message);
        return (null, null);
    }

    private DateOnly? Date(ListField field, bool asEnd)
    {
        if (Cell(field) is not { } cell)
        {
            return null;
        }

        if (CellReading.TryDate(cell, asEnd, isCsv || cell.Kind == CellKind.Number, out var date, out var flaw))
        {
            return date;
        }

        Refuse(field, flaw.Code, null, flaw.Message);
        return null;
    }

    private List<FundingSource> Sources(int? year)
    {
        var sources = new List<FundingSource>();
        var requested = Amount(ListField.RequestedFund);
        var selfRaised = Amount(ListField.SelfRaised);
        var kind = Word(ListField.FundingKind, ListWords.Fund, "FUNDING_KIND_UNKNOWN", ListWords.Funds);
        var asked = requested is null && selfRaised is null && kind is not null ? Total() : requested;
        if (asked is { IsPositive: true } && kind is { } known)
        {
            sources.Add(new() { Kind = known, Amount = asked.Value });
        }
        else if (asked is { IsPositive: true } && !IsRefusedIn(ListField.FundingKind))
        {
            Doubt(
                ListField.RequestedFund,
                "FUNDING_KIND_MISSING",
                2,
                new(
                    "没有写资金来源，申请资金没有记入草稿，提交前请补填。",
                    "No source of the money is told, so the draft does not have it; fill it in before submission."
                )
            );
        }

        if (selfRaised is { IsPositive: true })
        {
            sources.Add(new() { Kind = FundingKind.SelfRaised, Amount = selfRaised.Value });
        }

        if (sources.Count > 0 && year is null)
        {
            Doubt(
                ListField.Year,
                "FUNDING_YEAR_MISSING",
                5,
                new(
                    "表里和表题都没有写年度，资金来源没有记入草稿，提交前请补填。",
                    "Neither the list nor its title names a year, so the draft has no sources; fill them in before submission."
                )
            );
            return [];
        }

        return [.. sources.Select(source => source with { Year = year ?? 0 })];
    }

    // Read before, and refused there where it is wrong.
    private Money? Total() =>
        Cell(ListField.TotalInvestment) is { } cell
        && CellReading.TryAmount(cell, header.Of(ListField.TotalInvestment)!.Unit!, out var total, out _)
            ? total
            : null;

    private Money? Amount(ListField field)
    {
        if (Cell(field) is not { } cell)
        {
            return null;
        }

        if (CellReading.TryAmount(cell, header.Of(field)!.Unit!, out var amount, out var flaw))
        {
            return amount;
        }

        Refuse(field, flaw.Code, null, flaw.Message);
        return null;
    }

    private TWord? Word<TWord>(ListField field, Func<string, TWord?> read, string code, string known)
        where TWord : struct
    {
        if (Text(field) is not { } text)
        {
            return null;
        }

        if (read(text) is { } word)
        {
            return word;
        }

        Refuse(
            field,
            code,
            null,
            new($"“{text}”不认识，应为：{known}。", $"{text} is not known; it is one of {known}.")
        );
        return null;
    }

    private void Missing(ListField field) =>
        Refuse(
            field,
            "REQUIRED",
            null,
            new($"没有填写{field.Name().Chinese}。", $"{field.Name().English} is missing.")
        );

    /// <summary>The cell of a field; null where there is no such column, or nothing in it that can be read.</summary>
    private TableCell? Cell(ListField field)
    {
        if (header.Of(field) is not { } column)
        {
            return null;
        }

        var cell = Row[column.Index];
        var isReadable =
            cell.Kind is not (CellKind.Error or CellKind.FormulaWithoutValue)
            && !cell.IsSpread
            && !(cell.SpansRows && !field.SpeaksForSeveralRows());
        return isReadable && !ListText.SaysNothing(cell.Text) ? cell : null;
    }

    private string? Text(ListField field) => Cell(field) is { } cell ? ListText.OneLine(cell.Text) : null;

    private string? LongText(ListField field) =>
        Cell(field) is { } cell ? ListText.WithPlainDigits(cell.Text).ReplaceLineEndings("\n").Trim() : null;
}
