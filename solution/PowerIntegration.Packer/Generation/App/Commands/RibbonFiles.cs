using System.Xml.Linq;
using PowerIntegration.Packer.Generation.App.Tables;
using PowerIntegration.Packer.Generation.App.Texts;
using PowerIntegration.Packer.Generation.Output;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Generation.App.Commands;

/// <summary>
/// RibbonDiff.xml: the buttons of one table. A button is shown to whoever holds the privilege of its custom API, on a form only where the record
/// has the values that the command asks for, on a list only where rows are selected.
/// </summary>
internal static class RibbonFiles
{
    /// <summary>The script that all buttons call.</summary>
    public const string Script = "pint_/js/commands.js";

    private const string Library = "$webresource:" + Script;
    private const string LabelPrefix = "$LocLabels:";
    private const string OnForm = "PowerIntegration.Commands.onForm";
    private const string OnList = "PowerIntegration.Commands.onList";
    private const int FirstSequence = 200;
    private const int Step = 10;

    // The slot of a group's template in which buttons without a size of their own are put.
    private const string Alias = "o1";

    /// <summary>The file of a table; none where it has no commands.</summary>
    /// <param name="table">The table.</param>
    /// <param name="plans">Its commands.</param>
    public static IEnumerable<GeneratedFile> Of(DescribedTable table, IReadOnlyList<CommandPlan> plans)
    {
        if (plans.Count == 0)
        {
            yield break;
        }

        RibbonPart[] parts = [.. plans.SelectMany(plan => plan.Places.Select(place => Button(plan, place)))];
        IGrouping<(SourceElement?, CommandPlace), RibbonPart>[] bars = [.. parts.GroupBy(part => (part.Plan.Menu, part.Place))];
        XElement[] actions =
        [
            .. bars.SelectMany(bar => bar.Key.Item1 is { } menu ? [Menu(table, menu, [.. bar])] : bar.ToArray())
                .GroupBy(part => part.Place)
                .SelectMany(place => place.Select((part, index) => Action(table, part, FirstSequence + (Step * index)))),
        ];
        RibbonPart[] all = [.. parts, .. bars.Where(bar => bar.Key.Item1 is not null).Select(bar => Menu(table, bar.Key.Item1!, [.. bar]))];
        yield return XmlFile.Of(
            $"{AppTexts.Core}/{table.Folder}/{TablePart.RibbonFile}",
            new XElement(
                "RibbonDiffXml",
                XmlFile.InstanceNamespace,
                new XElement("CustomActions", actions),
                new XElement("Templates", new XElement("RibbonTemplates", new XAttribute("Id", "Mscrm.Templates"))),
                new XElement("CommandDefinitions", all.Select(part => part.Definition)),
                new XElement(
                    "RuleDefinitions",
                    new XElement("TabDisplayRules"),
                    new XElement("DisplayRules", plans.Select(plan => plan.Privilege).Distinct().Select(PrivilegeRule)),
                    new XElement("EnableRules", all.SelectMany(part => part.EnableRules).DistinctBy(rule => (string)rule.Attribute("Id")!))
                ),
                new XElement("LocLabels", all.SelectMany(part => part.Labels).DistinctBy(label => (string)label.Attribute("Id")!))
            )
        );
    }

    private static RibbonPart Button(CommandPlan plan, CommandPlace place)
    {
        string id = $"{plan.Id}.{place.Name}";
        string help = plan.Source.Attribute("help");
        XElement[] rules = [.. plan.Conditions.Select(condition => ValueRule(plan.Id, condition)), PlaceRule(plan, place)];
        return new RibbonPart(
            plan,
            place,
            $"{id}.Action",
            new XElement(
                "Button",
                new XAttribute("Id", $"{id}.Button"),
                new XAttribute("Command", $"{id}.Command"),
                new XAttribute("LabelText", LabelPrefix + plan.Id),
                new XAttribute("Alt", LabelPrefix + plan.Id),
                new XAttribute("TemplateAlias", Alias),
                help.Length == 0 ? null : new XAttribute("ToolTipTitle", LabelPrefix + plan.Id),
                help.Length == 0 ? null : new XAttribute("ToolTipDescription", LabelPrefix + plan.Id + ".Help"),
                Icon(plan.Source)
            ),
            Definition($"{id}.Command", plan.Privilege, place == CommandPlace.Form ? rules : rules[^1..], Function(plan, place)),
            place == CommandPlace.Form ? rules : rules[^1..],
            [Label(plan.Id, plan.Source.Attribute("label")), .. help.Length == 0 ? [] : new[] { Label(plan.Id + ".Help", help) }]
        );
    }

    private static RibbonPart Menu(DescribedTable table, SourceElement menu, RibbonPart[] parts)
    {
        string name = $"{table.Name}.{menu.Attribute("name")}";
        CommandPlace place = parts[0].Place;
        string id = $"{name}.{place.Name}";
        XElement[] rules =
            place == CommandPlace.Form ? [.. parts[0].Plan.MenuConditions.Select(condition => ValueRule(name, condition)), ExistingRule()] : [];
        return new RibbonPart(
            parts[0].Plan,
            place,
            $"{id}.Action",
            new XElement(
                "FlyoutAnchor",
                new XAttribute("Id", $"{id}.Menu"),
                new XAttribute("Command", $"{id}.Command"),
                new XAttribute("LabelText", LabelPrefix + name),
                new XAttribute("Alt", LabelPrefix + name),
                new XAttribute("TemplateAlias", Alias),
                new XAttribute("PopulateDynamically", "false"),
                Icon(menu),
                new XElement(
                    "Menu",
                    new XAttribute("Id", $"{id}.Menu.Items"),
                    new XElement(
                        "MenuSection",
                        new XAttribute("Id", $"{id}.Menu.Section"),
                        new XAttribute("Sequence", Step),
                        new XAttribute("DisplayMode", "Menu16"),
                        new XElement(
                            "Controls",
                            new XAttribute("Id", $"{id}.Menu.Controls"),
                            parts.Select((part, index) => Numbered(part.Control, Step * (index + 1)))
                        )
                    )
                )
            ),
            Definition($"{id}.Command", parts[0].Plan.Privilege, rules, null),
            rules,
            [Label(name, menu.Attribute("label"))]
        );
    }

    private static XElement Action(DescribedTable table, RibbonPart part, int sequence) =>
        new(
            "CustomAction",
            new XAttribute("Id", part.ActionId),
            new XAttribute("Location", $"Mscrm.{part.Place.Ribbon}.{table.Name}.MainTab.Actions.Controls._children"),
            new XAttribute("Sequence", sequence),
            new XElement("CommandUIDefinition", Numbered(part.Control, sequence))
        );

    private static XElement Numbered(XElement control, int sequence)
    {
        XElement numbered = new(control);
        numbered.SetAttributeValue("Sequence", sequence);
        return numbered;
    }

    private static XElement Definition(string id, CommandPrivilege privilege, XElement[] rules, XElement? function) =>
        new(
            "CommandDefinition",
            new XAttribute("Id", id),
            new XElement("EnableRules", rules.Select(rule => new XElement("EnableRule", rule.Attribute("Id")))),
            new XElement("DisplayRules", new XElement("DisplayRule", new XAttribute("Id", RuleId(privilege)))),
            new XElement("Actions", function)
        );

    private static XElement Function(CommandPlan plan, CommandPlace place) =>
        new(
            "JavaScriptFunction",
            new XAttribute("FunctionName", place == CommandPlace.Form ? OnForm : OnList),
            new XAttribute("Library", Library),
            place == CommandPlace.Form
                ? [Parameter("PrimaryControl")]
                : new[] { Parameter("SelectedControl"), Parameter("SelectedControlSelectedItemIds") },
            new XElement("StringParameter", new XAttribute("Value", plan.Name))
        );

    private static XElement Parameter(string value) => new("CrmParameter", new XAttribute("Value", value));

    private static XElement PrivilegeRule(CommandPrivilege privilege) =>
        new(
            "DisplayRule",
            new XAttribute("Id", RuleId(privilege)),
            new XElement(
                "EntityPrivilegeRule",
                new XAttribute("EntityName", privilege.Table),
                new XAttribute("PrivilegeType", privilege.Verb),
                new XAttribute("PrivilegeDepth", "Global")
            )
        );

    private static string RuleId(CommandPrivilege privilege) => $"{privilege.Table}.{privilege.Verb}.Privilege";

    private static XElement PlaceRule(CommandPlan plan, CommandPlace place) =>
        place == CommandPlace.Form ? ExistingRule()
        : plan.Rows == "none" ? SelectionRule("NoRow", null, 0)
        : plan.Rows == "many" ? SelectionRule("Rows", 1, null)
        : SelectionRule("OneRow", 1, 1);

    private static XElement ExistingRule() => EnableRule("pint.Saved.Rule", new XElement("FormStateRule", new XAttribute("State", "Existing")));

    private static XElement SelectionRule(string name, int? least, int? most) =>
        EnableRule(
            $"pint.{name}.Rule",
            new XElement(
                "SelectionCountRule",
                new XAttribute("AppliesTo", "SelectedEntity"),
                least is { } minimum ? new XAttribute("Minimum", minimum) : null,
                most is { } maximum ? new XAttribute("Maximum", maximum) : null
            )
        );

    private static XElement ValueRule(string owner, CommandCondition condition)
    {
        XElement[] values =
        [
            .. condition.Values.Select(value => new XElement("ValueRule", new XAttribute("Field", condition.Column), new XAttribute("Value", value))),
        ];
        return EnableRule(
            $"{owner}.{condition.Column}.Rule",
            values.Length == 1 ? values[0] : new XElement("OrRule", values.Select(value => new XElement("Or", value)))
        );
    }

    private static XElement EnableRule(string id, XElement rule) => new("EnableRule", new XAttribute("Id", id), rule);

    private static XElement Label(string id, string text) =>
        new(
            "LocLabel",
            new XAttribute("Id", id),
            new XElement("Titles", new XElement("Title", new XAttribute("description", text), new XAttribute("languagecode", AppTexts.Language)))
        );

    private static XAttribute? Icon(SourceElement owner) =>
        owner.Attribute("icon") is { Length: > 0 } icon ? new XAttribute("ModernImage", icon) : null;

    /// <summary>A button or a menu with what it needs elsewhere in the file.</summary>
    private sealed record RibbonPart(
        CommandPlan Plan,
        CommandPlace Place,
        string ActionId,
        XElement Control,
        XElement Definition,
        IReadOnlyList<XElement> EnableRules,
        IReadOnlyList<XElement> Labels
    );
}
