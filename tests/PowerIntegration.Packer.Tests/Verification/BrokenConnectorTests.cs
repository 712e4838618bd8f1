using Xunit;

namespace PowerIntegration.Packer.Tests.Verification;

/// <summary>Each row breaks one rule for connectors: text, replacement, words of the sentence that must come.</summary>
public sealed class BrokenConnectorTests
{
    private const string Definition = "connector/definition/apiDefinition.swagger.json";
    private const string Properties = "connector/definition/apiProperties.json";

    [Theory]
    [InlineData("\"swagger\": \"2.0\"", "\"swagger\": \"3.0\"", "OpenAPI 2.0")]
    [InlineData("\"host\": \"gateway", "\"host\": \"https://gateway", "neither scheme nor path")]
    [InlineData("\"basePath\": \"/api", "\"basePath\": \"api", "basePath begins with a slash")]
    [InlineData("\"https\"", "\"http\"", "only scheme is https")]
    [InlineData("\"title\": \"PowerIntegration\"", "\"title\": \"PowerIntegration API\"", "holds none of")]
    [InlineData("\"description\": \"Connects construction", "\"descriptions\": \"Connects construction", "The description has 0 characters")]
    [InlineData("support@", "support at ", "e-mail address")]
    [InlineData("\"Privacy policy\"", "\"Privacy\"", "The property Privacy policy")]
    [InlineData("Finance;Business Management", "Finance;Construction", "'Finance;Construction' is not")]
    [InlineData("\"oauth2_auth\": []", "\"oauth2\": []", "not defined under securityDefinitions")]
    [InlineData(
        "\"operationId\": \"TestConnection\",\n      \"parameters\"",
        "\"operationId\": \"Test\",\n      \"parameters\"",
        "testConnection names no operation"
    )]
    public void The_connector_as_a_whole(string text, string replacement, string words) => Breaks(Definition, text, replacement, words);

    [Theory]
    [InlineData("\"operationId\": \"ListTasks\"", "\"operationId\": \"ListProjects\"", "used more than once")]
    [InlineData("\"operationId\": \"SubmitDocument\"", "\"operationId\": \"submit-document\"", "beginning with a capital")]
    [InlineData("\"summary\": \"Submit a document\"", "\"summary\": \"Submit a document.\"", "no full stop")]
    [InlineData("\"description\": \"Lists the tasks of an Oracle project.\"", "\"description\": \"List tasks.\"", "a sentence of its own")]
    [InlineData("\"/oracle/projects/{projectNumber}/tasks\"", "\"/oracle/projects/{number}/tasks\"", "only in one of path and parameters")]
    [InlineData("\"/oracle/projects/{projectNumber}/tasks\"", "\"/procore/projects/{projectNumber}/commitments\"", "cannot be told from")]
    [InlineData("\"x-ms-url-encoding\": \"single\"", "\"x-ms-visibility\": \"none\"", "says x-ms-url-encoding")]
    [InlineData("\"in\": \"body\"", "\"in\": \"formData\"", "The place is path, query, header or body")]
    [InlineData("\"description\": \"Procore id of the project.\",\n            \"required\"", "\"required\"", "A parameter has x-ms-summary")]
    [InlineData(
        "\"description\": \"The caller presents no valid token.",
        "\"schema\": { \"type\": \"object\" }, \"description\": \"The caller presents no valid token.",
        "Exactly one response has a schema"
    )]
    [InlineData("\"default\": {", "\"599\": {", "The response default is missing")]
    [InlineData("\"$ref\": \"#/responses/Conflict\"", "\"$ref\": \"#/responses/Conflicts\"", "its reference leads nowhere")]
    [InlineData("\"value-title\": \"name\"", "\"value-title\": \"label\"", "that its response does not have")]
    public void Operations(string text, string replacement, string words) => Breaks(Definition, text, replacement, words);

    [Theory]
    [InlineData("\"$ref\": \"#/definitions/TaskList\"", "\"$ref\": \"#/definitions/Tasks\"", "The reference leads nowhere")]
    [InlineData("\"required\": [\n        \"eventId\"\n      ]", "\"required\": []", "The list required is empty")]
    [InlineData("\"required\": [\n        \"eventId\"", "\"required\": [\n        \"event\"", "The required member event")]
    [InlineData("\"x-ms-summary\": \"Outcome\",", "", "A member has x-ms-summary")]
    [InlineData("\"type\": \"number\"", "\"type\": \"decimal\"", "none of string, integer")]
    [InlineData("\"items\": {\n            \"type\": \"string\"\n          }", "\"title\": \"Roles\"", "what its items are")]
    [InlineData("\"documentId\": {\n          \"type\": \"string\"", "\"documentId\": {\n          \"type\": \"integer\"", "An id is a text")]
    public void Schemas(string text, string replacement, string words) => Breaks(Definition, text, replacement, words);

    [Theory]
    [InlineData("#1F5C66", "#FFFFFF", "neither white nor the default")]
    [InlineData("#1F5C66", "teal", "six hexadecimal digits")]
    public void Colour(string text, string replacement, string words) => Breaks(Properties, text, replacement, words);

    [Fact]
    public void An_icon_that_is_no_square_png()
    {
        using SourceCopy copy = new();
        copy.Write("connector/definition/icon.png", "no picture");
        Assert.Contains(copy.Verify(), finding => finding.Sentence.StartsWith("The icon is an opaque PNG", StringComparison.Ordinal));
    }

    private static void Breaks(string file, string text, string replacement, string words)
    {
        using SourceCopy copy = new();
        copy.Replace(file, text, replacement);
        Assert.Contains(copy.Verify(), finding => finding.Sentence.Contains(words, StringComparison.Ordinal));
    }
}
