using System.Text;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.BuildingBlocks.Tables;

/// <summary>Compound files: the form of .xls, .et and .doc, and of everything that was locked by a password.</summary>
internal static class OldOfficeFile
{
    private static readonly byte[] Locked = Encoding.Unicode.GetBytes("EncryptedPackage");
    private static readonly byte[][] Spreadsheet =
    [
        Encoding.Unicode.GetBytes("Workbook"),
        Encoding.Unicode.GetBytes("Book\0"),
    ];

    /// <summary>Tells what advice fits. The names of its streams are looked for in the bytes; the file is not taken apart.</summary>
    public static async Task<Error> JudgeAsync(Stream file, CancellationToken cancellationToken)
    {
        var bytes = new byte[file.Length];
        file.Position = 0;
        await file.ReadExactlyAsync(bytes, cancellationToken);
        if (Holds(bytes, Locked))
        {
            return TableFault.Encrypted();
        }

        return Array.Exists(Spreadsheet, name => Holds(bytes, name))
            ? TableFault.OldSpreadsheet()
            : TableFault.WrongType();
    }

    private static bool Holds(byte[] bytes, byte[] name) => bytes.AsSpan().IndexOf(name) >= 0;
}
