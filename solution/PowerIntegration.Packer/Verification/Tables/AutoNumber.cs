using System.Text.RegularExpressions;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Tables;

/// <summary>AutoNumberFormat: fixed text, a running number, random letters and dates.</summary>
internal static partial class AutoNumber
{
    /// <summary>Instruction of a finding about a format.</summary>
    public const string Expected =
        "Write text with {SEQNUM:digits}, {RANDSTRING:letters from 1 to 6} or {DATETIMEUTC:format} in it, in a column of type nvarchar.";

    /// <summary>True where the column has a format that the platform can count by.</summary>
    public static bool IsFormat(SourceElement column) => column.Text("Type") == "nvarchar" && Pattern().IsMatch(column.Text("AutoNumberFormat"));

    [GeneratedRegex(@"^(?=.*\{)([^{}]|\{SEQNUM:[1-9]\d?\}|\{RANDSTRING:[1-6]\}|\{DATETIMEUTC:[A-Za-z\-/:. ]+\})+\z")]
    private static partial Regex Pattern();
}
