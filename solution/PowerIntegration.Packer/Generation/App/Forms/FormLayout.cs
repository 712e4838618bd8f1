using System.Xml.Linq;
using PowerIntegration.Packer.Generation.App.Reading;
using PowerIntegration.Packer.Generation.App.Tables;
using PowerIntegration.Packer.Generation.App.Texts;
using PowerIntegration.Packer.Generation.App.Views;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Generation.App.Forms;

/// <summary>Tabs, sections, rows and cells of one form. Ids come from the form and the place in it.</summary>
internal sealed class FormLayout
{
    private const int HeaderColumns = 3;
    private const int DefaultColumns = 2;
    private const int DefaultRecords = 10;
    private const int DefaultPageRows = 12;

    private readonly AppModel model;
    private readonly AppViews views;
    private readonly DescribedTable table;
    private readonly TableDeclaration declaration;
    private readonly string form;
    private readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> readOnly;
    private readonly List<SectionRule> rules = [];

    /// <summary>A form of a table.</summary>
    /// <param name="model">What declarations may name.</param>
    /// <param name="views">Views that grids show.</param>
    /// <param name="table">The table.</param>
    /// <param name="declaration">Its declaration.</param>
    /// <param name="form">Key of the form, such as form/pint_document/main.</param>
    public FormLayout(AppModel model, AppViews views, DescribedTable table, TableDeclaration declaration, string form)
    {
        this.model = model;
        this.views = views;
        this.table = table;
        this.declaration = declaration;
        this.form = form;
        readOnly = [.. declaration.ReadOnly.Select(column => column.Text)];
    }

    /// <summary>Sections that are shown for some values of a choice only, as far as the tabs were made.</summary>
    public IReadOnlyList<SectionRule> Rules => rules;

    /// <summary>The tabs as they are declared.</summary>
    public XElement Tabs(IEnumerable<SourceElement> tabs) => new("tabs", tabs.Select(Tab));

    /// <summary>One tab without a name, which holds the sections.</summary>
    public XElement TabOf(IEnumerable<SourceElement> sections) =>
        new(
            "tabs",
            new XElement(
                "tab",
                new XAttribute("name", "tab_general"),
                Id("tab/general"),
                new XAttribute("verticallayout", "true"),
                new XAttribute("IsUserDefined", 1),
                new XAttribute("expanded", "true"),
                new XAttribute("showlabel", "false"),
                AppTexts.Labels(table.Label),
                new XElement("columns", Column("100%", sections, "general"))
            )
        );

    /// <summary>The header, or null where the form has none.</summary>
    public XElement? Header(IReadOnlyList<Word> columns) =>
        columns.Count == 0
            ? null
            : new XElement(
                "header",
                Id("header"),
                new XAttribute("columns", new string('1', HeaderColumns)),
                new XAttribute("celllabelposition", "Top"),
                new XAttribute("labelwidth", 115),
                new XAttribute("celllabelalignment", "Left"),
                new XElement("rows", Rows(columns.Select(column => Field(column, "header_", null, isWide: false)), HeaderColumns))
            );

    private XElement Tab(SourceElement tab)
    {
        string label = tab.Attribute("name");
        string name = AppTexts.Identifier(label);
        if (!names.Add("tab_" + name))
        {
            model.Refuse(tab.Says($"The form has two tabs named '{label}'. Give one another name."));
        }

        SourceElement[] columns = [.. tab.Below("column")];
        return new XElement(
            "tab",
            new XAttribute("name", "tab_" + name),
            Id("tab/" + name),
            new XAttribute("verticallayout", "true"),
            new XAttribute("IsUserDefined", 1),
            new XAttribute("expanded", tab.Attribute("collapsed") == "true" ? "false" : "true"),
            new XAttribute("showlabel", "true"),
            AppTexts.Labels(label),
            new XElement(
                "columns",
                columns.Length == 0
                    ? [Column("100%", tab.Below("section"), name)]
                    : columns.Select(column => Column(column.Attribute("width") + "%", column.Below("section"), name))
            )
        );
    }

    private XElement Column(string width, IEnumerable<SourceElement> sections, string tab) =>
        new("column", new XAttribute("width", width), new XElement("sections", sections.Select(section => Section(section, tab))));

    private XElement Section(SourceElement section, string tab)
    {
        string label = section.Attribute("name");
        string name = Unique($"sec_{tab}_{AppTexts.Identifier(label.Length > 0 ? label : "main")}");
        if (
            section.Attribute("when").Length + section.Attribute("is").Length > 0
            && SectionRule.Of(model, table, section, "tab_" + tab, name) is { } rule
        )
        {
            rules.Add(rule);
        }

        int columns = section.Attribute("columns") is { Length: > 0 } count ? int.Parse(count, CultureInfo.InvariantCulture) : DefaultColumns;
        return new XElement(
            "section",
            new XAttribute("name", name),
            Id("section/" + name),
            new XAttribute("IsUserDefined", 0),
            new XAttribute("showlabel", label.Length > 0 ? "true" : "false"),
            new XAttribute("showbar", "false"),
            new XAttribute("columns", new string('1', columns)),
            AppTexts.Labels(label.Length > 0 ? label : table.Label),
            new XElement("rows", Rows(section.Element.Elements().Select(section.At).SelectMany(Cells), columns))
        );
    }

    private IEnumerable<FormCell?> Cells(SourceElement item) =>
        item.Element.Name.LocalName switch
        {
            "fields" => Word.In(item).Select(column => Field(column, "", null, isWide: false)),
            "field" => [Field(Word.Of(item, "name"), "", item.Attribute("label"), item.Attribute("wide") == "true")],
            "grid" => [Grid(item)],
            "page" => [Page(item)],
            _ => [QuickView(item)],
        };

    // Cells fill a row from the left; a wide one has a row of its own.
    private static IEnumerable<XElement> Rows(IEnumerable<FormCell?> cells, int columns)
    {
        List<XElement> row = [];
        foreach (FormCell cell in cells.OfType<FormCell>())
        {
            if (row.Count > 0 && (cell.IsWide || row.Count == columns))
            {
                yield return new XElement("row", row);
                row = [];
            }

            if (cell.IsWide)
            {
                if (columns > 1)
                {
                    cell.Element.Add(new XAttribute("colspan", columns));
                }

                yield return new XElement("row", cell.Element);
                for (int below = 1; below < cell.Height; below++)
                {
                    yield return new XElement("row");
                }
            }
            else
            {
                row.Add(cell.Element);
            }
        }

        if (row.Count > 0)
        {
            yield return new XElement("row", row);
        }
    }

    private FormCell? Field(Word column, string prefix, string? label, bool isWide)
    {
        if (model.Column(table, column) is not { } shown)
        {
            return null;
        }

        if (ControlIds.Of(shown.Type, shown.Format) is not { } classId)
        {
            model.Refuse(column.Says($"{shown.Name} of {table.Name} is of type {shown.Type}, and a form has no field for it. Remove it."));
            return null;
        }

        string id = Unique(prefix + shown.Name);
        XElement control = new(
            "control",
            new XAttribute("id", id),
            new XAttribute("classid", classId),
            new XAttribute("datafieldname", shown.Name),
            declaration.IsWrittenByProduct || readOnly.Contains(shown.Name) || !table.ColumnNames.Contains(shown.Name)
                ? new XAttribute("disabled", "true")
                : null
        );
        return Cell(id, string.IsNullOrEmpty(label) ? shown.Label : label, control, isWide || shown.IsLongText);
    }

    private FormCell? Grid(SourceElement grid)
    {
        if (
            model.Shown(Word.Of(grid, "table")) is not { } child
            || views.Find(child, Word.Of(grid, "view")) is not { } view
            || model.Relationship(table, child, Word.Of(grid, "by")) is not { } relationship
        )
        {
            return null;
        }

        string id = Unique("grid_" + AppTexts.Identifier(grid.Attribute("label")));
        string rows = grid.Attribute("rows") is { Length: > 0 } count ? count : DefaultRecords.ToString(CultureInfo.InvariantCulture);
        XElement control = new(
            "control",
            new XAttribute("id", id),
            new XAttribute("classid", ControlIds.Grid),
            new XAttribute("indicationOfSubgrid", "true"),
            GridParameters.Of(child, views.IdOf(view), rows, relationship)
        );
        return Cell(id, grid.Attribute("label"), control, isWide: true);
    }

    private FormCell? QuickView(SourceElement quick)
    {
        if (model.Lookup(table, Word.Of(quick, "of")) is not var (lookup, target) || model.Shown(Word.Of(quick, "of").As(target.Name)) is null)
        {
            return null;
        }

        if (model.Declared.First(pair => pair.Table == target).Declaration.QuickSections.Count == 0)
        {
            model.Refuse(quick.Says($"{target.Name} has no quick view. Add the element 'quick' to {DeclarationFile.Folder}/{target.Name}.xml."));
            return null;
        }

        string id = Unique("quick_" + lookup.Name);
        XElement forms = new(
            "QuickFormIds",
            new XElement("QuickFormId", new XAttribute("entityname", target.Name), FormFiles.QuickIdOf(model, target))
        );
        XElement control = new(
            "control",
            new XAttribute("id", id),
            new XAttribute("classid", ControlIds.QuickView),
            new XAttribute("datafieldname", lookup.Name),
            new XElement("parameters", new XElement("QuickForms", forms.ToString(SaveOptions.DisableFormatting)), new XElement("ControlMode", "Edit"))
        );
        return Cell(id, quick.Attribute("label"), control, isWide: true);
    }

    // A tall cell covers the empty rows below it.
    private FormCell? Page(SourceElement page)
    {
        Word name = Word.Of(page, "web");
        if (!model.WebResources.Contains(name.Text) || Path.GetExtension(name.Text) != ".html")
        {
            model.Refuse(
                name.Says(
                    $"No page named '{name.Text}' is in {DeclarationFile.Folder}/web. "
                        + AppModel.Nearest(name.Text, model.WebResources.Where(one => Path.GetExtension(one) == ".html"), "page, which ends in .html")
                )
            );
            return null;
        }

        string id = Unique("page_" + AppTexts.Identifier(page.Attribute("label")));
        int rows = page.Attribute("rows") is { Length: > 0 } count ? int.Parse(count, CultureInfo.InvariantCulture) : DefaultPageRows;
        XElement control = new(
            "control",
            new XAttribute("id", id),
            new XAttribute("classid", ControlIds.Page),
            PageParameters.Of(name.Text, model.WebResourceId(name.Text), page.Attribute("data"))
        );
        XElement cell = new(
            "cell",
            Id("cell/" + id),
            new XAttribute("showlabel", "false"),
            new XAttribute("auto", "false"),
            new XAttribute("rowspan", rows),
            AppTexts.Labels(page.Attribute("label")),
            control
        );
        return new FormCell(cell, IsWide: true, rows);
    }

    private FormCell Cell(string id, string label, XElement control, bool isWide) =>
        new(new XElement("cell", Id("cell/" + id), new XAttribute("showlabel", "true"), AppTexts.Labels(label), control), isWide);

    private string Unique(string id)
    {
        string unique = id;
        for (int number = 1; !names.Add(unique); number++)
        {
            unique = string.Create(CultureInfo.InvariantCulture, $"{id}{number}");
        }

        return unique;
    }

    private XAttribute Id(string place) => new("id", model.Ids.Of($"{form}/{place}").ToString("B"));

    private sealed record FormCell(XElement Element, bool IsWide, int Height = 1);
}
