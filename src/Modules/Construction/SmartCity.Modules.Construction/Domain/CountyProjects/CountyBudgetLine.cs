using System.ComponentModel;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Construction.Domain.CountyProjects;

/// <summary>Where the county's fiscal budget names the project.</summary>
internal sealed record CountyBudgetLine(
    [property: Description("预算年度")] int Year,
    [property: Description("预算批复文号")] string DocumentNumber,
    [property: Description("列入预算金额（元）")] Money Amount
);
