namespace SmartCity.Modules.Security.Application.Notices;

/// <summary>Where the API tells an object of whatever module.</summary>
internal interface IObjectAddresses
{
    /// <returns>The path of the object, such as <c>/api/v1/approval/declarations/…</c>; null where none tells it.</returns>
    string? Of(string type, string identity);
}
