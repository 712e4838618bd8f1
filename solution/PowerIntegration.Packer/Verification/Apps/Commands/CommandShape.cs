using PowerIntegration.Packer.Verification.Apps.Targets;
using PowerIntegration.Packer.Verification.Shapes;
using static PowerIntegration.Packer.Verification.Shapes.ElementShape;

namespace PowerIntegration.Packer.Verification.Apps.Commands;

/// <summary>What a command looks like: a button of the modern command bar.</summary>
internal static class CommandShape
{
    private const string Javascript = "onclickeventjavascript";
    private const string ClickFormula = "onclickeventformula";
    private const string VisibilityFormula = "visibilityformula";

    /// <summary>Elements that name another component by one key.</summary>
    public static IReadOnlyList<string> References { get; } =
    [
        "appmoduleid",
        "contextentity",
        "iconwebresourceid",
        ClickFormula + "componentlibraryid",
        Javascript + "webresourceid",
        "parentappactionid",
        VisibilityFormula + "componentlibraryid",
    ];

    /// <summary>The element appaction.</summary>
    public static ElementShape AppAction { get; } =
        Element("appaction")
            .With("uniquename", Values.Text)
            .Optional(Reference("appmoduleid", "uniquename"))
            .Optional(Text("buttonaccessibilitytext"))
            .One(Text("buttonlabeltext"))
            .Optional("buttonsequencepriority", Values.Number(-1_000_000_000m, 10_000_000_000m))
            .Optional(Text("buttontooltipdescription"))
            .Optional(Text("buttontooltiptitle"))
            .Optional("clientnavigationpath", Values.AnyText)
            .One("context", Values.Flag)
            .Optional(Reference("contextentity", "logicalname"))
            .Optional("contextvalue", Values.LogicalName)
            .Optional(
                "fonticon",
                new ValueRule("$clientsvg: and the name of an icon", text => text.StartsWith("$clientsvg:", StringComparison.Ordinal))
            )
            .Optional(Text("grouptitle"))
            .Optional("hidden", Values.Flag)
            .Optional(Reference("iconwebresourceid", "webresourceid", "name"))
            .Optional("iscustomizable", Values.Flag)
            .Optional("isdisabled", Values.Flag)
            .Optional("isgrouptitlehidden", Values.Flag)
            .One("location", Values.Whole(0, 6))
            .One("name", Values.Text)
            .Optional(Reference(ClickFormula + "componentlibraryid", "name"))
            .Optional(ClickFormula + "componentname", Values.Text)
            .Optional(ClickFormula + "functionname", Values.Text)
            .Optional(Javascript + "functionname", AppValues.Function)
            .Optional(Javascript + "parameters", Values.AnyText)
            .Optional(Reference(Javascript + "webresourceid", "webresourceid", "name"))
            .One("onclickeventtype", Values.Whole(0, 2))
            .Optional("origin", Values.Whole(0, 2))
            .Optional(Reference("parentappactionid", "uniquename"))
            .One("sequence", Values.Number(-1_000_000_000m, 10_000_000_000m))
            .One("statecode", Values.Flag)
            .One("statuscode", Values.OneOf("1", "2"))
            .One("type", Values.Whole(0, 3))
            .Optional(Reference(VisibilityFormula + "componentlibraryid", "name"))
            .Optional(VisibilityFormula + "componentname", Values.Text)
            .Optional(VisibilityFormula + "functionname", Values.Text)
            .Optional("visibilitytype", Values.Whole(0, 2));

    private static ElementShape Text(string name) =>
        Element(name).With("default", Values.Text).Many(Element("label").With("description", Values.Text).With("languagecode", Values.Language));

    private static ElementShape Reference(string name, params string[] keys) =>
        keys.Aggregate(Element(name), (shape, key) => shape.Optional(key, Values.Text));
}
