using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Construction.Application.CountyProjects;

/// <summary>
/// Who may send which command on county projects. A table apart from that of municipal projects: there a county's account
/// is out of its jurisdiction, here it is the competent one.
/// </summary>
internal sealed class CountyProjectAuthorities : AuthorityTable
{
    private static readonly LocalizedText Counties = new(
        "项目所在县市区信息化主管部门",
        "the informatization office of the project's county"
    );
    private static readonly LocalizedText Office = new("市政府信息办", "the informatization office");
    private static readonly LocalizedText Anyone = new("登录账号", "any signed-in account");

    public CountyProjectAuthorities()
    {
        OfTheCounty<RegisterCountyProject>("construction.register-county-project");
        OfTheCounty<AmendCountyProject>("construction.amend-county-project");
        OfTheCounty<RecordCountyTender>("construction.record-county-tender");
        OfTheCounty<SubmitCountyFiling>("construction.submit-county-filing");
        OfTheCounty<StartCountyConstruction>("construction.start-county-construction");

        OfTheOffice<FileImplementationPlan>("construction.file-implementation-plan");
        OfTheOffice<ReturnFilingIncomplete>("construction.return-filing-incomplete");

        Query<ListCountyProjects>("construction.list-county-projects", 12, Anyone);
        Query<GetCountyProject>("construction.get-county-project", 12, Anyone);
    }

    private void OfTheCounty<TCommand>(string name)
        where TCommand : ICommand =>
        Command<TCommand>(Stake.Business, name, 12, Counties, Roles.CountyInformatizationOffice);

    private void OfTheOffice<TCommand>(string name)
        where TCommand : ICommand => Command<TCommand>(Stake.Business, name, 12, Office, Roles.InformatizationOffice);
}
