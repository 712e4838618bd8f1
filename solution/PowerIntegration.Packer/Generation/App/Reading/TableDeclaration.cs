using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Generation.App.Reading;

/// <summary>What is declared for one table: in its own file and in the common parts that it uses.</summary>
/// <param name="Root">Root of its file.</param>
/// <param name="Parts">The parts that it uses, in their order.</param>
internal sealed record TableDeclaration(SourceElement Root, IReadOnlyList<SourceElement> Parts)
{
    /// <summary>Logical name of the table.</summary>
    public string Table => Root.Attribute("name");

    /// <summary>True where only the product writes rows, so that no field of a form is open.</summary>
    public bool IsWrittenByProduct => Root.Attribute("written-by") == "product";

    /// <summary>Columns that the lists of the table show, in their order.</summary>
    public IReadOnlyList<Word> Columns => Words("columns");

    /// <summary>Columns that quick find searches beside the name.</summary>
    public IReadOnlyList<Word> Find => Words("find");

    /// <summary>Columns that the product writes though people write the row.</summary>
    public IReadOnlyList<Word> ReadOnly => Words("readonly");

    /// <summary>Columns by which lists are sorted that do not say it themselves.</summary>
    public Word Order => Word.Of(Root, "order");

    /// <summary>Views beside those that every table has.</summary>
    public IReadOnlyList<SourceElement> Views => [.. All("view")];

    /// <summary>Charts.</summary>
    public IReadOnlyList<SourceElement> Charts => [.. All("chart")];

    /// <summary>Tabs of the main form; none where the table has no form.</summary>
    public IReadOnlyList<SourceElement> Tabs => [.. Root.Below("form", "tab"), .. HasForm ? Parts.SelectMany(part => part.Below("tab")) : []];

    /// <summary>Columns in the header of the main form.</summary>
    public IReadOnlyList<Word> Header => [.. Root.Below("form", "header").SelectMany(Word.In)];

    /// <summary>Sections of the quick view form; none where the table has none.</summary>
    public IReadOnlyList<SourceElement> QuickSections => [.. Root.Below("quick", "section")];

    /// <summary>Commands, each with the menu that holds it, in their order.</summary>
    public IReadOnlyList<(SourceElement Command, SourceElement? Menu)> Commands =>
        [
            .. new[] { Root }
                .Concat(Parts)
                .SelectMany(owner => owner.Element.Elements().Select(owner.At))
                .SelectMany(item =>
                    item.Element.Name.LocalName switch
                    {
                        "command" => [(item, (SourceElement?)null)],
                        "menu" => item.Below("command").Select(command => (command, (SourceElement?)item)),
                        _ => Enumerable.Empty<(SourceElement, SourceElement?)>(),
                    }
                ),
        ];

    /// <summary>Columns that the main form shows.</summary>
    public IReadOnlySet<string> FormColumns =>
        new HashSet<string>([
            .. Header.Select(column => column.Text),
            .. Tabs.SelectMany(tab => tab.Element.Descendants("fields").Select(tab.At)).SelectMany(Word.In).Select(column => column.Text),
            .. Tabs.SelectMany(tab => tab.Element.Descendants("field").Select(tab.At)).Select(shown => shown.Attribute("name")),
        ]);

    private bool HasForm => Root.Below("form").Any();

    private Word[] Words(string name) => [.. All(name).SelectMany(Word.In)];

    private IEnumerable<SourceElement> All(string name) => Root.Below(name).Concat(Parts.SelectMany(part => part.Below(name)));
}
