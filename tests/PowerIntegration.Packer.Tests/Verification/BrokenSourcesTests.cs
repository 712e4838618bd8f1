using Xunit;

namespace PowerIntegration.Packer.Tests.Verification;

/// <summary>
/// Each row breaks one thing of the flows or the connector in a copy of what ships: file, text, replacement, words of the sentence that must come.
/// </summary>
public sealed class BrokenSourcesTests
{
    private const string Submit = "solution/flows/Workflows/PI-Subcontractor*.json";
    private const string SubmitData = "solution/flows/Workflows/PI-Subcontractor*.data.xml";
    private const string Connector = "solution/connector/Connectors/pint_5Fpowerintegration.xml";

    [Theory]
    [InlineData(SubmitData, "<JsonFileName>/Workflows/PI", "<JsonFileName>/Workflows/XI", "it must name the file beside this one")]
    [InlineData(SubmitData, "<StateCode>1", "<StateCode>0", "import turns it on")]
    [InlineData(SubmitData, "Name=\"PI - ", "Name=\"", "Flows are named PI - ")]
    [InlineData(Submit, "\"definition\"", "\"definitions\"", "holds no flow definition")]
    [InlineData(
        Submit,
        "\"connectionReferenceLogicalName\": \"pint_powerintegration\"",
        "\"connectionReferenceLogicalName\": \"pint_gateway\"",
        "is not declared in Other/Customizations.xml"
    )]
    [InlineData(Submit, "\"logicalName\": \"pint_5Fpowerintegration\"", "\"logicalName\": \"\"", "named by api/logicalName too")]
    [InlineData(Submit, "\"runs\": 10", "\"runs\": 0", "how many runs go on at once")]
    [InlineData(
        Submit,
        "\"subscriptionRequest/entityname\": \"pint_inboundevent\"",
        "\"subscriptionRequest/entityname\": \"pint_inboundevents\"",
        "triggers take logical names"
    )]
    [InlineData(
        Submit,
        "\"subscriptionRequest/filteringattributes\": \"pint_eventstate\"",
        "\"subscriptionRequest/filteringattributes\": \"pint_state\"",
        "column 'pint_state' does not exist"
    )]
    [InlineData(
        "solution/flows/Other/Customizations.xml",
        "<customconnectorid>\n        <connectorid>",
        "<customconnectorid>\n        <connectorid>0",
        "is in none of the solutions"
    )]
    public void Flows(string file, string text, string replacement, string words) => Breaks(file, text, replacement, words);

    [Theory]
    [InlineData("\"type\": \"If\"", "\"type\": \"Foreach\"", "a flow is wiring only")]
    [InlineData("\"description\": \"Read once, prepare, submit.", "\"descriptions\": \"Read once, prepare, submit.", "at most 256 characters")]
    [InlineData("\"Mark_event_failed\": {", "\"Mark event failed\": {", "underscores for blanks")]
    [InlineData("\"Read_subcontractor_invoice\": [", "\"Read_invoice\": [", "which is not in the same scope")]
    [InlineData("\"TimedOut\"", "\"Late\"", "lists statuses out of")]
    [InlineData("\"operationId\": \"SubmitDocument\"", "\"operationId\": \"PostInvoice\"", "no operation PostInvoice")]
    [InlineData("\"body/eventId\"", "\"body/event\"", "The required parameter body/eventId is not given")]
    [InlineData("\"body/eventId\"", "\"body/event\"", "The parameter body/event does not exist there")]
    [InlineData("\"pint_PrepareSubcontractorInvoice\"", "\"pint_PrepareInvoice\"", "The custom API 'pint_PrepareInvoice' does not exist")]
    [InlineData("\"item/DocumentId\"", "\"item/Document\"", "The required parameter item/DocumentId is not given")]
    [InlineData("\"entityName\": \"pint_inboundevents\"", "\"entityName\": \"pint_inboundevent\"", "actions take set names")]
    [InlineData("\"item/pint_message\"", "\"item/pint_error\"", "The parameter item/pint_error does not exist there")]
    [InlineData("\"operationId\": \"UpdateOnlyRecord\"", "\"operationId\": \"UpdateRecord\"", "UpdateRecord is not used in these flows")]
    [InlineData(
        "\"connectionName\": \"shared_pint-5fpowerintegration\"",
        "\"connectionName\": \"shared_other\"",
        "not among the flow's connectionReferences"
    )]
    public void Actions(string text, string replacement, string words) => Breaks(Submit, text, replacement, words);

    [Theory]
    [InlineData(Connector, "<openapidefinition>/Connector/", "<openapidefinition>/Connectors/", "must name /Connector/")]
    [InlineData(Connector, "<name>pint_5F", "<name>pint_", "must name /Connector/pint_power")]
    [InlineData(Connector, "_iconblob.Png", "_icon.png", "the packer puts the icon there")]
    [InlineData(Connector, "<displayname>PowerIntegration", "<displayname>Gateway", "differs from the title")]
    [InlineData(Connector, "<iconbrandcolor>#1F5C66", "<iconbrandcolor>#000000", "differs from iconBrandColor")]
    [InlineData("connector/definition/apiDefinition.swagger.json", "\n", "\r\n", "it is the origin")]
    [InlineData(
        "connector/definition/apiProperties.json",
        "\"identityProvider\": \"aad\"",
        "\"identityProvider\": \"oauth2\"",
        "differs from the same part"
    )]
    [InlineData(Connector, "<connectorid>", "<connectorid>z", "is not a GUID")]
    public void Connector_parts(string file, string text, string replacement, string words) => Breaks(file, text, replacement, words);

    [Fact]
    public void Two_components_with_one_id()
    {
        using SourceCopy copy = new();
        string id = copy.Solutions[1].Xml("Roles/PowerIntegration Administrator.xml").Attribute("id");
        string other = copy.Solutions[1].Xml("Roles/PowerIntegration Service.xml").Attribute("id");
        copy.Replace("solution/core/Roles/PowerIntegration Service.xml", other, id);
        Assert.Contains(copy.Verify(), finding => finding.Sentence.Contains("Give each component an id of its own", StringComparison.Ordinal));
    }

    private static void Breaks(string file, string text, string replacement, string words)
    {
        using SourceCopy copy = new();
        copy.Replace(file, text, replacement);
        Assert.Contains(copy.Verify(), finding => finding.Sentence.Contains(words, StringComparison.Ordinal));
    }
}
