using System.Text;
using Microsoft.AspNetCore.Http;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.DataSharing.Application.Agreements;
using SmartCity.Modules.DataSharing.Application.Catalogue;
using SmartCity.Modules.DataSharing.Application.Grants;
using SmartCity.Modules.DataSharing.Domain.Agreements;
using SmartCity.Modules.DataSharing.Domain.Catalogue;
using SmartCity.Modules.DataSharing.Domain.Grants;
using SmartCity.Modules.DataSharing.Tests.Given;
using SmartCity.Testing;

namespace SmartCity.Modules.DataSharing.Tests.Module;

/// <summary>Malformed requests: each wrong field is told by its path, and nothing breaks.</summary>
public sealed class InputTests
{
    [Fact]
    public async Task Register_WhenManyFieldsAreWrong_ThenEachIsToldByItsPath()
    {
        await using var module = await DataSharingHost.StartAsync(DatabaseKind.Sqlite);
        var wrong = Sharing.Divisions() with
        {
            Title = "",
            Summary = new string('长', 4001),
            Items =
            [
                Sharing.Item("1 code", ItemType.Text),
                Sharing.Item("name", ItemType.Integer),
                Sharing.Item("name", ItemType.Text),
            ],
            Scope = "全\0市",
            Channels = [],
            Recipients = [Town.Health.Id],
        };

        var result = await module.SendAs(Town.Provider, new RegisterResource(wrong));

        result.ShouldFail(ErrorKind.Invalid, "INVALID_INPUT");
        result
            .Failure!.Fields.Select(field => (field.Field, field.Code))
            .ShouldBe(
                [
                    ("sheet.title", "REQUIRED"),
                    ("sheet.summary", "TOO_LONG"),
                    ("sheet.items", "DUPLICATE"),
                    ("sheet.items[0].name", "NAME_INVALID"),
                    ("sheet.scope", "UNPRINTABLE"),
                    ("sheet.channels", "REQUIRED"),
                    ("sheet.recipients", "RECIPIENTS_ONLY_FOR_SPECIAL"),
                ],
                ignoreOrder: true
            );
    }

    [Fact]
    public async Task Register_WhenARecipientIsNotRegistered_ThenToldByItsPlace()
    {
        await using var module = await DataSharingHost.StartAsync(DatabaseKind.Sqlite);
        var sheet = Sharing.Divisions(ShareType.Special, Town.Health.Id, new(Ids.Next()));

        var result = await module.SendAs(Town.Provider, new RegisterResource(sheet));

        var field = result.Failure!.Fields.ShouldHaveSingleItem();
        (field.Field, field.Code).ShouldBe(("sheet.recipients[1]", "UNIT_UNKNOWN"));
    }

    [Fact]
    public async Task Propose_WhenManyFieldsAreWrong_ThenEachIsToldByItsPath()
    {
        await using var module = await DataSharingHost.StartAsync(DatabaseKind.Sqlite);
        var wrong = new AgreementTerms([], 0, [], " ", Sharing.Today, Sharing.Today.AddDays(-1));

        var result = await module.SendAs(Town.Demander, new ProposeAgreement(wrong));

        result
            .Failure!.Fields.Select(field => (field.Field, field.Code))
            .ShouldBe(
                [
                    ("terms.purposes", "REQUIRED"),
                    ("terms.retentionDays", "OUT_OF_RANGE"),
                    ("terms.channels", "REQUIRED"),
                    ("terms.protectionDuties", "REQUIRED"),
                    ("terms.validUntil", "OUT_OF_RANGE"),
                ],
                ignoreOrder: true
            );
    }

    [Fact]
    public async Task Request_WhenManyFieldsAreWrong_ThenEachIsToldByItsPath()
    {
        await using var module = await DataSharingHost.StartAsync(DatabaseKind.Sqlite);
        var wrong = new GrantTerms(null, "", [""], []);

        var result = await module.SendAs(Town.Demander, new RequestGrant(new(Ids.Next()), null, wrong));

        result
            .Failure!.Fields.Select(field => (field.Field, field.Code))
            .ShouldBe([("terms.duty", "REQUIRED"), ("terms.items[0]", "REQUIRED")], ignoreOrder: true);
    }

    [Theory]
    [InlineData("", "lines[1]", "HEADER_MISMATCH")]
    [InlineData("name,code,level,parent_code\n", "lines[1]", "HEADER_MISMATCH")]
    [InlineData("code,name,level,parent_code\n", "lines[2]", "NO_ROWS")]
    [InlineData("code,name,level,parent_code\n1,\"未闭合,1,\n", "lines[2]", "CSV_MALFORMED")]
    [InlineData("code,name,level,parent_code\n1,半\"截,1,\n", "lines[2]", "CSV_MALFORMED")]
    [InlineData("code,name,level,parent_code\n1,\"多\"余,1,\n", "lines[2]", "CSV_MALFORMED")]
    [InlineData("code,name,level,parent_code\n1,名,1,\n\n", "lines[3]", "COLUMN_COUNT")]
    [InlineData("code,name,level,parent_code\n1,\"两\n行\",1,\n2,名,x,\n", "lines[4].level", "NOT_AN_INTEGER")]
    [InlineData("code,name,level,parent_code\n1,名\u000b,1,\n", "lines[2].name", "UNPRINTABLE")]
    public async Task Upload_WhenTheFileIsMalformed_ThenToldWhere(string csv, string field, string code)
    {
        await using var module = await DataSharingHost.StartAsync(DatabaseKind.Sqlite);
        var published = await module.PublishedAsync();
        // A file of nothing at all is refused by the file store.
        var content = csv.Length == 0 ? "\uFEFF" : csv;

        var result = await module.SendAs(Town.Provider, DataSharingHost.Uploading(published, content));

        var told = result.Failure!.Fields.ShouldHaveSingleItem();
        (told.Field, told.Code).ShouldBe((field, code));
    }

    [Fact]
    public async Task Register_WhenANameEndsInALineBreak_ThenNameInvalid()
    {
        await using var module = await DataSharingHost.StartAsync(DatabaseKind.Sqlite);
        var wrong = Sharing.Divisions() with
        {
            Items = [Sharing.Item("code\n", ItemType.Text, IdentifierKind.UnifiedCode) with { Title = "代码" }],
        };

        var result = await module.SendAs(Town.Provider, new RegisterResource(wrong));

        var told = result.Failure!.Fields.ShouldHaveSingleItem();
        (told.Field, told.Code).ShouldBe(("sheet.items[0].name", "NAME_INVALID"));
    }

    [Fact]
    public async Task Upload_WhenACellIsEndlessQuotes_ThenIsNotReadToItsEnd()
    {
        await using var module = await DataSharingHost.StartAsync(DatabaseKind.Sqlite);
        var published = await module.PublishedAsync();
        var csv = $"code,name,level,parent_code\n1,\"{new string('"', 8002)}\",1,\n";

        var result = await module.SendAs(Town.Provider, DataSharingHost.Uploading(published, csv));

        var told = result.Failure!.Fields.ShouldHaveSingleItem();
        (told.Field, told.Code).ShouldBe(("lines[2]", "CSV_MALFORMED"));
    }

    [Fact]
    public async Task Upload_WhenTheLineHasAHundredThousandColumns_ThenToldWhere()
    {
        await using var module = await DataSharingHost.StartAsync(DatabaseKind.Sqlite);
        var published = await module.PublishedAsync();
        var csv = $"code,name,level,parent_code\n{new string(',', 100_000)}\n";

        var result = await module.SendAs(Town.Provider, DataSharingHost.Uploading(published, csv));

        var told = result.Failure!.Fields.ShouldHaveSingleItem();
        (told.Field, told.Code).ShouldBe(("lines[2]", "CSV_MALFORMED"));
    }

    [Fact]
    public async Task Upload_WhenEveryCellOfAWideRowIsWrong_ThenNoMoreThanAScreenfulIsTold()
    {
        await using var module = await DataSharingHost.StartAsync(DatabaseKind.Sqlite);
        string[] names = [.. Enumerable.Range(1, 50).Select(number => $"number{number}")];
        var sheet = Sharing.Divisions() with
        {
            Items =
            [
                Sharing.Item("code", ItemType.Text, IdentifierKind.UnifiedCode),
                .. names.Select(name => Sharing.Item(name, ItemType.Integer)),
            ],
        };
        var published = await module.PublishedAsync(sheet);
        var csv = $"code,{string.Join(',', names)}\n1,{string.Join(',', names)}\n";

        var result = await module.SendAs(Town.Provider, DataSharingHost.Uploading(published, csv));

        result.Failure!.Fields.Count.ShouldBe(20);
    }

    [Theory]
    [InlineData("code,name,level,parent_code\r\n1,名,1,\r\n")]
    [InlineData("code,name,level,parent_code\r\n1,名,1,")]
    [InlineData("")]
    public async Task Upload_WhenTheFormIsCutOff_ThenNothingIsStored(string arrived)
    {
        await using var module = await DataSharingHost.StartAsync(DatabaseKind.Sqlite);
        var published = await module.PublishedAsync();
        var rows = await module.RowsAsync();
        var form = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n" + arrived;
        var request = new DefaultHttpContext().Request;
        request.ContentType = "multipart/form-data; boundary=b";
        request.Body = new MemoryStream(Encoding.UTF8.GetBytes(form));
        var (name, content) = (await FilePart.ReadAsync(request, TestContext.Current.CancellationToken)).Value;

        var result = await module.SendAs(
            Town.Provider,
            new UploadData(new(published.Id), Sharing.Today, name, content, published.Version)
        );

        result.ShouldFail(ErrorKind.Invalid, "FILE_INCOMPLETE");
        (await module.RowsAsync()).ShouldBe(rows);
    }

    [Theory]
    [InlineData("Decimal", "1.50", true)]
    [InlineData("Decimal", "-0.5", true)]
    [InlineData("Decimal", "1,5", false)]
    [InlineData("Decimal", "1e5", false)]
    [InlineData("Date", "2026-02-28", true)]
    [InlineData("Date", "2026-02-29", false)]
    [InlineData("Date", "2026/02/28", false)]
    [InlineData("Integer", "1.0", false)]
    [InlineData("Integer", "-12", true)]
    public async Task Upload_WhenACellIsOfATypeOrNot_ThenIsTakenOrNot(string type, string cell, bool taken)
    {
        await using var module = await DataSharingHost.StartAsync(DatabaseKind.Sqlite);
        var published = await module.PublishedAsync(
            Sharing.Divisions() with
            {
                Items =
                [
                    Sharing.Item("code", ItemType.Text, IdentifierKind.UnifiedCode),
                    Sharing.Item("value", Enum.Parse<ItemType>(type)),
                ],
            }
        );

        var result = await module.SendAs(
            Town.Provider,
            DataSharingHost.Uploading(published, $"\uFEFFcode,value\r\n1,\"{cell}\"\r\n2,\r\n")
        );

        (cell, !result.IsFailure).ShouldBe((cell, taken));
    }
}
