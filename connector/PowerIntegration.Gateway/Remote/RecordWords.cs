using System.Text;

namespace PowerIntegration.Gateway.Remote;

/// <summary>Names the records at an address of Procore or Oracle in words. People read the words; the log has the address.</summary>
internal static class RecordWords
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["accountingPeriodStatusLOV"] = "accounting periods",
        ["action"] = "invoices",
        ["bulk_create"] = "WBS codes",
        ["change_histories"] = "the approval history of the subcontractor invoice",
        ["instances"] = "workflows of subcontractor invoices",
        ["detail"] = "the details of the subcontractor invoice",
        ["me"] = "the integration account",
        ["budget_views"] = "views of the budget",
        ["detail_rows"] = "budget lines",
        ["purchase_order_contracts"] = "purchase orders",
        ["patterns"] = "the segments of the project",
        ["presets"] = "configured workflows",
        ["history"] = "the history of the workflow",
        ["requisitions"] = "subcontractor invoices",
        ["responses"] = "the answer to the workflow step",
        ["segment_items"] = "items of the task segment",
        ["tools"] = "tools with workflows",
        ["wbs_codes"] = "WBS codes",
        ["work_order_contracts"] = "subcontracts",
    };

    /// <summary>The words, such as <c>invoice lines</c> for <c>invoices/300/child/invoiceLines?limit=25</c>.</summary>
    public static string Of(string address)
    {
        var words = address
            .Split('?')[0]
            .Split('/')
            .TakeWhile(part => !part.Equals("validateInvoice", StringComparison.Ordinal) && !part.Equals("cancelInvoice", StringComparison.Ordinal))
            .LastOrDefault(IsWord);
        return words is null ? "records"
            : Known.TryGetValue(words, out var known) ? known
            : Spaced(words);
    }

    // An ID has a digit, and so has the version at the start of an address.
    private static bool IsWord(string part) =>
        part.Length > 0 && part is not ("rest" or "child") && !part.Any(char.IsAsciiDigit) && !part.Contains('%');

    private static string Spaced(string name)
    {
        var words = new StringBuilder();
        foreach (var letter in name)
        {
            words.Append(
                letter == '_' ? " "
                : char.IsUpper(letter) && words.Length > 0 ? " " + char.ToLowerInvariant(letter)
                : char.ToLowerInvariant(letter).ToString()
            );
        }

        return words.ToString();
    }
}
