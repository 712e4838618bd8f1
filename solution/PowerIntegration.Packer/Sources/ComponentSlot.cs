namespace PowerIntegration.Packer.Sources;

/// <summary>Says which files of an unpacked solution go into which element of customizations.xml.</summary>
/// <param name="Folder">Top folder in the source.</param>
/// <param name="FileEnding">Ending of the files whose root, or whose root's children, are merged.</param>
/// <param name="Slot">Element of Customizations.xml that takes them.</param>
/// <param name="TakesChildren">True where the children of the file's root go into the slot, not the root itself.</param>
internal sealed record ComponentSlot(string Folder, string FileEnding, string Slot, bool TakesChildren = false)
{
    /// <summary>What this packer knows; a folder that is neither here nor in <see cref="CopiedAsTheyAre"/> is refused by name.</summary>
    public static IReadOnlyList<ComponentSlot> All { get; } =
    [
        new("Entities", "/Entity.xml", "Entities"),
        new("Roles", ".xml", "Roles"),
        new("Workflows", ".data.xml", "Workflows"),
        new("Other", "/FieldSecurityProfiles.xml", "FieldSecurityProfiles", TakesChildren: true),
        new("Other/Relationships", ".xml", "EntityRelationships", TakesChildren: true),
        new("OptionSets", ".xml", "optionsets"),
        new("PluginAssemblies", ".dll.data.xml", "SolutionPluginAssemblies"),
        new("SdkMessageProcessingSteps", ".xml", "SdkMessageProcessingSteps"),
        new("Connectors", ".xml", "Connectors"),
    ];

    /// <summary>Folders whose files lie in the zip exactly as in the source.</summary>
    public static IReadOnlyList<string> CopiedAsTheyAre { get; } = ["customapis", "environmentvariabledefinitions"];
}
