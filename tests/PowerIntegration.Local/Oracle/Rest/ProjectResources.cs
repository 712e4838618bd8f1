namespace PowerIntegration.Local.Oracle.Rest;

/// <summary>Projects, their financial tasks and transaction controls, expenditure types with their classes, and project organizations.</summary>
internal static class ProjectResources
{
    /// <summary>Transaction controls of a task; that there is the child is documented.</summary>
    public static readonly ResourceDefinition TaskControls = Controls("TaskTransactionControls");

    /// <summary>Transaction controls of a project; that there is the child is documented.</summary>
    public static readonly ResourceDefinition ProjectControls = Controls("ProjectTransactionControls");

    public static readonly ResourceDefinition Tasks = new(
        "Tasks",
        "TaskId",
        KeyForm.Opaque,
        [
            .. AssumedFacts.TaskAttributes,
            .. AttributeDefinition.Many(
                AttributeKind.Flag,
                "ChargeableFlag",
                "BillableFlag",
                "CapitalizableFlag",
                "AllowCrossChargeTransactionsFlag"
            ),
        ],
        [TaskControls]
    );

    public static readonly ResourceDefinition Projects = new(
        "projects",
        "ProjectId",
        KeyForm.Plain,
        [
            .. AttributeDefinition.Many(AttributeKind.Id, "ProjectId", "OwningOrganizationId", "BusinessUnitId", "ProjectTypeId", "SourceTemplateId"),
            .. AttributeDefinition.Many(
                AttributeKind.Text,
                "ProjectNumber",
                "ProjectName",
                "ProjectDescription",
                "ProjectStatusCode",
                "ProjectStatus",
                "ProjectManagerEmail",
                "ProjectManagerName",
                "OwningOrganizationName",
                "BusinessUnitName",
                "LegalEntityName",
                "ProjectTypeName",
                "ProjectCurrencyCode",
                "SourceTemplateName"
            ),
            .. AttributeDefinition.Many(AttributeKind.Date, "ProjectStartDate", "ProjectEndDate"),
            .. AttributeDefinition.Many(AttributeKind.Timestamp, "CreationDate", "LastUpdateDate"),
            .. AssumedFacts.ProjectAttributes,
        ],
        [Tasks, ProjectControls]
    );

    /// <summary>Expenditure types as they are maintained.</summary>
    public static readonly ResourceDefinition ExpenditureTypes = new(
        "expenditureTypes",
        "ExpenditureTypeId",
        KeyForm.Plain,
        [.. AssumedFacts.ExpenditureTypeAttributes, .. AssumedFacts.WhenChanged],
        []
    );

    /// <summary>Expenditure types as a list to choose from, where their classes are; that list and child exist is documented.</summary>
    public static readonly ResourceDefinition ExpenditureTypesList = new(
        "expenditureTypesLOV",
        "ExpenditureTypeId",
        KeyForm.Plain,
        [.. AssumedFacts.ExpenditureTypeAttributes, .. AssumedFacts.WhenChangedInLists],
        [new("ExpenditureTypeClassesLOV", "ExpenditureTypeClassId", KeyForm.Plain, AssumedFacts.ExpenditureTypeClassAttributes, [])]
    );

    /// <summary>Organizations that own projects or expenditures, per business unit; the name of the list and its key are documented.</summary>
    public static readonly ResourceDefinition Organizations = new(
        "projectOrganizationsLOV",
        "OrganizationId+BusinessUnitId+ProjectOrganizationType",
        KeyForm.Opaque,
        [
            .. AttributeDefinition.Many(AttributeKind.Id, "OrganizationId", "BusinessUnitId"),
            new("ProjectOrganizationType"),
            .. AssumedFacts.OrganizationAttributes,
            .. AssumedFacts.WhenChangedInLists,
        ],
        []
    );

    // The file of a seed is named after what it holds, and holds what both resources answer.
    public static readonly ResourceDefinition ExpenditureTypesFile = ExpenditureTypesList with { Name = "expenditureTypes" };

    public static readonly ResourceDefinition OrganizationsFile = Organizations with { Name = "expenditureOrganizations" };

    private static ResourceDefinition Controls(string name) =>
        new(name, "TransactionControlId", KeyForm.Opaque, [new("Billable", MaxLength: 1), .. AssumedFacts.TransactionControlAttributes], []);
}
