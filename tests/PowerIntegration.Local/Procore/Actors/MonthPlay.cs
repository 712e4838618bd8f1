using PowerIntegration.Local.Procore.Scripts;

namespace PowerIntegration.Local.Procore.Actors;

/// <summary>Lets a scripted month happen, each thing at its time.</summary>
/// <param name="actors">The people in Procore.</param>
/// <param name="moveTo">Moves the clock; an instant that has passed changes nothing.</param>
public sealed class MonthPlay(ProcoreActors actors, Action<DateTimeOffset> moveTo)
{
    /// <summary>
    /// What comes before the month's invoices: the period opens, change orders are approved, invoices of the month before are corrected.
    /// </summary>
    /// <param name="month">The month.</param>
    /// <returns>A sentence for each change order and correction.</returns>
    public IReadOnlyList<string> Begin(MonthScript month)
    {
        moveTo(month.OpenedAt);
        actors.OpenPeriod(month.PeriodId, month.OpenedAt);
        var said = new List<string>();
        foreach (var order in month.ChangeOrders ?? [])
        {
            moveTo(order.ApprovedAt);
            actors.ApproveChangeOrder(order);
            said.Add($"Change order {order.Number} was approved: {order.Title}.");
        }

        foreach (var correction in month.Corrections ?? [])
        {
            moveTo(correction.ReviewedAt);
            actors.Correct(correction);
            said.Add($"Invoice {correction.InvoiceNumber} was reopened, revised and reviewed again.");
        }

        return said;
    }

    /// <summary>The month's invoices are made, submitted and decided.</summary>
    /// <param name="month">The month; it has begun.</param>
    /// <param name="decided">Takes each invoice after its decision.</param>
    /// <returns>Ids by the supplier's number; of two contracts' invoices with one number, the first.</returns>
    public IReadOnlyDictionary<string, long> Bill(MonthScript month, Action<InvoiceScript> decided)
    {
        var submitted = month.Invoices.Select(invoice => (Invoice: invoice, Id: actors.SubmitInvoice(month, invoice))).ToList();
        foreach (var (invoice, id) in submitted.OrderBy(pair => pair.Invoice.ReviewedAt))
        {
            moveTo(invoice.ReviewedAt);
            actors.SetStatus(id, invoice.Status, invoice.ReviewedBy, invoice.ReviewedAt);
            decided(invoice);
        }

        return submitted.DistinctBy(pair => pair.Invoice.InvoiceNumber).ToDictionary(pair => pair.Invoice.InvoiceNumber, pair => pair.Id);
    }
}
