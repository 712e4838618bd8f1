namespace PowerIntegration.Tables;

/// <summary>Which system owns a process or field and where it is approved.</summary>
public static class OwnershipRuleTable
{
    /// <summary>Logical name of the table.</summary>
    public const string LogicalName = "pint_ownershiprule";

    /// <summary>Primary key.</summary>
    public const string Id = "pint_ownershipruleid";

    /// <summary>Primary name.</summary>
    public const string Name = "pint_name";

    /// <summary>Alternate key.</summary>
    public const string Key = "pint_key";

    /// <summary>Environment.</summary>
    public const string EnvironmentId = "pint_environmentid";

    /// <summary>Project: empty for every project.</summary>
    public const string ProjectId = "pint_projectid";

    /// <summary>Document type.</summary>
    public const string DocumentType = "pint_documenttype";

    /// <summary>Field: empty for the whole process.</summary>
    public const string FieldName = "pint_fieldname";

    /// <summary>System of record.</summary>
    public const string SystemOfRecord = "pint_systemofrecord";

    /// <summary>Approval place.</summary>
    public const string ApprovalPlace = "pint_approvalplace";

    /// <summary>Trigger status: the Procore status that makes a document eligible.</summary>
    public const string TriggerStatus = "pint_triggerstatus";

    /// <summary>Valid from.</summary>
    public const string ValidFrom = "pint_validfrom";

    /// <summary>Valid to.</summary>
    public const string ValidTo = "pint_validto";

    /// <summary>Rule state.</summary>
    public const string RuleState = "pint_rulestate";
}
