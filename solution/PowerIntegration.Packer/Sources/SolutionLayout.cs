namespace PowerIntegration.Packer.Sources;

/// <summary>What an unpacked solution may hold beside the files that <see cref="ComponentSlot"/> and <see cref="TablePart"/> name.</summary>
internal static class SolutionLayout
{
    /// <summary>Index of the relationships. It is for people; a package has none, and unpacking writes it again.</summary>
    public const string RelationshipIndex = "Other/Relationships.xml";

    /// <summary>Folders whose files lie in the zip exactly as in the source.</summary>
    public static IReadOnlyList<string> CopiedAsTheyAre { get; } =
    [
        "Assets",
        "Controls",
        "Reports",
        "aiplugins",
        "appactions",
        "botcomponents",
        "bots",
        "customapis",
        "duplicaterules",
        "environmentvariabledefinitions",
        "maskingrules",
        "pluginpackages",
    ];

    /// <summary>Sections of Customizations.xml that no file is merged into: what they hold stays in them.</summary>
    public static IReadOnlyList<string> KeptSections { get; } =
    [
        "AttributeImageConfigs",
        "ChannelPropertyGroups",
        "ConvertRules",
        "CustomControlDefaultConfigs",
        "Dialogs",
        "EntityAnalyticsConfigs",
        "EntityDataProviders",
        "EntityDataSources",
        "EntityImageConfigs",
        "ImportMaps",
        "IsvConfig",
        "Languages",
        "OrganizationSettings",
        "RelationshipRoles",
        "Reports",
        "Slas",
        "Templates",
        "connectionreferences",
    ];

    /// <summary>True where a file is merged or copied, judged by its top folder alone.</summary>
    public static bool IsKnownFolder(string file) =>
        CopiedAsTheyAre.Concat(ComponentSlot.All.Select(slot => TopOf(slot.Folder))).Contains(TopOf(file));

    /// <summary>True where the file lies in a folder that is copied as it is.</summary>
    public static bool IsCopied(string file) => CopiedAsTheyAre.Contains(TopOf(file), StringComparer.Ordinal);

    private static string TopOf(string path) => path.Split('/')[0];
}
