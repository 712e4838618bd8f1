using System.Xml.Linq;

namespace PowerIntegration.Packer.Sources;

/// <summary>Files beside Entity.xml that are merged into it: forms, views, charts and the ribbon of one table.</summary>
/// <param name="Folder">Folder below the table's own; empty for the ribbon, which is one file.</param>
/// <param name="Slot">Element of Entity.xml that takes them.</param>
/// <param name="Root">Name of the file's root element.</param>
/// <param name="Element">Name of the component.</param>
/// <param name="Id">Element that holds the component's id, which is also its file name.</param>
internal sealed record TablePart(string Folder, string Slot, string Root, string Element, string Id)
{
    /// <summary>File that holds the ribbon of a table.</summary>
    public const string RibbonFile = "RibbonDiff.xml";

    /// <summary>Main forms, quick views, quick create forms and cards, one folder for each type.</summary>
    public static TablePart Forms { get; } = new("FormXml", "FormXml", "forms", "systemform", "formid");

    /// <summary>Views.</summary>
    public static TablePart Views { get; } = new("SavedQueries", "SavedQueries", "savedqueries", "savedquery", "savedqueryid");

    /// <summary>Charts.</summary>
    public static TablePart Charts { get; } = new("Visualizations", "Visualizations", "visualization", "visualization", "savedqueryvisualizationid");

    /// <summary>The ribbon.</summary>
    public static TablePart Ribbon { get; } = new("", "RibbonDiffXml", "RibbonDiffXml", "", "");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<TablePart> All { get; } = [Forms, Views, Charts, Ribbon];

    /// <summary>The part that a file belongs to, or null where it belongs to none.</summary>
    /// <param name="path">Path below the folder of the table, such as FormXml/main/{id}.xml.</param>
    public static TablePart? Of(string path)
    {
        string[] steps = path.Split('/');
        return steps switch
        {
            [RibbonFile] => Ribbon,
            ["FormXml", _, _] when IsXml(path) => Forms,
            ["SavedQueries", _] when IsXml(path) => Views,
            ["Visualizations", _] when IsXml(path) => Charts,
            _ => null,
        };
    }

    /// <summary>Path of the file of a component below the folder of its table.</summary>
    /// <param name="component">The component.</param>
    /// <param name="formType">Type of a form, such as main.</param>
    public string FileOf(XElement component, string formType) =>
        this == Ribbon ? RibbonFile
        : this == Forms ? $"{Folder}/{formType}/{component.Element(Id)?.Value}.xml"
        : $"{Folder}/{component.Element(Id)?.Value}.xml";

    private static bool IsXml(string path) => path.EndsWith(".xml", StringComparison.Ordinal);
}
