using CsCheck;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Modules.Assets.Application.Keeping;
using SmartCity.Modules.Assets.Application.Registering;
using SmartCity.Modules.Assets.Domain.Cards;
using SmartCity.Modules.Assets.Tests.Given;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;
using SmartCity.Testing;

namespace SmartCity.Modules.Assets.Tests.Module;

/// <summary>The ledger: custody, hand-over, lists and totals.</summary>
public sealed class CardTests
{
    [Theory, EveryDatabase]
    public async Task HandOver_WhenTheReceiverAccepts_ThenCustodianAndPlaceChangeInOneAct(DatabaseKind kind)
    {
        await using var module = await AssetsHost.StartAsync(kind);
        var (_, servers, _) = await module.CompleteAsync(AProject.Of());
        var given = CardStep.Of(await module.AcceptedAs(Town.HospitalHead, AssetsHost.ToTheClerk(servers)));

        await module.AcceptedAs(Town.HospitalClerk, new AcceptHandOver(given.Id, given.Version));

        var told = (await module.AskAs(Town.Auditor, new GetCard(servers.Id))).Value;
        (told.CustodianName, told.Location).ShouldBe((Town.HospitalClerk.Name, "二号机房"));
        var movement = told.HandOvers.ShouldHaveSingleItem();
        (movement.State, movement.FromName, movement.FromLocation, movement.AcceptedOn).ShouldBe(
            (HandOverState.Accepted, Town.HospitalKeeper.Name, "一号机房", AssetsHost.Today)
        );
    }

    [Theory, EveryDatabase]
    public async Task HandOver_WhenItLacksOneSide_ThenRefusedAndNothingMoves(DatabaseKind kind)
    {
        await using var module = await AssetsHost.StartAsync(kind);
        var (_, servers, _) = await module.CompleteAsync(AProject.Of());
        var proposal = AssetsHost.ToTheClerk(servers);

        var notGiven = await module.SendAs(Town.HospitalClerk, new AcceptHandOver(servers.Id, servers.Version));
        var notTheirs = await module.SendAs(
            Town.HospitalHead,
            proposal with
            {
                From = Town.AccountOf(Town.HospitalHead),
            }
        );
        var toNobody = await module.SendAs(Town.HospitalHead, proposal with { To = null });
        var given = CardStep.Of(await module.AcceptedAs(Town.HospitalHead, proposal));
        var notTheReceiver = await module.SendAs(Town.HospitalHead, new AcceptHandOver(given.Id, given.Version));

        notGiven.ShouldBeRefused("HANDOVER_REQUIRED");
        notTheirs.ShouldBeRefused("HANDOVER_REQUIRED");
        toNobody.ShouldBeRefused("CUSTODIAN_REQUIRED");
        notTheReceiver.ShouldBeRefused("HANDOVER_REQUIRED");
        (await module.AskAs(Town.Auditor, new GetCard(servers.Id))).Value.Location.ShouldBe("一号机房");
    }

    [Theory, EveryDatabase]
    public async Task PersonLeft_WhenHeKeepsAssets_ThenEachIsHandedOverToAnother(DatabaseKind kind)
    {
        await using var module = await AssetsHost.StartAsync(kind);
        var (_, servers, licence) = await module.CompleteAsync(AProject.Of());
        await module.AcceptedAs(Town.HospitalHead, AssetsHost.ToTheClerk(servers));

        await module.HearAsync(
            new PersonLeft(
                Town.AccountOf(Town.HospitalKeeper),
                Town.Hospital.Id,
                Town.HospitalKeeper.Name,
                AssetsHost.Today
            )
        );

        (await module.NoticesAsync())
            .Select(one => (one.Kind, one.Unit, one.Account, new AssetCardId(Guid.Parse(one.ObjectId))))
            .ShouldBe(
                [
                    ("assets.custody-vacant", Town.Hospital.Id.Value, null, servers.Id),
                    ("assets.custody-vacant", Town.Hospital.Id.Value, null, licence.Id),
                ],
                ignoreOrder: true
            );
        var told = (await module.AskAs(Town.HospitalClerk, new GetCard(servers.Id))).Value;
        told.HandOvers.ShouldHaveSingleItem().State.ShouldBe(HandOverState.Lapsed);
        var stale = await module.SendAs(Town.HospitalClerk, new AcceptHandOver(servers.Id, told.Version));
        stale.ShouldBeRefused("HANDOVER_REQUIRED");
        var given = CardStep.Of(
            await module.AcceptedAs(Town.HospitalHead, AssetsHost.ToTheClerk(new(servers.Id, told.Version)))
        );
        await module.AcceptedAs(Town.HospitalClerk, new AcceptHandOver(given.Id, given.Version));
        var kept = (await module.AskAs(Town.HospitalClerk, new GetCard(servers.Id))).Value;
        (kept.CustodianName, kept.CustodianServes).ShouldBe((Town.HospitalClerk.Name, true));
    }

    [Theory, EveryDatabase]
    public async Task PersonLeft_WhenHeKeepsNothing_ThenNotConcerned(DatabaseKind kind)
    {
        await using var module = await AssetsHost.StartAsync(kind);
        await module.CompleteAsync(AProject.Of());
        var entries = await module.EntriesAsync();

        await module.HearAsync(
            new PersonLeft(Town.AccountOf(Town.LibraryClerk), Town.Library.Id, Town.LibraryClerk.Name, AssetsHost.Today)
        );

        (await module.EntriesAsync()).ShouldBe(entries);
        (await module.NoticesAsync()).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task List_WhenFiltered_ThenOnlyWhatMeetsTheFilterIsTold(DatabaseKind kind)
    {
        await using var module = await AssetsHost.StartAsync(kind);
        var fiscal = AProject.Of();
        await module.CompleteAsync(fiscal);
        await module.CompleteAsync(AProject.Of(FinancingMode.EnterpriseBuilt));
        (ListCards Filter, int Found)[] table =
        [
            (new(), 4),
            (new(Declaration: new(fiscal.Declaration)), 2),
            (new(Unit: Town.Hospital.Id), 4),
            (new(Unit: Town.Library.Id), 0),
            (new(Ownership: Ownership.State), 2),
            (new(Ownership: Ownership.Enterprise), 2),
            (new(Ownership: Ownership.Government), 0),
            (new(Register: AssetRegister.StateLedger), 2),
            (new(Register: AssetRegister.LeasedRegister), 2),
            (new(Custodian: Town.AccountOf(Town.HospitalKeeper)), 4),
            (new(Custodian: Town.AccountOf(Town.HospitalClerk)), 0),
            (new(State: CardState.StruckOff), 0),
            (new(Text: "服务器"), 2),
            (new(Text: "%"), 0),
        ];

        foreach (var (filter, found) in table)
        {
            var page = await module.AskAs(Town.OfficeClerk, filter);
            (filter, page.Value.Items.Count).ShouldBe((filter, found));
        }
    }

    [Theory, EveryDatabase]
    public async Task List_WhenReadPageByPage_ThenEachIsToldOnce(DatabaseKind kind)
    {
        await using var module = await AssetsHost.StartAsync(kind);
        await module.CompleteAsync(AProject.Of());
        await module.CompleteAsync(AProject.Of());
        var told = new List<AssetCardId>();
        string? after = null;
        do
        {
            var page = (await module.AskAs(Town.HospitalClerk, new ListCards(After: after, Limit: 3))).Value;
            told.AddRange(page.Items.Select(line => line.Id));
            after = page.Next;
        } while (after is not null);

        told.Distinct().Count().ShouldBe(4);
        told.Count.ShouldBe(4);
    }

    /// <summary>A40-5: whatever cards are made and struck off, each unit's total is the sum of its cards on the ledger.</summary>
    [Theory, EveryDatabase]
    public async Task Totals_WhenAnyCardsAreMadeAndStruckOff_ThenEqualTheSumOfTheCards(DatabaseKind kind)
    {
        await using var module = await AssetsHost.StartAsync(kind);
        var sizes = Gen.Long[1, 10_000_000].Array[1, 4];
        var cards = Gen.Select(sizes, Gen.Bool, Gen.Int[0, 4]);

        await cards.SampleAsync(
            async sample =>
            {
                var (fens, leased, strike) = sample;
                await RegisterAsync(module, fens, leased, strike);
                await TotalsEqualCardsAsync(module);
            },
            iter: 8,
            threads: 1
        );
    }

    private static async Task RegisterAsync(AssetsHost module, long[] fens, bool leased, int strike)
    {
        var project = AProject.Of(leased ? FinancingMode.EnterpriseBuilt : FinancingMode.Fiscal);
        var lines = fens.Select(
            (fen, index) => new ContractLineProfile(index + 1, "设备", ContractLineClass.FixedAsset, 1, "台", fen)
        );
        project = project with { Contract = project.Contract with { Lines = [.. lines] } };
        var registration = await module.OpenAsync(project);
        for (var index = 0; index < fens.Length; index++)
        {
            var card = AssetsHost.Servers(registration, project) with
            {
                LineNumber = index + 1,
                Value = Money.FromFen(fens[index]),
            };
            var made = CardStep.Of(await module.AcceptedAs(Town.HospitalClerk, card, $"{registration.Value:N}{index}"));
            if (index == strike)
            {
                await module.AcceptedAs(Town.HospitalClerk, new StrikeOffCard(made.Id, "重复", made.Version));
            }
        }
    }

    private static async Task TotalsEqualCardsAsync(AssetsHost module)
    {
        var totals = (await module.AskAs(Town.FinanceClerk, new GetLedgerTotals())).Value;
        var cards = (await module.AskAs(Town.FinanceClerk, new ListCards(State: CardState.OnLedger, Limit: 200)))
            .Value
            .Items;
        totals
            .Units.Select(unit => (unit.Unit, unit.Register, unit.Cards, unit.Value))
            .ShouldBe(
                cards
                    .GroupBy(card => (card.LeadUnit, card.Register))
                    .Select(group =>
                        (group.Key.LeadUnit, group.Key.Register, group.Count(), group.Select(card => card.Value).Sum())
                    ),
                ignoreOrder: true
            );
        (totals.Cards, totals.Value).ShouldBe((cards.Count, cards.Select(card => card.Value).Sum()));
    }
}
