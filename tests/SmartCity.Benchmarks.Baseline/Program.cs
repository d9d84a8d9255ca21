using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;
using SmartCity.Benchmarks.Baseline;

// The best plain code for the work that the figures compare: a minimal API with the same check of the same tokens, and
// raw ADO.NET with prepared statements on connections that stay open; nothing is tracked, nothing is mapped.
var builder = WebApplication.CreateBuilder(args);
builder.Logging.ClearProviders();
if (builder.Configuration["Database:Kind"] is { } kind)
{
    var connection = builder.Configuration["Database:Connection"]!;
    builder.Services.AddSingleton<IDeclarations>(
        kind == "Sqlite" ? new SqliteDeclarations(connection) : new PostgreSqlDeclarations(connection)
    );
    var keys = new JsonWebKeySet(await File.ReadAllTextAsync(builder.Configuration["Token:Keys"]!));
    builder
        .Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme)
        .AddJwtBearer(bearer =>
        {
            bearer.MapInboundClaims = false;
            bearer.TokenValidationParameters = new()
            {
                IssuerSigningKeys = keys.GetSigningKeys(),
                ValidIssuer = builder.Configuration["Token:Issuer"],
                ValidAudience = builder.Configuration["Token:Audience"],
                ValidTypes = ["at+jwt"],
                ClockSkew = TimeSpan.Zero,
            };
        });
    builder.Services.AddAuthorization();
}

var service = builder.Build();
service.MapGet("/health/ready", () => "ready");
service.MapPost("/echo", Echo.AnswerAsync);
if (builder.Configuration["Database:Kind"] is not null)
{
    service.UseAuthentication();
    service.UseAuthorization();
    service.MapGet("/declarations/{declaration:guid}", One).RequireAuthorization();
    service.MapGet("/declarations", List).RequireAuthorization();
}

service.Run();

static Guid UnitOf(ClaimsPrincipal person) => Guid.Parse(person.FindFirstValue("unit")!);

static async Task One(Guid declaration, HttpContext context, IDeclarations declarations)
{
    var found = await declarations.OneAsync(declaration, UnitOf(context.User), context.RequestAborted);
    if (found is null)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return;
    }

    context.Response.ContentType = "application/json; charset=utf-8";
    context.Response.ContentLength = found.WrittenCount;
    await context.Response.BodyWriter.WriteAsync(found.WrittenMemory, context.RequestAborted);
}

static async Task List(string state, HttpContext context, IDeclarations declarations)
{
    var page = await declarations.ListAsync(state, UnitOf(context.User), context.RequestAborted);
    context.Response.ContentType = "application/json; charset=utf-8";
    context.Response.ContentLength = page.WrittenCount;
    await context.Response.BodyWriter.WriteAsync(page.WrittenMemory, context.RequestAborted);
}
