namespace PowerIntegration.Local.Dataverse.Metadata;

/// <summary>The platform's own tables that shipped artifacts touch, each with the columns they touch.</summary>
internal static class SystemTables
{
    public const string User = "systemuser";
    public const string BusinessUnit = "businessunit";

    /// <summary>The one business unit; the same in every sandbox.</summary>
    public static readonly Guid BusinessUnitId = new("b0000000-0000-4000-8000-000000000001");

    /// <summary>The organization; the same in every sandbox.</summary>
    public static readonly Guid OrganizationId = new("a0000000-0000-4000-8000-000000000001");

    /// <summary>The platform itself, which no privilege binds.</summary>
    public static readonly Guid SystemUserId = new("c0000000-0000-4000-8000-000000000001");

    public static IEnumerable<TableDefinition> All()
    {
        yield return new TableDefinition(
            "SystemUser",
            "systemusers",
            false,
            [
                Key("systemuserid", "SystemUserId"),
                Text("fullname", "FullName"),
                Text("domainname", "DomainName"),
                Text("internalemailaddress", "InternalEMailAddress"),
                Id("azureactivedirectoryobjectid", "AzureActiveDirectoryObjectId"),
                Id("applicationid", "ApplicationId"),
                new ColumnDefinition
                {
                    LogicalName = "isdisabled",
                    SchemaName = "IsDisabled",
                    Kind = ColumnKind.Boolean,
                    Choice = YesNo,
                },
                new ColumnDefinition
                {
                    LogicalName = "businessunitid",
                    SchemaName = "BusinessUnitId",
                    Kind = ColumnKind.Lookup,
                    Targets = [BusinessUnit],
                },
                Version,
            ],
            "fullname"
        )
        {
            DisplayName = "User",
            IsSystem = true,
        };
        yield return new TableDefinition(
            "BusinessUnit",
            "businessunits",
            false,
            [Key("businessunitid", "BusinessUnitId"), Text("name", "Name"), Version],
            "name"
        )
        {
            DisplayName = "Business Unit",
            IsSystem = true,
        };
    }

    /// <summary>The tables in which a client looks up what a custom API takes and answers.</summary>
    public static IEnumerable<TableDefinition> CustomApis()
    {
        yield return new TableDefinition(
            "CustomAPI",
            "customapis",
            false,
            [
                Key("customapiid", "CustomAPIId"),
                Text("uniquename", "UniqueName"),
                Text("name", "Name"),
                Text("executeprivilegename", "ExecutePrivilegeName"),
                new ColumnDefinition
                {
                    LogicalName = "plugintypeid",
                    SchemaName = "PluginTypeId",
                    Kind = ColumnKind.Lookup,
                    Targets = [ComponentTables.PluginType],
                },
                Version,
            ],
            "name"
        )
        {
            DisplayName = "Custom API",
            IsSystem = true,
        };
        yield return CustomApiPart("CustomAPIRequestParameter", "customapirequestparameters");
        yield return CustomApiPart("CustomAPIResponseProperty", "customapiresponseproperties");
    }

    public static IEnumerable<RelationshipDefinition> CustomApiRelationships()
    {
        yield return new RelationshipDefinition(
            "customapi_customapirequestparameter",
            "customapirequestparameter",
            "customapiid",
            "customapi",
            "CustomAPIId",
            "CustomAPIRequestParameters",
            DeleteBehavior.NoCascade,
            true
        );
        yield return new RelationshipDefinition(
            "customapi_customapiresponseproperty",
            "customapiresponseproperty",
            "customapiid",
            "customapi",
            "CustomAPIId",
            "CustomAPIResponseProperties",
            DeleteBehavior.NoCascade,
            true
        );
    }

    /// <summary>The lookups of the standard columns, which no solution writes.</summary>
    public static IEnumerable<RelationshipDefinition> RelationshipsOf(TableDefinition table) =>
        table
            .Columns.Where(column => column.Kind is ColumnKind.Lookup or ColumnKind.Owner && column.Targets is [User] or [BusinessUnit])
            .Select(column => new RelationshipDefinition(
                NameOf(table.LogicalName, column.LogicalName),
                table.LogicalName,
                column.LogicalName,
                column.Targets[0],
                column.LogicalName,
                NameOf(table.LogicalName, column.LogicalName),
                DeleteBehavior.NoCascade,
                IsSystem: true
            ));

    private static TableDefinition CustomApiPart(string schemaName, string setName) =>
        new(
            schemaName,
            setName,
            false,
            [
                Key(schemaName.ToLowerInvariant() + "id", schemaName + "Id"),
                Text("uniquename", "UniqueName"),
                Text("name", "Name"),
                new ColumnDefinition
                {
                    LogicalName = "type",
                    SchemaName = "Type",
                    Kind = ColumnKind.Choice,
                    Choice = ParameterTypes,
                },
                new ColumnDefinition
                {
                    LogicalName = "isoptional",
                    SchemaName = "IsOptional",
                    Kind = ColumnKind.Boolean,
                },
                new ColumnDefinition
                {
                    LogicalName = "customapiid",
                    SchemaName = "CustomAPIId",
                    Kind = ColumnKind.Lookup,
                    Targets = ["customapi"],
                },
                Version,
            ],
            "name"
        )
        {
            DisplayName = schemaName,
            IsSystem = true,
        };

    private static ChoiceDefinition ParameterTypes =>
        new("customapiparameter_type", [.. Enum.GetValues<CustomApiType>().Select(type => new ChoiceOption((int)type, type.ToString()))]);

    private static ChoiceDefinition YesNo => new("systemuser_isdisabled", [new ChoiceOption(1, "Disabled"), new ChoiceOption(0, "Enabled")]);

    internal static ColumnDefinition Version =>
        new()
        {
            LogicalName = "versionnumber",
            SchemaName = "VersionNumber",
            Kind = ColumnKind.BigInt,
            ValidForCreate = false,
            ValidForUpdate = false,
        };

    private static string NameOf(string table, string column) =>
        column switch
        {
            "ownerid" => "owner_" + table,
            "owninguser" => "user_" + table,
            "owningbusinessunit" => "business_unit_" + table,
            _ => $"lk_{table}_{column}",
        };

    internal static ColumnDefinition Key(string logicalName, string schemaName) =>
        new()
        {
            LogicalName = logicalName,
            SchemaName = schemaName,
            Kind = ColumnKind.PrimaryKey,
            ValidForUpdate = false,
        };

    internal static ColumnDefinition Text(string logicalName, string schemaName) =>
        new()
        {
            LogicalName = logicalName,
            SchemaName = schemaName,
            Kind = ColumnKind.Text,
            MaxLength = 200,
        };

    internal static ColumnDefinition Id(string logicalName, string schemaName) =>
        new()
        {
            LogicalName = logicalName,
            SchemaName = schemaName,
            Kind = ColumnKind.UniqueIdentifier,
        };
}
