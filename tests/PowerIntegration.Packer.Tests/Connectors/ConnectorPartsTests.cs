using System.Text.Json.Nodes;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Connectors;
using Xunit;

namespace PowerIntegration.Packer.Tests.Connectors;

/// <summary>The solution form of the connector: complete, and the same as the repository form.</summary>
public sealed class ConnectorPartsTests(ConnectorBench bench) : IClassFixture<ConnectorBench>
{
    private const string Record = "Connectors/pint_5Fpowerintegration.xml";

    [Theory]
    [InlineData("<openapidefinition>/Connector/", "<openapidefinition>/Connectors/", "openapidefinition", "must name /Connector/")]
    [InlineData("<connectionparameters>/Connector/pint_5F", "<connectionparameters>/Connector/", "connectionparameters", "must name /Connector/")]
    [InlineData("<name>pint_5F", "<name>pint_", "openapidefinition", "must name /Connector/pint_power")]
    [InlineData("_iconblob.Png", "_icon.png", "iconblob", "the packer puts the icon there")]
    [InlineData("<displayname>PowerIntegration", "<displayname>Gateway", "displayname", "differs from the title")]
    [InlineData("<iconbrandcolor>#1F5C66", "<iconbrandcolor>#000000", "iconbrandcolor", "differs from iconBrandColor")]
    public void The_record_of_the_connector(string text, string replacement, string place, string words) =>
        Expect.Finding(bench.AfterReplacingRecord((text, replacement)), Record, place, words);

    [Theory]
    [InlineData("<connectorid>3fe4", "<connectorid>zfe4", "Connector/connectorid", "a GUID without braces")]
    [InlineData("<connectortype>1", "<connectortype>2", "Connector/connectortype", "The value is '2'. Write 1")]
    [InlineData("<iconbrandcolor>#1F5C66", "<iconbrandcolor>teal", "Connector/iconbrandcolor", "a color such as")]
    [InlineData(
        "<displayname>PowerIntegration</displayname>",
        "<displayName>PowerIntegration</displayName>",
        "Connector/displayName",
        "is not supported here"
    )]
    [InlineData("<displayname>PowerIntegration</displayname>", "", "Connector (line 2)", "The element displayname is missing")]
    public void The_record_of_the_connector_by_its_layout(string text, string replacement, string place, string words) =>
        Expect.Finding(bench.AfterReplacingRecord((text, replacement)), Record, place, words);

    [Theory]
    [InlineData("\"identityProvider\": \"aad\"", "\"identityProvider\": \"oauth2\"", "connectionparameters")]
    [InlineData("\"tenantId\"", "\"tenant\"", "connectionparameters")]
    [InlineData("\"policyTemplateInstances\": []", "\"policyTemplateInstances\": [1]", "policytemplateinstances")]
    public void A_part_that_differs_from_its_origin(string text, string replacement, string place) =>
        Expect.Finding(bench.AfterReplacing(ConnectorDefinition.PropertiesFile, (text, replacement)), Record, place, "it is the origin");

    [Theory]
    [InlineData("openapidefinition", """{ "swagger": "1.0" }""", "swagger", "Write \"2.0\"")]
    [InlineData("connectionparameters", """{ "token": { "type": "oauth" } }""", "token/type", "Write one of string")]
    [InlineData("policytemplateinstances", """[{ "templateId": "none" }]""", "[0]/templateId", "Write one of dynamichosturl")]
    public void A_part_of_the_solution_by_itself(string part, string content, string place, string words) =>
        Expect.Finding(bench.WithPart(part, JsonNode.Parse(content)!), $"Connectors/pint_5Fpowerintegration_{part}.json", place, words);

    [Fact]
    public void A_definition_with_other_bytes()
    {
        using SourceCopy copy = new();
        copy.Replace("connector/definition/apiDefinition.swagger.json", "\n", "\r\n");
        Assert.Contains(copy.Verify(), finding => finding.Sentence.Contains("it is the origin", StringComparison.Ordinal));
    }

    [Fact]
    public void An_icon_that_is_no_square_png()
    {
        using SourceCopy copy = new();
        copy.Write("connector/definition/icon.png", "no picture");
        Assert.Contains(copy.Verify(), finding => finding.Sentence.StartsWith("The icon is an opaque PNG", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_no_connector_names()
    {
        using SourceCopy copy = new();
        copy.Write("solution/connector/Connectors/old_openapidefinition.json", "{}");
        Assert.Contains(
            copy.Verify(),
            finding =>
                finding.File == "Connectors/old_openapidefinition.json"
                && finding.Sentence.StartsWith("No connector names this file", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("[]", "It is not a JSON object")]
    [InlineData("\"text\"", "It is not a JSON object")]
    [InlineData("{ \"swagger\": \"2.0\", \"swagger\": \"2.0\" }", "is not valid JSON")]
    [InlineData("{ \"swagger\": \"\\ud800\" }", "not valid Unicode")]
    [InlineData("{ \"swagger\":", "is not valid JSON")]
    public void A_definition_that_cannot_be_read(string content, string words)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("packer-tests-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, ConnectorDefinition.DefinitionFile), content);
            Assert.Contains(
                ConnectorDefinition.Read(folder.FullName).Unreadable,
                finding => finding.File == ConnectorDefinition.DefinitionFile && finding.Sentence.Contains(words, StringComparison.Ordinal)
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_definition_of_a_megabyte()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("packer-tests-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, ConnectorDefinition.DefinitionFile), "{}" + new string(' ', 1_000_000));
            Catalogue catalogue = new([], ConnectorDefinition.Read(folder.FullName));
            Expect.Finding([.. ConnectorHouseCheck.Find(catalogue)], ConnectorDefinition.DefinitionFile, "the file", "a megabyte or more");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_connector_of_this_product_under_another_name()
    {
        using SmallSolution solution = new();
        WithConnector(solution, "abc_5Fany", "3fe4efb2-0a48-505d-b763-01b671915b34");
        solution.Finds("Connectors/abc_5Fany.xml", "The name begins with pint_5F");
    }

    [Fact]
    public void A_connection_reference_that_points_at_two_connectors()
    {
        using SmallSolution solution = new();
        WithConnector(solution, "pint_5Fone", "3fe4efb2-0a48-505d-b763-01b671915b34");
        WithConnector(solution, "pint_5Ftwo", "4fe4efb2-0a48-505d-b763-01b671915b34");
        string customizations = File.ReadAllText(Path.Combine(Repository.Root, "solution/flows/Other/Customizations.xml"));
        solution.With(
            "Other/Customizations.xml",
            customizations
                .Replace("shared_pint-5fpowerintegration", "shared_pint-5fone", StringComparison.Ordinal)
                .Replace("3fe4efb2-0a48-505d-b763-01b671915b34", "4fe4efb2-0a48-505d-b763-01b671915b34", StringComparison.Ordinal)
        );
        solution.Finds("Other/Customizations.xml", "connectorid points at pint_5Fone and customconnectorid at another connector");
    }

    private static void WithConnector(SmallSolution solution, string name, string id) =>
        solution
            .With($"Connectors/{name}_openapidefinition.json", "{}")
            .With($"Connectors/{name}_connectionparameters.json", "{}")
            .With($"Connectors/{name}_policytemplateinstances.json", "[]")
            .With(
                $"Connectors/{name}.xml",
                $"""
                <Connector>
                  <connectorid>{id}</connectorid>
                  <displayname>Any</displayname>
                  <iconbrandcolor>#1F5C66</iconbrandcolor>
                  <name>{name}</name>
                  <connectortype>1</connectortype>
                  <openapidefinition>/Connector/{name}_openapidefinition.json</openapidefinition>
                  <connectionparameters>/Connector/{name}_connectionparameters.json</connectionparameters>
                  <policytemplateinstances>/Connector/{name}_policytemplateinstances.json</policytemplateinstances>
                </Connector>
                """
            );
}
