using System.Text.Json.Nodes;
using PowerIntegration.Packer.Findings;
using Xunit;

namespace PowerIntegration.Packer.Tests.Flows;

/// <summary>Calls of Approvals and Teams, and the tables of the approvals service: what flows may use of them, and nothing else.</summary>
public sealed class MicrosoftCallTests(FlowBench bench) : IClassFixture<FlowBench>
{
    private const string Flow = "PI-Subcontractor";
    private const string Trigger = "When_an_invoice_event_is_new";
    private const string ReadResponse = "prvReadmsdyn_flow_approvalresponse";

    private const string Ask =
        "\"approvalType\":\"Basic\",\"ApprovalCreationInput/title\":\"T\",\"ApprovalCreationInput/assignedTo\":\"@triggerBody()?['pint_name']\"";

    private const string Post = "\"poster\":\"Flow bot\",\"location\":\"Chat with Flow bot\",\"body/recipient\":\"a@b\",\"body/messageBody\":\"{}\"";

    [Fact]
    public void A_flow_that_asks_posts_and_reads_what_is_listed() =>
        Assert.Empty(
            bench.WithMicrosoft(root =>
            {
                JsonObject ask = Step(
                    "approvals",
                    "CreateAnApproval",
                    Ask
                        + """
                        ,"ApprovalCreationInput/details":"D","ApprovalCreationInput/itemLink":"http://x",
                        "ApprovalCreationInput/itemLinkDescription":"L","ApprovalCreationInput/requestor":"a@b",
                        "ApprovalCreationInput/enableNotifications":true,"ApprovalCreationInput/enableReassignment":false
                        """
                );
                JsonObject card = Step(
                    "teams",
                    "PostCardToConversation",
                    Post.Replace("\"{}\"", "\"@{outputs('Ask')?['body/respondLink']} @{outputs('Ask')?['body/name']}\"", StringComparison.Ordinal),
                    "Ask"
                );
                JsonObject message = Step(
                    "teams",
                    "PostMessageToConversation",
                    """
                    "poster":"Flow bot","location":"Channel","body/recipient/groupId":"g","body/recipient/channelId":"c","body/messageBody":"m",
                    "body/subject":"@{outputs('Card')?['body/id']} @{body('Card')?['messageLink']} @{body('Card')?['conversationId']}",
                    "body/isAlert":true
                    """,
                    "Card"
                );
                Put(root, ("Ask", ask), ("Card", card), ("Message", message));
            })
        );

    [Theory]
    [InlineData(
        "approvals",
        "StartAndWaitForAnApproval",
        Ask,
        "host/operationId",
        "'StartAndWaitForAnApproval' of shared_approvals is not supported here"
    )]
    [InlineData("approvals", "WaitForAnApproval", "", "host/operationId", "'WaitForAnApproval' of shared_approvals is not supported here")]
    [InlineData(
        "teams",
        "PostCardAndWaitForResponse",
        Post,
        "host/operationId",
        "'PostCardAndWaitForResponse' of shared_teams is not supported here"
    )]
    [InlineData("approvals", "CreateAnApproval", "\"approvalType\":\"Basic\"", "parameters/ApprovalCreationInput/title", "is not given")]
    [InlineData(
        "approvals",
        "CreateAnApproval",
        Ask + ",\"ApprovalCreationInput/responseOptions\":[]",
        "parameters/ApprovalCreationInput/responseOptions",
        "is unknown in CreateAnApproval"
    )]
    [InlineData(
        "approvals",
        "CreateAnApproval",
        Ask + ",\"ApprovalCreationInput/enableReassignment\":\"no\"",
        "parameters/ApprovalCreationInput/enableReassignment",
        "and true or false is expected"
    )]
    [InlineData(
        "approvals",
        "CreateAnApproval",
        "\"approvalType\":\"CustomResponse\",\"ApprovalCreationInput/title\":\"\",\"ApprovalCreationInput/assignedTo\":\"a\"",
        "parameters/approvalType",
        "one of Basic, BasicAwaitAll"
    )]
    [InlineData(
        "approvals",
        "CreateAnApproval",
        "\"approvalType\":\"Basic\",\"ApprovalCreationInput/title\":\"\",\"ApprovalCreationInput/assignedTo\":\"a\"",
        "parameters/ApprovalCreationInput/title",
        "and one is required"
    )]
    [InlineData(
        "teams",
        "PostCardToConversation",
        Post + ",\"body/subject\":\"S\"",
        "parameters/body/subject",
        "is unknown in PostCardToConversation"
    )]
    [InlineData(
        "teams",
        "PostCardToConversation",
        Post + ",\"body/recipient/groupId\":\"g\"",
        "parameters/body/recipient/groupId",
        "The location 'Chat with Flow bot' has no parameter body/recipient/groupId"
    )]
    [InlineData(
        "teams",
        "PostMessageToConversation",
        "\"poster\":\"User\",\"location\":\"Channel\",\"body/messageBody\":\"m\"",
        "parameters/poster",
        "one of Flow bot"
    )]
    [InlineData(
        "teams",
        "PostMessageToConversation",
        "\"poster\":\"Flow bot\",\"location\":\"Channel\",\"body/messageBody\":\"m\"",
        "parameters/body/recipient/channelId",
        "is not given"
    )]
    [InlineData(
        "teams",
        "PostMessageToConversation",
        "\"poster\":\"Flow bot\",\"location\":\"Group chat\",\"body/messageBody\":\"m\"",
        "parameters/location",
        "one of Chat with Flow bot, Channel"
    )]
    [InlineData(
        "teams",
        "PostMessageToConversation",
        "\"poster\":\"Flow bot\",\"location\":\"Channel\",\"body/messageBody\":\"@triggerBody()\"",
        "parameters/body/messageBody",
        "and a text is expected"
    )]
    public void A_call_of_something_else(string connector, string operation, string parameters, string place, string words) =>
        Expect.Finding(bench.WithMicrosoft(root => Put(root, ("Step", Step(connector, operation, parameters)))), Flow, $"Step/inputs/{place}", words);

    [Fact]
    public void A_call_as_a_webhook_or_a_trigger()
    {
        IReadOnlyList<Finding> findings = bench.WithMicrosoft(root =>
        {
            JsonObject step = Step("approvals", "CreateAnApproval", Ask);
            step["type"] = "OpenApiConnectionWebhook";
            Put(root, ("Step", step));
            JsonNode trigger = root["properties"]!["definition"]!["triggers"]![Trigger]!;
            trigger["inputs"] = step["inputs"]!.DeepClone();
        });
        Expect.Finding(findings, Flow, "Step/inputs/host/operationId", "does not go with an action of type OpenApiConnectionWebhook");
        Expect.Finding(findings, Flow, $"{Trigger}/inputs/host/operationId", "does not go with a trigger");
    }

    [Fact]
    public void What_an_answer_or_an_error_does_not_have_is_named()
    {
        IReadOnlyList<Finding> findings = bench.WithMicrosoft(root =>
        {
            JsonObject step = Step(
                "teams",
                "PostCardToConversation",
                Post.Replace("{}", "@{body('Ask')?['outcome']}", StringComparison.Ordinal),
                "Ask"
            );
            JsonObject failed = Step(
                "teams",
                "PostCardToConversation",
                Post.Replace("{}", "@{body('Ask')?['error']?['message']} @{body('Ask')?['reason']}", StringComparison.Ordinal)
            );
            failed["runAfter"] = new JsonObject { ["Ask"] = new JsonArray("Failed", "TimedOut") };
            Put(root, ("Ask", Step("approvals", "CreateAnApproval", Ask)), ("Tell", step), ("Complain", failed));
        });
        Assert.Contains("outcome", Of("Tell"), StringComparison.Ordinal);
        Assert.Contains("reason", Of("Complain"), StringComparison.Ordinal);

        string Of(string step) => Assert.Single(findings, finding => finding.Element.StartsWith(step, StringComparison.Ordinal)).Sentence;
    }

    [Fact]
    public void A_trigger_on_an_answer_needs_the_right_to_read_it()
    {
        Expect.Finding(bench.WithMicrosoft(root => Wait(root)), Flow, Trigger, $"needs the privilege {ReadResponse}");
        Assert.Empty(bench.WithMicrosoft(root => Wait(root), ReadResponse));
    }

    [Theory]
    [InlineData("entityname", "msdyn_flow_approvalresponses", "triggers take logical names")]
    [InlineData("entityname", "msdyn_flow_flowapproval", "does not exist")]
    [InlineData("filteringattributes", "msdyn_flow_approvalresponse_outcome", "column 'msdyn_flow_approvalresponse_outcome' does not exist")]
    [InlineData("filterexpression", "statuscode eq 1", "one of 192350000, 192350001, 192350002")]
    [InlineData("filterexpression", "msdyn_flow_approvalresponse_response eq 1", "and the column holds a text")]
    public void A_trigger_on_what_the_table_does_not_have(string parameter, string value, string words) =>
        Expect.Finding(
            bench.WithMicrosoft(root => Wait(root)["subscriptionRequest/" + parameter] = value, ReadResponse),
            Flow,
            $"{Trigger}/inputs/parameters/subscriptionRequest/{parameter}",
            words
        );

    [Fact]
    public void The_tables_of_approvals_are_read_and_never_written()
    {
        IReadOnlyList<Finding> findings = bench.WithMicrosoft(root =>
            Put(
                root,
                (
                    "Read",
                    Step(
                        "dataverse",
                        "ListRecords",
                        """
                        "entityName":"msdyn_flow_approvals","$select":"msdyn_flow_approval_title,msdyn_flow_approval_result",
                        "$filter":"msdyn_flow_approval_stage eq 192351000 and msdyn_flow_approval_completedon ge 2026-01-31T06:00:00Z",
                        "$expand":"msdyn_flow_approvalrelationship_approvalrequests($select=statuscode,_ownerid_value)"
                        """
                    )
                ),
                ("Write", Step("dataverse", "CreateRecord", "\"entityName\":\"msdyn_flow_approvalresponses\",\"item/statuscode\":192350002", "Read")),
                (
                    "Wrong",
                    Step("dataverse", "ListRecords", "\"entityName\":\"msdyn_flow_approvals\",\"$select\":\"msdyn_flow_approval_total\"", "Write")
                )
            )
        );
        Assert.DoesNotContain(findings, finding => finding.Element.StartsWith("Read/inputs/parameters", StringComparison.Ordinal));
        Expect.Finding(findings, Flow, "Read", "needs the privilege prvReadmsdyn_flow_approval,");
        Expect.Finding(findings, Flow, "Write/inputs/parameters/entityName", "are written by the platform's approvals service only");
        Expect.Finding(findings, Flow, "Wrong/inputs/parameters/$select", "The column 'msdyn_flow_approval_total' does not exist");
    }

    // The trigger of the sample, on an answer that is committed; answers its parameters.
    private static JsonObject Wait(JsonObject root)
    {
        Put(
            root,
            ("Ask", Step("approvals", "CreateAnApproval", Ask.Replace("pint_name", "msdyn_flow_approvalresponse_response", StringComparison.Ordinal)))
        );
        JsonObject parameters = root["properties"]!["definition"]!["triggers"]![Trigger]!["inputs"]!["parameters"]!.AsObject();
        parameters["subscriptionRequest/entityname"] = "msdyn_flow_approvalresponse";
        parameters["subscriptionRequest/filteringattributes"] = "statuscode,ownerid,msdyn_flow_approvalresponse_approval";
        parameters["subscriptionRequest/filterexpression"] = "statuscode eq 192350002 and statecode eq 1";
        return parameters;
    }

    // Puts the steps in the place of the sample's own, with the connections that they use.
    private static void Put(JsonObject root, params (string Name, JsonObject Step)[] steps)
    {
        root["properties"]!["definition"]!["actions"] = new JsonObject(steps.Select(step => KeyValuePair.Create(step.Name, (JsonNode?)step.Step)));
        JsonObject connections = root["properties"]!["connectionReferences"]!.AsObject();
        connections.Remove("shared_pint-5fpowerintegration");
        foreach (
            string name in steps
                .Select(step => (string)step.Step["inputs"]!["host"]!["connectionName"]!)
                .Where(name => !connections.ContainsKey(name))
                .Distinct()
                .ToArray()
        )
        {
            connections[name] = new JsonObject
            {
                ["runtimeSource"] = "embedded",
                ["connection"] = new JsonObject { ["connectionReferenceLogicalName"] = name.Replace("shared", "pint", StringComparison.Ordinal) },
                ["api"] = new JsonObject { ["name"] = name },
            };
        }
    }

    private static JsonObject Step(string connector, string operation, string parameters, string? after = null)
    {
        string api = connector == "dataverse" ? "shared_commondataserviceforapps" : $"shared_{connector}";
        return new JsonObject
        {
            ["runAfter"] = after is null ? new JsonObject() : new JsonObject { [after] = new JsonArray("Succeeded") },
            ["metadata"] = new JsonObject { ["operationMetadataId"] = "2fe48233-bd3d-5579-b387-0a2d31c6619b" },
            ["type"] = "OpenApiConnection",
            ["description"] = "A step.",
            ["inputs"] = new JsonObject
            {
                ["host"] = new JsonObject
                {
                    ["connectionName"] = api,
                    ["operationId"] = operation,
                    ["apiId"] = $"/providers/Microsoft.PowerApps/apis/{api}",
                },
                ["parameters"] = JsonNode.Parse("{" + parameters + "}"),
                ["authentication"] = "@parameters('$authentication')",
            },
        };
    }
}
