using SmartCity.BuildingBlocks.Results;

namespace SmartCity.BuildingBlocks.Tables;

/// <summary>Why a file is refused whole, in one line each.</summary>
internal static class TableFault
{
    public static Error Empty() => Error.Invalid("FILE_EMPTY", new("文件是空的。", "The file is empty."));

    public static Error CutOff() =>
        Error.Invalid(
            "FILE_INCOMPLETE",
            new("文件没有传完，请重新上传。", "The file did not arrive whole; send it again.")
        );

    public static Error TooLarge(long limit) =>
        Error.Invalid(
            "FILE_TOO_LARGE",
            new(
                $"文件超过 {limit >> 20} MB 的上限，请分成几份。",
                $"The file is larger than {limit >> 20} MB; split it."
            )
        );

    public static Error TooManyRows(int limit) =>
        Error.Invalid(
            "TOO_MANY_ROWS",
            new($"表格超过 {limit} 行的上限，请分成几份。", $"The table has more than {limit} rows; split it.")
        );

    public static Error TooManyColumns(int limit) =>
        Error.Invalid(
            "TOO_MANY_COLUMNS",
            new($"表格超过 {limit} 列的上限。", $"The table has more than {limit} columns.")
        );

    public static Error WrongType() =>
        Error.Invalid(
            "TABLE_TYPE_NOT_ACCEPTED",
            new(
                "只接收 CSV（UTF-8 或 GB18030）和 XLSX 表格，按内容判断，与扩展名无关。",
                "Accepted are CSV (UTF-8 or GB18030) and XLSX, judged by content and not by name."
            )
        );

    public static Error OldSpreadsheet() =>
        Error.Invalid(
            "OLD_SPREADSHEET",
            new(
                "这是 .xls 或 .et 格式的旧表格，请另存为 .xlsx 或 CSV 后再导入。",
                "This is an old spreadsheet (.xls or .et); save it as .xlsx or CSV first."
            )
        );

    public static Error BinarySpreadsheet() =>
        Error.Invalid(
            "BINARY_SPREADSHEET",
            new(
                "这是二进制的 .xlsb 表格，请另存为 .xlsx 或 CSV 后再导入。",
                "This is a binary spreadsheet (.xlsb); save it as .xlsx or CSV first."
            )
        );

    public static Error Encrypted() =>
        Error.Invalid(
            "FILE_ENCRYPTED",
            new("文件设有打开密码，请取消密码后再导入。", "The file is locked by a password; remove it first.")
        );

    public static Error HasMacros() =>
        Error.Invalid(
            "MACROS_NOT_ACCEPTED",
            new(
                "表格含有宏，不予接收；请另存为不带宏的 .xlsx 后再导入。",
                "The spreadsheet holds macros; save it as .xlsx without them first."
            )
        );

    public static Error Broken() =>
        Error.Invalid(
            "SPREADSHEET_BROKEN",
            new(
                "表格文件已损坏或结构不合规，无法读取；请用表格软件打开后另存为 .xlsx 再导入。",
                "The spreadsheet is damaged or not built as it should be; open it and save it again as .xlsx."
            )
        );

    public static Error Bomb() =>
        Error.Invalid(
            "SPREADSHEET_TOO_LARGE",
            new(
                "表格解压后大得不合常理，不予读取。",
                "Unpacked, the spreadsheet is larger than any real one; it is not read."
            )
        );

    public static Error CellTooLong(int line, int limit) =>
        Error.Invalid(
            "CELL_TOO_LONG",
            new(
                $"第 {line} 行有单元格超过 {limit} 个字符。",
                $"Line {line} has a cell of more than {limit} characters."
            )
        );

    public static Error NotText(int line) =>
        Error.Invalid(
            "ENCODING_UNKNOWN",
            new(
                $"第 {line} 行既不是 UTF-8 也不是 GB18030 编码，或者两种编码混用；请另存为 UTF-8 的 CSV 后再导入。",
                $"Line {line} is neither UTF-8 nor GB18030, or the file mixes both; save it as CSV in UTF-8."
            )
        );

    public static Error Malformed(int line, LocalizedText why) =>
        Error.Invalid(
            "CSV_MALFORMED",
            new($"第 {line} 行不是规范的 CSV：{why.Chinese}", $"Line {line} is no proper CSV: {why.English}")
        );

    public static Error Formula(int line, int column) =>
        Error.Invalid(
            "FORMULA_NOT_ACCEPTED",
            new(
                $"第 {line} 行 {ColumnLetters.Of(column)} 列的内容会被表格软件当作公式或命令执行，整个文件不予接收。",
                $"Line {line}, column {ColumnLetters.Of(column)} would be run as a formula or command; the file is refused."
            )
        );
}
