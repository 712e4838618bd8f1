using PowerIntegration.Packer.Verification.Shapes;
using static PowerIntegration.Packer.Verification.Shapes.ElementShape;

namespace PowerIntegration.Packer.Verification.Manifests;

/// <summary>Other/Customizations.xml: an empty slot for each kind of component that packing puts in from files, then what is never split.</summary>
internal static class CustomizationsShape
{
    /// <summary>Slots that every export has, in its order.</summary>
    public static IReadOnlyList<string> Slots { get; } =
    [
        "Entities",
        "Roles",
        "Workflows",
        "FieldSecurityProfiles",
        "Templates",
        "EntityMaps",
        "EntityRelationships",
        "OrganizationSettings",
        "optionsets",
        "Dashboards",
        "WebResources",
        "CustomControls",
        "SolutionPluginAssemblies",
        "SdkMessageProcessingSteps",
        "ServiceEndpoints",
        "AppModuleSiteMaps",
        "AppModules",
        "EntityDataProviders",
        "CanvasApps",
        "Connectors",
    ];

    /// <summary>Slots that an export has only where a file fills them, each with the one that it comes after.</summary>
    public static IReadOnlyDictionary<string, string> RareSlots { get; } =
        new Dictionary<string, string> { ["Templates"] = "RibbonDiffXml", ["EntityMaps"] = "SiteMap" };

    /// <summary>Other/Customizations.xml, with a section for each kind of component.</summary>
    public static ElementShape Root { get; } =
        Slots
            .Aggregate(
                Element("ImportExportXml")
                    .WithOptional("OrganizationVersion", Values.FullVersion)
                    .WithOptional("OrganizationSchemaType", Values.Text)
                    .WithOptional("CRMServerServiceabilityVersion", Values.FullVersion),
                (shape, slot) =>
                    RareSlots.TryGetValue(slot, out string? rare) ? shape.Optional(Open(slot)).Optional(Open(rare)) : shape.Optional(Open(slot))
            )
            .Optional(Open("connectionreferences"))
            .One(Element("Languages").OneOrMore(Leaf("Language", Values.Language)));
}
