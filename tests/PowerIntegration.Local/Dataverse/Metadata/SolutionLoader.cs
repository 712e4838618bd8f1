using System.Collections.Frozen;

namespace PowerIntegration.Local.Dataverse.Metadata;

/// <summary>Reads unpacked solution folders of any publisher into one model.</summary>
internal static class SolutionLoader
{
    private static readonly FrozenSet<string> Read = FrozenSet.Create(
        "Entities",
        "OptionSets",
        "Other",
        "customapis",
        "PluginAssemblies",
        "SdkMessageProcessingSteps",
        "Roles"
    );

    // Drawn, called or run by other local runtimes or by the sandbox; nothing in them runs in the pipeline, and of a flow only a row is kept.
    private static readonly FrozenSet<string> SkippedKnowingly = FrozenSet.Create(
        "AppModules",
        "AppModuleSiteMaps",
        "WebResources",
        "Dashboards",
        "Workflows",
        "Connectors",
        "environmentvariabledefinitions",
        "Assets"
    );

    private static readonly FrozenSet<string> EntityFiles = FrozenSet.Create(
        "Entity.xml",
        "RibbonDiff.xml",
        "FormXml",
        "SavedQueries",
        "Visualizations"
    );

    /// <summary>Loads the folders in their order.</summary>
    /// <param name="solutionFolders">Folders that hold Other/Solution.xml.</param>
    /// <exception cref="SolutionRefusedException">A file holds something unknown; the sentence names file and element.</exception>
    public static OrganizationModel Load(IEnumerable<string> solutionFolders)
    {
        var parts = new SolutionParts();
        parts.Tables.AddRange(SystemTables.All().Concat(SystemTables.CustomApis()).Concat(SecurityTables.All()));
        parts.Tables.AddRange(ApprovalTables.All().Concat(ComponentTables.All()));
        parts.Relationships.AddRange(SystemTables.CustomApiRelationships().Concat(SecurityTables.Relationships()));
        parts.Relationships.AddRange(ApprovalTables.Relationships().Concat(ComponentTables.Relationships()));
        var folders = solutionFolders.ToList();
        foreach (var folder in folders)
        {
            Survey(folder);
            CustomizationsFile.Check(Path.Combine(folder, "Other", "Customizations.xml"));
            ReadChoices(folder, parts);
        }

        foreach (var folder in folders)
        {
            ReadFolder(folder, parts);
        }

        parts.Relationships.InsertRange(0, parts.Tables.SelectMany(SystemTables.RelationshipsOf));
        return new OrganizationModel(ModelCheck.Complete(parts));
    }

    private static void Survey(string folder)
    {
        if (!File.Exists(Path.Combine(folder, "Other", "Solution.xml")))
        {
            throw new SolutionRefusedException($"{folder}: no Other/Solution.xml. Name a folder that SolutionPackager would pack.");
        }

        foreach (var child in Directory.EnumerateDirectories(folder).Select(path => Path.GetFileName(path)))
        {
            if (!Read.Contains(child) && !SkippedKnowingly.Contains(child))
            {
                throw new SolutionRefusedException(
                    $"{folder}: the component folder '{child}' is not supported here. Remove it, or add it to the local Dataverse."
                );
            }
        }

        foreach (var workflow in Files(folder, "Workflows", "*.xaml"))
        {
            throw new SolutionRefusedException($"{workflow}: classic workflows are not run here. Use a cloud flow.");
        }
    }

    private static void ReadChoices(string folder, SolutionParts parts)
    {
        foreach (var file in Files(folder, "OptionSets", "*.xml"))
        {
            var xml = SolutionXml.Load(file, "optionset");
            var choice = OptionSetElement.Read(xml, xml.Root);
            if (!parts.Choices.TryAdd(choice.Name, choice))
            {
                throw xml.Refused(xml.Root, $"the global choice '{choice.Name}' is defined twice");
            }
        }
    }

    private static void ReadFolder(string folder, SolutionParts parts)
    {
        foreach (var table in Folders(folder, "Entities"))
        {
            var stranger = Directory
                .EnumerateFileSystemEntries(table)
                .Select(path => Path.GetFileName(path))
                .FirstOrDefault(name => !EntityFiles.Contains(name));
            if (stranger is not null)
            {
                throw new SolutionRefusedException($"{table}: '{stranger}' is not supported here. Remove it, or add it to the local Dataverse.");
            }

            if (EntityFile.Read(table, parts.Choices) is { } definition)
            {
                parts.Tables.Add(definition);
            }
        }

        parts.Relationships.AddRange(Files(folder, Path.Combine("Other", "Relationships"), "*.xml").SelectMany(RelationshipFile.Read));
        parts.CustomApis.AddRange(Folders(folder, "customapis").Select(CustomApiFolder.Read));
        parts.PluginTypes.AddRange(
            Folders(folder, "PluginAssemblies")
                .SelectMany(assembly => Directory.EnumerateFiles(assembly, "*.data.xml"))
                .SelectMany(PluginAssemblyFile.Read)
        );
        parts.Steps.AddRange(Files(folder, "SdkMessageProcessingSteps", "*.xml").Select(StepFile.Read));
        parts.Roles.AddRange(Files(folder, "Roles", "*.xml").Select(RoleFile.Read));
        parts.Assemblies.AddRange(
            Folders(folder, "PluginAssemblies")
                .SelectMany(assembly => Directory.EnumerateFiles(assembly, "*.data.xml"))
                .Select(ComponentFiles.Assembly)
        );
        parts.Workflows.AddRange(Files(folder, "Workflows", "*.data.xml").Select(ComponentFiles.Workflow));
    }

    private static IEnumerable<string> Files(string folder, string child, string pattern)
    {
        var path = Path.Combine(folder, child);
        return Directory.Exists(path) ? Directory.EnumerateFiles(path, pattern).Order(StringComparer.Ordinal) : [];
    }

    private static IEnumerable<string> Folders(string folder, string child)
    {
        var path = Path.Combine(folder, child);
        return Directory.Exists(path) ? Directory.EnumerateDirectories(path).Order(StringComparer.Ordinal) : [];
    }
}
