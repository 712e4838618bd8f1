using PowerIntegration.Packer.Verification.Apps.Targets;
using PowerIntegration.Packer.Verification.Shapes;
using static PowerIntegration.Packer.Verification.Shapes.ElementShape;

namespace PowerIntegration.Packer.Verification.Apps.Forms;

/// <summary>What a form looks like, down to a control. The parameters of a control depend on its kind and are checked there.</summary>
internal static class FormShape
{
    /// <summary>Tabs of a form or a dashboard.</summary>
    public static ElementShape Tabs { get; } = TabsOf(Control());

    /// <summary>The element form.</summary>
    public static ElementShape Form { get; } =
        Element("form")
            .WithOptional("headerdensity", Values.OneOf("HighWithControls", "NoControls", "LowWithControls"))
            .WithOptional("enablerelatedinformation", AppValues.Boolean)
            .WithOptional("relatedInformationCollapsed", AppValues.Boolean)
            .WithOptional("hasmargin", AppValues.Boolean)
            .WithOptional("shownavigationbar", AppValues.Boolean)
            .WithOptional("showImage", AppValues.Boolean)
            .WithOptional("maxWidth", Values.Whole(400, 10_000))
            .Optional(Element("ancestor").With("id", Values.IdInBraces))
            .Optional(HiddenControls())
            .One(Tabs)
            .Optional(HeaderOrFooter("header"))
            .Optional(HeaderOrFooter("footer"))
            .Optional(Events())
            .Optional(Libraries())
            .Optional(Element("externaldependencies").OneOrMore(Element("dependency").With("id", Values.Text)))
            .Optional(Parameters())
            .Optional(Open("clientresources"))
            .Optional(Open("Navigation"))
            .Optional(Conditions())
            .Optional(Open("RibbonDiffXml"))
            .Optional(Open("controlDescriptions"));

    /// <summary>The element systemform.</summary>
    public static ElementShape SystemForm { get; } =
        Element("systemform")
            .WithOptional("unmodified", Values.Flag)
            .One("formid", Values.IdInBraces)
            .Optional("IntroducedVersion", Values.Version)
            .Optional("FormPresentation", Values.OneOf("0", "1", "2"))
            .Optional("FormActivationState", Values.Flag)
            .One(Form)
            .Optional("IsCustomizable", Values.Flag)
            .Optional("CanBeDeleted", Values.Flag)
            .One(Labels.LocalizedNames)
            .Optional(Labels.Descriptions);

    private static ElementShape TabsOf(ElementShape control) =>
        Element("tabs")
            .WithOptional("showlabels", AppValues.Boolean)
            .OneOrMore(
                Placed("tab")
                    .WithOptional("verticallayout", AppValues.Boolean)
                    .WithOptional("expanded", AppValues.Boolean)
                    .Optional(LabelTexts())
                    .One(
                        Element("columns")
                            .OneOrMore(Element("column").With("width", AppValues.Percent).Optional(Element("sections").Many(Section(control))))
                    )
                    .Optional(Events())
            );

    private static ElementShape Section(ElementShape control) =>
        Placed("section")
            .WithOptional("showbar", AppValues.Boolean)
            .WithOptional("columns", AppValues.SectionColumns)
            .WithOptional("labelwidth", AppValues.Count)
            .WithOptional("celllabelalignment", Values.OneOf("Center", "Left", "Right"))
            .WithOptional("celllabelposition", Values.OneOf("Top", "Left"))
            .WithOptional("height", Values.Text)
            .WithOptional("layout", Values.AnyText)
            .Optional(LabelTexts())
            .Optional(Rows(control));

    private static ElementShape Rows(ElementShape control) =>
        Element("rows")
            .Many(
                Element("row")
                    .WithOptional("height", Values.Text)
                    .Many(
                        Element("cell")
                            .With("id", Values.IdInBraces)
                            .WithOptional("showlabel", AppValues.Boolean)
                            .WithOptional("labelid", Values.IdInBraces)
                            .WithOptional("locklevel", AppValues.Count)
                            .WithOptional("rowspan", AppValues.Count)
                            .WithOptional("colspan", Values.Whole(1, 4))
                            .WithOptional("userspacer", AppValues.Boolean)
                            .WithOptional("ispreviewcell", AppValues.Boolean)
                            .WithOptional("visible", AppValues.Boolean)
                            .WithOptional("availableforphone", AppValues.Boolean)
                            .WithOptional("auto", AppValues.Boolean)
                            .Optional(LabelTexts())
                            .Optional(control)
                            .Optional(Events())
                    )
            );

    private static ElementShape Control() =>
        Element("control")
            .With("id", Values.Text)
            .With("classid", Values.IdInBraces)
            .WithOptional("datafieldname", Values.LogicalName)
            .WithOptional("disabled", AppValues.Boolean)
            .WithOptional("isunbound", AppValues.Boolean)
            .WithOptional("isrequired", AppValues.Boolean)
            .WithOptional("indicationOfSubgrid", AppValues.Boolean)
            .WithOptional("uniqueid", Values.IdInBraces)
            .WithOptional("labelid", Values.IdInBraces)
            .WithOptional("relationship", Values.SchemaName)
            .Optional(LabelTexts())
            .Optional(Open("parameters"));

    private static ElementShape HeaderOrFooter(string name) =>
        Element(name)
            .With("id", Values.IdInBraces)
            .WithOptional("columns", AppValues.SectionColumns)
            .WithOptional("labelwidth", AppValues.Count)
            .WithOptional("celllabelalignment", Values.OneOf("Center", "Left", "Right"))
            .WithOptional("celllabelposition", Values.OneOf("Top", "Left"))
            .One(Rows(Control()));

    private static ElementShape Events() =>
        Element("events")
            .OneOrMore(
                Element("event")
                    .With("name", Values.OneOf("onload", "onsave", "onchange", "tabstatechange", "onreadystatecomplete", "onrecordselect"))
                    .WithOptional("application", AppValues.Boolean)
                    .WithOptional("active", AppValues.Boolean)
                    .WithOptional("attribute", Values.LogicalName)
                    .WithOptional("control", Values.Text)
                    .WithOptional("eventType", Values.OneOf("DataEvent", "ControlEvent"))
                    .WithOptional("BehaviorInBulkEditForm", Values.OneOf("Disabled", "EnabledButNoRender", "Enabled"))
                    .Optional(Handlers("Handlers"))
                    .Optional(Handlers("InternalHandlers"))
                    .Optional(Open("dependencies"))
            );

    private static ElementShape Handlers(string name) =>
        Element(name)
            .Many(
                Element("Handler")
                    .With("functionName", AppValues.Function)
                    .With("libraryName", Values.Text)
                    .With("handlerUniqueId", Values.IdInBraces)
                    .WithOptional("enabled", AppValues.Boolean)
                    .WithOptional("passExecutionContext", AppValues.Boolean)
                    .WithOptional("parameters", Values.AnyText)
                    .Optional(Open("dependencies"))
            );

    private static ElementShape Libraries() =>
        Element("formLibraries").OneOrMore(Element("Library").With("name", Values.Text).With("libraryUniqueId", Values.IdInBraces));

    private static ElementShape Parameters() =>
        Element("formparameters")
            .OneOrMore(
                Element("querystringparameter")
                    .With("name", AppValues.Identifier)
                    .With(
                        "type",
                        Values.OneOf(
                            "Boolean",
                            "DateTime",
                            "Double",
                            "EntityType",
                            "Integer",
                            "Long",
                            "PositiveInteger",
                            "SafeString",
                            "UniqueId",
                            "UnsignedInt"
                        )
                    )
            );

    private static ElementShape HiddenControls() =>
        Element("hiddencontrols")
            .Many(Element("data").With("id", Values.Text).With("datafieldname", Values.LogicalName).With("classid", Values.IdInBraces));

    private static ElementShape Conditions() =>
        Element("DisplayConditions")
            .WithOptional("Order", AppValues.Count)
            .WithOptional("FallbackForm", AppValues.Boolean)
            .Optional(Element("Everyone"))
            .Many(Element("Role").With("Id", Values.IdInBraces));

    private static ElementShape LabelTexts() =>
        Element("labels").Many(Element("label").With("description", Values.AnyText).With("languagecode", Values.Language));

    private static ElementShape Placed(string name) =>
        Element(name)
            .With("id", Values.IdInBraces)
            .WithOptional("name", Values.Text)
            .WithOptional("IsUserDefined", Values.Flag)
            .WithOptional("showlabel", AppValues.Boolean)
            .WithOptional("labelid", Values.IdInBraces)
            .WithOptional("locklevel", AppValues.Count)
            .WithOptional("visible", AppValues.Boolean)
            .WithOptional("availableforphone", AppValues.Boolean)
            .WithOptional("group", Values.AnyText);
}
