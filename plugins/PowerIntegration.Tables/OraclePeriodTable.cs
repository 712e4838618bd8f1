namespace PowerIntegration.Tables;

/// <summary>One accounting period of a business unit, as Oracle says.</summary>
public static class OraclePeriodTable
{
    /// <summary>Logical name of the table.</summary>
    public const string LogicalName = "pint_oracleperiod";

    /// <summary>Primary key.</summary>
    public const string Id = "pint_oracleperiodid";

    /// <summary>Primary name.</summary>
    public const string Name = "pint_name";

    /// <summary>Alternate key.</summary>
    public const string Key = "pint_key";

    /// <summary>Payables setup.</summary>
    public const string PayablesSetupId = "pint_payablessetupid";

    /// <summary>Start date.</summary>
    public const string StartDate = "pint_startdate";

    /// <summary>End date.</summary>
    public const string EndDate = "pint_enddate";

    /// <summary>Payables open.</summary>
    public const string PayablesOpen = "pint_payablesopen";

    /// <summary>Ledger open.</summary>
    public const string LedgerOpen = "pint_ledgeropen";

    /// <summary>Projects open.</summary>
    public const string ProjectsOpen = "pint_projectsopen";
}
