using System.IO.Compression;
using PowerIntegration.Packer.Sources;
using Xunit;

namespace PowerIntegration.Packer.Tests.Connectors;

public sealed class ConnectorDefinitionTests
{
    [Fact]
    public void The_solution_repeats_the_definition_byte_for_byte() =>
        Assert.Equal(
            File.ReadAllBytes(Path.Combine(Repository.Root, "connector/definition/apiDefinition.swagger.json")),
            File.ReadAllBytes(Path.Combine(Repository.Root, "solution/connector/Connectors/pint_5Fpowerintegration_openapidefinition.json"))
        );

    [Fact]
    public void The_connector_has_these_operations_and_no_other() =>
        Assert.Equal(
            [
                "AnchorHashes post /anchors",
                "AnswerWorkflowStep post /procore/workflows/answer",
                "CheckCoverage post /mapping/coverage",
                "CheckPaymentHold post /oracle/holds/check",
                "ContinueRuns post /runs/continue",
                "DetectProcoreChanges post /procore/changes/detect",
                "DraftMapping post /mapping/drafts",
                "GetCoverage get /mapping/coverage/{runId}",
                "ListCommitments get /procore/projects/{projectId}/commitments",
                "ListExpenditureTypes get /mapping/expendituretypes",
                "ListMappedTasks get /mapping/projects/{projectId}/tasks",
                "ListOrganizations get /mapping/organizations",
                "ListProjects get /procore/projects",
                "ListSegments get /procore/projects/{projectId}/segments",
                "ListTasks get /oracle/projects/{projectNumber}/tasks",
                "ListWbsCodes get /mapping/projects/{projectId}/codes",
                "ReadRecord post /records/read",
                "RefreshOracleStatuses post /oracle/statuses/refresh",
                "RefreshStructures post /structures/refresh",
                "ResolveWbsCode post /mapping/resolve",
                "SendAttachments post /oracle/documents/attach",
                "SubmitDocument post /oracle/documents/submit",
                "TestConnection get /connection",
            ],
            Repository.Definition().Operations.Select(operation => $"{operation.Id} {operation.Verb} {operation.Path}").Order(StringComparer.Ordinal)
        );

    [Theory]
    [InlineData("SubmitDocument", "documentId")]
    [InlineData("SendAttachments", "documentId")]
    [InlineData("ReadRecord", "eventId")]
    [InlineData("AnswerWorkflowStep", "approvalId")]
    public void What_moves_money_takes_an_id_and_nothing_else(string operationId, string only)
    {
        ConnectorDefinition definition = Repository.Definition();
        ConnectorOperation operation = definition.Operations.Single(operation => operation.Id == operationId);
        Assert.Equal(
            [only],
            definition.Resolve(Assert.Single(operation.Parameters)["schema"])!["properties"]!.AsObject().Select(member => member.Key)
        );
    }

    [Fact]
    public void Every_error_of_an_operation_has_an_example_with_code_and_sentence()
    {
        ConnectorDefinition definition = Repository.Definition();
        Assert.All(
            definition.Operations.SelectMany(operation => operation.Responses).Where(response => response.Key[0] is '4' or '5'),
            response =>
            {
                IDictionary<string, System.Text.Json.Nodes.JsonNode?> example = definition.Resolve(response.Value)!["examples"]![
                    "application/json"
                ]!.AsObject();
                Assert.Equal(["code", "detail", "status", "title", "traceId", "type"], example.Keys.Order(StringComparer.Ordinal));
                Assert.Equal(response.Key, example["status"]!.ToString());
            }
        );
    }

    [Fact]
    public void Error_examples_carry_codes_and_titles_that_the_gateway_really_answers()
    {
        string catalogue = File.ReadAllText(Path.Combine(Repository.Root, "connector/PowerIntegration.Gateway/Problems/ProblemCatalog.cs"));
        Assert.All(
            Repository.Definition().Swagger["responses"]!.AsObject(),
            response =>
            {
                System.Text.Json.Nodes.JsonNode example = response.Value!["examples"]!["application/json"]!;
                Assert.Contains($"(\"{example["code"]}\", {example["status"]}, \"{example["title"]}\")", catalogue, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public void The_ground_of_the_icon_is_the_brand_colour()
    {
        ConnectorDefinition definition = Repository.Definition();
        string colour = (string)definition.Properties["properties"]!["iconBrandColor"]!;
        byte[] row = FirstRow(definition.IconBytes, 3 * 230);
        Assert.All(row.Chunk(3), pixel => Assert.Equal(colour, "#" + Convert.ToHexString(pixel)));
    }

    // The first row of an eight-bit image with filter 0 is its pixels as they are; the picture data is one zlib stream in the chunk IDAT.
    private static byte[] FirstRow(byte[] png, int length)
    {
        int data = png.AsSpan().IndexOf("IDAT"u8) + 4;
        using ZLibStream picture = new(new MemoryStream(png, data, png.Length - data), CompressionMode.Decompress);
        byte[] row = new byte[length + 1];
        picture.ReadExactly(row);
        Assert.Equal(0, row[0]);
        return row[1..];
    }
}
