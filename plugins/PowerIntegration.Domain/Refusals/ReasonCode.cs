namespace PowerIntegration.Domain.Refusals;

/// <summary>
/// Why a document was stopped. The order is the precedence: where several reasons apply, the one that stands first is given.
/// It follows the questions a person would ask: does it exist, may it go at all, is it its turn, is it complete, does it add up,
/// do we build such a document, is it coded, can it post, and at last what Oracle made of it.
/// </summary>
public enum ReasonCode
{
    /// <summary><c>document-not-found</c>. No document has the given id.</summary>
    DocumentNotFound,

    /// <summary><c>input-unusable</c>. What the caller passed cannot be read, or does not go together.</summary>
    InputUnusable,

    /// <summary><c>document-state</c>. The document's state does not allow the request.</summary>
    DocumentState,

    /// <summary><c>configuration-not-active</c>. The project, contract or payables set-up is not active.</summary>
    ConfigurationNotActive,

    /// <summary><c>ownership-missing</c>. No active ownership rule says where the document is approved.</summary>
    OwnershipMissing,

    /// <summary><c>ownership-ambiguous</c>. Two equally specific ownership rules apply.</summary>
    OwnershipAmbiguous,

    /// <summary><c>terms-missing</c>. A term of the contract that is needed is missing; none is chosen silently.</summary>
    TermsMissing,

    /// <summary><c>terms-contradictory</c>. Two terms of the contract exclude each other.</summary>
    TermsContradictory,

    /// <summary><c>rate-out-of-range</c>. A rate or threshold is below zero or above one hundred per cent.</summary>
    RateOutOfRange,

    /// <summary><c>opening-not-signed</c>. The opening balances of a running contract are not signed.</summary>
    OpeningNotSigned,

    /// <summary><c>opening-differs</c>. The opening balances do not tie to Procore, Oracle and the retainage account.</summary>
    OpeningDiffers,

    /// <summary><c>source-void</c>. The invoice was deleted or abandoned in Procore before it was posted.</summary>
    SourceVoid,

    /// <summary><c>procore-undecided</c>. The invoice does not have the Procore status that makes it eligible.</summary>
    ProcoreUndecided,

    /// <summary><c>decision-recorded</c>. A controller decided about the document; what was frozen before may not be sent.</summary>
    DecisionRecorded,

    /// <summary><c>procore-approval-missing</c>. Procore shows no approver or no time of approval.</summary>
    ProcoreApprovalMissing,

    /// <summary><c>earlier-revision-in-flight</c>. An earlier revision of the same invoice is on its way to Oracle.</summary>
    EarlierRevisionInFlight,

    /// <summary><c>out-of-order</c>. A later application of the contract is already posted.</summary>
    OutOfOrder,

    /// <summary><c>predecessor-not-posted</c>. A lower application of the contract is not posted yet.</summary>
    PredecessorNotPosted,

    /// <summary><c>predecessor-missing</c>. A lower application number is neither posted nor void nor known.</summary>
    PredecessorMissing,

    /// <summary><c>reversal-out-of-order</c>. A later application is posted; the latest is reversed first.</summary>
    ReversalOutOfOrder,

    /// <summary><c>second-person-required</c>. Somebody other than the requester has to confirm.</summary>
    SecondPersonRequired,

    /// <summary><c>lines-missing</c>. The invoice has no line.</summary>
    LinesMissing,

    /// <summary><c>too-many-lines</c>. The invoice has more lines than one document may carry.</summary>
    TooManyLines,

    /// <summary><c>line-id-missing</c>. A line names no schedule-of-values line.</summary>
    LineIdMissing,

    /// <summary><c>line-repeated</c>. Two lines name the same schedule-of-values line.</summary>
    LineRepeated,

    /// <summary><c>date-missing</c>. The end of the period or the billing date is missing.</summary>
    DateMissing,

    /// <summary><c>amount-missing</c>. An amount is missing; missing is not zero.</summary>
    AmountMissing,

    /// <summary><c>currency-unknown</c>. The currency code is not known here.</summary>
    CurrencyUnknown,

    /// <summary><c>currency-differs</c>. Invoice, contract, project and payables set-up do not share one currency.</summary>
    CurrencyDiffers,

    /// <summary><c>amount-too-precise</c>. An amount has more decimals than its currency.</summary>
    AmountTooPrecise,

    /// <summary><c>schedule-change-unusable</c>. A change of the schedule of values does not fit the ledger.</summary>
    ScheduleChangeUnusable,

    /// <summary><c>invoice-number-unusable</c>. The invoice number does not fit Oracle.</summary>
    InvoiceNumberUnusable,

    /// <summary><c>possible-duplicate</c>. Another application of the contract carries the same invoice number.</summary>
    PossibleDuplicate,

    /// <summary><c>stored-negative</c>. Materials presently stored are below zero.</summary>
    StoredNegative,

    /// <summary><c>final-with-stored</c>. The final application leaves stored materials.</summary>
    FinalWithStored,

    /// <summary><c>line-does-not-add-up</c>. Previous work, work this period and stored materials are not the total to date.</summary>
    LineDoesNotAddUp,

    /// <summary><c>certificate-does-not-add-up</c>. The header does not agree with the lines or with itself.</summary>
    CertificateDoesNotAddUp,

    /// <summary><c>header-cut-unusable</c>. A cut on the header cannot be divided over the lines.</summary>
    HeaderCutUnusable,

    /// <summary><c>overbilled</c>. A line is billed beyond its scheduled value.</summary>
    Overbilled,

    /// <summary><c>stored-mode-differs</c>. Stored materials moved in another way than the contract says.</summary>
    StoredModeDiffers,

    /// <summary><c>previous-differs</c>. Procore's previous application differs from what was posted.</summary>
    PreviousDiffers,

    /// <summary><c>oracle-balance-differs</c>. Oracle has posted other amounts than the ledger.</summary>
    OracleBalanceDiffers,

    /// <summary><c>retainage-above-cap</c>. More retainage is held than the contract or the statute allows.</summary>
    RetainageAboveCap,

    /// <summary><c>retainage-differs</c>. Retainage in Procore differs from the contract's terms.</summary>
    RetainageDiffers,

    /// <summary><c>release-unusable</c>. A release names no amount, an unknown line or a punch-list hold above it.</summary>
    ReleaseUnusable,

    /// <summary><c>release-above-held</c>. A release is above what is held.</summary>
    ReleaseAboveHeld,

    /// <summary><c>deduction-incomplete</c>. A deduction has no amount, no account or no approval.</summary>
    DeductionIncomplete,

    /// <summary><c>oracle-retainage-differs</c>. Oracle would withhold another amount than the contract.</summary>
    OracleRetainageDiffers,

    // Tax, the law of the place and the owner's payment: asked once the document adds up, before it is coded.

    /// <summary><c>jurisdiction-rule-incomplete</c>. A rule of the place lacks a figure that its kind needs.</summary>
    JurisdictionRuleIncomplete,

    /// <summary><c>jurisdiction-rule-overlap</c>. Two rules of the place apply to one contract.</summary>
    JurisdictionRuleOverlap,

    /// <summary><c>jurisdiction-fact-missing</c>. The contract does not say what a verified rule of the place depends on.</summary>
    JurisdictionFactMissing,

    /// <summary><c>retainage-cap-exceeded</c>. More is held back than a verified rule of the place allows.</summary>
    RetainageCapExceeded,

    /// <summary><c>tax-term-missing</c>. The contract's terms of tax or withholding are incomplete or contradict each other.</summary>
    TaxTermMissing,

    /// <summary><c>tax-computed-twice</c>. Tax comes from another place than the one that the contract names.</summary>
    TaxComputedTwice,

    /// <summary><c>tax-differs</c>. Oracle's tax differs from what the terms give.</summary>
    TaxDiffers,

    /// <summary><c>withholding-base-negative</c>. Materials exceed the payment from which tax is withheld.</summary>
    WithholdingBaseNegative,

    /// <summary><c>holdback-release-blocked</c>. A statutory holdback may not be paid out yet.</summary>
    HoldbackReleaseBlocked,

    /// <summary><c>payment-term-missing</c>. A payment clause lacks the outside date or the days that make it work.</summary>
    PaymentTermMissing,

    /// <summary><c>owner-payment-differs</c>. The owner's payment cannot be divided over what is outstanding.</summary>
    OwnerPaymentDiffers,

    /// <summary><c>wbs-unmapped</c>. No mapping rule or no Oracle task fits a Procore code.</summary>
    WbsUnmapped,

    /// <summary><c>wbs-ambiguous</c>. Two equally exact mapping rules fit a Procore code.</summary>
    WbsAmbiguous,

    /// <summary><c>task-unknown</c>. The project has no such Oracle task.</summary>
    TaskUnknown,

    /// <summary><c>task-not-lowest-level</c>. The Oracle task has tasks below it.</summary>
    TaskNotLowestLevel,

    /// <summary><c>task-not-chargeable</c>. The Oracle task takes no cost.</summary>
    TaskNotChargeable,

    /// <summary><c>task-not-open</c>. The Oracle task does not run on the expenditure item date.</summary>
    TaskNotOpen,

    /// <summary><c>no-purchase-order-line</c>. The schedule-of-values line has no purchase order line yet.</summary>
    NoPurchaseOrderLine,

    /// <summary><c>purchase-order-coding-missing</c>. The coding of the purchase order line has not been read.</summary>
    PurchaseOrderCodingMissing,

    /// <summary><c>coding-differs-from-purchase-order</c>. The Procore code resolves to another coding than the purchase order's.</summary>
    CodingDiffersFromPurchaseOrder,

    /// <summary><c>no-open-period</c>. No accounting period is open for the document.</summary>
    NoOpenPeriod,

    /// <summary><c>payload-changed-after-send</c>. What was sent would change.</summary>
    PayloadChangedAfterSend,

    /// <summary><c>payload-differs</c>. What was sent is not what is frozen.</summary>
    PayloadDiffers,

    /// <summary><c>read-back-missing</c>. A posting is reported without what Oracle says.</summary>
    ReadBackMissing,

    /// <summary><c>read-back-unreadable</c>. What Oracle is reported to say cannot be read.</summary>
    ReadBackUnreadable,

    /// <summary><c>oracle-refused</c>. Oracle refused the invoice.</summary>
    OracleRefused,

    /// <summary><c>oracle-differs</c>. Oracle's invoice differs from what was prepared.</summary>
    OracleDiffers,
}
