using System.Text.Json.Nodes;
using PowerIntegration.Local.Approvals;

namespace PowerIntegration.Local.Connectors;

/// <summary>The approvals connector over the approvals service of the local Dataverse.</summary>
/// <param name="service">The service.</param>
/// <param name="connectionUser">The user of the connection, in Dataverse; the approvals are his.</param>
public sealed class ApprovalsConnector(ApprovalsService service, Guid connectionUser) : IConnector
{
    private const string Name = "Approvals";
    private const string Kind = "approvalType";
    private const string Title = "ApprovalCreationInput/title";
    private const string AssignedTo = "ApprovalCreationInput/assignedTo";
    private const string Details = "ApprovalCreationInput/details";
    private const string ItemLink = "ApprovalCreationInput/itemLink";
    private const string ItemLinkDescription = "ApprovalCreationInput/itemLinkDescription";
    private const string Requestor = "ApprovalCreationInput/requestor";
    private const string EnableNotifications = "ApprovalCreationInput/enableNotifications";
    private const string EnableReassignment = "ApprovalCreationInput/enableReassignment";

    private static readonly OperationTable Operations = new(
        Name,
        new Dictionary<string, (string[], string[])>
        {
            ["CreateAnApproval"] = (
                [Kind, Title, AssignedTo],
                [Details, ItemLink, ItemLinkDescription, Requestor, EnableNotifications, EnableReassignment]
            ),
        },
        "WaitForAnApproval",
        "StartAndWaitForAnApproval"
    );

    /// <inheritdoc/>
    public string ApiName => "shared_approvals";

    /// <inheritdoc/>
    public void Check(string operationId, IReadOnlyCollection<string> parameterNames) => Operations.Check(operationId, parameterNames);

    /// <inheritdoc/>
    public Task<ConnectorResponse> InvokeAsync(ConnectorCall call, CancellationToken cancellationToken)
    {
        Check(call.OperationId, [.. call.Parameters.Select(parameter => parameter.Key)]);
        var result = service.Create(connectionUser, Input(new FlatParameters(Name, call)));
        return Task.FromResult(
            result.Refusal is { } refusal
                ? Answer(
                    ApprovalsGuesses.RefusedStatus,
                    new JsonObject
                    {
                        ["error"] = new JsonObject { ["code"] = refusal.Code, ["message"] = refusal.Sentence },
                    }
                )
                : Answer(200, new JsonObject { ["name"] = result.Id.ToString(), ["respondLink"] = service.RespondLink(result.Id!.Value).ToString() })
        );
    }

    private static ApprovalInput Input(FlatParameters parameters)
    {
        // No notification is sent here, whatever the flow asks for; the flag still has to be one.
        parameters.Flag(EnableNotifications, true);
        return new ApprovalInput
        {
            Kind = Enum.Parse<ApprovalKind>(parameters.OneOf(Kind, nameof(ApprovalKind.Basic), nameof(ApprovalKind.BasicAwaitAll))),
            Title = parameters.Text(Title) ?? "",
            AssignedTo = parameters.Text(AssignedTo) ?? "",
            Details = parameters.Text(Details),
            ItemLink = parameters.Text(ItemLink),
            ItemLinkDescription = parameters.Text(ItemLinkDescription),
            Requestor = parameters.Text(Requestor),
            EnableReassignment = parameters.Flag(EnableReassignment, true),
        };
    }

    private static ConnectorResponse Answer(int status, JsonObject body) =>
        new(status, new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase), body);
}
