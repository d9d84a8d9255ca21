using AutoMapper;
using SmartCity.Modules.Operations.Application.Faults;
using SmartCity.Modules.Operations.Application.Maintenance;
using SmartCity.Modules.Operations.Application.Violations;
using SmartCity.Modules.Operations.Domain.FaultReports;
using SmartCity.Modules.Operations.Domain.MaintenanceRequests;
using SmartCity.Modules.Operations.Domain.ViolationCases;

namespace SmartCity.Modules.Operations.Application;

/// <summary>The projections of the module's lists (ADR 0003).</summary>
internal sealed class OperationsProfile : Profile
{
    public OperationsProfile()
    {
        CreateProjection<FaultReport, ListFaultReports.FaultReportLine>();
        CreateProjection<ViolationCase, ListViolationCases.ViolationCaseLine>();
        CreateProjection<MaintenanceRequest, ListMaintenanceRequests.MaintenanceRequestLine>();
    }
}
