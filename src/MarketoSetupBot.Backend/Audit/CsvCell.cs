namespace MarketoSetupBot.Backend.Audit;

/// <summary>A cell that no spreadsheet takes for a formula. Source: RFC 4180; OWASP, CSV Injection.</summary>
public static class CsvCell
{
    private const string Formula = "=+-@\t\r\n";

    /// <summary>Full-width forms that some spreadsheets read like the ones above.</summary>
    private const string FullWidthFormula = "＝＋－＠";

    public static string Of(string? value)
    {
        if (string.IsNullOrEmpty(value))
            return "";
        var begins = value.TrimStart(' ', '"', '\'') is { Length: > 0 } rest ? rest[0] : value[0];
        var safe = Formula.Contains(begins) || FullWidthFormula.Contains(begins) ? "'" + value : value;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
