namespace PowerIntegration.Local.Dataverse.Metadata;

/// <summary>
/// The tables of the platform's approvals service, each with the columns that artifacts touch. Names, types, lengths, choices and relationships are
/// those of Microsoft's table reference. Roles name their privileges as those of any table.
/// </summary>
internal static class ApprovalTables
{
    public const string Approval = "msdyn_flow_approval";
    public const string Request = "msdyn_flow_approvalrequest";
    public const string Response = "msdyn_flow_approvalresponse";

    /// <summary>
    /// The name of the application user in whose name the service reads and writes. That it writes through an application user, and the address,
    /// are documented; the name is a guess.
    /// </summary>
    public const string ServiceUserName = "Power Automate Approvals";

    public const string ServiceUserAddress = "flowdev@microsoft.com";

    /// <summary>The stage of an approval that waits for answers.</summary>
    public const int StageBasic = 192350001;

    /// <summary>The stage of an approval that has its result.</summary>
    public const int StageComplete = 192351000;

    public const int ApprovalPending = 192350001;
    public const int ApprovalCompleted = 192350004;
    public const int RequestInactive = 2;
    public const int RequestReassigned = 192350000;
    public const int ResponseSaved = 192350001;
    public const int ResponseCommitted = 192350002;

    /// <summary>The service's application user; the same in every sandbox.</summary>
    public static readonly Guid ServiceUserId = new("c0000000-0000-4000-8000-000000000002");

    /// <summary>Client id of the service; the same in every sandbox, and no id of a tenant.</summary>
    public static readonly Guid ServiceApplicationId = new("d0000000-0000-4000-8000-000000000001");

    private const string Lookup = "_approval";

    private static readonly string[] Verbs = ["Create", "Read", "Write", "Append", "AppendTo", "Assign"];

    public static IEnumerable<TableDefinition> All()
    {
        yield return Table(
            Approval,
            "Approval",
            State(Approval, 192350000, ApprovalCompleted),
            Statuses(
                Approval,
                new(192350000, "Created", 0),
                new(ApprovalPending, "Pending", 0),
                new(192350002, "Suspended", 0),
                new(ApprovalCompleted, "Completed", 1),
                new(192350005, "Expired", 1),
                new(192350006, "Canceled", 1),
                new(192350007, "Abandoned", 1)
            ),
            Text(Approval + "_title", 2048),
            Text(Approval + "_details", 32_768, ColumnKind.Memo),
            Text(Approval + "_itemlink", 2048),
            Text(Approval + "_itemlinkdescription", 2048),
            Text(Approval + "_modeltype", 100),
            Text(Approval + "_result", 100),
            Flag(Approval + "_allowreassign", false),
            Moment(Approval + "_completedon", Approval + "_completedon"),
            Stage(Approval)
        );
        yield return Table(
            Request,
            "Approval Request",
            State(Request, 1, RequestReassigned),
            Statuses(Request, new(1, "Active", 0), new(RequestInactive, "Inactive", 1), new(RequestReassigned, "Reassigned", 1)),
            To(Request + Lookup, Approval),
            To(Request + "_reassignedfrom", Request),
            Flag(Request + "_allowreassignment", true),
            Text(Request + "_responseoptions", 2048)
        );
        yield return Table(
            Response,
            "Approval Response",
            State(Response, 192350000, ResponseCommitted),
            Statuses(Response, new(192350000, "Reviewing", 0), new(ResponseSaved, "Saved", 0), new(ResponseCommitted, "Committed", 1)),
            To(Response + Lookup, Approval),
            Text(Response + "_response", 100),
            Text(Response + "_comments", 4000),
            Text(Response + "_approvalstagekey", 100),
            Stage(Response),
            Text(Response + "idx_approvalid", 100),
            Text(Response + "idx_owninguserid", 100),
            Text(Response + "idx_stage", 100)
        );
    }

    public static IEnumerable<RelationshipDefinition> Relationships()
    {
        yield return Of("msdyn_flow_approvalrelationship_approvalrequests", Request, Lookup, Approval, DeleteBehavior.Cascade);
        yield return Of("msdyn_flow_approvalrelationship_approvalresponses", Response, Lookup, Approval, DeleteBehavior.Cascade);
        yield return Of("msdyn_flow_approvalrequestrelationship_reassignment", Request, "_reassignedfrom", Request, DeleteBehavior.RemoveLink);
    }

    /// <summary>Whether the service's application user holds a privilege: it reads and writes these tables and nothing else.</summary>
    public static bool Grants(string privilege) =>
        new[] { Approval, Request, Response }.Any(table =>
            Verbs.Any(verb => string.Equals(privilege, "prv" + verb + table, StringComparison.OrdinalIgnoreCase))
        );

    private static TableDefinition Table(string name, string displayName, params ColumnDefinition[] columns) =>
        new(
            name,
            name + "s",
            true,
            StandardColumns.AddTo(
                [
                    SystemTables.Key(name + "id", name + "Id"),
                    Text(name + "_name", 100),
                    .. columns,
                    Moment(StandardColumns.OverriddenCreatedOn, "OverriddenCreatedOn") with
                    {
                        ValidForUpdate = false,
                    },
                ],
                name,
                true
            ),
            name + "_name"
        )
        {
            DisplayName = displayName,
        };

    private static RelationshipDefinition Of(string name, string referencing, string column, string referenced, DeleteBehavior onDelete) =>
        new(name, referencing, referencing + column, referenced, referencing + column, name, onDelete);

    // The publisher spells the schema names of its columns in lower case.
    private static ColumnDefinition Column(string name, ColumnKind kind) =>
        new()
        {
            LogicalName = name,
            SchemaName = name,
            Kind = kind,
        };

    private static ColumnDefinition Text(string name, int maxLength, ColumnKind kind = ColumnKind.Text) =>
        Column(name, kind) with
        {
            MaxLength = maxLength,
        };

    private static ColumnDefinition Flag(string name, bool value) =>
        Column(name, ColumnKind.Boolean) with
        {
            Choice = new ChoiceDefinition(name, [new ChoiceOption(1, "Yes"), new ChoiceOption(0, "No")]),
            DefaultValue = value ? 1 : 0,
        };

    private static ColumnDefinition Moment(string name, string schemaName) =>
        Column(name, ColumnKind.DateTime) with
        {
            SchemaName = schemaName,
            DateBehavior = DateBehavior.UserLocal,
        };

    private static ColumnDefinition To(string name, string table) => Column(name, ColumnKind.Lookup) with { Targets = [table] };

    private static ColumnDefinition Stage(string table) =>
        Column(table + "_stage", ColumnKind.Choice) with
        {
            Choice = new ChoiceDefinition(
                "msdyn_flow_approvalstage",
                [new ChoiceOption(192350000, "Not Specified"), new ChoiceOption(StageBasic, "Basic"), new ChoiceOption(StageComplete, "Complete")]
            ),
        };

    private static ColumnDefinition State(string table, int whenActive, int whenInactive) =>
        Column("statecode", ColumnKind.State) with
        {
            DisplayName = "Status",
            ValidForCreate = false,
            Choice = new ChoiceDefinition(
                table + "_statecode",
                [new ChoiceOption(0, "Active", DefaultStatus: whenActive), new ChoiceOption(1, "Inactive", DefaultStatus: whenInactive)]
            ),
        };

    private static ColumnDefinition Statuses(string table, params ChoiceOption[] options) =>
        Column("statuscode", ColumnKind.Status) with
        {
            DisplayName = "Status Reason",
            Choice = new ChoiceDefinition(table + "_statuscode", options),
        };
}
