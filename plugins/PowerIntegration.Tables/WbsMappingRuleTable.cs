namespace PowerIntegration.Tables;

/// <summary>Maps Procore segment values to an Oracle task, expenditure type and organization.</summary>
public static class WbsMappingRuleTable
{
    /// <summary>Logical name of the table.</summary>
    public const string LogicalName = "pint_wbsmappingrule";

    /// <summary>Primary key.</summary>
    public const string Id = "pint_wbsmappingruleid";

    /// <summary>Primary name.</summary>
    public const string Name = "pint_name";

    /// <summary>Alternate key.</summary>
    public const string Key = "pint_key";

    /// <summary>Project.</summary>
    public const string ProjectId = "pint_projectid";

    /// <summary>Task segment code: exact code, or * for any.</summary>
    public const string TaskSegmentCode = "pint_tasksegmentcode";

    /// <summary>Cost code: exact code, or * for any.</summary>
    public const string CostCode = "pint_costcode";

    /// <summary>Cost type: exact code, or * for any.</summary>
    public const string CostType = "pint_costtype";

    /// <summary>Oracle task: empty where the task comes from the custom segment.</summary>
    public const string OracleTaskId = "pint_oracletaskid";

    /// <summary>Expenditure type.</summary>
    public const string ExpenditureType = "pint_expendituretype";

    /// <summary>Expenditure organization: empty for the project's.</summary>
    public const string ExpenditureOrganization = "pint_expenditureorganization";

    /// <summary>Valid from.</summary>
    public const string ValidFrom = "pint_validfrom";

    /// <summary>Valid to.</summary>
    public const string ValidTo = "pint_validto";

    /// <summary>Rule state.</summary>
    public const string RuleState = "pint_rulestate";
}
