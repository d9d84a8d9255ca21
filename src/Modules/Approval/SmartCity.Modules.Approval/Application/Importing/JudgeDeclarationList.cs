using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.BuildingBlocks.Tables;
using SmartCity.Modules.Approval.Application.Declaring;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Approval.Domain.Rules;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Application.Importing;

/// <summary>
/// Reads a declaration list (CSV or XLSX) and judges every row as its draft would be judged, all reasons at once. It
/// changes nothing.
/// </summary>
internal sealed record JudgeDeclarationList(string FileName, [property: JsonIgnore] Stream Content)
    : IQuery<JudgedList>;

internal sealed class JudgeDeclarationListValidator : AbstractValidator<JudgeDeclarationList>
{
    public JudgeDeclarationListValidator()
    {
        RuleFor(query => query.FileName).RequiredText(InputRules.ShortText);
    }
}

internal sealed class JudgeDeclarationListHandler(
    IApprovalDatabase database,
    TableIntake intake,
    RequestContext request,
    RulesInForce rules,
    IMediator mediator,
    IIdSource ids
) : IRequestHandler<JudgeDeclarationList, Result<JudgedList>>
{
    private static readonly DeclarationSheetValidator Sheets = new();

    // The audit entry of the draft keeps what was judged then; this look beforehand leaves none.
    private readonly RulesInForce unrecorded = new(rules.Parameters, rules.Today);

    public async Task<Result<JudgedList>> Handle(JudgeDeclarationList query, CancellationToken cancellationToken)
    {
        var received = await intake.ReceiveAsync(query.Content, new TableLimits(), cancellationToken);
        if (received.IsFailure)
        {
            return received.Failure;
        }

        using var table = received.Value;
        var list = await DeclarationList.ReadAsync(table.Reader, cancellationToken);
        if (list.IsFailure)
        {
            return list.Failure;
        }

        var units = await UnitsAsync(list.Value, cancellationToken);
        var rows = list.Value.Rows.Select(row => Judge(ListedProject.Read(row, list.Value, units))).ToList();
        RefuseDoubles(rows);
        await database.FindImportedAsync(rows, cancellationToken);
        return new JudgedList(table.Sha256, table.Reader.Sheet, list.Value.Header.Line, list.Value.Warnings, rows);
    }

    private async Task<ListedUnits> UnitsAsync(DeclarationList list, CancellationToken cancellationToken)
    {
        var names = list
            .Rows.SelectMany(row => ListedProject.UnitsIn(row, list.Header))
            .SelectMany(ListedUnits.Spellings)
            .Distinct()
            .ToList();
        return new(await mediator.Send(new UnitsNamed(names), cancellationToken));
    }

    private JudgedRow Judge(ListedProject project)
    {
        foreach (var failure in Sheets.Validate(project.Sheet).Errors)
        {
            var field = FieldOf(failure.PropertyName);
            if (field is not { } known || !project.IsRefusedIn(known))
            {
                // The validator speaks the language of the request already.
                project.Refuse(field, failure.ErrorCode, null, new(failure.ErrorMessage, failure.ErrorMessage));
            }
        }

        if (project.LeadUnit is { } unit)
        {
            JudgeUnit(project, unit);
        }

        JudgeAhead(project);
        return new(project);
    }

    private void JudgeUnit(ListedProject project, UnitProfile unit)
    {
        if (DeclarationAccess.WhyNotImport(request.Actor, unit.Id) is { } denial)
        {
            project.Refuse(ListField.LeadUnit, denial.Code, 6, denial.Detail);
        }

        var lead = new LeadUnit(unit.Id, unit.Name, unit.Kind, unit.CreditCode);
        var drafted = Declaration.Draft(
            ids.Next<DeclarationId>(),
            lead,
            project.Sheet,
            new(request.Actor.Account),
            unrecorded
        );
        foreach (var violation in drafted.Failure?.Violations ?? [])
        {
            project.Refuse(ListField.LeadUnit, violation.Code, violation.Article, violation.Remedy);
        }
    }

    // A draft may say what a submission may not: better to hear it now.
    private void JudgeAhead(ListedProject project)
    {
        var (sheet, fund) = (project.Sheet, project.Sheet.Fund);
        var questions = new List<(ListField Field, IQuestion Question)>
        {
            (ListField.Nature, Article03.NatureNotApplicable.On(new(sheet.Kind, sheet.Nature))),
        };
        if (fund.Sources.Count > 0)
        {
            var sources = fund.Sources.Select(source => source.Amount).ToList();
            questions.Add(
                (
                    ListField.RequestedFund,
                    Article02.FundingSourcesMismatch.On(new(sheet.TotalInvestment, sources.Sum(), sources))
                )
            );
        }

        foreach (var (field, question) in questions)
        {
            foreach (var violation in unrecorded.Judge(question).Failure?.Violations ?? [])
            {
                project.Doubt(field, violation.Code, violation.Article, violation.Remedy);
            }
        }
    }

    private static void RefuseDoubles(IEnumerable<JudgedRow> rows)
    {
        var seen = new Dictionary<(UnitId, string), int>();
        foreach (var row in rows)
        {
            if (row.LeadUnit is { } unit && !seen.TryAdd((unit, row.Key), row.Project.Row.Line))
            {
                var line = seen[(unit, row.Key)];
                row.Refuse(
                    row.Project.Number is null ? ListField.ProjectName : ListField.Number,
                    "ROW_TWICE",
                    null,
                    row.Project.Number is null
                        ? new($"与第 {line} 行完全相同。", $"It says the same as line {line}.")
                        : new($"编号与第 {line} 行相同。", $"It has the same number as line {line}.")
                );
            }
        }
    }

    private static ListField? FieldOf(string property) =>
        property switch
        {
            nameof(DeclarationSheet.ProjectName) => ListField.ProjectName,
            nameof(DeclarationSheet.ParticipatingUnits) => ListField.Participants,
            nameof(DeclarationSheet.DeclarationYear) => ListField.Year,
            nameof(DeclarationSheet.SuperiorDepartment) => ListField.SuperiorDepartment,
            nameof(DeclarationSheet.Location) => ListField.Location,
            nameof(DeclarationSheet.PlannedStart) => ListField.Start,
            nameof(DeclarationSheet.PlannedFinish) => ListField.Finish,
            nameof(DeclarationSheet.TotalInvestment) => ListField.TotalInvestment,
            "People.LeaderName" => ListField.LeaderName,
            "People.LeaderTelephone" => ListField.LeaderTelephone,
            "People.ContactName" => ListField.ContactName,
            "People.ContactTelephone" => ListField.ContactTelephone,
            "Plan.ConstructionContent" => ListField.Content,
            "Plan.Necessity" => ListField.Necessity,
            "Plan.Objectives" => ListField.Objectives,
            _ when property.EndsWith("Year", StringComparison.Ordinal) => ListField.Year,
            _ when property.StartsWith("Fund.", StringComparison.Ordinal) => ListField.RequestedFund,
            _ => null,
        };
}
