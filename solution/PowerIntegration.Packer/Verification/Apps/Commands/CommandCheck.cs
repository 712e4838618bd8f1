using System.Text.Json;
using System.Text.Json.Nodes;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Apps.Targets;
using PowerIntegration.Packer.Verification.Shapes;

namespace PowerIntegration.Packer.Verification.Apps.Commands;

/// <summary>Commands belong to an app and a table that exist, and do something that can be done.</summary>
internal static class CommandCheck
{
    private const string Formula = "1";
    private const string Javascript = "2";

    public static IEnumerable<Finding> Find(AppTargets targets) => targets.Commands.SelectMany(command => Find(targets, command));

    private static IEnumerable<Finding> Find(AppTargets targets, SourceElement command) =>
        [
            .. ShapeCheck.Find(command, CommandShape.AppAction, complete: false),
            .. Name(targets, command),
            .. References(command),
            .. Place(targets, command),
            .. Click(targets, command),
            .. Visibility(targets, command),
            .. Parent(targets, command),
            .. WebResource(targets, command, "iconwebresourceid"),
        ];

    private static IEnumerable<Finding> Name(AppTargets targets, SourceElement command)
    {
        string name = command.Attribute("uniquename");
        if (command.File.Split('/')[^2] != name)
        {
            yield return command.Says($"The unique name '{name}' is not the name of the folder. Rename one of them.");
        }

        if (targets.Commands.First(other => other.Attribute("uniquename") == name) != command)
        {
            yield return command.Says($"Another command has the unique name '{name}' too. Rename one of them.");
        }
    }

    private static IEnumerable<Finding> References(SourceElement command) =>
        CommandShape
            .References.SelectMany(name => command.Below(name))
            .Where(reference => reference.Element.Elements().Count(key => key.Value.Length > 0) != 1)
            .Select(reference => reference.Says("The element names nothing, or two things. Write one key in it, or remove it."));

    private static IEnumerable<Finding> Place(AppTargets targets, SourceElement command)
    {
        string app = Key(command, "appmoduleid", "uniquename");
        if (app.Length > 0 && targets.Apps.All(module => module.Text("UniqueName") != app))
        {
            yield return command.Says($"The app '{app}' does not exist. Name one of the solution, or remove appmoduleid for all apps.");
        }

        string table = Key(command, "contextentity", "logicalname");
        bool isOfTable = command.Text("context") == "1";
        if (isOfTable && (table.Length == 0 || command.Text("contextvalue") != table))
        {
            yield return command.Says("context is 1, so contextentity and contextvalue must name the same table. Correct them.");
        }
        else if (!isOfTable && (table.Length > 0 || command.Text("contextvalue").Length > 0))
        {
            yield return command.Says("context is 0, so the command belongs to no table. Remove contextentity and contextvalue, or write context 1.");
        }
        else if (isOfTable && !targets.HasTable(table))
        {
            yield return command.Says($"The table '{table}' does not exist. Name a table of the solution.");
        }
    }

    private static IEnumerable<Finding> Click(AppTargets targets, SourceElement command)
    {
        string type = command.Text("onclickeventtype");
        bool hasScript = command.Below("onclickeventjavascriptwebresourceid").Any();
        if (type == Javascript && (!hasScript || command.Text("onclickeventjavascriptfunctionname").Length == 0))
        {
            yield return command.Says("onclickeventtype is 2, so the command runs a script. Name web resource and function.");
        }
        else if (type != Javascript && hasScript)
        {
            yield return command.Says($"onclickeventtype is {type}, so the script never runs. Write 2, or remove the web resource.");
        }

        if (type == Formula)
        {
            foreach (Finding finding in Library(targets, command, "onclickeventformula"))
            {
                yield return finding;
            }
        }

        foreach (
            Finding finding in WebResource(targets, command, "onclickeventjavascriptwebresourceid")
                .Concat(Parameters(command, command.Text("onclickeventjavascriptparameters")))
        )
        {
            yield return finding;
        }
    }

    private static IEnumerable<Finding> Visibility(AppTargets targets, SourceElement command) =>
        command.Text("visibilitytype") == Formula ? Library(targets, command, "visibilityformula") : [];

    private static IEnumerable<Finding> Library(AppTargets targets, SourceElement command, string prefix)
    {
        string library = Key(command, prefix + "componentlibraryid", "name");
        if (targets.CanvasApps.All(app => app.Text("Name") != library))
        {
            yield return command.Says(
                $"The formula needs the component library '{library}', which is not in the folder CanvasApps. Add it, or use a script."
            );
        }
    }

    private static IEnumerable<Finding> Parent(AppTargets targets, SourceElement command)
    {
        string parent = Key(command, "parentappactionid", "uniquename");
        if (parent.Length > 0 && targets.Commands.All(other => other.Attribute("uniquename") != parent))
        {
            yield return command.Says($"The parent command '{parent}' does not exist. Name one of the solution.");
        }
    }

    private static IEnumerable<Finding> WebResource(AppTargets targets, SourceElement command, string element)
    {
        string id = Key(command, element, "webresourceid");
        string name = Key(command, element, "name");
        bool exists = id.Length > 0 ? targets.WebResource(AppTargets.IdOf(id)) is not null : name.Length == 0 || targets.HasWebResource(name);
        if (!exists)
        {
            yield return command.Says($"No web resource is '{id}{name}', which {element} names. Name one of the solution.");
        }
    }

    private static IEnumerable<Finding> Parameters(SourceElement command, string text)
    {
        if (text.Length > 0 && !AreParameters(text))
        {
            yield return command.Says("onclickeventjavascriptparameters must be a list such as [{\"type\":5}]. Correct it.");
        }
    }

    private static bool AreParameters(string text)
    {
        try
        {
            return JsonNode.Parse(text) is JsonArray list && list.All(item => item is JsonObject parameter && parameter["type"] is JsonValue);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Key(SourceElement command, string element, string key) => command.Below(element, key).FirstOrDefault()?.Element.Value ?? "";
}
