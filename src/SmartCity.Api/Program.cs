using SmartCity.Api;

var modules = ModuleList.All;
return modules.Count > 0 ? 0 : 1;
