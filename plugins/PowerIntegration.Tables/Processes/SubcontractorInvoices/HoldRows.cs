using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.ReadBack;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Tables.Processes.SubcontractorInvoices;

/// <summary>What rows say of the payment holds of a document.</summary>
public static class HoldRows
{
    /// <summary>Columns of the Payables setup that <see cref="Read(RowView, RowView)"/> needs.</summary>
    public static IReadOnlyList<string> PayablesColumns { get; } = [PayablesSetupTable.HoldName, PayablesSetupTable.HoldReleaseName];

    /// <summary>Reads what is known beside what was frozen.</summary>
    /// <param name="document">A row with <see cref="DocumentTable.HoldIds"/>.</param>
    /// <param name="payables">The Payables setup of its project, as it is now.</param>
    public static KnownHolds Read(RowView document, RowView payables) =>
        Read(document.Text(DocumentTable.HoldIds), payables.Text(PayablesSetupTable.HoldName), payables.Text(PayablesSetupTable.HoldReleaseName));

    /// <summary>The same, from the values.</summary>
    public static KnownHolds Read(string? ids, string? holdName, string? releaseName) =>
        new()
        {
            Ids = RecordIds.Read(ids),
            HoldName = holdName,
            ReleaseName = releaseName,
        };

    /// <summary>The text of the ids that are known and those that were shown; null where there are none.</summary>
    public static string? Write(KnownHolds known, IEnumerable<string> shown)
    {
        var ids = known.Ids.Union(shown, StringComparer.Ordinal).ToList();
        return ids.Count == 0 ? null : RecordIds.Write(ids);
    }
}
