using System.Xml.Linq;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Packing;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Unpacking;

/// <summary>Turns the parts of a package into the files of an unpacked folder, which packs into the same package again.</summary>
public static class SolutionUnpacker
{
    private const string ManifestPart = "solution.xml";
    private const string CustomizationsPart = "customizations.xml";
    private static readonly string[] RootParts = [ContentTypes.PartName, ManifestPart, CustomizationsPart];

    /// <summary>The files, in ordinal order of their paths.</summary>
    /// <param name="parts">Parts of one package.</param>
    /// <exception cref="PackingRefusedException">The package is not complete, or holds what the packer does not know.</exception>
    public static IReadOnlyList<UnpackedFile> Unpack(IReadOnlyList<PackagePart> parts)
    {
        RequireRoots(parts);
        XElement manifest = PackageXmlReader.Read(Part(parts, ManifestPart));
        XElement customizations = PackageXmlReader.Read(Part(parts, CustomizationsPart));
        RequireShape(manifest, customizations);
        RequireDeclared(parts);
        bool managed = manifest.Element("SolutionManifest")!.Element("Managed")?.Value == "1";
        CustomizationsSplit split = CustomizationsSplit.Of(customizations, managed);
        UnpackedFile[] files =
        [
            new(UnpackedSolution.ManifestFile, PackageXml.Write(manifest)),
            .. split.Files.Select(file => new UnpackedFile(file.Key, PackageXml.Write(file.Value))),
            .. Payload(parts, split.Payload),
        ];
        RequireDistinct(files);
        return [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)];
    }

    /// <summary>Writes the files of one package into a folder that is empty or does not exist yet.</summary>
    /// <param name="package">Path of the zip.</param>
    /// <param name="folder">Folder to write.</param>
    /// <returns>How many files were written.</returns>
    /// <exception cref="PackingRefusedException">The package is refused, or the folder holds something.</exception>
    public static int Unpack(string package, string folder)
    {
        if (!File.Exists(package))
        {
            throw new PackingRefusedException([new Finding(package, "the file", "It does not exist. Name a solution package (zip).")]);
        }

        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            throw new PackingRefusedException([
                new Finding(
                    folder,
                    "the folder",
                    "It is not empty, and files that are no longer part of the solution would stay in it. Name a new folder."
                ),
            ]);
        }

        IReadOnlyList<UnpackedFile> files = Unpack(PackageReader.Read(File.ReadAllBytes(package), Path.GetFileName(package)));
        string root = Path.GetFullPath(folder);
        foreach (UnpackedFile file in files)
        {
            Write(root, file);
        }

        return files.Count;
    }

    private static void Write(string root, UnpackedFile file)
    {
        string path = Path.GetFullPath(Path.Combine(root, file.Path));
        if (!path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new PackingRefusedException([new Finding(file.Path, "the name", "It leads outside the folder. Do not unpack this file.")]);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, file.Content);
    }

    private static PackagePart Part(IReadOnlyList<PackagePart> parts, string path) => parts.First(part => part.Path == path);

    private static void RequireRoots(IReadOnlyList<PackagePart> parts) =>
        Require(
            RootParts
                .Where(root => parts.All(part => part.Path != root))
                .Select(root => new Finding(root, "the part", "It is missing at the top of the package. Check that the file is a solution package."))
        );

    private static void RequireShape(XElement manifest, XElement customizations)
    {
        List<Finding> findings = [];
        if (manifest.Name != "ImportExportXml" || manifest.Element("SolutionManifest") is null)
        {
            findings.Add(
                new Finding(
                    ManifestPart,
                    "SolutionManifest",
                    "The element is missing below ImportExportXml. Check that the file is a solution package."
                )
            );
        }

        if (customizations.Name != "ImportExportXml")
        {
            findings.Add(
                new Finding(CustomizationsPart, "the root element", $"It is '{customizations.Name.LocalName}'. Solutions have ImportExportXml.")
            );
        }

        Require(findings);
    }

    private static void RequireDeclared(IReadOnlyList<PackagePart> parts)
    {
        XElement types = PackageXmlReader.Read(Part(parts, ContentTypes.PartName));
        Require(
            ContentTypes
                .Undeclared(types, parts.Select(part => part.Path).Where(path => path != ContentTypes.PartName))
                .Select(path => new Finding(
                    path,
                    "the part",
                    $"{ContentTypes.PartName} does not name it, so an import cannot read it. Export the solution again."
                ))
        );
    }

    private static UnpackedFile[] Payload(IReadOnlyList<PackagePart> parts, IReadOnlyDictionary<string, string> named)
    {
        PackagePart[] others = [.. parts.Where(part => !RootParts.Contains(part.Path))];
        HashSet<string> present = others.Select(part => part.Path).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Require([
            .. others
                .Where(part => !named.ContainsKey(part.Path) && !SolutionLayout.IsCopied(part.Path))
                .Select(part => new Finding(
                    part.Path,
                    "the part",
                    "No component names it, and it is not in a folder that is copied as a whole. The packer cannot unpack it."
                )),
            .. named
                .Keys.Where(path => !present.Contains(path))
                .Select(path => new Finding(path, "the part", "A component names it, but it is not in the package. Export the solution again.")),
        ]);
        return [.. others.Select(part => new UnpackedFile(named.GetValueOrDefault(part.Path, part.Path), part.Content))];
    }

    private static void RequireDistinct(UnpackedFile[] files) =>
        Require(
            files
                .GroupBy(file => file.Path, StringComparer.OrdinalIgnoreCase)
                .Where(group => group.Count() > 1)
                .Select(group => new Finding(
                    group.Key,
                    "the file",
                    "Two parts of the package have this place in the folder. The packer cannot unpack it."
                ))
        );

    private static void Require(IEnumerable<Finding> findings)
    {
        Finding[] found = [.. findings];
        if (found.Length > 0)
        {
            throw new PackingRefusedException(found);
        }
    }
}
