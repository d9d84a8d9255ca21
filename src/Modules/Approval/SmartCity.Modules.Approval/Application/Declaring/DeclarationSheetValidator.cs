using FluentValidation;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Application.Declaring;

/// <summary>What even a draft must keep to: bounds of texts, lists, dates and amounts. Completeness is asked at submission.</summary>
internal sealed class DeclarationSheetValidator : AbstractValidator<DeclarationSheet>
{
    public DeclarationSheetValidator()
    {
        RuleFor(sheet => sheet.ProjectName).RequiredText(InputRules.ShortText);
        RuleFor(sheet => sheet.ParticipatingUnits).Lines(20);
        RuleFor(sheet => sheet.Kind).KnownWord();
        RuleFor(sheet => sheet.Nature).KnownWord();
        RuleFor(sheet => sheet.DeclarationYear!.Value)
            .PlausibleYear()
            .OverridePropertyName("DeclarationYear")
            .When(sheet => sheet.DeclarationYear is not null);
        RuleFor(sheet => sheet.SuperiorDepartment).Text(InputRules.ShortText);
        RuleFor(sheet => sheet.Location).Text(InputRules.ShortText);
        RuleFor(sheet => sheet.PlannedStart).PlausibleDate();
        RuleFor(sheet => sheet.PlannedFinish)
            .PlausibleDate()
            .Must((sheet, finish) => finish is null || sheet.PlannedStart is null || finish >= sheet.PlannedStart)
            .WithErrorCode("OUT_OF_RANGE")
            .InWords("计划竣工日期不得早于计划开工日期。", "The planned finish is not before the planned start.");
        RuleFor(sheet => sheet.TotalInvestment).Total();
        RuleFor(sheet => sheet.People).NotNull().SetValidator(new PeopleValidator());
        RuleFor(sheet => sheet.Plan).NotNull().SetValidator(new PlanValidator());
        RuleFor(sheet => sheet.Compliance).NotNull().SetValidator(new ComplianceValidator());
        RuleFor(sheet => sheet.Data).NotNull().SetValidator(new DataValidator());
        RuleFor(sheet => sheet.Security).NotNull().SetValidator(new SecurityValidator());
        RuleFor(sheet => sheet.Fund).NotNull().SetValidator(new FundValidator());
        RuleFor(sheet => sheet.Signature).NotNull().SetValidator(new SignatureValidator());
    }

    private sealed class PeopleValidator : AbstractValidator<ProjectPeople>
    {
        public PeopleValidator()
        {
            RuleFor(people => people.LeaderName).Text(InputRules.ShortText);
            RuleFor(people => people.LeaderPosition).Text(InputRules.ShortText);
            RuleFor(people => people.LeaderTelephone).Text(40);
            RuleFor(people => people.ContactName).Text(InputRules.ShortText);
            RuleFor(people => people.ContactTelephone).Text(40);
            RuleFor(people => people.ContactMail).Text(InputRules.ShortText);
            RuleFor(people => people.Address).Text(InputRules.ShortText);
        }
    }

    private sealed class PlanValidator : AbstractValidator<ConstructionPlan>
    {
        public PlanValidator()
        {
            RuleFor(plan => plan.Necessity).Text(InputRules.LongText);
            RuleFor(plan => plan.CurrentState).Text(InputRules.LongText);
            RuleFor(plan => plan.Objectives).Text(InputRules.LongText);
            RuleFor(plan => plan.ConstructionContent).Text(InputRules.LongText);
            RuleFor(plan => plan.Architecture).Text(InputRules.LongText);
            RuleFor(plan => plan.ApplicationSystems).Lines();
            RuleForEach(plan => plan.ApplicationSystems).RequiredText(InputRules.ShortText);
            RuleFor(plan => plan.Schedule).Text(InputRules.LongText);
            RuleFor(plan => plan.Organisation).Text(InputRules.LongText);
            RuleFor(plan => plan.Risks).Text(InputRules.LongText);
            RuleFor(plan => plan.ExpectedBenefits).Text(InputRules.LongText);
            RuleFor(plan => plan.PerformanceTargets).Lines();
            RuleForEach(plan => plan.PerformanceTargets)
                .ChildRules(target =>
                {
                    target.RuleFor(one => one.Name).RequiredText(InputRules.ShortText);
                    target.RuleFor(one => one.Target).RequiredText(InputRules.ShortText);
                    target.RuleFor(one => one.Verification).Text(InputRules.ShortText);
                });
            RuleFor(plan => plan.MaintenancePlan).Text(InputRules.LongText);
            RuleFor(plan => plan.EarlierPhaseEvaluation).Text(InputRules.LongText);
        }
    }

    private sealed class ComplianceValidator : AbstractValidator<Compliance>
    {
        public ComplianceValidator()
        {
            RuleFor(compliance => compliance.Standards).Lines();
            RuleForEach(compliance => compliance.Standards)
                .ChildRules(standard =>
                {
                    standard.RuleFor(one => one.Level).KnownWord();
                    standard.RuleFor(one => one.Code).RequiredText(InputRules.ShortText);
                    standard.RuleFor(one => one.Title).RequiredText(InputRules.ShortText);
                });
            RuleFor(compliance => compliance.UnifiedPlatform).KnownWord();
            RuleFor(compliance => compliance.UnifiedExit).KnownWord();
            RuleFor(compliance => compliance.UnifiedNetwork).KnownWord();
            RuleFor(compliance => compliance.UnifiedRemark).Text(InputRules.LongText);
            RuleFor(compliance => compliance.Hosting).Text(InputRules.LongText);
            RuleFor(compliance => compliance.RelationToExisting).Text(InputRules.LongText);
            RuleFor(compliance => compliance.CreditInformation).KnownWord();
            RuleFor(compliance => compliance.SecrecyReview).Text(InputRules.LongText);
        }
    }

    private sealed class DataValidator : AbstractValidator<DataPlan>
    {
        public DataValidator()
        {
            RuleFor(data => data.Resources).Lines();
            RuleForEach(data => data.Resources)
                .ChildRules(resource =>
                {
                    resource.RuleFor(one => one.Name).RequiredText(InputRules.ShortText);
                    resource.RuleFor(one => one.Content).Text(InputRules.LongText);
                    resource.RuleFor(one => one.Sharing).KnownWord();
                    resource.RuleFor(one => one.Opening).KnownWord();
                });
            RuleFor(data => data.SharingAndOpening).Text(InputRules.LongText);
        }
    }

    private sealed class SecurityValidator : AbstractValidator<SecurityPlan>
    {
        public SecurityValidator()
        {
            RuleFor(security => security.ProtectionLevel).InclusiveBetween(1, 5).WithErrorCode("OUT_OF_RANGE");
            RuleFor(security => security.ProtectionFiling).Text(InputRules.ShortText);
            RuleFor(security => security.CryptographyPlan).Text(InputRules.LongText);
            RuleFor(security => security.CryptographyEvaluation).Text(InputRules.LongText);
            RuleFor(security => security.DataSecurity).Text(InputRules.LongText);
        }
    }

    private sealed class FundValidator : AbstractValidator<FundPlan>
    {
        public FundValidator()
        {
            RuleFor(fund => fund.Sources).Lines(20);
            RuleForEach(fund => fund.Sources)
                .ChildRules(source =>
                {
                    source.RuleFor(one => one.Kind).KnownWord();
                    source.RuleFor(one => one.Amount).PositiveAmount();
                    source.RuleFor(one => one.Year).PlausibleYear();
                    source.RuleFor(one => one.BasisDocumentNumber).Text(InputRules.ShortText);
                });
            RuleFor(fund => fund.Lines).Lines();
            RuleForEach(fund => fund.Lines)
                .ChildRules(line =>
                {
                    line.RuleFor(one => one.Category).KnownWord();
                    line.RuleFor(one => one.Description).RequiredText(InputRules.ShortText);
                    line.RuleFor(one => one.Quantity).InclusiveBetween(1, 1_000_000_000).WithErrorCode("OUT_OF_RANGE");
                    line.RuleFor(one => one.QuantityUnit).Text(20);
                    line.RuleFor(one => one.UnitPrice!.Value)
                        .Amount()
                        .OverridePropertyName("UnitPrice")
                        .When(one => one.UnitPrice is not null);
                    line.RuleFor(one => one.Amount).PositiveAmount();
                });
            RuleFor(fund => fund.EstimateBasis).Text(InputRules.LongText);
            RuleFor(fund => fund.SpendingPlan).Text(InputRules.LongText);
            RuleFor(fund => fund.PerformanceGoals).Text(InputRules.LongText);
            RuleFor(fund => fund.YearlyMaintenance).Amount();
        }
    }

    private sealed class SignatureValidator : AbstractValidator<UnitSignature>
    {
        public SignatureValidator()
        {
            RuleFor(signature => signature.Statement).Text(InputRules.LongText);
            RuleFor(signature => signature.Signatory).Text(InputRules.ShortText);
            RuleFor(signature => signature.SignedOn).PlausibleDate();
        }
    }
}
