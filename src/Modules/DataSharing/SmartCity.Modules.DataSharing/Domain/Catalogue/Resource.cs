using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.DataSharing.Contracts;
using SmartCity.Modules.DataSharing.Domain.Rules;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.DataSharing.Domain.Catalogue;

/// <summary>
/// A resource in the catalogue, described by the unit that provides it, and the versions of its data (articles 13, 16
/// to 20). What was published stays as it is: agreements and grants rest on it.
/// </summary>
[ObjectName("resource", "政务信息资源", "resource")]
internal sealed class Resource : AggregateRoot<ResourceId>
{
    private readonly List<NamedRecipient> recipients = [];
    private readonly List<DataVersion> dataVersions = [];

    private Resource() { }

    /// <summary>资源编号: unique; its order is the order of making.</summary>
    public string Number { get; private init; } = "";

    public ResourceState State { get; private set; }

    public UnitId Provider { get; private init; }

    public string ProviderName { get; private init; } = "";

    public DateOnly RegisteredOn { get; private init; }

    public DateOnly? PublishedOn { get; private set; }

    public ResourceSheet Sheet { get; private set; } = null!;

    // Beside the sheet for lists and access in SQL; set only together with it.
    public string Title { get; private set; } = "";

    public ShareType ShareType { get; private set; }

    public IReadOnlyList<NamedRecipient> Recipients => recipients;

    public IReadOnlyList<DataVersion> DataVersions => dataVersions;

    public DataVersion? LastDataVersion => dataVersions.MaxBy(version => version.Number);

    public static Resource Register(ResourceId id, ActingUnit provider, ResourceSheet sheet, DateOnly on)
    {
        var resource = new Resource
        {
            Id = id,
            Number = Numbers.Of("ZY", id),
            State = ResourceState.Draft,
            Provider = provider.Unit,
            ProviderName = provider.Name,
            RegisteredOn = on,
        };
        resource.Fill(sheet);
        return resource;
    }

    /// <summary>Replaces the description while it is a draft.</summary>
    public Result Revise(ResourceSheet sheet) =>
        From(ResourceState.Draft)
            .Then(() =>
            {
                Fill(sheet);
                return Result.Success;
            });

    /// <summary>编目中 → 已发布</summary>
    public Result Publish(RulesInForce rules)
    {
        var judged = From(ResourceState.Draft).Then(() => rules.Judge(PublicationQuestions()));
        if (judged.IsFailure)
        {
            return judged;
        }

        (State, PublishedOn) = (ResourceState.Published, rules.Today);
        return Result.Success;
    }

    /// <summary>May data as of this day be received? Asked before the file is read.</summary>
    public Result MayReceive(DateOnly dataAsOf, RulesInForce rules) =>
        From(ResourceState.Published)
            .Then(() =>
                rules.Judge(Article13.UpdateTimestampInvalid.On(new(dataAsOf, LastDataVersion?.DataAsOf, rules.Today)))
            );

    /// <summary>Takes the next version of the data.</summary>
    /// <exception cref="InvalidOperationException">It is not the next number: a bug.</exception>
    public void Receive(DataVersion version, RulesInForce rules)
    {
        if (version.Number != NextDataVersion)
        {
            throw new InvalidOperationException($"Version {version.Number} does not follow.");
        }

        dataVersions.Add(version);
        Entail(DataSharingClocks.DataUpdate.Meet());
        Entail(
            DataSharingClocks.DataUpdate.Until(
                Freshness.Of(Sheet.Cadence, version.UpdatedOn, rules.Today).NextUpdateDue,
                version.UpdatedOn,
                new(Provider.Value, Title),
                rules.Parameters
            )
        );
    }

    public int NextDataVersion => (LastDataVersion?.Number ?? 0) + 1;

    private IEnumerable<IQuestion> PublicationQuestions()
    {
        var identifiers = Sheet.Items.Where(item => item.Identifier is not null).ToList();
        return
        [
            Article13.CadenceNotAllowed.On(new(Sheet.Cadence)),
            Article13.CadenceNoticeMissing.On(new(Sheet.Cadence, Sheet.CadenceNotice)),
            Article16.IdentifierRequired.On(new(Sheet.Subject, [.. identifiers.Select(item => item.Name)])),
            Article16.IdentifierKindMismatch.On(
                new(Sheet.Subject, [.. identifiers.Select(item => item.Identifier!.Value)])
            ),
            Article16.SecrecyReviewMissing.On(new(Sheet.SecrecyReview)),
            Article20.ScopeAndUseRequired.On(new(Sheet.Scope, Sheet.Uses)),
        ];
    }

    private void Fill(ResourceSheet sheet)
    {
        (Sheet, Title, ShareType) = (sheet, sheet.Title, sheet.ShareType);
        recipients.RemoveAll(one => !sheet.Recipients.Contains(one.Unit));
        recipients.AddRange(
            sheet
                .Recipients.Where(unit => recipients.All(one => one.Unit != unit))
                .Select(unit => new NamedRecipient { Unit = unit })
        );
    }

    private Result From(ResourceState state) =>
        State == state
            ? Result.Success
            : Error.IllegalTransition(
                State == ResourceState.Draft
                    ? new("资源尚未发布，请先发布目录。", "The resource is not published yet; publish it first.")
                    : new("资源已经发布，不能再改目录。", "The resource is published; its description stays as it is.")
            );
}
