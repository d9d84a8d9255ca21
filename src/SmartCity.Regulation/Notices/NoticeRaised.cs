using SmartCity.BuildingBlocks.Messaging;

namespace SmartCity.Regulation.Notices;

/// <summary>
/// Somebody is to be told of something: a rung of a statutory clock was reached, or an act of one unit waits for another.
/// Whoever owns the clock or the object announces it; it lands in the one inbox, which Security keeps. A notice that is
/// raised again under the same id is the same notice.
/// </summary>
/// <param name="Notice">Its id, chosen by who raises it; one per notice and addressee.</param>
/// <param name="Kind">
/// What it is about, for filters: small letters, digits and hyphens with the module in front, such as <c>acceptance.trial-due</c>;
/// at most <see cref="LongestKind"/> characters.
/// </param>
/// <param name="Unit">The unit whose business it is; its inbox where no account is named.</param>
/// <param name="Account">The one account of that unit that it is for; null for the whole unit.</param>
/// <param name="TitleChinese">One line of at most <see cref="LongestTitle"/> characters.</param>
/// <param name="TitleEnglish">The same in English.</param>
/// <param name="TextChinese">What is to be done, at most <see cref="LongestText"/> characters.</param>
/// <param name="TextEnglish">The same in English.</param>
/// <param name="Article">The article that it serves, 1 to 44.</param>
/// <param name="ObjectType">The object it is about, as audit entries name it: <c>declaration</c>.</param>
/// <param name="ObjectId">The object's id as audit entries name it.</param>
/// <param name="ObjectTitle">What people call the object, such as a project's name; null where nothing needs adding.</param>
/// <param name="Clock">The statutory clock whose rung it is; null for a notice of an act.</param>
/// <param name="DueOn">The last day on which what it asks for is in time; null where nothing falls due.</param>
/// <param name="RaisedOn">The legal date on which it was raised.</param>
[EventName("regulation.notice-raised.v1")]
public sealed record NoticeRaised(
    Guid Notice,
    string Kind,
    Guid Unit,
    Guid? Account,
    string TitleChinese,
    string TitleEnglish,
    string TextChinese,
    string TextEnglish,
    int Article,
    string ObjectType,
    string ObjectId,
    string? ObjectTitle,
    Guid? Clock,
    DateOnly? DueOn,
    DateOnly RaisedOn
) : IIntegrationEvent
{
    public const int LongestKind = 64;
    public const int LongestTitle = 200;
    public const int LongestText = 2000;
}
