namespace PowerIntegration.Packer.Sources;

/// <summary>The files that go into customizations.xml, for an unmanaged or a managed package.</summary>
internal static class MergedFiles
{
    private const string MetadataEnding = ".data.xml";

    /// <summary>Roots of the files of a slot, in ordinal order of their names.</summary>
    /// <param name="solution">A readable solution.</param>
    /// <param name="slot">The slot.</param>
    /// <param name="managed">True for a managed package: a file named _managed.xml takes the place of its neighbor.</param>
    public static IEnumerable<SourceElement> Of(UnpackedSolution solution, ComponentSlot slot, bool managed) =>
        Chosen(solution, Plain(solution, slot), slot.DiffersWhenManaged ? Variants(solution, slot) : [], managed);

    /// <summary>Roots of the files of one part of a table, in ordinal order of their names.</summary>
    /// <param name="solution">A readable solution.</param>
    /// <param name="folder">Folder of the table, such as Entities/pint_Project.</param>
    /// <param name="part">The part.</param>
    /// <param name="managed">True for a managed package.</param>
    public static IEnumerable<SourceElement> Of(UnpackedSolution solution, string folder, TablePart part, bool managed)
    {
        string[] files = [.. Every(solution, folder, part)];
        string[] variants = [.. files.Where(file => IsVariant(file, part))];
        return Chosen(solution, files.Except(variants), variants, managed);
    }

    /// <summary>Files of a slot, both variants of those that have two.</summary>
    public static IEnumerable<string> Every(UnpackedSolution solution, ComponentSlot slot) =>
        slot.DiffersWhenManaged ? Plain(solution, slot).Concat(Variants(solution, slot)) : Plain(solution, slot);

    /// <summary>Files of one part of a table, both variants of those that have two.</summary>
    public static IEnumerable<string> Every(UnpackedSolution solution, string folder, TablePart part) =>
        solution.FilesIn(folder, ".xml").Where(file => TablePart.Of(file[(folder.Length + 1)..]) == part);

    /// <summary>Folders of the tables, such as Entities/pint_Project.</summary>
    public static IEnumerable<string> FoldersOfTables(UnpackedSolution solution) =>
        solution.FilesIn("Entities", "/Entity.xml").Select(file => FileName.WithoutEnding(file, "/Entity.xml"));

    /// <summary>True where the file replaces its neighbor in a managed package.</summary>
    public static bool IsVariant(string file, TablePart part) => part == TablePart.Forms && file.EndsWith("_managed.xml", StringComparison.Ordinal);

    /// <summary>True for the text of a web resource, whatever its name: it is carried, never read as part of the solution.</summary>
    public static bool IsWebResourceText(string file, IReadOnlySet<string> files) =>
        file.StartsWith("WebResources/", StringComparison.Ordinal)
        && (!file.EndsWith(MetadataEnding, StringComparison.Ordinal) || files.Contains(file + MetadataEnding));

    private static IEnumerable<string> Plain(UnpackedSolution solution, ComponentSlot slot) =>
        solution.FilesIn(slot.Folder, slot.FileEnding).Where(solution.IsRead);

    private static IEnumerable<string> Variants(UnpackedSolution solution, ComponentSlot slot) =>
        solution.FilesIn(slot.Folder, FileName.Managed(slot.FileEnding));

    private static IEnumerable<SourceElement> Chosen(UnpackedSolution solution, IEnumerable<string> plain, IEnumerable<string> variants, bool managed)
    {
        if (!managed)
        {
            return plain.Select(solution.Xml);
        }

        HashSet<string> replacing = [.. variants];
        return plain
            .Union(replacing.Select(FileName.Unmanaged), StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(file => replacing.Contains(FileName.Managed(file)) ? FileName.Managed(file) : file)
            .Select(solution.Xml);
    }
}
