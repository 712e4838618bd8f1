using Xunit;

namespace PowerIntegration.Packer.Tests.Verification;

/// <summary>Each row breaks one thing in a copy of what ships: file, text, replacement, words of the sentence that must come.</summary>
public sealed class BrokenSourcesTests
{
    private const string Core = "solution/core/";
    private const string Document = Core + "Entities/pint_Document/Entity.xml";
    private const string Project = Core + "Other/Relationships/pint_Project.xml";
    private const string Assembly = Core + "PluginAssemblies/*.dll.data.xml";
    private const string Service = Core + "Roles/PowerIntegration Service.xml";
    private const string Prepare = Core + "customapis/pint_PrepareSubcontractorInvoice/";
    private const string Submit = "solution/flows/Workflows/PI-Subcontractor*.json";
    private const string SubmitData = "solution/flows/Workflows/PI-Subcontractor*.data.xml";
    private const string Connector = "solution/connector/Connectors/pint_5Fpowerintegration.xml";

    [Theory]
    [InlineData(Core + "Other/Solution.xml", "<UniqueName>PowerIntegrationCore", "<UniqueName>Core", "does not begin with PowerIntegration")]
    [InlineData(Core + "Other/Solution.xml", "<Version>0.1.0.0", "<Version>0.1", "not four numbers")]
    [InlineData(Core + "Other/Solution.xml", "<CustomizationPrefix>pint", "<CustomizationPrefix>pin", "the publisher has 'pint'")]
    [InlineData(Core + "Other/Customizations.xml", "  <SolutionPluginAssemblies />\n", "", "The slot is missing")]
    [InlineData(Core + "Other/Solution.xml", "schemaName=\"pint_cursor\"", "schemaName=\"pint_cursors\"", "No file holds this component")]
    [InlineData(
        Core + "Other/Solution.xml",
        "<RootComponent type=\"9\" schemaName=\"pint_matching\" behavior=\"0\" />",
        "",
        "in the files but not listed"
    )]
    public void Manifest(string file, string text, string replacement, string words) => Breaks(file, text, replacement, words);

    [Theory]
    [InlineData(Document, "<entity Name=\"pint_Document\">", "<entity Name=\"doc_Document\">", "does not begin with pint_")]
    [InlineData(Document, "<EntitySetName>pint_documents", "<EntitySetName>pint_documentset", "sets are the logical name with an s")]
    [InlineData(Document, "<AttributeName>pint_key", "<AttributeName>pint_keys", "The key names the column pint_keys")]
    [InlineData(Document, "<EntityKey>", "<key>", "no well-formed XML")]
    [InlineData(
        Document,
        "<IsAuditEnabled>1</IsAuditEnabled>\n      <IsRetrieve",
        "<IsAuditEnabled>0</IsAuditEnabled>\n      <IsRetrieve",
        "Auditing is off"
    )]
    [InlineData(Document, "<OwnershipTypeMask>UserOwned", "<OwnershipTypeMask>TeamOwned", "must be UserOwned or OrgOwned")]
    [InlineData(Document, "<IsActivity>0</IsActivity>", "<IsActivty>0</IsActivty>", "IsActivty is unknown")]
    [InlineData(Document, "PrimaryName|", "", "exactly one primary name")]
    public void Tables(string file, string text, string replacement, string words) => Breaks(file, text, replacement, words);

    [Theory]
    [InlineData(Document, "<LogicalName>pint_approvedon", "<LogicalName>pint_ApprovedOn", "the physical name in lower case")]
    [InlineData(Document, "PhysicalName=\"pint_Key\"", "PhysicalName=\"doc_Key\"", "does not begin with pint_")]
    [InlineData(Document, "<RequiredLevel>required", "<RequiredLevel>needed", "RequiredLevel 'needed' is unknown")]
    [InlineData(Document, "<Accuracy>2</Accuracy>", "<Accuracy>4</Accuracy>", "Amounts have 2 digits")]
    [InlineData(Document, "<Accuracy>2</Accuracy>", "", "needs the element Accuracy")]
    [InlineData(Document, "<Behavior>2</Behavior>", "<Behavior>1</Behavior>", "date-only: Behavior 2")]
    [InlineData(Document, "<Behavior>1</Behavior>", "<Behavior>3</Behavior>", "A point in time has Behavior 1")]
    [InlineData(Document, "<Length>400</Length>", "<Length>200</Length>", "Length must be twice MaxLength")]
    [InlineData(Document, "<Type>decimal</Type>", "<Type>money</Type>", "The type 'money' is not one")]
    [InlineData(
        Document,
        "<OptionSetName>pint_documentstate",
        "<OptionSetName>pint_documentstates",
        "The choice 'pint_documentstates' does not exist"
    )]
    [InlineData(Document, "<MaxLength>100</MaxLength>", "<MaxLenght>100</MaxLenght>", "MaxLenght is unknown")]
    public void Columns(string file, string text, string replacement, string words) => Breaks(file, text, replacement, words);

    [Theory]
    [InlineData(Project, "<ReferencingAttributeName>pint_ProjectId", "<ReferencingAttributeName>pint_Project", "has no lookup column pint_Project.")]
    [InlineData(Project, "<ReferencedEntityName>pint_Project<", "<ReferencedEntityName>pint_Job<", "The table pint_Job does not exist")]
    [InlineData(Project, "<CascadeDelete>Restrict", "<CascadeDelete>RemoveLink", "cut loose")]
    [InlineData(
        Project,
        "<NavigationPropertyName>pint_ProjectId",
        "<NavigationPropertyName>pint_projectid",
        "No role has the navigation property pint_ProjectId"
    )]
    [InlineData(Project, "Name=\"pint_project_contract_project\"", "Name=\"PINT_PROJECT_CURSOR_PROJECT\"", "names are compared without case")]
    [InlineData(Document, "<Type>lookup</Type>", "<Type>int</Type>", "has no lookup column")]
    [InlineData(Core + "Other/Relationships.xml", "pint_project_contract_project", "pint_project_contract_job", "The index and the files")]
    [InlineData(Core + "Entities/pint_Cursor/Entity.xml", "pint_EnvironmentId", "pint_EnvironmentID", "has no lookup column pint_EnvironmentId")]
    public void Relationships(string file, string text, string replacement, string words) => Breaks(file, text, replacement, words);

    [Theory]
    [InlineData(Core + "OptionSets/pint_matching.xml", "value=\"723100001\"", "value=\"100000001\"", "the publisher's own")]
    [InlineData(Core + "OptionSets/pint_matching.xml", "value=\"723100001\"", "value=\"723100000\"", "The value 723100000 is there more than once")]
    [InlineData(
        Core + "OptionSets/pint_matching.xml",
        "description=\"Unmatched\"",
        "description=\"Matched\"",
        "The label 'Matched' is there more than once"
    )]
    [InlineData(
        Core + "OptionSets/pint_matching.xml",
        "Name=\"pint_matching\"",
        "Name=\"pint_Matching\"",
        "is lower case and is the name of the file"
    )]
    [InlineData(Service, "prvReadpint_Document\"", "prvReadpint_document\"", "No table of the solution has this privilege")]
    [InlineData(Service, "prvReadpint_Contract\"", "prvSharepint_Contract\"", "No table of the solution has this privilege")]
    [InlineData(Service, "prvReadpint_Contract\" level=\"Global\"", "prvReadpint_Contract\" level=\"Local\"", "knows Global only")]
    [InlineData(Service, "prvReadpint_Contract\"", "prvReadpint_Cursor\"", "The role names the privilege twice")]
    [InlineData(Service, "<Role id=\"{", "<Role id=\"{x", "is no GUID")]
    public void Choices_and_roles(string file, string text, string replacement, string words) => Breaks(file, text, replacement, words);

    [Theory]
    [InlineData(Assembly, "<IsolationMode>2", "<IsolationMode>1", "IsolationMode 2")]
    [InlineData(Assembly, "<FileName>/PluginAssemblies/", "<FileName>/Plugins/", "the assembly belongs beside this file")]
    [InlineData(
        Assembly,
        "<PluginType AssemblyQualifiedName=\"PowerIntegration",
        "<PluginType AssemblyQualifiedName=\"Other",
        "AssemblyQualifiedName is"
    )]
    [InlineData(Assembly, "<FriendlyName>RecordOutcome</FriendlyName>", "", "FriendlyName is missing")]
    [InlineData(Assembly, "PluginTypeId=\"", "PluginTypeId=\"{", "without braces")]
    [InlineData(
        Assembly,
        "FullName=\"PowerIntegration.Plugins, Version=1.0.0.0, Culture=neutral, PublicKeyToken=43e2d84ed15f9658\"",
        "FullName=\"PowerIntegration.Plugins, Version=1.0.0.0, Culture=neutral, PublicKeyToken=null\"",
        "must be strong-named"
    )]
    [InlineData(Prepare + "customapi.xml", "<plugintypeexportkey>", "<plugintypeexportkey>0", "No assembly registers a plug-in type")]
    [InlineData(Prepare + "customapi.xml", "<executeprivilegename>prvWrite", "<executeprivilegename>prvEdit", "so that not everybody may call it")]
    [InlineData(Prepare + "customapi.xml", "<isfunction>0", "<isfunction>1", "isfunction is '1'")]
    [InlineData(Prepare + "customapi.xml", "uniquename=\"pint_Prepare", "uniquename=\"pint_Do", "is also the name and the folder")]
    [InlineData(
        Prepare + "customapiresponseproperties/State/customapiresponseproperty.xml",
        "<type>10",
        "<isoptional>1</isoptional><type>10",
        "has no isoptional"
    )]
    [InlineData(Prepare + "customapiresponseproperties/Amount/customapiresponseproperty.xml", "<type>2<", "<type>8<", "The type '8' is not one")]
    [InlineData(
        Prepare + "customapirequestparameters/DocumentId/customapirequestparameter.xml",
        "<isoptional>0</isoptional>",
        "",
        "says isoptional 0 or 1"
    )]
    [InlineData(
        Prepare + "customapirequestparameters/DocumentId/customapirequestparameter.xml",
        "uniquename=\"DocumentId\"",
        "uniquename=\"DocId\"",
        "must be the unique name"
    )]
    public void Plugins_and_custom_apis(string file, string text, string replacement, string words) => Breaks(file, text, replacement, words);

    [Theory]
    [InlineData("<PluginTypeId>", "<PluginTypeId>0", "No assembly registers the type")]
    [InlineData("<SdkMessageId>", "<SdkMessageId>0", "is not known here")]
    [InlineData("SdkMessageProcessingStepId=\"{", "SdkMessageProcessingStepId=\"", "named after the id")]
    [InlineData("<EventHandlerTypeCode>4602</EventHandlerTypeCode>", "", "EventHandlerTypeCode must be 4602")]
    [InlineData("<Stage>20", "<Stage>30", "not a synchronous step")]
    [InlineData("<Rank>1</Rank>", "<Rank>1</Rank><Configuration></Configuration>", "Leave an optional element out")]
    [InlineData("<PrimaryEntity>pint_", "<PrimaryEntity>doc_", "does not exist")]
    public void Steps(string text, string replacement, string words) => Breaks(Core + "SdkMessageProcessingSteps/*.xml", text, replacement, words);

    [Theory]
    [InlineData(
        "<FilteringAttributes>pint_accountingdate",
        "<FilteringAttributes>pint_title",
        "The column pint_title does not exist in pint_document"
    )]
    [InlineData("<ImageType>0", "<ImageType>1", "Only images of the row before")]
    [InlineData("<EntityAlias>PreImage", "<EntityAlias>", "An image has an alias")]
    [InlineData("<SdkMessageId>20bebb1b", "<SdkMessageId>a1bdbb1b", "a step on another message has none")]
    public void The_step_on_update_of_a_document(string text, string replacement, string words) =>
        Breaks(Core + "SdkMessageProcessingSteps/{52c20c3e-36b4-52e8-b657-6b7988398a25}.xml", text, replacement, words);

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
    [InlineData(Connector, "<connectorid>", "<connectorid>z", "is no GUID")]
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
