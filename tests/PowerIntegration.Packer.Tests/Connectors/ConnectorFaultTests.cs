using System.Text.Json.Nodes;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using Xunit;

namespace PowerIntegration.Packer.Tests.Connectors;

/// <summary>Each row breaks one thing of the connector: text, replacement, place and words of the finding that must come.</summary>
public sealed class ConnectorFaultTests(ConnectorBench bench) : IClassFixture<ConnectorBench>
{
    private const string Definition = ConnectorDefinition.DefinitionFile;
    private const string Properties = ConnectorDefinition.PropertiesFile;
    private const string Settings = ConnectorDefinition.SettingsFile;
    private const string Commitments = "paths//procore/projects/{projectId}/commitments/get";

    [Fact]
    public void The_shipped_connector_has_no_fault() => Assert.Empty(bench.Find());

    [Theory]
    [InlineData("\"swagger\": \"2.0\"", "\"swagger\": \"3.0\"", "swagger", "Write \"2.0\"")]
    [InlineData("\"host\": \"gateway", "\"host\": \"https://gateway", "host", "without scheme and path")]
    [InlineData("\"basePath\": \"/api", "\"basePath\": \"api", "basePath", "begins with a slash")]
    [InlineData("\"https\"", "\"http\"", "schemes", "only scheme is https")]
    [InlineData("\"https\"", "\"ftp\"", "schemes[0]", "one of http, https")]
    [InlineData("\"application/json\"", "\"application/jsn\"", "consumes[0]", "one of application/json")]
    [InlineData("\"consumes\"", "\"consume\"", "consume", "is unsupported here")]
    [InlineData("\"x-ms-capabilities\"", "\"x-ms-capability\"", "x-ms-capability", "is unsupported here")]
    [InlineData("\"version\": \"1.0\"", "\"version\": 1.0", "info/version", "a text that is not empty")]
    [InlineData("support@", "support at ", "info/contact/email", "an e-mail address")]
    [InlineData("\"url\": \"https://powerintegration.example/support\"", "\"url\": \"support\"", "info/contact/url", "an absolute https address")]
    [InlineData("\"Privacy policy\"", "\"Privacy\"", "x-ms-connector-metadata[1]/propertyName", "one of Website")]
    [InlineData("\"propertyValue\": \"Finance", "\"value\": \"Finance", "x-ms-connector-metadata[2]/propertyValue", "is missing")]
    public void The_definition_as_a_whole(string text, string replacement, string place, string words) =>
        Breaks(Definition, text, replacement, place, words);

    [Theory]
    [InlineData("\"title\": \"PowerIntegration\"", "\"title\": \"PowerIntegration API\"", "info/title", "holds none of")]
    [InlineData("\"title\": \"PowerIntegration\"", "\"title\": \"A title that has more than thirty letters\"", "info/title", "at most 30 characters")]
    [InlineData("\"description\": \"Connects construction", "\"x-description\": \"Connects construction", "info/description", "has 0 characters")]
    [InlineData("Finance;Business Management", "Finance;Construction", "x-ms-connector-metadata", "'Finance;Construction' is not")]
    [InlineData("\"summary\": \"Submit a document\"", "\"summary\": \"Submit a document.\"", "SubmitDocument/summary", "no full stop")]
    [InlineData("\"summary\": \"Submit a document\"", "\"x-summary\": \"Submit a document\"", "SubmitDocument/summary", "has at most 80 letters")]
    [InlineData(
        "\"description\": \"Lists the tasks of an Oracle project.\"",
        "\"description\": \"List tasks.\"",
        "ListTasks/description",
        "a sentence of its own"
    )]
    [InlineData("\"operationId\": \"ListTasks\"", "\"operationId\": \"list_tasks\"", "list_tasks", "beginning with a capital")]
    [InlineData(
        "\"x-ms-visibility\": \"important\"",
        "\"x-visibility\": \"important\"",
        "DetectProcoreChanges/x-ms-visibility",
        "where the designer shows"
    )]
    [InlineData("\"x-ms-url-encoding\": \"single\",", "", "ListCommitments/projectId", "says x-ms-url-encoding")]
    [InlineData("\"x-ms-summary\": \"Project\",", "", "ListCommitments/projectId", "has x-ms-summary")]
    [InlineData("\"default\": {", "\"x-default\": {", "DetectProcoreChanges/responses", "The response default is missing")]
    [InlineData("\"x-ms-summary\": \"Outcome\",", "", "definitions/StoredRecord/properties/outcome", "A member has x-ms-summary")]
    [InlineData(
        "\"documentId\": {\n          \"type\": \"string\"",
        "\"documentId\": {\n          \"type\": \"integer\"",
        "definitions/StoredRecord/properties/documentId",
        "An id is a text"
    )]
    [InlineData("\"testConnection\": {", "\"file-picker\": {", "x-ms-capabilities/testConnection", "how a connection is tested")]
    public void What_Microsoft_asks_of_published_connectors(string text, string replacement, string place, string words) =>
        Breaks(Definition, text, replacement, place, words);

    [Theory]
    [InlineData(
        "\"x-ms-visibility\": \"important\"",
        "\"x-ms-visibility\": \"high\"",
        "paths//procore/changes/detect/post/x-ms-visibility",
        "one of none, important"
    )]
    [InlineData(
        "\"x-ms-visibility\": \"internal\"",
        "\"x-ms-visiblity\": \"internal\"",
        "paths//procore/workflows/answer/post/x-ms-visiblity",
        "is unsupported here"
    )]
    [InlineData(
        "\"x-ms-url-encoding\": \"single\"",
        "\"x-ms-url-encoding\": \"triple\"",
        Commitments + "/parameters[0]/x-ms-url-encoding",
        "one of single, double"
    )]
    [InlineData("\"in\": \"path\"", "\"in\": \"paths\"", Commitments + "/parameters[0]/in", "Write one of path")]
    [InlineData(
        "\"in\": \"path\",\n            \"description\": \"ID of the project in Procore.\",\n            \"required\": true",
        "\"in\": \"path\", \"description\": \"ID of the project in Procore.\", \"required\": false",
        Commitments + "/parameters[0]/required",
        "Write true"
    )]
    [InlineData(
        "\"required\": true,\n            \"type\": \"string\"",
        "\"required\": true,\n            \"type\": \"text\"",
        Commitments + "/parameters[0]/type",
        "Write one of string"
    )]
    [InlineData(
        "\"required\": true,\n            \"type\": \"string\"",
        "\"required\": true,\n            \"type\": \"object\"",
        Commitments + "/parameters[0]/type",
        "Write one of string"
    )]
    [InlineData("\"get\": {", "\"fetch\": {", "paths//procore/projects/fetch", "is unsupported here")]
    [InlineData("\"404\": {", "\"4o4\": {", "paths//records/read/post/responses/4o4", "a status of three digits or default")]
    [InlineData(
        "\"schema\": {\n              \"$ref\": \"#/definitions/DetectedChanges\"",
        "\"scheme\": {\n              \"$ref\": \"#/definitions/DetectedChanges\"",
        "paths//procore/changes/detect/post/responses/200/scheme",
        "is unsupported here"
    )]
    [InlineData("\"description\": \"Result of the poll.\",", "", "paths//procore/changes/detect/post/responses/200/description", "is missing")]
    [InlineData("\"#/responses/BadRequest\"", "\"#/definitions/BadRequest\"", "paths//records/read/post/responses/400/$ref", "#/responses/<name>")]
    [InlineData(
        "\"$ref\": \"#/responses/BadRequest\"",
        "\"$ref\": \"#/responses/BadRequest\", \"description\": \"x\"",
        "paths//records/read/post/responses/400/description",
        "is unsupported here"
    )]
    [InlineData("\"operationId\": \"SubmitDocument\",", "", "paths//oracle/documents/submit/post/operationId", "is missing")]
    [InlineData("\"/procore/projects\"", "\"procore/projects\"", "paths/procore/projects", "a path that begins with a slash")]
    public void Operations_by_their_layout(string text, string replacement, string place, string words) =>
        Breaks(Definition, text, replacement, place, words);

    [Theory]
    [InlineData("\"type\": \"number\"", "\"type\": \"decimal\"", "definitions/SubmittedDocument/properties/amount/type", "Write one of string")]
    [InlineData(
        "\"format\": \"int32\"",
        "\"format\": \"int16\"",
        "definitions/DetectedChanges/properties/projectsPolled/format",
        "one of int32, int64"
    )]
    [InlineData(
        "\"type\": \"boolean\"",
        "\"type\": \"boolean\", \"format\": \"int32\"",
        "definitions/DetectedChanges/properties/hasMore/format",
        "is unsupported here"
    )]
    [InlineData("\"required\": [\n        \"eventId\"\n      ]", "\"required\": []", "definitions/ReadRecordRequest/required", "at least 1 entries")]
    [InlineData(
        "\"required\": [\n        \"eventId\"",
        "\"required\": [\n        \"event\"",
        "definitions/ReadRecordRequest",
        "The required member event"
    )]
    [InlineData(
        "\"items\": {\n            \"type\": \"string\"\n          }",
        "\"title\": \"Roles\"",
        "definitions/ConnectionState/properties/roles/items",
        "is missing"
    )]
    [InlineData(
        "\"type\": \"number\"",
        "\"type\": \"number\", \"minimum\": 5, \"maximum\": 1",
        "definitions/SubmittedDocument/properties/amount",
        "Exchange them"
    )]
    [InlineData(
        "\"type\": \"number\"",
        "\"type\": \"number\", \"exclusiveMinimum\": true",
        "definitions/SubmittedDocument/properties/amount",
        "says something of minimum"
    )]
    [InlineData(
        "\"type\": \"number\"",
        "\"type\": \"number\", \"default\": \"0\"",
        "definitions/SubmittedDocument/properties/amount",
        "The default \"0\" is not of type number"
    )]
    [InlineData(
        "\"type\": \"number\"",
        "\"type\": \"number\", \"enum\": [1, \"2\"]",
        "definitions/SubmittedDocument/properties/amount",
        "The choice \"2\" of enum is not of type number"
    )]
    [InlineData(
        "\"type\": \"number\"",
        "\"type\": \"number\", \"enum\": [1, 2], \"default\": 3",
        "definitions/SubmittedDocument/properties/amount",
        "not among the choices"
    )]
    [InlineData(
        "\"type\": \"number\"",
        "\"type\": \"number\", \"enum\": [1], \"x-ms-enum-values\": [{ \"value\": 2, \"displayName\": \"Two\" }]",
        "definitions/SubmittedDocument/properties/amount",
        "names 2, which is not among"
    )]
    [InlineData(
        "\"eventId\": {\n          \"type\": \"string\"",
        "\"eventId\": {\n          \"type\": \"string\", \"x-ms-visibility\": \"internal\"",
        "definitions/ReadRecordRequest/properties/eventId",
        "required and internal"
    )]
    [InlineData(
        "\"reasonCode\": {\n          \"type\": \"string\"",
        "\"reasonCode\": {\n          \"type\": \"string\", \"x-ms-visibility\": \"internal\", \"default\": \"\"",
        "definitions/SubmittedDocument/properties/reasonCode",
        "the default is never sent"
    )]
    [InlineData(
        "\"eventId\": {\n          \"type\": \"string\"",
        "\"eventId\": {\n          \"type\": \"string\", \"pattern\": \"(\"",
        "definitions/ReadRecordRequest/properties/eventId/pattern",
        "a regular expression"
    )]
    public void Schemas(string text, string replacement, string place, string words) => Breaks(Definition, text, replacement, place, words);

    [Theory]
    [InlineData("\"operationId\": \"ListTasks\"", "\"operationId\": \"ListProjects\"", "ListProjects", "used more than once")]
    [InlineData(
        "\"/oracle/projects/{projectNumber}/tasks\"",
        "\"/oracle/projects/{number}/tasks\"",
        "ListTasks",
        "The parameter number is only in one of path and parameters"
    )]
    [InlineData(
        "\"/oracle/projects/{projectNumber}/tasks\"",
        "\"/procore/projects/{projectNumber}/commitments\"",
        "ListTasks",
        "cannot be told from"
    )]
    [InlineData("\"name\": \"projectId\"", "\"name\": \"connectionId\"", "ListCommitments", "belongs to the platform")]
    [InlineData(
        "\"post\": {\n        \"operationId\": \"SubmitDocument\"",
        "\"get\": {\n        \"operationId\": \"SubmitDocument\"",
        "SubmitDocument",
        "A body goes with post, put or patch only"
    )]
    [InlineData(
        "\"$ref\": \"#/responses/Conflict\"",
        "\"$ref\": \"#/responses/Conflicts\"",
        "paths//procore/changes/detect/post/responses/409/$ref",
        "leads nowhere"
    )]
    [InlineData(
        "\"$ref\": \"#/definitions/CommitmentList\"",
        "\"$ref\": \"#/definitions/Commitments\"",
        "definitions/CommitmentList",
        "No operation uses this"
    )]
    [InlineData("\"definitions\": {", "\"definitions\": { \"Left\": { \"type\": \"object\" },", "definitions/Left", "No operation uses this")]
    [InlineData(
        "\"responses\": {\n    \"BadRequest\"",
        "\"responses\": { \"Gone\": { \"description\": \"x\" },\n    \"BadRequest\"",
        "responses/Gone",
        "No operation uses this"
    )]
    [InlineData(
        "\"description\": \"The caller is not signed in.",
        "\"schema\": { \"type\": \"object\" }, \"description\": \"The caller is not signed in.",
        "SubmitDocument/responses",
        "Exactly one response has a schema"
    )]
    [InlineData(
        "\"schema\": {\n              \"$ref\": \"#/definitions/DetectedChanges\"\n            }",
        "\"x-schema\": 1",
        "DetectProcoreChanges/responses",
        "Exactly one response has a schema"
    )]
    [InlineData(
        "\"produces\": [\n    \"application/json\"\n  ]",
        "\"produces\": [ \"text/plain\" ]",
        "SubmitDocument/responses",
        "which the operation does not produce"
    )]
    [InlineData("\"oauth2_auth\": []", "\"oauth2\": []", "security", "not defined under securityDefinitions")]
    [InlineData("\"oauth2_auth\": []", "\"oauth2_auth\": [\"write\"]", "security", "asks for the scope 'write'")]
    [InlineData("\"security\": [", "\"x-security\": [", "securityDefinitions/oauth2_auth", "No operation asks for this definition")]
    [InlineData("\"type\": \"oauth2\"", "\"type\": \"oauth\"", "securityDefinitions/oauth2_auth/type", "Write one of basic")]
    [InlineData("\"flow\": \"accessCode\"", "\"flow\": \"code\"", "securityDefinitions/oauth2_auth/flow", "Write one of accessCode")]
    [InlineData("\"scopes\": {}", "\"scope\": {}", "securityDefinitions/oauth2_auth/scopes", "is missing")]
    [InlineData(
        "\"operationId\": \"TestConnection\",\n      \"parameters\"",
        "\"operationId\": \"Test\",\n      \"parameters\"",
        "x-ms-capabilities/testConnection",
        "names no operation of this definition"
    )]
    [InlineData(
        "\"operationId\": \"TestConnection\",\n      \"parameters\": {}",
        "\"operationId\": \"ListTasks\"",
        "x-ms-capabilities/testConnection",
        "requires the parameter 'projectNumber'"
    )]
    [InlineData(
        "\"operationId\": \"TestConnection\",\n      \"parameters\": {}",
        "\"operationId\": \"TestConnection\", \"parameters\": { \"x\": 1 }",
        "x-ms-capabilities/testConnection",
        "has no parameter 'x'"
    )]
    public void References(string text, string replacement, string place, string words) => Breaks(Definition, text, replacement, place, words);

    [Theory]
    [InlineData(
        "\"operationId\": \"ListProjects\",\n              \"value",
        "\"operationId\": \"ListJobs\",\n              \"value",
        "names no operation of this definition"
    )]
    [InlineData("\"value-collection\": \"value\"", "\"value-collection\": \"values\"", "for the list \"values\"")]
    [InlineData("\"value-path\": \"id\"", "\"value-path\": \"key\"", "for the value-path \"key\"")]
    [InlineData("\"value-title\": \"name\"", "\"value-title\": \"label\"", "for the value-title \"label\"")]
    [InlineData("\"value-title\": \"name\"", "\"value-title\": \"name\", \"parameters\": { \"page\": 1 }", "has no parameter 'page'")]
    [InlineData(
        "\"operationId\": \"ListProjects\",\n              \"value-collection\"",
        "\"operationId\": \"ListTasks\",\n              \"value-collection\"",
        "requires the parameter 'projectNumber'"
    )]
    [InlineData(
        "\"operationId\": \"ListProjects\",\n              \"value-collection\"",
        "\"operationId\": \"ListTasks\", \"parameters\": { \"projectNumber\": { \"parameter\": \"project\" } },\n              \"value-collection\"",
        "is taken from 'project'"
    )]
    public void Pickers(string text, string replacement, string words) => Breaks(Definition, text, replacement, "ListCommitments/projectId", words);

    [Theory]
    [InlineData(
        """{ "x-ms-dynamic-list": { "operationId": "ListProjects", "itemsPath": "value", "itemTitlePath": "name", "itemValuePath": "key" } }""",
        "for the itemValuePath \"key\""
    )]
    [InlineData(
        """{ "x-ms-dynamic-list": { "operationId": "ListProjects", "itemsPath": "rows", "itemTitlePath": "name", "itemValuePath": "id" } }""",
        "for the list \"rows\""
    )]
    [InlineData(
        """
            { "x-ms-dynamic-list": {
              "operationId": "ListTasks", "parameters": { "projectNumber": { "parameterReference": "body/doc" } },
              "itemsPath": "value", "itemTitlePath": "name", "itemValuePath": "taskNumber" } }
            """,
        "is taken from 'body/doc'"
    )]
    [InlineData("""{ "x-ms-dynamic-schema": { "operationId": "ListProject" } }""", "names no operation of this definition")]
    [InlineData("""{ "x-ms-dynamic-properties": { "operationId": "ListProjects", "itemValuePath": "schema" } }""", "asks ListProjects for schema")]
    [InlineData("""{ "x-ms-dynamic-tree": { "open": { "operationId": "OpenRoot" } } }""", "names no operation of this definition")]
    public void Pickers_of_members(string extensions, string words) =>
        Expect.Finding(
            bench.With(root =>
            {
                JsonObject member = root["definitions"]!["SubmitDocumentRequest"]!["properties"]!["documentId"]!.AsObject();
                foreach (KeyValuePair<string, JsonNode?> extension in JsonNode.Parse(extensions)!.AsObject())
                {
                    member[extension.Key] = extension.Value!.DeepClone();
                }
            }),
            Definition,
            "SubmitDocument/body/schema/properties/documentId",
            words
        );

    [Theory]
    [InlineData("\"publisher\"", "\"publishers\"", "properties/publishers", "is unsupported here")]
    [InlineData("#1F5C66", "teal", "properties/iconBrandColor", "a color such as")]
    [InlineData("#1F5C66", "#FFFFFF", "iconBrandColor", "neither white nor the default")]
    [InlineData("#1F5C66", "#007EE5", "iconBrandColor", "neither white nor the default")]
    [InlineData("\"type\": \"oauthSetting\"", "\"type\": \"oauthSettings\"", "properties/connectionParameters/token/type", "Write one of string")]
    [InlineData(
        "\"identityProvider\": \"aad\"",
        "\"identityProvider\": \"azure\"",
        "properties/connectionParameters/token/oAuthSettings/identityProvider",
        "Write one of aad"
    )]
    [InlineData(
        "\"redirectMode\": \"Global\"",
        "\"redirectMode\": \"global\"",
        "properties/connectionParameters/token/oAuthSettings/redirectMode",
        "one of Global"
    )]
    [InlineData(
        "\"resourceUri\": {",
        "\"resource\": {",
        "properties/connectionParameters/token/oAuthSettings/customParameters/resourceUri",
        "is missing"
    )]
    [InlineData(
        "\"IsFirstParty\": \"False\"",
        "\"IsFirstParty\": false",
        "properties/connectionParameters/token/oAuthSettings/properties/IsFirstParty",
        "one of True, False"
    )]
    [InlineData("\"token:TenantId\"", "\"token:Tenant\"", "token:TenantId", "belongs to the identity provider aad")]
    [InlineData(
        "\"hidden\": \"true\"",
        "\"hidden\": \"false\"",
        "properties/connectionParameters/token:TenantId/uiDefinition/constraints/hidden",
        "Write \"true\""
    )]
    [InlineData(
        "\"token\": {\n        \"type\": \"oauthSetting\"",
        "\"to-ken\": {\n        \"type\": \"oauthSetting\"",
        "properties/connectionParameters/to-ken",
        "letters, digits and underscores"
    )]
    [InlineData("\"actions\"", "\"action\"", "properties/capabilities[0]", "one of actions, triggers")]
    [InlineData("\"actions\"", "\"actions\", \"triggers\"", "capabilities", "The definition has no triggers")]
    [InlineData("\"actions\"", "\"triggers\"", "capabilities", "The definition has actions")]
    [InlineData(
        "\"policyTemplateInstances\": []",
        "\"scriptOperations\": [\"SubmitDoc\"]",
        "scriptOperations",
        "The operation 'SubmitDoc' does not exist"
    )]
    public void Properties_of_the_connector(string text, string replacement, string place, string words) =>
        Breaks(Properties, text, replacement, place, words);

    [Theory]
    [InlineData("\"icon\": \"icon.png\"", "\"icon\": \"logo.png\"", "icon", "The file logo.png is not in the folder")]
    [InlineData(
        "\"apiDefinition\": \"apiDefinition.swagger.json\"",
        "\"apiDefinition\": \"apiDefinition.json\"",
        "apiDefinition",
        "is not in the folder"
    )]
    [InlineData("\"icon\"", "\"icons\"", "icons", "is unsupported here")]
    [InlineData("2016-11-01", "2017-11-01", "powerAppsApiVersion", "Write \"2016-11-01\"")]
    public void Settings_of_the_connector(string text, string replacement, string place, string words) =>
        Breaks(Settings, text, replacement, place, words);

    [Theory]
    [InlineData(
        """{ "templateId": "setheaders", "parameters": {} }""",
        "properties/policyTemplateInstances[0]/templateId",
        "Write one of dynamichosturl"
    )]
    [InlineData(
        """{ "templateId": "setheader", "parameters": { "~.name": "a" } }""",
        "properties/policyTemplateInstances[0]/parameters/x-ms-apimTemplateParameter.value",
        "is missing"
    )]
    [InlineData(
        """{ "templateId": "dynamichosturl", "parameters": { "~.url": "a", "~.urlTemplate": "https://a" } }""",
        "properties/policyTemplateInstances[0]/parameters/x-ms-apimTemplateParameter.url",
        "is unsupported here"
    )]
    [InlineData(
        """{ "templateId": "SetHeader", "parameters": { "~.name": "a", "~.value": "b", "~.existsAction": "replace" } }""",
        "properties/policyTemplateInstances[0]/parameters/x-ms-apimTemplateParameter.existsAction",
        "one of override, skip, append"
    )]
    [InlineData(
        """{ "templateId": "setheader", "parameters": { "~.name": "a", "~.value": "b", "x-ms-apimTemplate-operationName": ["PostInvoice"] } }""",
        "policyTemplateInstances[0]",
        "The operation 'PostInvoice' does not exist"
    )]
    [InlineData(
        """{ "templateId": "dynamichosturl", "parameters": { "~.urlTemplate": "https://@connectionParameters('host')" } }""",
        "policyTemplateInstances[0]",
        "The connection parameter 'host' does not exist"
    )]
    [InlineData(
        """{ "templateId": "dynamichosturl", "parameters": { "~.urlTemplate": "https://@connectionParameter('token')" } }""",
        "policyTemplateInstances[0]",
        "The function 'connectionParameter' does not exist in policies"
    )]
    [InlineData(
        """{ "templateId": "pollingtrigger", "parameters": { "~.triggerConfig": {}, "~.triggerDataPath": "@triggerBody().value" } }""",
        "properties/policyTemplateInstances[0]/parameters/x-ms-apimTemplate-operationName",
        "is missing"
    )]
    public void Policies(string policy, string place, string words) => Expect.Finding(bench.WithPolicy(policy), Properties, place, words);

    [Theory]
    [InlineData(
        """
            { "templateId": "SetHeader", "title": "Who asks", "parameters": {
              "~.name": "x-caller", "~.value": "@connectionParameters('token')", "~.existsAction": "override",
              "x-ms-apimTemplate-policySection": "Request", "x-ms-apimTemplate-operationName": ["SubmitDocument"] } }
            """
    )]
    [InlineData(
        """
            { "templateId": "routerequesttoendpoint", "parameters": {
              "~.newPath": "/v2/@queryParameters('x')", "~.httpMethod": "@Request.OriginalHTTPMethod" } }
            """
    )]
    public void Policies_that_are_right(string policy) => Assert.DoesNotContain(bench.WithPolicy(policy), finding => finding.File == Properties);

    [Theory]
    [InlineData("basePath")]
    [InlineData("consumes")]
    [InlineData("produces")]
    public void What_this_product_always_writes_down(string member) =>
        Expect.Finding(bench.With(root => root.AsObject().Remove(member)), Definition, member, "so that nothing depends on a default");

    [Theory]
    [InlineData("name")]
    [InlineData("url")]
    [InlineData("email")]
    public void A_contact_that_is_not_complete(string member) =>
        Expect.Finding(
            bench.With(root => root["info"]!["contact"]!.AsObject().Remove(member)),
            Definition,
            $"info/contact/{member}",
            "The contact has a name"
        );

    [Theory]
    [InlineData("\"propertyValue\": \"https://powerintegration.example\"", "\"propertyValue\": \"site\"", "The property Website")]
    [InlineData("\"propertyValue\": \"https://powerintegration.example/privacy\"", "\"propertyValue\": \"\"", "The property Privacy policy")]
    [InlineData("\"propertyName\": \"Website\"", "\"propertyName\": \"Categories\"", "The property Website")]
    public void Addresses_of_the_connector(string text, string replacement, string words) =>
        Breaks(Definition, text, replacement, "x-ms-connector-metadata", words);

    [Theory]
    [InlineData("\"publisher\": \"PowerIntegration\",", "publisher")]
    [InlineData("\"stackOwner\": \"PowerIntegration\",", "stackOwner")]
    public void Properties_that_are_left_out(string text, string place) => Breaks(Properties, text, "", place, "is missing. Add it");

    [Theory]
    [InlineData("""{ "name": "body", "in": "formData", "type": "string" }""", "SubmitDocument/body", "The place is path, query, header or body")]
    [InlineData(
        """{ "name": "document", "in": "body", "required": true, "schema": { "type": "object" } }""",
        "SubmitDocument/document",
        "named body"
    )]
    [InlineData("""{ "name": "body", "in": "body", "schema": { "type": "object" } }""", "SubmitDocument/body", "is required")]
    [InlineData(
        """{ "name": "b b", "in": "query", "type": "string" }""",
        "paths//oracle/documents/submit/post/parameters[0]/name",
        "a name of letters"
    )]
    public void Parameters_of_an_operation(string parameter, string place, string words) =>
        Expect.Finding(WithParameters(parameter), Definition, place, words);

    [Theory]
    [InlineData("""{ "name": "x", "in": "query", "type": "string" }, { "name": "x", "in": "query", "type": "integer" }""", "declared twice")]
    [InlineData("""{ "name": "a", "in": "body", "schema": {} }, { "name": "b", "in": "body", "schema": {} }""", "has one body")]
    [InlineData("""{ "name": "a", "in": "body", "schema": {} }, { "name": "b", "in": "formData", "type": "string" }""", "has one body")]
    public void Parameters_that_exclude_each_other(string parameters, string words) =>
        Expect.Finding(WithParameters(parameters), Definition, "SubmitDocument", words);

    [Theory]
    [InlineData("code", null, "has no member 'code'")]
    [InlineData("reason", "\"x\"", "has the member 'reason'")]
    [InlineData("detail", "5", "The member 'detail' of the example is 5")]
    [InlineData("status", "\"409\"", "The status of the example is \"409\"")]
    [InlineData("status", "400", "Write 409")]
    public void Examples_of_errors(string member, string? value, string words) =>
        Expect.Finding(
            bench.With(root =>
            {
                JsonObject example = root["responses"]!["Conflict"]!["examples"]!["application/json"]!.AsObject();
                example.Remove(member);
                if (value is not null)
                {
                    example[member] = JsonNode.Parse(value);
                }
            }),
            Definition,
            "SubmitDocument/responses/409",
            words
        );

    [Theory]
    [InlineData("StoredRecord", """{ "type": "object" }""", "", "an object that says its members")]
    [InlineData("StoredRecord", """{ "properties": { "a": { "type": "string" } } }""", "", "an object that says its members")]
    [InlineData(
        "StoredRecord",
        """{ "type": "object", "properties": { "a": { "type": "object" } } }""",
        "/properties/a",
        "The type 'object' is none of"
    )]
    [InlineData(
        "StoredRecord",
        """{ "type": "object", "properties": { "a": { "type": "integer" } } }""",
        "/properties/a",
        "An integer says its format"
    )]
    [InlineData("StoredRecord", """{ "type": "object", "properties": { "a": { "type": "array", "items": {} } } }""", "/properties/a", "have no type")]
    public void Definitions_of_this_product(string name, string schema, string place, string words) =>
        Expect.Finding(bench.With(root => root["definitions"]![name] = JsonNode.Parse(schema)), Definition, $"definitions/{name}{place}", words);

    [Theory]
    [InlineData("\"x-nullable\": true", "\"x-nulable\": true", "definitions/StoredRecord/properties/name/x-nulable", "is unknown. Correct the name")]
    [InlineData("\"x-nullable\": true", "\"x-nullable\": 1", "definitions/StoredRecord/properties/name/x-nullable", "true or false")]
    [InlineData("\"produces\": [", "\"x-produces\": [", "x-produces", "is unknown. Correct the name")]
    [InlineData("\"Created\"", "\"\"", "definitions/StoredRecord/properties/outcome", "A choice of enum is empty")]
    public void Extensions_and_choices(string text, string replacement, string place, string words) =>
        Breaks(Definition, text, replacement, place, words);

    [Fact]
    public void A_choice_that_is_named_twice() =>
        Breaks(
            Definition,
            "\"type\": \"number\"",
            """
            "type": "number", "enum": [1], "x-ms-enum-values": [{ "value": 1, "displayName": "A" }, { "value": 1, "displayName": "B" }]
            """,
            "definitions/SubmittedDocument/properties/amount",
            "names a value twice"
        );

    [Fact]
    public void A_definition_without_operations() =>
        Expect.Finding(bench.With(root => root["paths"] = new JsonObject()), Definition, "paths", "The definition has 0 operations");

    [Theory]
    [InlineData(true, "no connection parameter is of type oauthSetting")]
    [InlineData(false, "the definition has no OAuth under securityDefinitions")]
    public void A_sign_in_of_which_half_is_missing(bool hasDefinition, string words) =>
        Expect.Finding(
            hasDefinition
                ? bench.AfterReplacing(Properties, ("\"type\": \"oauthSetting\"", "\"type\": \"string\""))
                : bench.With(root => root.AsObject().Remove("securityDefinitions")),
            Properties,
            "connectionParameters",
            words
        );

    [Fact]
    public void A_trigger_with_its_notification_is_known() =>
        Assert.Equal(
            ["capabilities", "WhenProjectChanges/responses"],
            bench.With(root => root["paths"]!["/hooks"] = JsonNode.Parse(Webhook)).Select(finding => finding.Element).Distinct()
        );

    private const string Webhook = """
        {
          "x-ms-notification-content": { "description": "A change.", "schema": { "$ref": "#/definitions/Project" } },
          "post": {
            "operationId": "WhenProjectChanges", "summary": "When a project changes", "description": "Triggers when a project is changed.",
            "x-ms-trigger": "single", "x-ms-trigger-hint": "Change a project.", "x-ms-visibility": "important",
            "parameters": [{ "name": "body", "in": "body", "required": true, "schema": {
              "type": "object", "required": ["callbackUrl"], "properties": {
              "callbackUrl": { "type": "string", "x-ms-notification-url": true, "x-ms-visibility": "internal" } } } }],
            "responses": { "201": { "description": "Created.", "schema": { "type": "object" } }, "default": { "description": "Failed." } }
          }
        }
        """;

    private IReadOnlyList<Finding> WithParameters(string parameters) =>
        bench.With(root => root["paths"]!["/oracle/documents/submit"]!["post"]!["parameters"] = JsonNode.Parse($"[{parameters}]"));

    private void Breaks(string file, string text, string replacement, string place, string words) =>
        Expect.Finding(bench.AfterReplacing(file, (text, replacement)), file, place, words);
}
