namespace PowerIntegration.Tables;

/// <summary>A job both systems know.</summary>
public static class ProjectTable
{
    /// <summary>Logical name of the table.</summary>
    public const string LogicalName = "pint_project";

    /// <summary>Primary key.</summary>
    public const string Id = "pint_projectid";

    /// <summary>Primary name.</summary>
    public const string Name = "pint_name";

    /// <summary>Alternate key.</summary>
    public const string Key = "pint_key";

    /// <summary>Environment.</summary>
    public const string EnvironmentId = "pint_environmentid";

    /// <summary>Payables setup.</summary>
    public const string PayablesSetupId = "pint_payablessetupid";

    /// <summary>Procore project id.</summary>
    public const string ProcoreId = "pint_procoreid";

    /// <summary>Oracle project number.</summary>
    public const string OracleProjectNumber = "pint_oracleprojectnumber";

    /// <summary>Expenditure organization.</summary>
    public const string ExpenditureOrganization = "pint_expenditureorganization";

    /// <summary>Task segment: name of the custom WBS segment in Procore that carries the Oracle task; empty where there is none.</summary>
    public const string TaskSegment = "pint_tasksegment";

    /// <summary>Currency.</summary>
    public const string Currency = "pint_currency";

    /// <summary>Rule state.</summary>
    public const string RuleState = "pint_rulestate";
}
