using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Generation.Output;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Generation.App.Reading;

/// <summary>All declarations of the app.</summary>
/// <param name="App">Root of the file of the app.</param>
/// <param name="Tables">The tables, in the order of their files.</param>
internal sealed record DeclarationReader(SourceElement App, IReadOnlyList<TableDeclaration> Tables)
{
    /// <summary>Reads the folder.</summary>
    /// <param name="root">Root of the repository.</param>
    /// <exception cref="PackingRefusedException">A file is missing, has another shape, or names a part that there is not.</exception>
    public static DeclarationReader Read(string root)
    {
        IReadOnlyList<DeclarationFile> files = DeclarationFile.In(root);
        DeclarationFile app =
            files.FirstOrDefault(file => file.Path == DeclarationFile.AppFile)
            ?? throw new PackingRefusedException([
                new Finding(DeclarationFile.AppFile, "the file", "It is missing. Restore it; it declares what the app holds."),
            ]);
        DeclarationFile? parts = files.FirstOrDefault(file => file.Path == DeclarationFile.PartsFile);
        DeclarationFile[] tables = [.. files.Where(file => file != app && file != parts)];
        Refuse.Any([
            .. DeclarationShape.Find(app.Read(), DeclarationShape.App),
            .. parts is null ? [] : DeclarationShape.Find(parts.Read(), DeclarationShape.Parts),
            .. tables.SelectMany(table => DeclarationShape.Find(table.Read(), DeclarationShape.Table)),
            .. tables.SelectMany(table => Named(table.Read())),
            .. tables.SelectMany(table => Uses(table.Read()).SelectMany(use => Missing(use, parts))),
        ]);
        return new DeclarationReader(app.Read(), [.. tables.Select(table => Table(table.Read(), parts))]);
    }

    private static TableDeclaration Table(SourceElement root, DeclarationFile? parts) =>
        new(root, [.. Uses(root).Select(use => PartsIn(parts).First(part => part.Attribute("name") == use.Attribute("part")))]);

    private static IEnumerable<Finding> Named(SourceElement root)
    {
        string name = Path.GetFileNameWithoutExtension(root.File);
        if (root.Attribute("name") != name)
        {
            yield return root.Says($"The file is named after the table {name}, and declares {root.Attribute("name")}. Use one name for both.");
        }
    }

    private static IEnumerable<Finding> Missing(SourceElement use, DeclarationFile? parts)
    {
        if (PartsIn(parts).All(part => part.Attribute("name") != use.Attribute("part")))
        {
            yield return use.Says($"{DeclarationFile.PartsFile} has no part '{use.Attribute("part")}'. Name one that it has.");
        }
    }

    private static IEnumerable<SourceElement> Uses(SourceElement root) => root.Below("use");

    private static IEnumerable<SourceElement> PartsIn(DeclarationFile? file) => file?.Read().Below("part") ?? [];
}
