using System.Xml.Linq;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Apps.Targets;

namespace PowerIntegration.Packer.Verification.Apps.Ribbons;

/// <summary>What one part of a ribbon names in another: buttons their command, commands their rules and scripts, texts their labels.</summary>
internal static class RibbonReferences
{
    private const string LabelPrefix = "$LocLabels:";
    private const string WebResourcePrefix = "$webresource:";

    // Commands, rules and templates of the platform are not written in a difference.
    private const string PlatformPrefix = "Mscrm.";

    public static IEnumerable<Finding> Find(AppTargets targets, SourceElement ribbon)
    {
        string[] commands = [.. ribbon.Below("CommandDefinitions", "CommandDefinition").Select(command => command.Attribute("Id"))];
        string[] labels = [.. ribbon.Below("LocLabels", "LocLabel").Select(label => label.Attribute("Id"))];
        return
        [
            .. ribbon
                .Below("CustomActions", "CustomAction", "CommandUIDefinition")
                .SelectMany(definition => definition.Element.Descendants().Select(definition.At))
                .Where(control => IsMissing(control.Attribute("Command"), commands))
                .Select(control =>
                    control.Says($"No CommandDefinition has the id {control.Attribute("Command")}. Add it, or name one that is there.")
                ),
            .. Rules(ribbon, "EnableRules", "EnableRule"),
            .. Rules(ribbon, "DisplayRules", "DisplayRule"),
            .. ribbon.Element.Descendants().SelectMany(element => Attributes(targets, ribbon.At(element), labels)),
        ];
    }

    private static IEnumerable<Finding> Rules(SourceElement ribbon, string list, string rule)
    {
        string[] defined = [.. ribbon.Below("RuleDefinitions", list, rule).Select(found => found.Attribute("Id"))];
        return ribbon
            .Below("CommandDefinitions", "CommandDefinition", list, rule)
            .Where(named => IsMissing(named.Attribute("Id"), defined))
            .Select(named => named.Says($"No {rule} in RuleDefinitions has the id {named.Attribute("Id")}. Add it, or name one that is there."));
    }

    private static IEnumerable<Finding> Attributes(AppTargets targets, SourceElement element, string[] labels)
    {
        foreach (XAttribute attribute in element.Element.Attributes())
        {
            if (attribute.Value.StartsWith(LabelPrefix, StringComparison.Ordinal) && !labels.Contains(attribute.Value[LabelPrefix.Length..]))
            {
                yield return element.Says($"No LocLabel has the id {attribute.Value[LabelPrefix.Length..]}, which {attribute.Name} names. Add it.");
            }

            string script = attribute.Value.StartsWith(WebResourcePrefix, StringComparison.Ordinal)
                ? attribute.Value[WebResourcePrefix.Length..]
                : "";
            if (script.Length > 0 && !targets.HasWebResource(script))
            {
                yield return element.Says($"No web resource is named '{script}', which {attribute.Name} names. Name one of the solution.");
            }
        }
    }

    private static bool IsMissing(string id, string[] defined) =>
        id.Length > 0 && !id.StartsWith(PlatformPrefix, StringComparison.Ordinal) && !defined.Contains(id);
}
