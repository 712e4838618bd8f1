using System.Text.Json.Nodes;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Local.Approvals;
using PowerIntegration.Local.Connectors;
using PowerIntegration.Local.Expressions;
using PowerIntegration.Local.Tests.Dataverse;
using Xunit;

namespace PowerIntegration.Local.Tests.Approvals;

/// <summary>The approvals service over the fixture's Dataverse: the administrator's connection asks the agent and the reader.</summary>
internal sealed class ApprovalDesk : IAsyncDisposable
{
    public const string Agent = "agent@contoso.example";
    public const string Reader = "reader@contoso.example";

    public static readonly Guid AgentId = Dataverse.Desk.Agent.SystemUserId;
    public static readonly Guid ReaderId = Dataverse.Desk.Reader.SystemUserId;

    private ApprovalDesk(Desk desk)
    {
        Desk = desk;
        Service = new ApprovalsService(desk.Dataverse, desk.Clock, new Uri("http://desk.test/"));
        Connector = new ApprovalsConnector(Service, Dataverse.Desk.Admin.SystemUserId);
    }

    public Desk Desk { get; }

    public ApprovalsService Service { get; }

    public ApprovalsConnector Connector { get; }

    public static ApprovalDesk Start(Action<DeskSolution>? arrange = null) => new(Desk.Start(arrange));

    public async Task<ApprovalDesk> RestartAsync() => new(await Desk.RestartAsync());

    /// <summary>Asks by the connector; answers the approval's id.</summary>
    public async Task<Guid> AskAsync(string people, string kind = "Basic", string more = "")
    {
        var response = await CallAsync(
            $$"""
            {"approvalType":"{{kind}}","ApprovalCreationInput/title":"Pay 7 of SC-1001","ApprovalCreationInput/assignedTo":"{{people}}"{{more}} }
            """
        );
        Assert.Equal(200, response.StatusCode);
        return Guid.Parse((string)response.Body!["name"]!);
    }

    public Task<ConnectorResponse> CallAsync(string parameters, string operation = "CreateAnApproval") =>
        Connector.InvokeAsync(new ConnectorCall(operation, (JsonObject)JsonText.Parse(parameters)!, "run-1"), TestContext.Current.CancellationToken);

    public Entity Approval(Guid id) => Desk.Service.Retrieve("msdyn_flow_approval", id, new ColumnSet(true));

    public IReadOnlyList<Entity> Rows(string table, Guid approval)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(true) };
        query.Criteria.AddCondition(table + "_approval", ConditionOperator.Equal, approval);
        query.AddOrder("createdon", OrderType.Ascending);
        query.AddOrder("versionnumber", OrderType.Ascending);
        return Desk.Service.RetrieveMultiple(query).Entities;
    }

    /// <summary>Each request of an approval as owner, state and reason, in the order in which they were made.</summary>
    public string Requests(Guid approval) =>
        string.Join(
            "; ",
            Rows("msdyn_flow_approvalrequest", approval)
                .OrderBy(row => Owner(row) == AgentId ? 0 : 1)
                .Select(row => $"{NameOf(Owner(row))} {Number(row, "statecode")}/{Number(row, "statuscode")}")
        );

    public static Guid Owner(Entity row) => row.GetAttributeValue<EntityReference>("ownerid").Id;

    public static int Number(Entity row, string column) => row.GetAttributeValue<OptionSetValue>(column).Value;

    public ValueTask DisposeAsync() => Desk.DisposeAsync();

    private static string NameOf(Guid user) =>
        user == AgentId ? "agent"
        : user == ReaderId ? "reader"
        : user.ToString();
}
