using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PowerIntegration.Sandbox.App.Definitions;

/// <summary>Reads <c>RibbonDiff.xml</c>: the commands of a table. What is not drawn here is refused by name.</summary>
internal sealed partial class RibbonFile
{
    private const string LabelPrefix = "$LocLabels:";
    private const string ScriptPrefix = "$webresource:";
    private static readonly string[] Children = ["CustomActions", "Templates", "CommandDefinitions", "RuleDefinitions", "LocLabels"];
    private static readonly string[] Definitions = ["EnableRules", "DisplayRules", "Actions"];
    private static readonly string[] Rules = ["TabDisplayRules", "DisplayRules", "EnableRules"];
    private static readonly string[] Look =
    [
        "Id",
        "Command",
        "Sequence",
        "LabelText",
        "Alt",
        "TemplateAlias",
        "ToolTipTitle",
        "ToolTipDescription",
        "ModernImage",
        "PopulateDynamically",
    ];

    // What a page can give a function.
    private static readonly string[] OfPage = ["PrimaryControl", "SelectedControl", "SelectedControlSelectedItemIds"];

    private readonly DefinitionXml xml;
    private readonly string table;
    private readonly Dictionary<string, string> labels;
    private readonly Dictionary<string, XElement> commands;
    private readonly Dictionary<string, XElement> displayRules;
    private readonly Dictionary<string, XElement> enableRules;

    private RibbonFile(DefinitionXml xml, string table)
    {
        this.xml = xml;
        this.table = table;
        labels = All("LocLabels", "LocLabel")
            .ToDictionary(label => xml.Required(label, "Id"), label => DefinitionXml.Label(label.Element("Titles")), StringComparer.Ordinal);
        commands = ById(All("CommandDefinitions", "CommandDefinition"));
        displayRules = ById(All("RuleDefinitions", "DisplayRules").Elements("DisplayRule"));
        enableRules = ById(All("RuleDefinitions", "EnableRules").Elements("EnableRule"));
    }

    /// <summary>The buttons and menus of a table.</summary>
    /// <param name="file">Path of the file.</param>
    /// <param name="table">The table.</param>
    public static IReadOnlyList<RibbonControl> Read(string file, string table)
    {
        var xml = DefinitionXml.Load(file, "RibbonDiffXml");
        xml.Know(xml.Root, [], Children);
        foreach (var part in xml.Root.Elements("RuleDefinitions"))
        {
            xml.Know(part, [], Rules);
        }

        if (xml.Root.Elements("RuleDefinitions").Elements("TabDisplayRules").Elements().FirstOrDefault() is { } tab)
        {
            throw xml.Refused(tab, "the app page here does not draw tabs of a ribbon. Remove the rule");
        }

        var ribbon = new RibbonFile(xml, table);
        return [.. ribbon.All("CustomActions", "CustomAction", "HideCustomAction").Select(ribbon.Action)];
    }

    private RibbonControl Action(XElement action)
    {
        xml.Know(action, ["Id", "Location", "Sequence"], ["CommandUIDefinition"]);
        var location = Location().Match(xml.Required(action, "Location"));
        if (!location.Success || location.Groups["table"].Value != table)
        {
            throw xml.Refused(action, $"the app page here draws commands above the form or the list of {table}, and not at this location");
        }

        var place = location.Groups["ribbon"].Value == "Form" ? CommandPlace.Form : CommandPlace.List;
        var definition = xml.Child(action, "CommandUIDefinition");
        xml.Know(definition, [], ["Button", "FlyoutAnchor"]);
        return Control(definition.Elements().First(), place);
    }

    private RibbonControl Control(XElement control, CommandPlace place)
    {
        var isMenu = control.Name.LocalName == "FlyoutAnchor";
        xml.Know(control, Look, isMenu ? ["Menu"] : []);
        var command = Named(commands, control, "Command");
        xml.Know(command, ["Id"], Definitions);
        return new RibbonControl
        {
            Id = xml.Required(control, "Id"),
            Place = place,
            Sequence = xml.Number(control, "Sequence", 0),
            Label = Text(control, "LabelText"),
            Help = control.Attribute("ToolTipDescription") is null ? "" : Text(control, "ToolTipDescription"),
            Rules = RulesOf(command),
            Function = isMenu ? null : Function(command),
            Items = isMenu ? [.. Items(control).OrderBy(item => xml.Number(item, "Sequence", 0)).Select(item => Control(item, place))] : [],
        };
    }

    private IEnumerable<XElement> Items(XElement anchor)
    {
        if (DefinitionXml.Flag(anchor.Attribute("PopulateDynamically")?.Value, false))
        {
            throw xml.Refused(anchor, "the app page here does not draw menus that a script fills. Write the commands into the menu");
        }

        var menu = xml.Child(anchor, "Menu");
        xml.Know(menu, ["Id"], ["MenuSection"]);
        foreach (var section in menu.Elements())
        {
            xml.Know(section, ["Id", "Sequence", "DisplayMode"], ["Controls"]);
            var controls = xml.Child(section, "Controls");
            xml.Know(controls, ["Id"], ["Button"]);
            foreach (var item in controls.Elements())
            {
                yield return item;
            }
        }
    }

    private RibbonFunction Function(XElement command)
    {
        var actions = xml.Child(command, "Actions");
        xml.Know(actions, [], ["JavaScriptFunction"]);
        if (actions.Elements().Count() != 1)
        {
            throw xml.Refused(actions, "a command here calls one function of a script. Name one");
        }

        var function = actions.Elements().First();
        xml.Know(function, ["FunctionName", "Library"], ["CrmParameter", "StringParameter"]);
        var library = xml.Required(function, "Library");
        return library.StartsWith(ScriptPrefix, StringComparison.Ordinal)
            ? new RibbonFunction(xml.Required(function, "FunctionName"), library[ScriptPrefix.Length..], [.. function.Elements().Select(Parameter)])
            : throw xml.Refused(function, $"the library '{library}' is not a web resource. Name one");
    }

    private RibbonParameter Parameter(XElement parameter)
    {
        xml.Know(parameter, ["Value"], []);
        var value = xml.Required(parameter, "Value");
        var isOfPage = parameter.Name.LocalName == "CrmParameter";
        return isOfPage && !OfPage.Contains(value)
            ? throw xml.Refused(parameter, $"the app page here does not give '{value}'. Use one of {string.Join(", ", OfPage)}")
            : new RibbonParameter(isOfPage, value);
    }

    private RibbonRules RulesOf(XElement command)
    {
        var display = Rule(command, "DisplayRules", displayRules).SelectMany(rule => rule.Elements()).ToList();
        var enable = Rule(command, "EnableRules", enableRules).SelectMany(rule => rule.Elements()).ToList();
        foreach (var rule in display.Where(rule => rule.Name.LocalName != "EntityPrivilegeRule"))
        {
            throw xml.Refused(rule, "the app page here shows commands by privilege alone. Use EntityPrivilegeRule");
        }

        foreach (var rule in enable.Where(rule => rule.Name.LocalName is not ("ValueRule" or "OrRule" or "FormStateRule" or "SelectionCountRule")))
        {
            throw xml.Refused(rule, "the app page here does not know this rule. Use values, the selection or whether the record is saved");
        }

        var selection = enable.Where(rule => rule.Name.LocalName == "SelectionCountRule").ToList();
        foreach (var rule in selection)
        {
            xml.Know(rule, ["AppliesTo", "Minimum", "Maximum"], []);
        }

        return new RibbonRules
        {
            Privileges = [.. display.Select(Privilege)],
            Values = [.. enable.Where(rule => rule.Name.LocalName is "ValueRule" or "OrRule").Select(Values)],
            NeedsRecord = enable.Any(IsExisting),
            Least = selection.Select(rule => Optional(rule, "Minimum")).Max(),
            Most = selection.Select(rule => Optional(rule, "Maximum")).Min(),
        };
    }

    private (string Verb, string Table) Privilege(XElement rule)
    {
        xml.Know(rule, ["EntityName", "PrivilegeType", "PrivilegeDepth"], []);
        return (xml.Required(rule, "PrivilegeType"), xml.Required(rule, "EntityName"));
    }

    private bool IsExisting(XElement rule)
    {
        if (rule.Name.LocalName != "FormStateRule")
        {
            return false;
        }

        xml.Know(rule, ["State"], []);
        return xml.Required(rule, "State") == "Existing"
            ? true
            : throw xml.Refused(rule, "the app page here handles saved records only. Write Existing");
    }

    private IReadOnlyList<(string Column, string Value)> Values(XElement rule)
    {
        if (rule.Name.LocalName == "ValueRule")
        {
            return [Value(rule)];
        }

        xml.Know(rule, [], ["Or"]);
        foreach (var either in rule.Elements())
        {
            xml.Know(either, [], ["ValueRule"]);
        }

        return [.. rule.Elements().Select(either => Value(xml.Child(either, "ValueRule")))];
    }

    private (string Column, string Value) Value(XElement rule)
    {
        xml.Know(rule, ["Field", "Value"], []);
        return (xml.Required(rule, "Field"), xml.Required(rule, "Value"));
    }

    private int? Optional(XElement rule, string name) => rule.Attribute(name) is null ? null : xml.Number(rule, name, 0);

    private IEnumerable<XElement> Rule(XElement command, string list, Dictionary<string, XElement> rules) =>
        xml.Child(command, list).Elements().Select(named => Named(rules, named, "Id"));

    private XElement Named(Dictionary<string, XElement> all, XElement owner, string attribute) =>
        all.TryGetValue(xml.Required(owner, attribute), out var found)
            ? found
            : throw xml.Refused(owner, $"'{owner.Attribute(attribute)!.Value}' is not defined in this file. Define it, or name another one");

    private string Text(XElement control, string attribute)
    {
        var text = xml.Required(control, attribute);
        return !text.StartsWith(LabelPrefix, StringComparison.Ordinal) ? text
            : labels.TryGetValue(text[LabelPrefix.Length..], out var label) ? label
            : throw xml.Refused(control, $"the text '{text}' is not defined in this file. Define it, or name another one");
    }

    private Dictionary<string, XElement> ById(IEnumerable<XElement> elements) =>
        elements.ToDictionary(element => xml.Required(element, "Id"), StringComparer.Ordinal);

    private IEnumerable<XElement> All(string list, params string[] names) =>
        xml.Root.Elements(list).Elements().Where(element => names.Contains(element.Name.LocalName));

    [GeneratedRegex(@"^Mscrm\.(?<ribbon>Form|HomepageGrid)\.(?<table>[a-z0-9_]+)\.MainTab\.Actions\.Controls\._children$")]
    private static partial Regex Location();
}
