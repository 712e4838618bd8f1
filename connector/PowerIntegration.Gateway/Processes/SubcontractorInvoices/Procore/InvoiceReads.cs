using PowerIntegration.Gateway.Processes.SubcontractorInvoices.Procore.Wire;

namespace PowerIntegration.Gateway.Processes.SubcontractorInvoices.Procore;

/// <summary>The reads that together are one subcontractor invoice.</summary>
/// <param name="RequisitionId">The id that was asked for.</param>
/// <param name="Invoice">Certificate and lines.</param>
/// <param name="Detail">Retainage held to date, per line.</param>
/// <param name="History">Changes, oldest or newest first.</param>
internal sealed record InvoiceReads(
    string RequisitionId,
    RequisitionWire Invoice,
    IReadOnlyList<RequisitionDetailWire> Detail,
    IReadOnlyList<ChangeHistoryWire> History
)
{
    /// <summary>Whether the history says by an id who gave the invoice a status.</summary>
    public bool NamesWhoDecided => History.Any(change => InvoiceMerge.IsStatus(change) && change.ActionById is not null);

    /// <summary>Ids of the WBS codes that the lines use.</summary>
    public IReadOnlyCollection<string> CodeIds =>
        [
            .. (Invoice.Items ?? [])
                .Select(item => item.WbsCode?.Id?.ToString(CultureInfo.InvariantCulture))
                .OfType<string>()
                .Distinct(StringComparer.Ordinal),
        ];
}
