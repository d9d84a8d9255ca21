using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.ArchitectureTests.Examination;
using SmartCity.BuildingBlocks.Jobs;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;

namespace SmartCity.ArchitectureTests;

/// <summary>
/// Every job is registered, named by its module, and idempotent. The last is shown by a test of the job named
/// <c>RunAsync_WhenRunTwice_Then…</c> in a file <c>JOBTests</c>.
/// </summary>
public sealed partial class AR23JobsAreRegisteredAndIdempotent
{
    private const string Proof = "RunAsync_WhenRunTwice_Then";

    [Fact]
    public void Rule_WhenRunOverTheProduct_ThenHolds() =>
        Rule(Subject.Product, Repository.File("tests/SmartCity.BuildingBlocks.Tests")).ShouldHold();

    [Fact]
    public void Rule_WhenRunOverTheCanaries_ThenFindsTheBadTwins() =>
        Rule(Subject.Canaries, Repository.File("tests/SmartCity.ArchitectureTests.Canaries/Alpha"))
            .ShouldFindExactly(
                "Alpha.Infrastructure.AR23.UnregisteredJob",
                "Alpha.Infrastructure.AR23.UntestedJob",
                "Alpha.Infrastructure.AR23.NamelessJob"
            );

    private static Findings Rule(Subject subject, string testsOfMechanisms)
    {
        var registered = new ServiceCollection()
            .AddModules(
                [.. subject.Modules.Select(module => module.Module)],
                new ConfigurationBuilder().Build(),
                new DatabaseChoice(DatabaseKind.Sqlite, "Data Source=never-opened.db")
            )
            .Select(service => service.IsKeyedService ? null : service.ImplementationInstance)
            .OfType<PeriodicJob>()
            .ToList();
        var written = subject
            .Types.Where(type => type.IsConcrete() && type.IsAssignableTo(typeof(IPeriodicJob)))
            .ToList();
        return Findings.Of(
            "AR23",
            subject,
            registered.Select(job => job.Name),
            ["no registration", "a name without its module", "no proof that running twice does no harm"],
            written
                .Where(type => registered.TrueForAll(job => job.Type != type))
                .Select(type => new Offence(type.FullName!, "is registered nowhere"))
                .Concat(registered.SelectMany(job => OffencesOf(job, registered, subject, testsOfMechanisms)))
        );
    }

    private static IEnumerable<Offence> OffencesOf(
        PeriodicJob job,
        List<PeriodicJob> registered,
        Subject subject,
        string testsOfMechanisms
    )
    {
        var type = job.Type.IsGenericType ? job.Type.GetGenericTypeDefinition() : job.Type;
        var module = subject.Modules.Single(one => one.Module.Schema == job.Schema);
        if (!JobName().IsMatch(job.Name) || job.Name.Split('.')[0] != job.Schema)
        {
            yield return new(type.FullName!, $"is named {job.Name}, which is not {job.Schema}.SOMETHING");
        }

        if (registered.Count(one => one.Name == job.Name) > 1)
        {
            yield return new(type.FullName!, $"shares the name {job.Name}");
        }

        // A job that several modules register is proved where it stands: in the kernel or among the mechanisms.
        var tests =
            subject.Modules.FirstOrDefault(one => one.Assembly == type.Assembly)?.TestsFolder ?? testsOfMechanisms;
        if (!IsProved(type, tests))
        {
            yield return new(type.FullName!, $"has no test {Proof}… below {Repository.Relative(tests)}");
        }
    }

    private static bool IsProved(Type job, string tests) =>
        Directory
            .EnumerateFiles(tests, $"{job.Name.Split('`')[0]}Tests.*", SearchOption.AllDirectories)
            .Any(file => File.ReadAllText(file).Contains(Proof, StringComparison.Ordinal));

    [GeneratedRegex(@"^[a-z_]+\.[a-z]+(-[a-z]+)*$")]
    private static partial Regex JobName();
}
