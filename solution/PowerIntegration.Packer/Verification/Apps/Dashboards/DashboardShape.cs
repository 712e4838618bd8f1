using PowerIntegration.Packer.Verification.Apps.Forms;
using PowerIntegration.Packer.Verification.Shapes;
using static PowerIntegration.Packer.Verification.Shapes.ElementShape;

namespace PowerIntegration.Packer.Verification.Apps.Dashboards;

/// <summary>What a dashboard looks like: a form without columns.</summary>
internal static class DashboardShape
{
    /// <summary>The element Dashboard.</summary>
    public static ElementShape Dashboard { get; } =
        Element("Dashboard")
            .WithOptional("unmodified", Values.Flag)
            .One(Labels.LocalizedNames)
            .Optional(Labels.Descriptions)
            .One("FormId", Values.IdInBraces)
            .Optional("IsCustomizable", Values.Flag)
            .Optional("IsDefault", Values.Flag)
            .Optional("CanBeDeleted", Values.Flag)
            .One(Element("FormXml").One(Element("forms").With("type", Values.OneOf("dashboard")).One(Element("form").One(FormShape.Tabs))))
            .Optional("IntroducedVersion", Values.Version)
            .Optional("IsTabletEnabled", Values.Flag);
}
