using Microsoft.Xrm.Sdk;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Gateway.Processes.SubcontractorInvoices.Intake;

/// <summary>A commitment with its documents.</summary>
/// <param name="Id">Its row.</param>
/// <param name="ProcoreId">Procore's id.</param>
/// <param name="Number">Its number, for people.</param>
/// <param name="VendorName">Its vendor.</param>
/// <param name="LastPostedNumber">The highest application that was posted; 0 where none was.</param>
/// <param name="HasOpeningBalances">Whether it was running before its documents came here.</param>
/// <param name="Documents">
/// Its documents of every type and revision, with their preparations under <see cref="CommitmentDocuments.Preparation"/>.
/// </param>
internal sealed record CommitmentView(
    Guid Id,
    string ProcoreId,
    string? Number,
    string? VendorName,
    int LastPostedNumber,
    bool HasOpeningBalances,
    IReadOnlyList<Entity> Documents
)
{
    /// <summary>Its applications, oldest revision first.</summary>
    private IEnumerable<Entity> Applications =>
        Documents
            .Where(row => new RowView(row).Choice(DocumentTable.DocumentType) == DocumentTypeChoice.SubcontractorInvoice)
            .OrderBy(row => new RowView(row).WholeNumber(DocumentTable.Revision));

    /// <summary>The newest revision of an invoice, or null.</summary>
    public Entity? NewestOf(string invoiceId) => Applications.LastOrDefault(row => new RowView(row).Text(DocumentTable.ProcoreId) == invoiceId);

    /// <summary>
    /// Numbers of applications below one that must be here and are not. What was billed before the opening balances is inside them, and how far they
    /// reach is known by the first document after them.
    /// </summary>
    public IReadOnlySet<int> MissingBefore(int number)
    {
        var known = Applications
            .Select(row => new RowView(row).WholeNumber(DocumentTable.ApplicationNumber) ?? 0)
            .Where(other => other < number)
            .ToHashSet();
        var first = HasOpeningBalances ? known.Append(number).Min() : 1;
        var start = Math.Max(first, LastPostedNumber + 1);
        return start >= number ? new HashSet<int>() : Enumerable.Range(start, number - start).Where(other => !known.Contains(other)).ToHashSet();
    }
}
