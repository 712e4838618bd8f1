using PowerIntegration.Packer.Verification.Apps.Targets;
using PowerIntegration.Packer.Verification.Shapes;
using static PowerIntegration.Packer.Verification.Shapes.ElementShape;

namespace PowerIntegration.Packer.Verification.Apps.SiteMaps;

/// <summary>What a site map looks like: areas, groups and what opens.</summary>
internal static class SiteMapShape
{
    /// <summary>The element SiteMap.</summary>
    public static ElementShape SiteMap { get; } =
        Element("SiteMap").WithOptional("IntroducedVersion", Values.Version).WithOptional("Url", Values.Text).Many(Area());

    /// <summary>The file of an app's site map.</summary>
    public static ElementShape AppModuleSiteMap { get; } =
        Element("AppModuleSiteMap")
            .One("SiteMapUniqueName", Values.SchemaName)
            .Optional("EnableCollapsibleGroups", AppValues.CapitalBoolean)
            .Optional("ShowHome", AppValues.CapitalBoolean)
            .Optional("ShowPinned", AppValues.CapitalBoolean)
            .Optional("ShowRecents", AppValues.CapitalBoolean)
            .One(SiteMap)
            .One(Labels.LocalizedNames);

    private static ElementShape Area() => Node("Area").WithOptional("ShowGroups", AppValues.Boolean).Many(Group());

    private static ElementShape Group() => Node("Group").WithOptional("IsProfile", AppValues.Boolean).Many(SubArea());

    private static ElementShape SubArea() =>
        Node("SubArea")
            .WithOptional("Entity", Values.LogicalName)
            .WithOptional("Page", Values.Text)
            .WithOptional("DefaultDashboard", AppValues.AnyId)
            .WithOptional("OutlookShortcutIcon", Values.AnyText)
            .WithOptional("Client", ListOf("All", "Outlook", "OutlookLaptopClient", "OutlookWorkstationClient", "Web"))
            .WithOptional("Sku", ListOf("All", "OnPremise", "Live", "SPLA"))
            .WithOptional("AvailableOffline", AppValues.Boolean)
            .WithOptional("PassParams", AppValues.Boolean)
            .WithOptional("CheckExtensionProperty", Values.AnyText)
            .WithOptional("GetStartedPanePath", Values.AnyText)
            .WithOptional("GetStartedPanePathAdmin", Values.AnyText)
            .WithOptional("GetStartedPanePathOutlook", Values.AnyText)
            .WithOptional("GetStartedPanePathAdminOutlook", Values.AnyText)
            .Many(
                Element("Privilege")
                    .With("Entity", Values.LogicalName)
                    .With(
                        "Privilege",
                        ListOf(
                            "All",
                            "Read",
                            "Write",
                            "Create",
                            "Delete",
                            "Append",
                            "AppendTo",
                            "Share",
                            "Assign",
                            "AllowQuickCampaign",
                            "UseInternetMarketing"
                        )
                    )
            );

    // The misspelt attribute is the platform's own.
    private static ElementShape Node(string name) =>
        Element(name)
            .With("Id", AppValues.Identifier)
            .WithOptional("Title", Values.AnyText)
            .WithOptional("Description", Values.AnyText)
            .WithOptional("ResourceId", Values.Text)
            .WithOptional("DescriptionResourceId", Values.Text)
            .WithOptional("ToolTipResourseId", Values.Text)
            .WithOptional("Icon", Values.AnyText)
            .WithOptional("VectorIcon", Values.AnyText)
            .WithOptional("Url", Values.Text)
            .WithOptional("License", Values.AnyText)
            .WithOptional("IntroducedVersion", Values.Version)
            .Optional(Texts("Titles", "Title"))
            .Optional(Texts("Descriptions", "Description"));

    private static ElementShape Texts(string wrapper, string text) =>
        Element(wrapper).OneOrMore(Element(text).With("LCID", Values.Language).With(text, Values.Text));

    private static ValueRule ListOf(params string[] words) =>
        new($"one or more of {string.Join(", ", words)} with commas between them", text => text.Split(',').All(words.Contains));
}
