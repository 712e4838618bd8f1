namespace PowerIntegration.Local.Dataverse.Metadata;

/// <summary>
/// The platform's tables of what an import brought: plug-in assemblies, types and steps, privileges of roles, cloud flows, with the columns that
/// artifacts touch. Their rows follow from the solutions at each start and are not stored; an administrator changes them with
/// the local Dataverse's Administration.
/// </summary>
internal static class ComponentTables
{
    public const string Assembly = "pluginassembly";
    public const string PluginType = "plugintype";
    public const string Message = "sdkmessage";
    public const string MessageFilter = "sdkmessagefilter";
    public const string Step = "sdkmessageprocessingstep";
    public const string StepImage = "sdkmessageprocessingstepimage";
    public const string Privilege = "privilege";
    public const string RolePrivilege = "roleprivileges";
    public const string Workflow = "workflow";

    public static IEnumerable<TableDefinition> All()
    {
        yield return Table(
            "PluginAssembly",
            "pluginassemblies",
            "PluginAssemblyId",
            [
                Text("Name"),
                Text("Version"),
                Text("Culture"),
                Text("PublicKeyToken"),
                Memo("Content"),
                Lookup("ModifiedBy", SystemTables.User),
                Instant("ModifiedOn"),
            ]
        );
        yield return Table("PluginType", "plugintypes", "PluginTypeId", [Text("Name"), Text("TypeName"), Lookup("PluginAssemblyId", Assembly)]);
        yield return Table("SdkMessage", "sdkmessages", "SdkMessageId", [Text("Name")]);
        yield return Table(
            "SdkMessageFilter",
            "sdkmessagefilters",
            "SdkMessageFilterId",
            [Text("Name"), Text("PrimaryObjectTypeCode"), Lookup("SdkMessageId", Message)]
        );
        yield return Table(
            "SdkMessageProcessingStep",
            "sdkmessageprocessingsteps",
            "SdkMessageProcessingStepId",
            [
                Text("Name"),
                Lookup("SdkMessageId", Message),
                Lookup("SdkMessageFilterId", MessageFilter),
                Lookup("PluginTypeId", PluginType),
                Choice("Stage", (10, "Pre-validation"), (20, "Pre-operation"), (40, "Post-operation")),
                Choice("Mode", (0, "Synchronous"), (1, "Asynchronous")),
                Number("Rank"),
                Memo("FilteringAttributes"),
                .. State((0, 1, "Enabled"), (1, 2, "Disabled")),
            ]
        );
        yield return Table(
            "SdkMessageProcessingStepImage",
            "sdkmessageprocessingstepimages",
            "SdkMessageProcessingStepImageId",
            [Text("Name"), Text("EntityAlias"), Memo("Attributes"), Number("ImageType"), Lookup("SdkMessageProcessingStepId", Step)]
        );
        yield return Table("Privilege", "privileges", "PrivilegeId", [Text("Name")]);
        yield return Table(
            "RolePrivileges",
            "roleprivilegescollection",
            "RolePrivilegeId",
            [SystemTables.Id("roleid", "RoleId"), SystemTables.Id("privilegeid", "PrivilegeId"), Number("PrivilegeDepthMask")],
            null
        );
        yield return Table(
            "Workflow",
            "workflows",
            "WorkflowId",
            [
                Text("Name"),
                Choice("Category", (0, "Workflow"), (5, "Modern Flow")),
                Choice("Type", (1, "Definition"), (2, "Activation"), (3, "Template")),
                .. State((0, 1, "Draft"), (1, 2, "Activated")),
            ]
        );
    }

    /// <summary>The lookups among these tables.</summary>
    public static IEnumerable<RelationshipDefinition> Relationships()
    {
        yield return Relationship("plugintype_customapi", "customapi", "plugintypeid", PluginType);
        yield return Relationship("pluginassembly_plugintype", PluginType, "pluginassemblyid", Assembly);
        yield return Relationship("sdkmessageid_sdkmessagefilter", MessageFilter, "sdkmessageid", Message);
        yield return Relationship("sdkmessageid_sdkmessageprocessingstep", Step, "sdkmessageid", Message);
        yield return Relationship("sdkmessagefilterid_sdkmessageprocessingstep", Step, "sdkmessagefilterid", MessageFilter);
        yield return Relationship("plugintypeid_sdkmessageprocessingstep", Step, "plugintypeid", PluginType);
        yield return Relationship("sdkmessageprocessingstepid_sdkmessageprocessingstepimage", StepImage, "sdkmessageprocessingstepid", Step);
    }

    private static RelationshipDefinition Relationship(string name, string table, string column, string target) =>
        new(name, table, column, target, column, name, DeleteBehavior.NoCascade, IsSystem: true);

    private static TableDefinition Table(
        string schemaName,
        string setName,
        string key,
        IEnumerable<ColumnDefinition> columns,
        string? primaryName = "name"
    ) =>
        new(schemaName, setName, false, [SystemTables.Key(key.ToLowerInvariant(), key), .. columns, SystemTables.Version], primaryName)
        {
            DisplayName = schemaName,
            IsSystem = true,
            IsFixed = true,
            IsDerived = true,
        };

    private static ColumnDefinition Text(string schemaName) => Column(schemaName, ColumnKind.Text) with { MaxLength = 256 };

    private static ColumnDefinition Memo(string schemaName) => Column(schemaName, ColumnKind.Memo) with { MaxLength = 1_073_741_823 };

    private static ColumnDefinition Number(string schemaName) => Column(schemaName, ColumnKind.Integer);

    private static ColumnDefinition Instant(string schemaName) =>
        Column(schemaName, ColumnKind.DateTime) with
        {
            DateBehavior = DateBehavior.UserLocal,
        };

    private static ColumnDefinition Lookup(string schemaName, string target) => Column(schemaName, ColumnKind.Lookup) with { Targets = [target] };

    private static ColumnDefinition Choice(string schemaName, params (int Value, string Label)[] options) =>
        Column(schemaName, ColumnKind.Choice) with
        {
            Choice = new ChoiceDefinition(schemaName.ToLowerInvariant(), [.. options.Select(option => new ChoiceOption(option.Value, option.Label))]),
        };

    private static IEnumerable<ColumnDefinition> State(params (int State, int Status, string Label)[] states) =>
        [
            Column("StateCode", ColumnKind.State) with
            {
                Choice = new ChoiceDefinition(
                    "statecode",
                    [.. states.Select(one => new ChoiceOption(one.State, one.Label, DefaultStatus: one.Status))]
                ),
            },
            Column("StatusCode", ColumnKind.Status) with
            {
                Choice = new ChoiceDefinition("statuscode", [.. states.Select(one => new ChoiceOption(one.Status, one.Label, State: one.State))]),
            },
        ];

    private static ColumnDefinition Column(string schemaName, ColumnKind kind) =>
        new()
        {
            LogicalName = schemaName.ToLowerInvariant(),
            SchemaName = schemaName,
            Kind = kind,
        };
}
