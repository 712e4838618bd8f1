using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.ReadBack;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Recording;

/// <summary>Whose an invoice is that Oracle has under one of our numbers.</summary>
public static class FoundInvoices
{
    /// <summary>True where the invoice was made from the part: it carries its mark, or the document is known to have made it.</summary>
    /// <param name="documentKey">Key of the document.</param>
    /// <param name="part">The part.</param>
    /// <param name="recordIds">Ids of the invoices that the document is known to have made; for a cancellation those of the original.</param>
    /// <param name="invoiceId">Oracle's id.</param>
    /// <param name="description">The invoice's description.</param>
    public static bool IsOurs(
        string documentKey,
        PayablesInvoice part,
        IReadOnlyCollection<string> recordIds,
        string? invoiceId,
        string? description
    ) =>
        (invoiceId is not null && recordIds.Contains(invoiceId))
        || (part.Action == PayablesAction.Create && RecordMark.IsIn(description, RecordMark.Of(documentKey, part.Number)));

    /// <summary>The invoices that are ours.</summary>
    internal static IReadOnlyList<ReadBackInvoice> Ours(OutcomeFacts facts, PreparedInvoice prepared, IEnumerable<ReadBackInvoice> oracle) =>
        [
            .. oracle.Where(invoice =>
                prepared.Documents.FirstOrDefault(part => part.InvoiceNumber == invoice.InvoiceNumber) is { } part
                && OfOthers(facts, prepared, part, invoice) is null
            ),
        ];

    /// <summary>The invoices that were made from the document, without those that it acts on.</summary>
    internal static IReadOnlyList<ReadBackInvoice> Made(OutcomeFacts facts, PreparedInvoice prepared) =>
        [
            .. Ours(facts, prepared, facts.ReadBack ?? [])
                .Where(invoice =>
                    prepared.Documents.Any(part => part.InvoiceNumber == invoice.InvoiceNumber && part.Action == PayablesAction.Create)
                ),
        ];

    /// <summary>The invoices to which something of the document was done: made from it, or canceled by it.</summary>
    internal static IReadOnlyList<ReadBackInvoice> Done(OutcomeFacts facts, PreparedInvoice prepared) =>
        [
            .. Ours(facts, prepared, facts.ReadBack ?? [])
                .Where(invoice =>
                    invoice.IsCancelled
                    || prepared.Documents.Any(part => part.InvoiceNumber == invoice.InvoiceNumber && part.Action == PayablesAction.Create)
                ),
        ];

    /// <summary>
    /// What Oracle says of the payment of the invoices that were to be canceled, as <see cref="PaidStatus"/> reads it; null where none was read.
    /// One that is canceled already counts as unpaid: to cancel it again is harmless.
    /// </summary>
    internal static string? PaidStatusOfReversed(OutcomeFacts facts, PreparedInvoice prepared)
    {
        var ours = Ours(facts, prepared, facts.ReadBack ?? []);
        var read = prepared
            .Documents.Where(part => part.Action == PayablesAction.Cancel)
            .Select(part => Find(ours, part))
            .OfType<ReadBackInvoice>()
            .ToList();
        if (read.Count == 0)
        {
            return null;
        }

        // What was not looked at is taken to be as the one that could not be canceled.
        var other = read.FirstOrDefault(invoice => !invoice.IsCancelled)?.PaidStatus ?? PaidStatus.Unpaid;
        return PaidStatus.Write(prepared.Documents.Select(part => StatusOf(part, Find(ours, part), other)));
    }

    private static string StatusOf(PayablesInvoice part, ReadBackInvoice? found, string other) =>
        part.Action != PayablesAction.Cancel ? PaidStatus.Paid
        : found is null ? other
        : found.IsCancelled ? PaidStatus.Unpaid
        : found.PaidStatus;

    private static ReadBackInvoice? Find(IReadOnlyList<ReadBackInvoice> ours, PayablesInvoice part) =>
        ours.FirstOrDefault(invoice => invoice.InvoiceNumber == part.InvoiceNumber);

    /// <summary>The numbers of parts under which Oracle has an invoice that is not ours.</summary>
    internal static IEnumerable<string> TakenNumbers(OutcomeFacts facts, PreparedInvoice prepared, IReadOnlyCollection<ReadBackInvoice> oracle) =>
        prepared
            .Documents.Where(part =>
                part.Action == PayablesAction.Create
                && oracle.FirstOrDefault(invoice => invoice.InvoiceNumber == part.InvoiceNumber) is { } found
                && OfOthers(facts, prepared, part, found) is not null
            )
            .Select(part => part.InvoiceNumber);

    /// <summary>Says whose the first invoice is that is not ours; null where all are.</summary>
    internal static Refusal? FirstOfOthers(OutcomeFacts facts, PreparedInvoice prepared, IReadOnlyCollection<ReadBackInvoice> oracle) =>
        prepared
            .Documents.Select(part =>
                oracle.FirstOrDefault(invoice => invoice.InvoiceNumber == part.InvoiceNumber) is { } found
                    ? OfOthers(facts, prepared, part, found)
                    : null
            )
            .FirstOrDefault(refusal => refusal is not null);

    /// <summary>
    /// True where one of the invoices that do not count as ours may be ours all the same: something was sent before, and no other document owns it. A
    /// person may have changed its description before its id was recorded.
    /// </summary>
    internal static bool MayBeOurs(OutcomeFacts facts, PreparedInvoice prepared, IReadOnlyCollection<ReadBackInvoice> oracle) =>
        facts.WasSent
        && prepared.Documents.Any(part =>
            part.Action == PayablesAction.Create
            && oracle.FirstOrDefault(invoice => invoice.InvoiceNumber == part.InvoiceNumber) is { } found
            && OfOthers(facts, prepared, part, found) is not null
            && OwnerOf(facts, part, found) is null
        );

    // A reversal names the invoice that it cancels, which stays the invoice of the document that made it.
    private static NumberOwner? LinkedTo(OutcomeFacts facts, ReadBackInvoice found) =>
        facts.NumberOwners.FirstOrDefault(owner => owner.RecordIds.Contains(found.InvoiceId) && owner.ReversedId is null);

    private static NumberOwner? OwnerOf(OutcomeFacts facts, PayablesInvoice part, ReadBackInvoice found) =>
        LinkedTo(facts, found)
        ?? facts.NumberOwners.FirstOrDefault(other => other.KeepsNumbers && other.Numbers.Any(used => NumberKeys.IsEqual(used, part.InvoiceNumber)));

    private static Refusal? OfOthers(OutcomeFacts facts, PreparedInvoice prepared, PayablesInvoice part, ReadBackInvoice found)
    {
        var isCancelled = part.Action == PayablesAction.Cancel;
        var recordIds = isCancelled ? facts.ReversedRecordIds : facts.RecordIds;
        var isOurs = IsOurs(facts.DocumentKey, part, recordIds, found.InvoiceId, found.Description);
        if (isCancelled)
        {
            return isOurs
                ? null
                : new Refusal(
                    DocumentReasons.OracleDiffers,
                    $"Invoice {found.InvoiceNumber} in Oracle (ID {found.InvoiceId}) is not the invoice that was posted. "
                        + "Ask accounts payable to find out what happened to the posted invoice."
                );
        }

        if (isOurs && LinkedTo(facts, found) is null)
        {
            return null;
        }

        return OwnerOf(facts, part, found) is { } owner ? InvoiceNumbering.TakenBy(part.InvoiceNumber, owner, facts.Document.Type)
            : facts.WasSent
                ? new Refusal(
                    DocumentReasons.NumberTaken,
                    $"Oracle has invoice '{part.InvoiceNumber}' of {prepared.VendorName} (ID {found.InvoiceId}, "
                        + $"{Sentence.Amount(found.InvoiceAmount)} {found.Currency}) without the mark of PowerIntegration. This document was "
                        + "sent before, so it may be the same invoice. Do not renumber it in Procore. "
                        + "Ask accounts payable: if it is the same invoice, add "
                        + $"{RecordMark.Of(facts.DocumentKey, part.Number)} to the end of its description in Oracle; "
                        + "if not, change its number in Oracle."
                )
            : new Refusal(
                DocumentReasons.NumberTaken,
                $"Oracle already has invoice '{part.InvoiceNumber}' of {prepared.VendorName} (ID {found.InvoiceId}, "
                    + $"{Sentence.Amount(found.InvoiceAmount)} {found.Currency}), which was entered in Oracle. "
                    + $"Ask accounts payable whether it is the same invoice. {InvoiceNumbering.NextStep(facts.Document.Type)}"
            );
    }
}
