using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Application.Declaring;
using SmartCity.Modules.Approval.Application.Importing;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Approval.Infrastructure;
using SmartCity.Modules.Approval.Tests.Given;
using SmartCity.Testing;

namespace SmartCity.Modules.Approval.Tests.Module;

/// <summary>Lists become drafts, each row once, and whoever sends them.</summary>
public sealed class ImportTests
{
    [Theory, EveryDatabase]
    public async Task Import_WhenRowsAreGood_ThenEachIsADraftOfItsUnitWithAnEntryOfItsOwn(DatabaseKind kind)
    {
        await using var host = await ApprovalHost.StartAsync(kind);

        var report = await ImportedAsync(
            host,
            Town.OfficeClerk,
            AList.Of(AList.Row(), AList.Row("WJ-2", "读者服务系统", "市图书馆", "12.345678", "12.345678"))
        );

        report
            .Lines.Select(line => (line.Line, line.Outcome))
            .ShouldBe([(3, RowOutcome.Drafted), (4, RowOutcome.Drafted)]);
        (await host.EntriesAsync()).ShouldBe(2);
        var draft = await host.AskAs(Town.LibraryClerk, new GetDeclaration(report.Lines[1].Declaration!.Value));
        draft.ShouldBeAccepted();
        draft.Value.State.ShouldBe(DeclarationState.Draft);
        var sheet = draft.Value.Sheet;
        sheet.TotalInvestment.ToString().ShouldBe("123456.78");
        sheet.DeclarationYear.ShouldBe(2026);
        (sheet.PlannedStart, sheet.PlannedFinish).ShouldBe((new(2026, 3, 1), new(2026, 12, 31)));
        sheet.ParticipatingUnits.ShouldBe([Town.HealthCommission.Id]);
        var source = sheet.Fund.Sources.ShouldHaveSingleItem();
        (source.Kind, source.Amount.ToString(), source.Year).ShouldBe((FundingKind.SpecialFund, "123456.78", 2026));
    }

    [Theory, EveryDatabase]
    public async Task Import_WhenTheSameListComesAgain_ThenNothingChangesAndTheDraftsAreNamed(DatabaseKind kind)
    {
        await using var host = await ApprovalHost.StartAsync(kind);
        string[] rows = [AList.Row(), AList.Row("", "没有编号的项目")];
        var first = await ImportedAsync(host, Town.OfficeClerk, AList.Of(rows));
        var (stored, entries) = (await host.RowsAsync(), await host.EntriesAsync());

        var second = await ImportedAsync(host, Town.OfficeClerk, AList.Of(rows));

        (second.Drafted, second.AlreadyImported).ShouldBe((0, 2));
        second.Lines.Select(line => line.Declaration).ShouldBe(first.Lines.Select(line => line.Declaration));
        (await host.RowsAsync()).ShouldBe(stored);
        (await host.EntriesAsync()).ShouldBe(entries);
    }

    [Theory, EveryDatabase]
    public async Task Import_WhenARowOfTheSameNumberSaysSomethingElse_ThenItIsToldAndNotOverwritten(DatabaseKind kind)
    {
        await using var host = await ApprovalHost.StartAsync(kind);
        var first = await ImportedAsync(host, Town.OfficeClerk, AList.Of(AList.Row()));

        var second = await ImportedAsync(host, Town.OfficeClerk, AList.Of(AList.Row(total: "360", requested: "360")));

        var line = second.Lines.ShouldHaveSingleItem();
        (line.Outcome, line.Declaration).ShouldBe((RowOutcome.Differs, first.Lines[0].Declaration));
        var draft = await host.AskAs(Town.HospitalClerk, new GetDeclaration(line.Declaration!.Value));
        draft.Value.Sheet.TotalInvestment.ToString().ShouldBe("3500000.00");
    }

    [Theory, EveryDatabase]
    public async Task Import_WhenItStoppedHalfway_ThenTheSameListBringsInTheRest(DatabaseKind kind)
    {
        await using var host = await ApprovalHost.StartAsync(kind);
        var rows = Enumerable.Range(1, 6).Select(number => AList.Row($"WJ-{number}")).ToList();
        await ImportedAsync(host, Town.OfficeClerk, AList.Of(rows.Take(2)));

        var report = await ImportedAsync(host, Town.OfficeClerk, AList.Of(rows));

        (report.AlreadyImported, report.Drafted).ShouldBe((2, 4));
        (await DraftsAsync(host)).ShouldBe(6);
    }

    [Theory, EveryDatabase]
    public async Task Import_WhenTheSameListIsSentTwiceAtOnce_ThenEachRowIsDraftedOnce(DatabaseKind kind)
    {
        await using var host = await ApprovalHost.StartAsync(kind);
        var rows = Enumerable.Range(1, 10).Select(number => AList.Row($"WJ-{number}")).ToList();

        var reports = await Task.WhenAll(
            Enumerable.Range(0, 3).Select(_ => Task.Run(() => ImportedAsync(host, Town.OfficeClerk, AList.Of(rows))))
        );

        reports.Sum(report => report.Drafted).ShouldBe(10);
        reports.Sum(report => report.AlreadyImported).ShouldBe(20);
        (await DraftsAsync(host)).ShouldBe(10);
    }

    [Theory, EveryDatabase]
    public async Task Import_WhenItIsADryRun_ThenItTellsAllAndChangesNothing(DatabaseKind kind)
    {
        await using var host = await ApprovalHost.StartAsync(kind);
        var list = AList.Of(AList.Row(), AList.Row("WJ-2", unit: "某软件公司"));

        var report = await ImportedAsync(host, Town.OfficeClerk, list, dryRun: true);

        (report.Acceptable, report.Refused, report.Drafted).ShouldBe((1, 1, 0));
        (await host.RowsAsync()).ShouldBe(0);
        (await host.EntriesAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Import_WhenARowIsWrongInSeveralWays_ThenAllAreToldWithColumnValueAndArticle()
    {
        await using var host = await ApprovalHost.StartAsync(DatabaseKind.Sqlite);
        const string Row = "1,,,城堡建设,升级,市不存在局,市图书馆、某某局,约350,12.3456789,彩票,内容,年内";

        var report = await ImportedAsync(host, Town.OfficeClerk, AList.Of(Row));

        var line = report.Lines.ShouldHaveSingleItem();
        line.Outcome.ShouldBe(RowOutcome.Refused);
        line.Reasons.Select(reason => (reason.Column, reason.Header, reason.Value, reason.Code, reason.Article))
            .ShouldBe(
                [
                    ("C", "项目名称", "", "REQUIRED", 6),
                    ("D", "项目类别", "城堡建设", "PROJECT_KIND_UNKNOWN", 3),
                    ("E", "建设性质", "升级", "NATURE_UNKNOWN", 3),
                    ("F", "牵头单位", "市不存在局", "UNIT_UNKNOWN", 2),
                    ("G", "参建单位", "市图书馆、某某局", "UNIT_UNKNOWN", 7),
                    ("H", "总投资（万元）", "约350", "AMOUNT_UNREADABLE", 6),
                    ("I", "申请资金（万元）", "12.3456789", "AMOUNT_FINER_THAN_FEN", 6),
                    ("J", "资金来源", "彩票", "FUNDING_KIND_UNKNOWN", 2),
                    ("L", "建设期", "年内", "PERIOD_UNREADABLE", 6),
                ],
                ignoreOrder: true
            );
        (await host.RowsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Import_WhenTheUnitIsOutOfScope_ThenTheRowIsRefusedUnderArticle2AsADraftWouldBe()
    {
        await using var host = await ApprovalHost.StartAsync(DatabaseKind.Sqlite);

        var report = await ImportedAsync(host, Town.OfficeClerk, AList.Of(AList.Row(unit: "某软件公司")));

        var reason = report.Lines[0].Reasons.ShouldHaveSingleItem();
        (reason.Column, reason.Code, reason.Article).ShouldBe(("F", "UNIT_OUT_OF_SCOPE", 2));
    }

    [Fact]
    public async Task Import_WhenALeadUnitSendsIt_ThenOnlyItsOwnRowsAreTaken()
    {
        await using var host = await ApprovalHost.StartAsync(DatabaseKind.Sqlite);

        var report = await ImportedAsync(
            host,
            Town.HospitalClerk,
            AList.Of(AList.Row(), AList.Row("WJ-2", unit: "市图书馆"))
        );

        report.Lines.Select(line => line.Outcome).ShouldBe([RowOutcome.Drafted, RowOutcome.Refused]);
        report.Lines[1].Reasons.ShouldHaveSingleItem().Code.ShouldBe("WRONG_AUTHORITY");
    }

    [Fact]
    public async Task ImportDeclaration_WhenSentForAnotherUnit_ThenDeniedAndAudited()
    {
        await using var host = await ApprovalHost.StartAsync(DatabaseKind.Sqlite);
        var sheet = new DeclarationSheet { ProjectName = "甲" };

        var denied = await host.SendAs(
            Town.HospitalClerk,
            new ImportDeclaration(Town.Library.Id, sheet, "K", new('0', 64), new('0', 64), 3)
        );

        denied.ShouldFail(ErrorKind.Forbidden, "WRONG_AUTHORITY");
        (await host.EntriesAsync()).ShouldBe(1);
        (await host.RowsAsync()).ShouldBe(0);
    }

    public static TheoryData<Actor, string> NotImporters =>
        new()
        {
            { Town.Experts[0], "WRONG_AUTHORITY" },
            { Town.Auditor, "WRONG_AUTHORITY" },
            { Town.CountyClerk, "OUT_OF_JURISDICTION" },
        };

    [Theory, MemberData(nameof(NotImporters))]
    public async Task Import_WhenTheActorMayNot_ThenDeniedBeforeTheFileIsRead(Actor actor, string code)
    {
        await using var host = await ApprovalHost.StartAsync(DatabaseKind.Sqlite);
        var list = AList.Of(AList.Row());

        var report = await RunAsync(host, actor, list, dryRun: false);

        report.ShouldFail(ErrorKind.Forbidden, code);
        list.Position.ShouldBe(0);
    }

    [Fact]
    public async Task Import_WhenRowsAreTwiceInTheList_ThenTheSecondIsRefused()
    {
        await using var host = await ApprovalHost.StartAsync(DatabaseKind.Sqlite);

        var report = await ImportedAsync(
            host,
            Town.OfficeClerk,
            AList.Of(AList.Row(), AList.Row(total: "360"), AList.Row("", "甲"), AList.Row("", "甲"))
        );

        report
            .Lines.Select(line => line.Outcome)
            .ShouldBe([RowOutcome.Drafted, RowOutcome.Refused, RowOutcome.Drafted, RowOutcome.Refused]);
        report.Lines[1].Reasons.ShouldHaveSingleItem().Message.ShouldContain("第 3 行");
        report.Lines[3].Reasons.ShouldHaveSingleItem().Column.ShouldBe("C");
    }

    [Theory]
    [InlineData("信息化项目维护", "新建", "350", "350", "NATURE_NOT_APPLICABLE", 3)]
    [InlineData("信息应用系统建设", "新建", "360", "350", "FUNDING_SOURCES_MISMATCH", 2)]
    public async Task Import_WhenASubmissionWouldBeRefused_ThenTheDraftIsMadeAndTheDoubtTold(
        string projectKind,
        string nature,
        string total,
        string requested,
        string code,
        int article
    )
    {
        await using var host = await ApprovalHost.StartAsync(DatabaseKind.Sqlite);
        var row = $"1,A,甲,{projectKind},{nature},市中心医院,无,{total},{requested},专项资金,,";

        var report = await ImportedAsync(host, Town.OfficeClerk, AList.Of(row));

        var line = report.Lines.ShouldHaveSingleItem();
        line.Outcome.ShouldBe(RowOutcome.Drafted);
        var doubt = line.Doubts.ShouldHaveSingleItem();
        (doubt.Code, doubt.Article).ShouldBe((code, article));
    }

    [Theory]
    [InlineData("建设中", nameof(RowOutcome.Refused))]
    [InlineData("试运行", nameof(RowOutcome.Refused))]
    [InlineData("未开工", nameof(RowOutcome.Drafted))]
    [InlineData("拟建", nameof(RowOutcome.Drafted))]
    public async Task Import_WhenAProjectRunsAlready_ThenItIsNoNewDeclaration(string stage, string outcome)
    {
        await using var host = await ApprovalHost.StartAsync(DatabaseKind.Sqlite);

        var report = await ImportedAsync(
            host,
            Town.OfficeClerk,
            AList.Text("项目名称,牵头单位,当前阶段", $"甲,市中心医院,{stage}")
        );

        report.Lines.ShouldHaveSingleItem().Outcome.ToString().ShouldBe(outcome);
    }

    [Fact]
    public async Task CommandLine_WhenAnAccountIsNamed_ThenItActsAndEachLineIsTold()
    {
        await using var host = await ApprovalHost.StartAsync(DatabaseKind.Sqlite);
        var path = Path.Combine(TestFolder.New(), "清单.csv");
        await using (var file = File.Create(path))
        {
            await AList
                .Of(AList.Row(), AList.Row("WJ-2", unit: "市不存在局"))
                .CopyToAsync(file, TestContext.Current.CancellationToken);
        }

        var (refused, told) = await CommandAsync(host, path, "--as", Town.OfficeClerk.Name);
        var (usage, _) = await CommandAsync(host, path);
        var (nobody, _) = await CommandAsync(host, path, "--as", "nobody");

        (refused, usage, nobody).ShouldBe((1, 2, 2));
        told.ShouldContain("第 3 行 已生成草稿");
        told.ShouldContain("第 4 行 不予导入");
        told.ShouldContain("UNIT_UNKNOWN（第二条）");
        (await DraftsAsync(host)).ShouldBe(1);
    }

    [Fact]
    public async Task CommandLine_WhenItIsADryRunOfAGoodList_ThenNothingChangesAndAllIsWell()
    {
        await using var host = await ApprovalHost.StartAsync(DatabaseKind.Sqlite);
        var path = Path.Combine(TestFolder.New(), "清单.csv");
        await File.WriteAllTextAsync(
            path,
            $"{AList.Header}\n{AList.Row()}",
            Encoding.UTF8,
            TestContext.Current.CancellationToken
        );

        var (exit, told) = await CommandAsync(host, path, "--as", Town.OfficeClerk.Name, "--dry-run");

        exit.ShouldBe(0, told);
        (await DraftsAsync(host)).ShouldBe(0);
    }

    private static async Task<(int Exit, string Told)> CommandAsync(ApprovalHost host, params string[] arguments)
    {
        using var output = new StringWriter();
        await using var scope = host.Host.Services.CreateAsyncScope();
        var exit = await ImportProjects.RunAsync(
            scope.ServiceProvider,
            arguments,
            output,
            TestContext.Current.CancellationToken
        );
        return (exit, output.ToString());
    }

    private static async Task<ImportReport> ImportedAsync(
        ApprovalHost host,
        Actor actor,
        Stream list,
        bool dryRun = false
    )
    {
        var report = await RunAsync(host, actor, list, dryRun);
        report.ShouldBeAccepted();
        return report.Value;
    }

    private static async Task<Result<ImportReport>> RunAsync(ApprovalHost host, Actor actor, Stream list, bool dryRun)
    {
        await using var scope = host.Host.ScopeOf(actor);
        return await scope
            .ServiceProvider.GetRequiredService<DeclarationImport>()
            .RunAsync("清单.csv", list, dryRun, TestContext.Current.CancellationToken);
    }

    private static Task<int> DraftsAsync(ApprovalHost host) =>
        host.Host.InDatabaseAsync<ApprovalDb, int>(database =>
            database.Declarations.IgnoreAutoIncludes().CountAsync(TestContext.Current.CancellationToken)
        );
}
