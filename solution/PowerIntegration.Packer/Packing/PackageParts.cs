using System.Text;
using System.Xml;
using System.Xml.Linq;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification;

namespace PowerIntegration.Packer.Packing;

/// <summary>Lists what goes into the package of one solution.</summary>
public static class PackageParts
{
    /// <summary>The parts, the three of the root first.</summary>
    /// <param name="solution">A solution in which <see cref="SolutionVerifier"/> found nothing.</param>
    /// <param name="definition">The connector's repository form, from which the icon comes.</param>
    /// <param name="assembly">The built plug-in assembly; needed where the solution registers one.</param>
    /// <exception cref="PackingRefusedException">A file has no place in a package, or the assembly is missing or another one.</exception>
    public static IReadOnlyList<PackagePart> Of(UnpackedSolution solution, ConnectorDefinition definition, byte[]? assembly)
    {
        RefuseUnknown(solution);
        PackagePart[] content =
        [
            new("solution.xml", Write(new XDocument(new XDeclaration("1.0", "utf-8", null), solution.Manifest.Element.Parent!))),
            new("customizations.xml", Write(CustomizationsMerge.Merge(solution))),
            .. Payload(solution, definition, assembly).OrderBy(part => part.Path, StringComparer.Ordinal),
        ];
        return [ContentTypes.For(content), .. content];
    }

    private static IEnumerable<PackagePart> Payload(UnpackedSolution solution, ConnectorDefinition definition, byte[]? assembly) =>
        [
            .. solution.FilesIn("Workflows", ".json").Select(file => new PackagePart(file, solution.Bytes(file))),
            .. solution
                .FilesIn("Connectors", ".json")
                .Select(file => new PackagePart(file.Replace("Connectors/", "Connector/", StringComparison.Ordinal), solution.Bytes(file))),
            .. solution
                .XmlIn("Connectors", ".xml")
                .Select(connector => new PackagePart(connector.Text("iconblob").TrimStart('/'), definition.IconBytes)),
            .. solution.XmlIn("PluginAssemblies", ".dll.data.xml").Select(registration => Assembly(registration, assembly)),
            .. ComponentSlot
                .CopiedAsTheyAre.SelectMany(folder => solution.FilesIn(folder, ""))
                .Select(file => new PackagePart(file, solution.Bytes(file))),
        ];

    private static PackagePart Assembly(SourceElement registration, byte[]? assembly)
    {
        if (assembly is null)
        {
            throw new PackingRefusedException([
                registration.Says(
                    registration.Attribute("FullName"),
                    "The built assembly is missing. Build plugins/PowerIntegration.Plugins for net462, or name the file with --assembly."
                ),
            ]);
        }

        IReadOnlyList<Finding> findings = AssemblyCheck.Find(registration, assembly);
        return findings.Count == 0
            ? new PackagePart(registration.Text("FileName").TrimStart('/'), assembly)
            : throw new PackingRefusedException(findings);
    }

    private static void RefuseUnknown(UnpackedSolution solution)
    {
        string[] known = [.. ComponentSlot.All.Select(slot => slot.Folder.Split('/')[0]), .. ComponentSlot.CopiedAsTheyAre];
        Finding[] unknown =
        [
            .. solution
                .Files.Where(file => !known.Contains(file.Split('/')[0]))
                .Select(file => new Finding(
                    file,
                    "the file",
                    "The packer does not know this folder. Teach it the folder (ComponentSlot) or remove the file."
                )),
            .. solution
                .Files.Where(file => file.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
                .Select(file => new Finding(file, "the file", "No assembly lies in the source; the packer takes the built one. Remove the file.")),
            .. solution
                .Files.Where(file =>
                    file.StartsWith("Entities/", StringComparison.Ordinal) && !file.EndsWith("/Entity.xml", StringComparison.Ordinal)
                )
                .Select(file => new Finding(
                    file,
                    "the file",
                    "The packer does not merge forms, views and ribbons yet. Teach it to (CustomizationsMerge) before adding the file."
                )),
        ];
        if (unknown.Length > 0)
        {
            throw new PackingRefusedException(unknown);
        }
    }

    private static byte[] Write(XDocument document)
    {
        using MemoryStream stream = new();
        using (
            XmlWriter writer = XmlWriter.Create(
                stream,
                new XmlWriterSettings
                {
                    Indent = true,
                    NewLineChars = "\n",
                    Encoding = new UTF8Encoding(false),
                }
            )
        )
        {
            document.Save(writer);
        }

        return stream.ToArray();
    }
}
