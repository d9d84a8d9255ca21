using System.Text;

namespace SmartCity.Modules.Approval.Application.Importing;

/// <summary>An empty list with every column that is read, for those who have none of their own.</summary>
internal static class ListTemplate
{
    private static readonly ListField[] Columns =
    [
        .. Enum.GetValues<ListField>()
            .Where(field => field is not (ListField.DocumentNumber or ListField.Period or ListField.Stage)),
    ];

    /// <summary>As CSV in UTF-8 with the mark by which spreadsheets know it.</summary>
    public static byte[] Csv() =>
        [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Join(',', Columns.Select(Heading)) + "\r\n")];

    private static string Heading(ListField field) => field.Name().Chinese + (field.IsAmount() ? "（万元）" : "");
}
