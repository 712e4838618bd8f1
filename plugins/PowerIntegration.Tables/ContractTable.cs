namespace PowerIntegration.Tables;

/// <summary>A commitment, its purchase order and its billing terms; the row every writer locks first.</summary>
public static class ContractTable
{
    /// <summary>Logical name of the table.</summary>
    public const string LogicalName = "pint_contract";

    /// <summary>Primary key.</summary>
    public const string Id = "pint_contractid";

    /// <summary>Primary name.</summary>
    public const string Name = "pint_name";

    /// <summary>Alternate key.</summary>
    public const string Key = "pint_key";

    /// <summary>Environment.</summary>
    public const string EnvironmentId = "pint_environmentid";

    /// <summary>Project.</summary>
    public const string ProjectId = "pint_projectid";

    /// <summary>Procore commitment id.</summary>
    public const string ProcoreId = "pint_procoreid";

    /// <summary>Number.</summary>
    public const string Number = "pint_number";

    /// <summary>Supplier.</summary>
    public const string SupplierName = "pint_suppliername";

    /// <summary>Supplier number.</summary>
    public const string SupplierNumber = "pint_suppliernumber";

    /// <summary>Supplier site.</summary>
    public const string SupplierSite = "pint_suppliersite";

    /// <summary>Purchase order.</summary>
    public const string PurchaseOrderNumber = "pint_purchaseordernumber";

    /// <summary>Matching.</summary>
    public const string Matching = "pint_matching";

    /// <summary>Currency.</summary>
    public const string Currency = "pint_currency";

    /// <summary>Rule state.</summary>
    public const string RuleState = "pint_rulestate";

    /// <summary>Lock counter: raised by every writer before it reads.</summary>
    public const string LockCounter = "pint_lockcounter";

    /// <summary>Base preparation: preparation of the last posted document; its lines are the ledger.</summary>
    public const string BasePreparationId = "pint_basepreparationid";

    /// <summary>Last posted application.</summary>
    public const string LastPostedNumber = "pint_lastpostednumber";

    /// <summary>Billing terms: jSON: retainage, stored materials, rounding, credits; the format of the bill command.</summary>
    public const string BillingTerms = "pint_billingterms";

    /// <summary>Opening balances: jSON: the balances with which a running contract begins; the format of the bill command.</summary>
    public const string OpeningBalances = "pint_openingbalances";

    /// <summary>Opening balances entered by: written whenever the text changes; whoever it is does not sign.</summary>
    public const string OpeningEnteredBy = "pint_openingenteredby";

    /// <summary>Opening balances signed by: written by the API that signs.</summary>
    public const string OpeningSignedBy = "pint_openingsignedby";

    /// <summary>Opening balances signed on.</summary>
    public const string OpeningSignedOn = "pint_openingsignedon";

    /// <summary>Hash of the signed opening balances.</summary>
    public const string OpeningHash = "pint_openinghash";
}
