using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Processes.SubcontractorInvoices.Procore.Wire;

namespace PowerIntegration.Gateway.Processes.SubcontractorInvoices.Procore;

/// <summary>
/// Finds the detail row of a line. The published shape of <c>/detail</c> has <c>id</c>, <c>item_number</c> and <c>item_type</c>, but no page says
/// that
/// <c>id</c> is the item's: it is taken for that where it is equal, else <c>item_number</c> is matched with the line's position. One row serves one
/// line, and two candidates are no match.
/// </summary>
internal sealed class HeldRetainage
{
    private readonly string invoiceId;
    private readonly ILookup<long?, RequisitionDetailWire> byId;
    private readonly ILookup<int?, RequisitionDetailWire> byNumber;
    private readonly HashSet<RequisitionDetailWire> taken = new(ReferenceEqualityComparer.Instance);

    public HeldRetainage(string invoiceId, IReadOnlyList<RequisitionDetailWire> detail)
    {
        this.invoiceId = invoiceId;
        byId = detail.Where(row => row.Id is not null).ToLookup(row => row.Id);
        byNumber = detail.Where(row => row.ItemNumber is not null).ToLookup(row => row.ItemNumber);
    }

    /// <summary>The row of the line, or a refusal that names it.</summary>
    public RequisitionDetailWire Of(RequisitionItemWire item, int lineNumber)
    {
        var candidates = item.Id is not null && byId.Contains(item.Id) ? byId[item.Id].ToList() : [.. byNumber[lineNumber]];
        if (candidates.Count == 1 && taken.Add(candidates[0]))
        {
            return candidates[0];
        }

        throw new IntegrationException(
            ProblemCatalog.LineUnmatched,
            $"Subcontractor invoice {this.invoiceId}, line {lineNumber} (item {item.Id}): "
                + $"the retainage held on it cannot be determined (Procore lists {candidates.Count} entries instead of 1). "
                + "Save the invoice again in Procore."
        );
    }
}
