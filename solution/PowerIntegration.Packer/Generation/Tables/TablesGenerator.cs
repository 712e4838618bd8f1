using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Generation.Output;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Generation.Tables;

/// <summary>Makes the constants of tables and choices, and the labels of columns, from the sources of the core solution.</summary>
public static class TablesGenerator
{
    /// <summary>The verb, as a person types it.</summary>
    public const string Verb = "packer generate tables";

    /// <summary>The files, made from a repository.</summary>
    /// <exception cref="PackingRefusedException">A source cannot be read or lacks something; the findings say what.</exception>
    public static GeneratedFiles Generate(string root)
    {
        UnpackedSolution core = UnpackedSolution.Read(Path.Combine(root, "solution/core"));
        Refuse.Unreadable(core);
        return Generate(
            [
                .. core.XmlIn("Entities", "/Entity.xml")
                    .Where(root => root.Element.Element("EntityInfo") is not null)
                    .Select(root => new TableSource(root)),
            ],
            [.. core.XmlIn("OptionSets", ".xml")]
        );
    }

    /// <summary>The files, made from tables and roots of choices.</summary>
    /// <exception cref="PackingRefusedException">A source lacks something; the findings say what.</exception>
    public static GeneratedFiles Generate(IReadOnlyList<TableSource> tables, IReadOnlyList<SourceElement> choices)
    {
        ConstantClass[] classes = [.. tables.Select(TableConstants.Of), .. choices.Select(choice => ChoiceConstants.Of(choice, tables))];
        Refuse.Any([
            .. tables.SelectMany(TableConstants.Faults),
            .. choices.SelectMany(ChoiceConstants.Faults),
            .. classes.SelectMany(constants => constants.Faults()),
            .. classes.GroupBy(constants => constants.Name).SelectMany(group => group.Skip(1).Select(second => second.Collision(group.First()))),
        ]);
        return new GeneratedFiles(
            Verb,
            [.. classes.Select(constants => constants.File()), LabelTexts.File(tables)],
            [new GeneratedPlace(ConstantClass.Folder, ConstantClass.FileEnding, SearchOption.TopDirectoryOnly)]
        );
    }
}
