using PowerIntegration.Domain.ContractBilling.Documents;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.ContractBilling.Reversals;

/// <summary>
/// Reverses a posted application. Posted rows are never edited: an unpaid document is canceled; one that is paid or in a closed period gets a credit
/// to its own lines, in the original period or the next open one. A second person confirms.
/// </summary>
public static class Reversal
{
    /// <summary>Decides.</summary>
    /// <param name="request">The request.</param>
    /// <exception cref="InvariantBrokenException">What was posted is not the difference of the two ledgers.</exception>
    public static ReversalOutcome Of(ReversalRequest request)
    {
        var refusals = new RefusalList();
        refusals.Add(Check(request));
        var actions = request.Documents.Select(document => Action(request, document, refusals)).OfType<ReversalAction>().ToList();
        if (!refusals.IsEmpty)
        {
            return new ReversalOutcome.Stopped(refusals.First()!);
        }

        var credit = Difference(request.Base) - Difference(request.Ledger);
        var paid = request.Documents.Sum(posted => posted.Document.Amount - posted.Document.WithheldByOracle);
        var deducted = request.Documents.Sum(posted =>
            posted.Document.Lines.Where(line => line.Kind == BillingLineKind.Deduction).Sum(line => line.Amount)
        );
        Invariant.Require(credit == deducted - paid - request.BaseVariance, "A reversal equals what the application moved in the ledger.");
        return new ReversalOutcome.Reversed
        {
            Actions = actions,
            Journals = Journals(request),
            NextLedger = Restored(request),
        };
    }

    private static decimal Difference(ContractLedger ledger) => ledger.Lines.Sum(line => line.Posted.EarnedLessRetainage);

    private static IEnumerable<Refusal> Check(ReversalRequest request)
    {
        var name = Sentence.Of($"Commitment {request.ContractNumber}, application {request.ApplicationNumber}");
        if (request.Ledger.LastPostedNumber != request.ApplicationNumber)
        {
            yield return new Refusal(
                DocumentReasons.ReversalOutOfOrder,
                Sentence.Of(
                    $"{name} is not the latest posted application, and later totals to date include it. ",
                    $"Reverse application {request.Ledger.LastPostedNumber} first."
                )
            );
        }

        if (string.IsNullOrEmpty(request.ConfirmedBy) || string.Equals(request.ConfirmedBy, request.RequestedBy, StringComparison.OrdinalIgnoreCase))
        {
            yield return new Refusal(
                DocumentReasons.SecondPersonRequired,
                $"{name}: {request.RequestedBy} requested the reversal ({Sentence.Quoted(request.Reason)}) and cannot also confirm it. "
                    + "Ask a second person to confirm it."
            );
        }

        if (string.IsNullOrEmpty(request.Reason))
        {
            yield return new Refusal(
                DocumentReasons.SecondPersonRequired,
                $"{name}: the reversal has no reason. Enter one, then ask a second person to confirm it."
            );
        }
    }

    private static ReversalAction? Action(ReversalRequest request, PostedDocument posted, RefusalList refusals)
    {
        var date = AccountingDateDecision.Of(posted.AccountingDate, request.Periods, out var noDate);
        refusals.Add(noDate);
        if (date is null)
        {
            return null;
        }

        // Oracle cancels only on the original date; in a closed period, only a credit can post on the next open date.
        return posted.Payment == PaymentStatus.Unpaid && !date.IsRolled
            ? new ReversalAction.Cancel
            {
                Original = posted,
                AccountingDate = date.Date,
                IsRolled = date.IsRolled,
            }
            : new ReversalAction.Credit
            {
                Original = posted,
                AccountingDate = date.Date,
                IsRolled = date.IsRolled,
                Document = Opposite(request, posted),
            };
    }

    private static BillingDocument Opposite(ReversalRequest request, PostedDocument posted)
    {
        var original = posted.Document;
        var taken = -original.Amount;
        return new BillingDocument
        {
            Kind =
                taken > 0m ? BillingDocumentKind.StandardInvoice
                : request.CreditDocument == CreditDocument.CreditMemo ? BillingDocumentKind.CreditMemo
                : BillingDocumentKind.DebitMemo,
            Amount = taken,
            WithheldByOracle = -original.WithheldByOracle,
            Lines =
            [
                .. original.Lines.Select(line =>
                    line with
                    {
                        Amount = -line.Amount,
                        Description = $"Reversal of {posted.InvoiceNumber}: {line.Description}",
                    }
                ),
            ],
        };
    }

    // The opposite of the original entries, document by document, then of what a recoding moved.
    private static IReadOnlyList<JournalEntry> Journals(ReversalRequest request)
    {
        var entries = new List<JournalEntry>();
        foreach (var posted in request.Documents)
        {
            foreach (var line in posted.Document.Lines)
            {
                entries.Add(Entry(line, -line.Amount, posted.InvoiceNumber));
            }

            Liability(entries, posted, AccountRole.RetainagePayable, posted.Document.WithheldByOracle);
            Liability(entries, posted, AccountRole.Payable, posted.Document.Amount - posted.Document.WithheldByOracle);
        }

        JournalBuilder.Reclassify(entries, [.. request.Reclassified.Select(moved => moved.Back)]);
        Invariant.Require(entries.Sum(entry => entry.Amount) == 0m, "Debits and credits are equal.");
        return entries;
    }

    private static void Liability(List<JournalEntry> entries, PostedDocument posted, AccountRole role, decimal amount)
    {
        if (amount != 0m)
        {
            var line = new BillingDocumentLine
            {
                Kind = BillingLineKind.Movement,
                Amount = amount,
                Role = role,
                Description = Sentence.Words(posted.Document.Kind),
            };
            entries.Add(Entry(line, amount, posted.InvoiceNumber));
        }
    }

    private static JournalEntry Entry(BillingDocumentLine line, decimal amount, string invoiceNumber) =>
        new()
        {
            Role = line.Role,
            LineId = line.LineId,
            Coding = line.Coding,
            Account = line.Account,
            Amount = amount,
            Description = $"Reversal of {invoiceNumber}: {line.Description}",
        };

    // The reversed revision stays in the list, so that a repeated delivery changes nothing; a new revision bills from the restored base.
    private static ContractLedger Restored(ReversalRequest request) => request.Base with { PostedRevisions = request.Ledger.PostedRevisions };
}
