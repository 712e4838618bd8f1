using PowerIntegration.Packer.Verification.Approvals;
using PowerIntegration.Packer.Verification.Flows.Typing;

namespace PowerIntegration.Packer.Verification.Flows.Dataverse;

/// <summary>The tables of the approvals service as flows read them, with the columns that flows of these solutions may name.</summary>
internal static class ApprovalTableModels
{
    private static readonly ValueShape Id = new ScalarShape(ScalarKind.Id);
    private static readonly ValueShape Stage = Choice("192350000", "192350001", "192351000");

    private static readonly TableModel[] All =
    [
        Table(
            ApprovalTables.Approval,
            Choice("192350000", "192350001", "192350002", "192350004", "192350005", "192350006", "192350007"),
            [
                ("_title", ValueShape.Text),
                ("_details", ValueShape.Text),
                ("_itemlink", ValueShape.Text),
                ("_itemlinkdescription", ValueShape.Text),
                ("_modeltype", ValueShape.Text),
                ("_result", ValueShape.Text),
                ("_allowreassign", ValueShape.Flag),
                ("_completedon", new ScalarShape(ScalarKind.Moment)),
                ("_stage", Stage),
            ],
            new("msdyn_flow_approvalrelationship_approvalrequests", ApprovalTables.Request, true),
            new("msdyn_flow_approvalrelationship_approvalresponses", ApprovalTables.Response, true)
        ),
        Table(
            ApprovalTables.Request,
            Choice("1", "2", "192350000"),
            [("_allowreassignment", ValueShape.Flag), ("_responseoptions", ValueShape.Text)],
            new("msdyn_flow_approvalrequest_approval", ApprovalTables.Approval, false),
            new("msdyn_flow_approvalrequest_reassignedfrom", ApprovalTables.Request, false)
        ),
        Table(
            ApprovalTables.Response,
            Choice("192350000", "192350001", "192350002"),
            [
                ("_response", ValueShape.Text),
                ("_comments", ValueShape.Text),
                ("_approvalstagekey", ValueShape.Text),
                ("_stage", Stage),
                ("idx_approvalid", ValueShape.Text),
                ("idx_owninguserid", ValueShape.Text),
                ("idx_stage", ValueShape.Text),
            ],
            new NavigationModel("msdyn_flow_approvalresponse_approval", ApprovalTables.Approval, false)
        ),
    ];

    /// <summary>The table of this logical name, or null.</summary>
    public static TableModel? Table(string? logicalName) => All.FirstOrDefault(table => table.LogicalName == logicalName);

    /// <summary>The table of this entity set, or null.</summary>
    public static TableModel? Set(string? setName) => All.FirstOrDefault(table => table.SetName == setName);

    // A lookup is a column and a way; the platform spells the name of its navigation property as the column.
    private static TableModel Table(
        string name,
        ValueShape statuses,
        (string Ending, ValueShape Shape)[] columns,
        params NavigationModel[] navigations
    ) =>
        new(
            name,
            ApprovalTables.SetOf(name),
            [
                Column(name + "id", Id),
                Column(name + "_name", ValueShape.Text),
                .. columns.Select(column => Column(name + column.Ending, column.Shape)),
                .. navigations.Where(way => !way.IsCollection).Select(way => Column($"_{way.Name}_value", Id)),
                Column("statuscode", statuses),
                .. TableReading.OfThePlatform(true).Where(column => column.Name != "statuscode"),
            ],
            navigations
        );

    private static ColumnModel Column(string name, ValueShape shape) => new(name, shape, false, false);

    private static ScalarShape Choice(params string[] values) => new(ScalarKind.Whole, values);
}
