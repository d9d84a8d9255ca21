// The least that ASP.NET can be: what start and memory of the service are compared with.
var service = WebApplication.CreateBuilder(args).Build();
service.MapGet("/health/ready", () => "ready");
service.Run();
