namespace PowerIntegration.Tables;

/// <summary>How one Oracle business unit receives invoices.</summary>
public static class PayablesSetupTable
{
    /// <summary>Logical name of the table.</summary>
    public const string LogicalName = "pint_payablessetup";

    /// <summary>Primary key.</summary>
    public const string Id = "pint_payablessetupid";

    /// <summary>Primary name.</summary>
    public const string Name = "pint_name";

    /// <summary>Alternate key.</summary>
    public const string Key = "pint_key";

    /// <summary>Environment.</summary>
    public const string EnvironmentId = "pint_environmentid";

    /// <summary>Business unit.</summary>
    public const string BusinessUnit = "pint_businessunit";

    /// <summary>Invoice source.</summary>
    public const string InvoiceSource = "pint_invoicesource";

    /// <summary>Payment terms.</summary>
    public const string PaymentTerms = "pint_paymentterms";

    /// <summary>Retainage account.</summary>
    public const string RetainageAccount = "pint_retainageaccount";

    /// <summary>Currency.</summary>
    public const string Currency = "pint_currency";

    /// <summary>Rule state.</summary>
    public const string RuleState = "pint_rulestate";

    /// <summary>Tax account: account combination that carries tax on invoices.</summary>
    public const string TaxAccount = "pint_taxaccount";

    /// <summary>Withholding account: account combination that carries tax withheld from suppliers.</summary>
    public const string WithholdingAccount = "pint_withholdingaccount";
}
