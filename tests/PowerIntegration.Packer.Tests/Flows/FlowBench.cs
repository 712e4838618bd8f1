using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Flows;

namespace PowerIntegration.Packer.Tests.Flows;

/// <summary>
/// The shipped sources, read once; a test changes the flows in memory and looks at the findings. Two flows are samples of the tests, in the place of
/// shipped ones, so that a flow that ships may change.
/// </summary>
public sealed class FlowBench
{
    private const string Invoice = "PI-Subcontractor";
    private static readonly Dictionary<string, string> Samples = new(StringComparer.Ordinal)
    {
        [Invoice] = "SubmitInvoice.json",
        ["PI-Intake"] = "PollProcore.json",
    };

    private const string RoleOfFlows = "Roles/PowerIntegration Flow Connection.xml";

    private const string Connector = "Connectors/pint_5Fpowerintegration_openapidefinition.json";

    private readonly Catalogue catalogue = Repository.Catalogue();

    private UnpackedSolution Solution => catalogue.Solutions[2];

    /// <summary>Findings about what is there.</summary>
    public IReadOnlyList<Finding> Find() => [.. FlowCheck.Find(catalogue), .. FlowHouseCheck.Find(catalogue)];

    /// <summary>Findings after the first occurrence of a text in a flow's file is replaced.</summary>
    public IReadOnlyList<Finding> AfterReplacing(string flow, string text, string replacement) => AfterReplacing(flow, (text, replacement));

    /// <summary>Findings after several texts in a flow's file are replaced, one after the other.</summary>
    public IReadOnlyList<Finding> AfterReplacing(string flow, params (string Text, string Replacement)[] changes)
    {
        string content = InMemory.Replaced(TextOf(flow), changes);
        return InMemory.With(JsonOf(flow), JsonNode.Parse(content)!, Find);
    }

    /// <summary>Findings with other actions in the flow that submits an invoice.</summary>
    public IReadOnlyList<Finding> WithActions(string actions) =>
        With(root => root["properties"]!["definition"]!["actions"] = JsonNode.Parse(actions));

    /// <summary>Findings after a change of a flow.</summary>
    public IReadOnlyList<Finding> With(Action<JsonObject> change, string flow = Invoice) => With(flow, change, Find);

    /// <summary>Findings of the platform's rules only after a change of a flow.</summary>
    public IReadOnlyList<Finding> Platform(Action<JsonObject> change, string flow = Invoice) =>
        With(flow, change, () => [.. FlowCheck.Find(catalogue)]);

    /// <summary>Findings after a change of a flow that submits a document by an operation with other parameters.</summary>
    public IReadOnlyList<Finding> WithOperation(string parameters, Action<JsonObject> change)
    {
        JsonNode swagger = catalogue.Solutions[0].Json(Connector)!;
        JsonNode content = swagger.DeepClone();
        content["paths"]!["/oracle/documents/submit"]!["post"]!["parameters"] = JsonNode.Parse(parameters);
        return InMemory.With(swagger, content, () => With(change));
    }

    /// <summary>Findings after a change of the paths of the connector in its solution.</summary>
    public IReadOnlyList<Finding> WithConnector(Action<JsonNode> change)
    {
        JsonNode swagger = catalogue.Solutions[0].Json(Connector)!;
        JsonNode content = swagger.DeepClone();
        change(content["paths"]!);
        return InMemory.With(swagger, content, () => With(_ => { }));
    }

    /// <summary>
    /// Findings after a change of a flow in solutions that have connection references to Approvals and Teams too, and whose role of the flows holds
    /// more privileges.
    /// </summary>
    public IReadOnlyList<Finding> WithMicrosoft(Action<JsonObject> change, params string[] privileges)
    {
        XElement role = catalogue.Solutions[1].Xml(RoleOfFlows).Element;
        XElement customizations = Solution.Xml("Other/Customizations.xml").Element;
        return InMemory.With(
            role,
            root => root.Element("RolePrivileges")!.Add(privileges.Select(Privilege)),
            () =>
                InMemory.With(
                    customizations,
                    root => root.Element("connectionreferences")!.Add(Reference("pint_approvals", "approvals"), Reference("pint_teams", "teams")),
                    () => With(change)
                )
        );
    }

    /// <summary>Findings after the first occurrence of a text in an XML file is replaced.</summary>
    public IReadOnlyList<Finding> AfterReplacingXml(string file, string text, string replacement) => AfterReplacingXml(file, (text, replacement));

    /// <summary>Findings after texts in an XML file are replaced, one after the other.</summary>
    public IReadOnlyList<Finding> AfterReplacingXml(string file, params (string Text, string Replacement)[] changes) =>
        WithXml(file, InMemory.Replacing(changes));

    /// <summary>Findings after a change of an XML file.</summary>
    public IReadOnlyList<Finding> WithXml(string file, Action<XElement> change)
    {
        string name = Solution
            .FilesIn("Workflows", ".xml")
            .Append("Other/Customizations.xml")
            .First(candidate => candidate.Contains(file, StringComparison.Ordinal));
        return InMemory.With(Solution.Xml(name).Element, change, Find);
    }

    private static XElement Privilege(string name) => new("RolePrivilege", new XAttribute("name", name), new XAttribute("level", "Global"));

    private static XElement Reference(string name, string api) =>
        new(
            "connectionreference",
            new XAttribute("connectionreferencelogicalname", name),
            new XElement("connectionreferencedisplayname", name),
            new XElement("connectorid", $"/providers/Microsoft.PowerApps/apis/shared_{api}"),
            new XElement("iscustomizable", 1),
            new XElement("promptingbehavior", 0),
            new XElement("statecode", 0),
            new XElement("statuscode", 1)
        );

    private IReadOnlyList<Finding> With(string flow, Action<JsonObject> change, Func<IReadOnlyList<Finding>> find)
    {
        JsonObject content = JsonNode.Parse(TextOf(flow))!.AsObject();
        change(content);
        return InMemory.With(JsonOf(flow), content, find);
    }

    private string FileOf(string flow) => Solution.FilesIn("Workflows", ".json").Single(file => file.Contains(flow, StringComparison.Ordinal));

    private string TextOf(string flow) =>
        Samples.TryGetValue(flow, out string? sample)
            ? File.ReadAllText(Path.Combine(Repository.Root, "tests/PowerIntegration.Packer.Tests/Flows/samples", sample))
            : Encoding.UTF8.GetString(Solution.Bytes(FileOf(flow)));

    private JsonNode JsonOf(string flow) => Solution.Json(FileOf(flow))!;
}
