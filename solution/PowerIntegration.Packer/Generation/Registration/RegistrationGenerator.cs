using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Generation.Connectors;
using PowerIntegration.Packer.Generation.Identity;
using PowerIntegration.Packer.Generation.Manifests;
using PowerIntegration.Packer.Generation.Output;
using PowerIntegration.Packer.Generation.Plugins;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Generation.Registration;

/// <summary>
/// Makes the registration of plug-ins from the attributes of their classes, and the solution's copy of the connector from its definition.
/// </summary>
public static class RegistrationGenerator
{
    /// <summary>The verb, as a person types it.</summary>
    public const string Verb = "packer generate registration";

    private const string CoreManifest = "solution/core/Other/Solution.xml";
    private const string ConnectorManifest = "solution/connector/Other/Solution.xml";
    private const int AssemblyType = 91;
    private const int StepType = 92;
    private const int ConnectorType = 372;

    private static readonly GeneratedPlace[] Places =
    [
        new(CustomApiFiles.Folder, ".xml"),
        new(StepFiles.Folder, ".xml"),
        new(AssemblyFile.Folder, AssemblyFile.Ending),
        new(ConnectorFiles.Folder, ".xml"),
        new(ConnectorFiles.Folder, ".json"),
    ];

    /// <summary>Everything that is derived from plug-in classes and connector definition, with the manifests that list it.</summary>
    /// <param name="root">Root of the repository.</param>
    /// <param name="assembly">The built plug-in assembly.</param>
    /// <exception cref="PackingRefusedException">A source cannot be read or contradicts another; the findings say what.</exception>
    public static GeneratedFiles Generate(string root, PluginAssembly assembly)
    {
        UnpackedSolution core = UnpackedSolution.Read(Path.Combine(root, "solution/core"));
        Refuse.Unreadable(core);
        Refuse.Unreadable(UnpackedSolution.Read(Path.Combine(root, "solution/connector")));
        TableSource[] tables = [.. core.XmlIn("Entities", "/Entity.xml").Select(entity => new TableSource(entity))];
        ComponentIds ids = ComponentIds.Read(Path.Combine(root, ComponentIds.ListFile));
        ConnectorFiles connector = new(ConnectorDefinition.Read(Path.Combine(root, "connector/definition")));
        Declarations declared = Declarations.Of(assembly, tables);
        GeneratedFile[] files =
        [
            .. declared.CustomApis.SelectMany(api => CustomApiFiles.Of(api, ids)),
            .. declared.Steps.Select(step => StepFiles.Of(step, assembly.FullName, ids)),
            AssemblyFile.Of(assembly, ids),
            .. connector.In(ids),
            Manifest(
                root,
                CoreManifest,
                [
                    RootComponents.Line(AssemblyType, AssemblyFile.IdOf(assembly, ids), assembly.FullName),
                    .. declared.Steps.Select(step => RootComponents.Line(StepType, StepFiles.IdOf(step, ids))).Order(StringComparer.Ordinal),
                ]
            ),
            Manifest(root, ConnectorManifest, [RootComponents.Line(ConnectorType, connector.IdIn(ids), connector.Name)]),
        ];
        Refuse.Any([.. ids.Unasked()]);
        return new GeneratedFiles(Verb, files, Places);
    }

    private static GeneratedFile Manifest(string root, string file, IReadOnlyList<string> components) =>
        GeneratedFile.OfText(file, RootComponents.Replace(file, File.ReadAllText(Path.Combine(root, file)), components));
}
