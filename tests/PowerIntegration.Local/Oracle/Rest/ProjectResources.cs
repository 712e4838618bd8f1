namespace PowerIntegration.Local.Oracle.Rest;

/// <summary>Projects, their financial tasks and the list of expenditure types.</summary>
internal static class ProjectResources
{
    private static readonly ResourceDefinition Tasks = new(
        "Tasks",
        "TaskId",
        KeyForm.Opaque,
        [.. AssumedFacts.TaskAttributes, .. AttributeDefinition.Many(AttributeKind.Flag, "ChargeableFlag", "BillableFlag", "CapitalizableFlag")],
        []
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
        ],
        [Tasks]
    );

    public static readonly ResourceDefinition ExpenditureTypes = new(
        "expenditureTypesLOV",
        "ExpenditureTypeId",
        KeyForm.Plain,
        AssumedFacts.ExpenditureTypeAttributes,
        []
    );
}
