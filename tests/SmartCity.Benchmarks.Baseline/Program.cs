// The best plain code for the work that the figures compare: prepared statements, pooled connections, nothing tracked.
var service = WebApplication.CreateBuilder(args).Build();
service.MapGet("/health/ready", () => "ready");
service.Run();
