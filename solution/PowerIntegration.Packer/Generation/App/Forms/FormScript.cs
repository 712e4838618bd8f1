using System.Text.Json.Nodes;
using System.Xml.Linq;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Generation.App.Commands;
using PowerIntegration.Packer.Generation.App.Reading;
using PowerIntegration.Packer.Generation.App.Tables;

namespace PowerIntegration.Packer.Generation.App.Forms;

/// <summary>The script of the forms: the rules of every form that has some, and how such a form calls it.</summary>
/// <param name="model">Gives ids and takes faults.</param>
/// <param name="hasScript">Whether the script is there.</param>
internal sealed class FormScript(AppModel model, bool hasScript)
{
    /// <summary>The web resource.</summary>
    public const string Library = "pint_/js/forms.js";

    private const string Function = "PowerIntegrationForms.onLoad";

    /// <summary>The rules by table, as the script reads them.</summary>
    public JsonObject Rules { get; } = [];

    /// <summary>Takes the rules of a form up, and gives the elements by which the form calls the script; none where it has no rules.</summary>
    public IReadOnlyList<XElement> Of(DescribedTable table, string form, IReadOnlyList<SectionRule> rules)
    {
        if (rules.Count == 0)
        {
            return [];
        }

        if (!hasScript)
        {
            model.Refuse(
                new Finding(
                    $"{WebResourceFiles.SourceFolder}/js/forms.js",
                    "the file",
                    "It is missing. Restore it; forms with sections for some values call its functions."
                )
            );
        }

        Rules[table.Name] = new JsonArray([.. rules.Select(rule => (JsonNode)rule.Write())]);
        return
        [
            new XElement(
                "events",
                new XElement(
                    "event",
                    new XAttribute("name", "onload"),
                    new XAttribute("application", "false"),
                    new XAttribute("active", "false"),
                    new XElement(
                        "Handlers",
                        new XElement(
                            "Handler",
                            new XAttribute("functionName", Function),
                            new XAttribute("libraryName", Library),
                            new XAttribute("handlerUniqueId", Id(form + "/onload")),
                            new XAttribute("enabled", "true"),
                            new XAttribute("parameters", ""),
                            new XAttribute("passExecutionContext", "true")
                        )
                    )
                )
            ),
            new XElement(
                "formLibraries",
                new XElement("Library", new XAttribute("name", Library), new XAttribute("libraryUniqueId", Id(form + "/library")))
            ),
        ];
    }

    private string Id(string key) => model.Ids.Of(key).ToString("B");
}
