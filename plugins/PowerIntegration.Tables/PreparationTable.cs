namespace PowerIntegration.Tables;

/// <summary>The frozen answer of one preparation; what is sent.</summary>
public static class PreparationTable
{
    /// <summary>Logical name of the table.</summary>
    public const string LogicalName = "pint_preparation";

    /// <summary>Primary key.</summary>
    public const string Id = "pint_preparationid";

    /// <summary>Primary name.</summary>
    public const string Name = "pint_name";

    /// <summary>Alternate key.</summary>
    public const string Key = "pint_key";

    /// <summary>Document.</summary>
    public const string DocumentId = "pint_documentid";

    /// <summary>Contract.</summary>
    public const string ContractId = "pint_contractid";

    /// <summary>Sequence.</summary>
    public const string Sequence = "pint_sequence";

    /// <summary>Payload hash.</summary>
    public const string PayloadHash = "pint_payloadhash";

    /// <summary>Base preparation.</summary>
    public const string BasePreparationId = "pint_basepreparationid";

    /// <summary>Invoice number.</summary>
    public const string InvoiceNumber = "pint_invoicenumber";

    /// <summary>Supplier.</summary>
    public const string SupplierName = "pint_suppliername";

    /// <summary>Supplier number.</summary>
    public const string SupplierNumber = "pint_suppliernumber";

    /// <summary>Supplier site.</summary>
    public const string SupplierSite = "pint_suppliersite";

    /// <summary>Business unit.</summary>
    public const string BusinessUnit = "pint_businessunit";

    /// <summary>Invoice source.</summary>
    public const string InvoiceSource = "pint_invoicesource";

    /// <summary>Payment terms.</summary>
    public const string PaymentTerms = "pint_paymentterms";

    /// <summary>Currency.</summary>
    public const string Currency = "pint_currency";

    /// <summary>Invoice date.</summary>
    public const string InvoiceDate = "pint_invoicedate";

    /// <summary>Accounting date.</summary>
    public const string AccountingDate = "pint_accountingdate";

    /// <summary>Accounting date rolled.</summary>
    public const string AccountingDateRolled = "pint_accountingdaterolled";

    /// <summary>Expenditure item date.</summary>
    public const string ExpenditureItemDate = "pint_expenditureitemdate";

    /// <summary>Gross this period.</summary>
    public const string GrossMovement = "pint_grossmovement";

    /// <summary>Retainage this period.</summary>
    public const string RetainageMovement = "pint_retainagemovement";

    /// <summary>Payable amount.</summary>
    public const string PayableAmount = "pint_payableamount";

    /// <summary>Gross to date.</summary>
    public const string GrossToDate = "pint_grosstodate";

    /// <summary>Retainage to date.</summary>
    public const string RetainageToDate = "pint_retainagetodate";

    /// <summary>Rule versions.</summary>
    public const string RuleVersions = "pint_ruleversions";

    /// <summary>Warnings.</summary>
    public const string Warnings = "pint_warnings";

    /// <summary>Original contract sum: g702 line 1.</summary>
    public const string OriginalContractSum = "pint_originalcontractsum";

    /// <summary>Change order additions: what change orders added to the contract sum to date.</summary>
    public const string ChangeAdditions = "pint_changeadditions";

    /// <summary>Change order deductions: what change orders took off the contract sum to date.</summary>
    public const string ChangeDeductions = "pint_changedeductions";

    /// <summary>Last posted number: last posted application once this is posted.</summary>
    public const string LastPostedNumber = "pint_lastpostednumber";

    /// <summary>Stored materials: how stored materials were carried.</summary>
    public const string StoredMaterials = "pint_storedmaterials";

    /// <summary>Threshold application: application that passed the retainage threshold.</summary>
    public const string ThresholdApplication = "pint_thresholdapplication";

    /// <summary>Threshold amount: amount of the retainage threshold.</summary>
    public const string ThresholdAmount = "pint_thresholdamount";

    /// <summary>Oracle documents: one line each: number, action, kind, amount, invoice number.</summary>
    public const string OracleDocuments = "pint_oracledocuments";

    /// <summary>Certificate: certificate and continuation sheet as text.</summary>
    public const string Certificate = "pint_certificate";

    /// <summary>Proof: identities, origins of the figures and journals as text.</summary>
    public const string Proof = "pint_proof";

    /// <summary>Summary: header figures and the ten largest lines, for whoever approves.</summary>
    public const string Summary = "pint_summary";

    /// <summary>Retention tax: tax that waits for the release of retainage.</summary>
    public const string RetentionTax = "pint_retentiontax";

    /// <summary>Held labour: retention held on labour, where tax is withheld from payments.</summary>
    public const string HeldLabour = "pint_heldlabour";

    /// <summary>Held materials: retention held on materials, where tax is withheld from payments.</summary>
    public const string HeldMaterials = "pint_heldmaterials";
}
