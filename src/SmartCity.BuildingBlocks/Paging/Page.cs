namespace SmartCity.BuildingBlocks.Paging;

/// <summary>One page of a list.</summary>
/// <param name="Items">At most as many as asked for.</param>
/// <param name="Next">Send it as <c>after</c> to get the page that follows; null on the last one.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next) : IPage
    where T : class
{
    IReadOnlyList<object> IPage.Lines => Items;
}

/// <summary>A page for whom the kind of its lines is all the same.</summary>
internal interface IPage
{
    IReadOnlyList<object> Lines { get; }

    string? Next { get; }
}
