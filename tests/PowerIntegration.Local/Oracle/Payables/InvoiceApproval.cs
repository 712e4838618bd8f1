using PowerIntegration.Local.Oracle.Rest;

namespace PowerIntegration.Local.Oracle.Payables;

/// <summary>Decides the approval workflow of invoices, as people do on the pod. No REST resource does it.</summary>
internal static class InvoiceApproval
{
    /// <summary>Approves an invoice that waits for it, or rejects it.</summary>
    /// <exception cref="InvalidOperationException">There is no such invoice, or nothing asks for its approval.</exception>
    public static void Decide(PayablesBook book, InvoiceIdentity identity, bool isApproved, DateTimeOffset now)
    {
        var invoice = book.Find(identity) ?? throw new InvalidOperationException($"The {identity} doesn't exist.");
        if (invoice.Text("ApprovalStatus") is not AssumedFacts.ApprovalRequired)
        {
            throw new InvalidOperationException(
                $"The {identity} has the approval status {invoice.Text("ApprovalStatus")} and waits for no approval."
            );
        }

        var decided = invoice.Copy();
        decided["ApprovalStatus"] = isApproved ? AssumedFacts.WorkflowApproved : AssumedFacts.Rejected;
        decided["LastUpdateDate"] = Row.Timestamp(now);
        decided.Touch();
        book.Commit(decided, []);
    }
}
