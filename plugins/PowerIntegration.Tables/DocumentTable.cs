namespace PowerIntegration.Tables;

/// <summary>One revision of a source document on its way to Oracle.</summary>
public static class DocumentTable
{
    /// <summary>Logical name of the table.</summary>
    public const string LogicalName = "pint_document";

    /// <summary>Primary key.</summary>
    public const string Id = "pint_documentid";

    /// <summary>Primary name.</summary>
    public const string Name = "pint_name";

    /// <summary>Alternate key.</summary>
    public const string Key = "pint_key";

    /// <summary>Environment.</summary>
    public const string EnvironmentId = "pint_environmentid";

    /// <summary>Project.</summary>
    public const string ProjectId = "pint_projectid";

    /// <summary>Contract.</summary>
    public const string ContractId = "pint_contractid";

    /// <summary>Document type.</summary>
    public const string DocumentType = "pint_documenttype";

    /// <summary>Procore id.</summary>
    public const string ProcoreId = "pint_procoreid";

    /// <summary>Revision.</summary>
    public const string Revision = "pint_revision";

    /// <summary>Source hash.</summary>
    public const string SourceHash = "pint_sourcehash";

    /// <summary>Application number.</summary>
    public const string ApplicationNumber = "pint_applicationnumber";

    /// <summary>Invoice number: the supplier's own number.</summary>
    public const string InvoiceNumber = "pint_invoicenumber";

    /// <summary>Period start.</summary>
    public const string PeriodStart = "pint_periodstart";

    /// <summary>Period end.</summary>
    public const string PeriodEnd = "pint_periodend";

    /// <summary>Billing date.</summary>
    public const string BillingDate = "pint_billingdate";

    /// <summary>Procore status.</summary>
    public const string ProcoreStatus = "pint_procorestatus";

    /// <summary>Approver.</summary>
    public const string ApproverName = "pint_approvername";

    /// <summary>Approved on.</summary>
    public const string ApprovedOn = "pint_approvedon";

    /// <summary>Final invoice.</summary>
    public const string FinalInvoice = "pint_finalinvoice";

    /// <summary>Currency.</summary>
    public const string Currency = "pint_currency";

    /// <summary>Contract sum to date.</summary>
    public const string ContractSumToDate = "pint_contractsumtodate";

    /// <summary>Original contract sum.</summary>
    public const string OriginalContractSum = "pint_originalcontractsum";

    /// <summary>Net change by change orders.</summary>
    public const string NetChangeOrders = "pint_netchangeorders";

    /// <summary>Total completed and stored to date.</summary>
    public const string GrossToDate = "pint_grosstodate";

    /// <summary>Total retainage.</summary>
    public const string RetainageToDate = "pint_retainagetodate";

    /// <summary>Less previous certificates for payment.</summary>
    public const string PreviousCertificates = "pint_previouscertificates";

    /// <summary>Current payment due.</summary>
    public const string CertifiedPayment = "pint_certifiedpayment";

    /// <summary>Tax.</summary>
    public const string TaxAmount = "pint_taxamount";

    /// <summary>State.</summary>
    public const string DocumentState = "pint_documentstate";

    /// <summary>Reason code.</summary>
    public const string ReasonCode = "pint_reasoncode";

    /// <summary>Reason.</summary>
    public const string Reason = "pint_reason";

    /// <summary>Preparation.</summary>
    public const string PreparationId = "pint_preparationid";

    /// <summary>Payload hash.</summary>
    public const string PayloadHash = "pint_payloadhash";

    /// <summary>Payable amount.</summary>
    public const string PayableAmount = "pint_payableamount";

    /// <summary>Accounting date.</summary>
    public const string AccountingDate = "pint_accountingdate";

    /// <summary>Claimed by.</summary>
    public const string ClaimedBy = "pint_claimedby";

    /// <summary>Lease until.</summary>
    public const string LeaseUntil = "pint_leaseuntil";

    /// <summary>Sent on.</summary>
    public const string SentOn = "pint_senton";

    /// <summary>Oracle invoice id.</summary>
    public const string OracleInvoiceId = "pint_oracleinvoiceid";

    /// <summary>Oracle invoice number.</summary>
    public const string OracleInvoiceNumber = "pint_oracleinvoicenumber";

    /// <summary>Oracle amount.</summary>
    public const string OracleAmount = "pint_oracleamount";

    /// <summary>Oracle validation status.</summary>
    public const string ValidationStatus = "pint_validationstatus";

    /// <summary>Oracle approval status.</summary>
    public const string OracleApprovalStatus = "pint_oracleapprovalstatus";

    /// <summary>Oracle paid status.</summary>
    public const string PaidStatus = "pint_paidstatus";

    /// <summary>Posted on.</summary>
    public const string PostedOn = "pint_postedon";

    /// <summary>Decisions: jSON: what people decided about the document beyond its source.</summary>
    public const string Decisions = "pint_decisions";

    /// <summary>Requested by: who asked for the reversal.</summary>
    public const string RequestedBy = "pint_requestedby";

    /// <summary>Confirmed by: who confirmed the reversal.</summary>
    public const string ConfirmedBy = "pint_confirmedby";

    /// <summary>Reversed document id: the posted document that this one takes back.</summary>
    public const string ReversedDocumentId = "pint_reverseddocumentid";

    /// <summary>Reversal reason: why the document is taken back.</summary>
    public const string ReversalReason = "pint_reversalreason";

    /// <summary>Oracle variances: one line each: posted, shown, standing, invoice number.</summary>
    public const string OracleVariances = "pint_oraclevariances";
}
