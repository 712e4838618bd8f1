using PowerIntegration.Packer.Verification.Json;

namespace PowerIntegration.Packer.Verification.Connectors.Properties;

/// <summary>The policy templates and the parameters of each.</summary>
internal static class PolicyRules
{
    /// <summary>Beginning of the name of a template's own parameter.</summary>
    public const string Prefix = "x-ms-apimTemplateParameter.";

    /// <summary>The parameter that says for which operations a policy works.</summary>
    public const string OperationName = "x-ms-apimTemplate-operationName";

    private static readonly JsonMember Operations = Rules.May(OperationName, Rules.List(Rules.Text, 1));

    private static readonly JsonRule Exists = Rules.OneOf("override", "skip", "append");
    private static readonly JsonRule Method = Rules.OneOf("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD", "@Request.OriginalHTTPMethod");

    private static readonly Dictionary<string, JsonRule> Templates = new(StringComparer.OrdinalIgnoreCase)
    {
        ["dynamichosturl"] = Template(["urlTemplate"], []),
        ["routerequesttoendpoint"] = Template(["newPath"], [May("httpMethod", Method)]),
        ["setheader"] = Template(["name", "value"], [May("existsAction", Exists), Section("Request", "Response", "Failure")]),
        ["setqueryparameter"] = Template(["name", "value"], [May("existsAction", Exists)]),
        ["setproperty"] = Template(
            ["newPropertyParentPathTemplate", "newPropertySubPathTemplate", "propertyValuePathTemplate"],
            [Section("Request", "Response")]
        ),
        ["setvaluefromurl"] = Template(
            ["parameterTemplate", "parameterValueUrl", "parameterValuePathTemplate"],
            [May("httpMethod", Rules.OneOf("GET", "POST", "PUT")), Section("Request", "Response")]
        ),
        ["convertarraytoobject"] = Template(
            ["propertyParentPath", "keyWithinCollectionPath", "newPropertyPath"],
            [May("propertySubPath", Rules.Text), May("retainKey", Rules.Anything), Section("Request", "Response")]
        ),
        ["convertobjecttoarray"] = Template(
            ["propertyParentPath", "newPropertyPath"],
            [May("propertySubPath", Rules.Text), May("keyName", Rules.Text), May("valueName", Rules.Text), Section("Request", "Response")]
        ),
        ["stringtoarray"] = Template(
            ["propertyParentPath", "delimiterList", "childPropertyName", "newPropertyPath"],
            [May("propertySubPath", Rules.Text), Section("Request", "Response")]
        ),
        ["stringreplace"] = Template(
            ["propertyParentPath", "sourceString", "replacementString", "newPropertyPath"],
            [May("propertySubPath", Rules.Text), Section("Request", "Response")]
        ),
        ["encodepropertyvalue"] = Template(
            ["propertyParentPath", "newPropertyPath"],
            [May("propertySubPath", Rules.Text), Section("Request", "Response")]
        ),
        ["pollingtrigger"] = Polling(),
        ["updatenextlink"] = Template(["nextLinkPropertyName"], [May("nextLinkParentPropertyPath", Rules.Text)]),
    };

    /// <summary>The policies of a connector, in the order in which they work.</summary>
    public static JsonRule Instances { get; } = Rules.List(new KindRule("templateId", Templates));

    private static JsonMember May(string name, JsonRule rule) => Rules.May(Prefix + name, rule);

    private static JsonMember Section(params string[] sections) => Rules.May("x-ms-apimTemplate-policySection", Rules.OneOf(sections));

    private static ObjectRule Template(string[] required, JsonMember[] optional) =>
        Instance(Rules.Object([.. required.Select(name => Rules.Must(Prefix + name, Rules.AnyText)), .. optional, Operations]));

    private static ObjectRule Polling() =>
        Instance(
            Rules.Object(
                Rules.Must(Prefix + "triggerConfig", Rules.Map(Rules.Text)),
                Rules.Must(Prefix + "triggerDataPath", Rules.Text),
                Rules.Must(OperationName, Rules.List(Rules.Text, 1))
            )
        );

    private static ObjectRule Instance(JsonRule parameters) =>
        Rules.Object(
            Rules.Must("templateId", Rules.Text),
            Rules.May("title", Rules.Text),
            Rules.May("type", Rules.Text),
            Rules.Must("parameters", parameters)
        );
}
