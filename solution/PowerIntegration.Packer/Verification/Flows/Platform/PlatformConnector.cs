using PowerIntegration.Packer.Verification.Flows.Typing;

namespace PowerIntegration.Packer.Verification.Flows.Platform;

/// <summary>
/// A connector of Microsoft beside Dataverse that flows of these solutions may use, with the operations, parameters and values that they may use of
/// it. What is not listed is a finding.
/// </summary>
/// <param name="ApiName">Its API name, the same in every environment.</param>
/// <param name="Operations">Its operations.</param>
internal sealed record PlatformConnector(string ApiName, IReadOnlyList<PlatformOperation> Operations)
{
    /// <summary>Name of the parameter that says where Teams posts.</summary>
    public const string Location = "location";

    private const string Approval = "ApprovalCreationInput/";

    /// <summary>Parameters that belong to a place of Teams and to no other.</summary>
    public static IReadOnlyDictionary<string, string[]> ByLocation { get; } =
        new Dictionary<string, string[]>
        {
            ["Chat with Flow bot"] = ["body/recipient"],
            ["Channel"] = ["body/recipient/groupId", "body/recipient/channelId"],
        };

    /// <summary>Body of an error.</summary>
    public static MembersShape Error { get; } =
        new(
            "an error of the connector",
            ("error", new MembersShape("an error of the connector", ("code", ValueShape.Text), ("message", ValueShape.Text))),
            ("message", ValueShape.Text),
            ("statusCode", ValueShape.Whole)
        );

    private static PlatformConnector[] All { get; } = [Approvals(), Teams()];

    /// <summary>The connector of this API name, or null.</summary>
    public static PlatformConnector? Find(string apiName) => All.FirstOrDefault(connector => connector.ApiName == apiName);

    /// <summary>The operation of this id, or null.</summary>
    public PlatformOperation? Operation(string? id) => Operations.FirstOrDefault(operation => operation.Id == id);

    private static PlatformConnector Approvals() =>
        new(
            "shared_approvals",
            [
                new PlatformOperation(
                    "CreateAnApproval",
                    [
                        new("approvalType", OneOf("Basic", "BasicAwaitAll"), true),
                        new(Approval + "title", ValueShape.Text, true),
                        new(Approval + "assignedTo", ValueShape.Text, true),
                        new(Approval + "details", ValueShape.Text),
                        new(Approval + "itemLink", ValueShape.Text),
                        new(Approval + "itemLinkDescription", ValueShape.Text),
                        new(Approval + "requestor", ValueShape.Text),
                        new(Approval + "enableNotifications", ValueShape.Flag),
                        new(Approval + "enableReassignment", ValueShape.Flag),
                    ],
                    new MembersShape("the answer of CreateAnApproval", ("name", new ScalarShape(ScalarKind.Id)), ("respondLink", ValueShape.Text))
                ),
            ]
        );

    private static PlatformConnector Teams()
    {
        PlatformParameter[] ofBoth =
        [
            new("poster", OneOf("Flow bot"), true),
            new(Location, OneOf([.. ByLocation.Keys]), true),
            new("body/messageBody", ValueShape.Text, true),
            .. ByLocation.Values.SelectMany(names => names).Select(name => new PlatformParameter(name, ValueShape.Text)),
        ];
        return new(
            "shared_teams",
            [
                new PlatformOperation("PostCardToConversation", ofBoth, Posted("PostCardToConversation")),
                new PlatformOperation(
                    "PostMessageToConversation",
                    [.. ofBoth, new("body/subject", ValueShape.Text), new("body/isAlert", ValueShape.Flag)],
                    Posted("PostMessageToConversation")
                ),
            ]
        );
    }

    private static MembersShape Posted(string operation) =>
        new($"the answer of {operation}", ("id", ValueShape.Text), ("messageLink", ValueShape.Text), ("conversationId", ValueShape.Text));

    private static ScalarShape OneOf(params string[] values) => new(ScalarKind.Text, values);
}
