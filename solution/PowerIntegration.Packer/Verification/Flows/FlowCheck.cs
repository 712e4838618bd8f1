using System.Text.Json.Nodes;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Flows;

/// <summary>A flow has its two files, reaches connectors by connection references of its solution, and says how many runs go on at once.</summary>
internal static class FlowCheck
{
    public static IEnumerable<Finding> Find(Catalogue catalogue) =>
        catalogue.Solutions.SelectMany(solution =>
            References(catalogue, solution).Concat(solution.XmlIn("Workflows", ".data.xml").SelectMany(flow => Find(catalogue, solution, flow)))
        );

    /// <summary>The flows of all solutions whose JSON file exists.</summary>
    public static IEnumerable<FlowSource> Flows(Catalogue catalogue) =>
        from solution in catalogue.Solutions
        from file in solution.FilesIn("Workflows", ".json")
        where solution.Json(file)?["properties"]?["definition"] is JsonObject
        select new FlowSource(file, (JsonObject)solution.Json(file)!["properties"]!);

    private static IEnumerable<Finding> Find(Catalogue catalogue, UnpackedSolution solution, SourceElement flow)
    {
        string file = flow.Text("JsonFileName").TrimStart('/');
        if (!solution.Has(file) || flow.File != file + ".data.xml")
        {
            return [flow.Says(flow.Attribute("Name"), $"JsonFileName is '{flow.Text("JsonFileName")}'; it must name the file beside this one.")];
        }

        if (solution.Json(file)?["properties"] is not JsonObject properties || properties["definition"] is not JsonObject)
        {
            return [new Finding(file, "properties/definition", "The file holds no flow definition.")];
        }

        FlowSource source = new(file, properties);
        return [.. Registration(flow), .. Connections(solution, source), .. Triggers(catalogue, source)];
    }

    private static IEnumerable<Finding> Registration(SourceElement flow)
    {
        if (flow.Text("Category") != "5" || flow.Text("StateCode") != "1" || flow.Text("StatusCode") != "2")
        {
            yield return flow.Says(flow.Attribute("Name"), "A shipped cloud flow has Category 5, StateCode 1 and StatusCode 2: import turns it on.");
        }

        if (!flow.Attribute("Name").StartsWith("PI - ", StringComparison.Ordinal))
        {
            yield return flow.Says(flow.Attribute("Name"), "Flows are named PI - <Area> - <Verb Noun>.");
        }
    }

    private static IEnumerable<Finding> References(Catalogue catalogue, UnpackedSolution solution) =>
        from reference in solution.Customizations.Element.Descendants("connectionreference").Select(solution.Customizations.At)
        let id = reference.Element.Element("customconnectorid")?.Element("connectorid")?.Value
        where id is not null && !catalogue.All("Connectors", ".xml").Any(connector => connector.Text("connectorid") == id)
        select reference.Says(reference.Attribute("connectionreferencelogicalname"), $"The custom connector {id} is in none of the solutions.");

    private static IEnumerable<Finding> Connections(UnpackedSolution solution, FlowSource flow)
    {
        string[] declared =
        [
            .. solution
                .Customizations.Element.Descendants("connectionreference")
                .Select(reference => (string?)reference.Attribute("connectionreferencelogicalname") ?? ""),
        ];
        foreach (KeyValuePair<string, JsonNode?> connection in flow.Connections)
        {
            string? logicalName = (string?)connection.Value?["connection"]?["connectionReferenceLogicalName"];
            if (!declared.Contains(logicalName))
            {
                yield return flow.Says(connection.Key, $"The connection reference '{logicalName}' is not declared in Other/Customizations.xml.");
            }

            if (connection.Key.Contains("-5f", StringComparison.Ordinal) && (string?)connection.Value?["api"]?["logicalName"] is not { Length: > 0 })
            {
                yield return flow.Says(
                    connection.Key,
                    "A custom connector is named by api/logicalName too; its API name differs in each environment."
                );
            }
        }
    }

    private static IEnumerable<Finding> Triggers(Catalogue catalogue, FlowSource flow)
    {
        if (flow.Triggers.Count != 1)
        {
            yield return flow.Says("triggers", $"A flow has one trigger; this one has {flow.Triggers.Count}.");
        }

        foreach (KeyValuePair<string, JsonNode?> trigger in flow.Triggers)
        {
            if ((int?)trigger.Value?["runtimeConfiguration"]?["concurrency"]?["runs"] is not (>= 1 and <= 100))
            {
                yield return flow.Says(
                    trigger.Key,
                    "The trigger does not say how many runs go on at once: runtimeConfiguration/concurrency/runs, 1 to 100."
                );
            }

            JsonNode? parameters = trigger.Value?["inputs"]?["parameters"];
            if (parameters?["subscriptionRequest/entityname"] is { } entity)
            {
                TableSource? table = catalogue.Table(entity.ToString());
                foreach (
                    string column in ((string?)parameters["subscriptionRequest/filteringattributes"] ?? "").Split(
                        ',',
                        StringSplitOptions.RemoveEmptyEntries
                    )
                )
                {
                    if (table?.Column(column) is null)
                    {
                        yield return flow.Says(
                            trigger.Key,
                            $"The table '{entity}' or its column '{column}' does not exist; triggers take logical names."
                        );
                    }
                }
            }
        }
    }
}
