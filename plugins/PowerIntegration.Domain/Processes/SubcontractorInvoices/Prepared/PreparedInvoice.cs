using PowerIntegration.Domain.ContractBilling.Documents;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents.Content;
using PowerIntegration.Domain.Law.Tax;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;

/// <summary>
/// The frozen answer of one preparation. Its text is the truth; the rows of <c>pint_documentline</c> repeat it for people. Amounts are in the major
/// unit.
/// </summary>
public sealed record PreparedInvoice : IFrozenContent
{
    /// <summary>Most characters of rule versions and of warnings: the size of the columns.</summary>
    public const int NotesLengthMax = 10000;

    /// <summary>The vendor's own invoice number, else commitment and application number; the first Oracle document carries it.</summary>
    public required string InvoiceNumber { get; init; }

    /// <summary>Vendor.</summary>
    public required string VendorName { get; init; }

    /// <summary>Vendor number.</summary>
    public required string VendorNumber { get; init; }

    /// <summary>Supplier site.</summary>
    public required string VendorSite { get; init; }

    /// <summary>Business unit.</summary>
    public required string BusinessUnit { get; init; }

    /// <summary>Invoice source.</summary>
    public required string InvoiceSource { get; init; }

    /// <summary>Payment terms.</summary>
    public required string PaymentTerms { get; init; }

    /// <summary>ISO currency code.</summary>
    public required string Currency { get; init; }

    /// <summary>Invoice date: Procore's billing date.</summary>
    public required CalendarDate InvoiceDate { get; init; }

    /// <summary>Day on which the invoice posts.</summary>
    public required CalendarDate AccountingDate { get; init; }

    /// <summary>True where the period's own end was closed and the next open period was taken.</summary>
    public required bool AccountingDateRolled { get; init; }

    /// <summary>End of the billing period; also the as-of date of the mapping.</summary>
    public required CalendarDate ExpenditureItemDate { get; init; }

    /// <summary>Gross this period: gross to date less the base.</summary>
    public required decimal GrossMovement { get; init; }

    /// <summary>Retainage this period: held to date less held at the base; positive where more is withheld.</summary>
    public required decimal RetainageMovement { get; init; }

    /// <summary>Payable now: gross movement less retainage movement, with tax and less deductions.</summary>
    public required decimal PayableAmount { get; init; }

    /// <summary>Gross to date over all ledger lines.</summary>
    public required decimal GrossToDate { get; init; }

    /// <summary>Retainage held to date over all ledger lines.</summary>
    public required decimal RetainageToDate { get; init; }

    /// <summary>Original contract sum, G702 line 1.</summary>
    public required decimal OriginalContractSum { get; init; }

    /// <summary>What change orders added and took off to date; null where only their net is known.</summary>
    public ChangeOrderTotals? ChangeOrders { get; init; }

    /// <summary>Number of the last posted application once this is posted.</summary>
    public required int LastPostedNumber { get; init; }

    /// <summary>How stored materials were carried; null where nothing was billed.</summary>
    public StoredMaterials? StoredMaterials { get; init; }

    /// <summary>The retainage threshold that is passed with this document; null where none is.</summary>
    public ThresholdPassed? Threshold { get; init; }

    /// <summary>Tax that waits for the release of retainage once this is posted.</summary>
    public decimal RetentionTax { get; init; }

    /// <summary>Retention held once this is posted, as withholding splits it; null where nothing is withheld by terms.</summary>
    public HeldRetention? HeldRetention { get; init; }

    /// <summary>The hold under which the invoices that pay out wait for the owner's payment; null where none waits.</summary>
    public PaymentHold? PaymentHold { get; init; }

    /// <summary>Posted cost that moves to another coding by a journal, which is not sent; empty where none moves.</summary>
    public IReadOnlyList<ReclassifiedCost> Reclassified { get; init; } = [];

    /// <summary>What Oracle gets, in the order in which it is sent; empty where nothing moves.</summary>
    public required IReadOnlyList<PayablesInvoice> Documents { get; init; }

    /// <summary>Which rules decided, one per line of text.</summary>
    public required string RuleVersions { get; init; }

    /// <summary>What a person should know although it stops nothing, one per line of text; empty where nothing.</summary>
    public required string Warnings { get; init; }

    /// <summary>One line for every ledger line, zero movement included, then the other lines that are sent.</summary>
    public required IReadOnlyList<PreparedLine> Lines { get; init; }

    /// <inheritdoc/>
    public string Format => PreparedInvoiceContent.Format;

    /// <inheritdoc/>
    public decimal Amount => PayableAmount;

    /// <inheritdoc/>
    /// <remarks>Gross or what the invoices add up to whichever their sign, whichever is more: a credit is no discount on what is approved.</remarks>
    public decimal ApprovalAmount => Math.Max(Math.Abs(GrossMovement), Documents.Sum(document => Math.Abs(document.Amount)));

    /// <inheritdoc/>
    public CalendarDate? PostsOn => AccountingDate;

    /// <inheritdoc/>
    public IReadOnlyList<ContentPart> Parts =>
        [
            .. Documents.Select(document => new ContentPart(
                document.Number,
                document.InvoiceNumber,
                document.Amount,
                document.Action == PayablesAction.Create
            )),
        ];

    /// <inheritdoc/>
    public void WriteTo(ContentWriter writer) => PreparedInvoiceContent.Write(this, writer);

    /// <summary>The hold that one Oracle document gets: only what pays out waits. Null where it gets none.</summary>
    /// <param name="document">One of <see cref="Documents"/>.</param>
    public PaymentHold? HoldOf(PayablesInvoice document) => document.Action == PayablesAction.Create && document.Amount > 0m ? PaymentHold : null;

    /// <summary>The lines of one Oracle document, in its order.</summary>
    /// <param name="document">One of <see cref="Documents"/>.</param>
    public IEnumerable<PreparedLine> LinesOf(PayablesInvoice document) =>
        Lines.Where(line => line.IsSent && line.PayablesInvoice == document.Number).OrderBy(line => line.OracleLineNumber);
}
