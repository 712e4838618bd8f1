using System.Xml.Linq;
using PowerIntegration.Packer.Generation.App.Reading;
using PowerIntegration.Packer.Generation.App.Tables;
using PowerIntegration.Packer.Verification.Apps.Fetching;

namespace PowerIntegration.Packer.Generation.App.Views;

/// <summary>The query of a view: columns, joined rows, order and filter as FetchXML.</summary>
internal sealed class ViewQuery
{
    private const string Descending = " desc";

    private readonly AppModel model;
    private readonly DescribedTable table;
    private readonly ViewPlan view;
    private readonly Dictionary<string, XElement> joined = [];

    private ViewQuery(AppModel model, DescribedTable table, ViewPlan view)
    {
        this.model = model;
        this.table = table;
        this.view = view;
    }

    /// <summary>The element fetch, and the cells that show what it reads. Faults go to the model.</summary>
    public static (XElement Fetch, IReadOnlyList<XElement> Cells) Of(AppModel model, DescribedTable table, ViewPlan view) =>
        new ViewQuery(model, table, view).Make();

    private (XElement Fetch, IReadOnlyList<XElement> Cells) Make()
    {
        XElement entity = new("entity", new XAttribute("name", table.Name), Attribute(table.PrimaryKey));
        XElement[] cells = [.. Shown().Select(column => Cell(entity, column)).OfType<XElement>()];
        entity.Add(view.Order.Select(Order));
        foreach (XElement condition in view.Filters.DescendantsAndSelf("condition").Concat(view.Links.DescendantsAndSelf("condition")).ToArray())
        {
            JoinFor(condition);
        }

        entity.Add(view.Filters, Searched(), view.Links, joined.Values);
        XElement fetch = new("fetch", new XAttribute("version", "1.0"), new XAttribute("mapping", "logical"), entity);
        foreach (XElement condition in fetch.Descendants("condition"))
        {
            ChoiceValues.Write(model, view.Source.At(condition));
        }

        foreach (Findings.Finding finding in FetchCheck.Find(model.Targets, view.Source.At(fetch), table.Name))
        {
            model.Refuse(finding);
        }

        return (fetch, cells);
    }

    private IEnumerable<Word> Shown()
    {
        Word name = Word.Of(view.Source, "name").As(table.PrimaryName);
        return view.Columns.Any(column => column.Text == table.PrimaryName) ? view.Columns : view.Columns.Prepend(name);
    }

    private XElement? Cell(XElement entity, Word column)
    {
        string[] path = column.Text.Split('.');
        if (path.Length == 1)
        {
            if (model.Column(table, column) is not { } own)
            {
                return null;
            }

            entity.Add(Attribute(own.Name));
            return Cell(own.Name, own, own.Name == table.PrimaryName);
        }

        if (model.Lookup(table, column.As(path[0])) is not var (lookup, target) || model.Column(target, column.As(path[^1])) is not { } shown)
        {
            return null;
        }

        Join(lookup.Name, target).Add(Attribute(shown.Name));
        return Cell($"{lookup.Name}.{shown.Name}", shown, isName: false);
    }

    private static XElement Cell(string name, DescribedColumn column, bool isName) =>
        new("cell", new XAttribute("name", name), new XAttribute("width", isName ? 240 : column.Width));

    private XElement Join(string lookup, DescribedTable target)
    {
        if (!joined.TryGetValue(lookup, out XElement? link))
        {
            link = new XElement(
                "link-entity",
                new XAttribute("name", target.Name),
                new XAttribute("from", target.PrimaryKey),
                new XAttribute("to", lookup),
                new XAttribute("link-type", "outer"),
                new XAttribute("alias", lookup)
            );
            joined.Add(lookup, link);
        }

        return link;
    }

    // A condition may name a lookup of the table as its 'entityname': the row that it leads to is joined.
    private void JoinFor(XElement condition)
    {
        string alias = (string?)condition.Attribute("entityname") ?? "";
        bool isDeclared = view.Links.DescendantsAndSelf("link-entity").Any(link => FetchCheck.AliasOf(link) == alias);
        if (
            alias.Length > 0
            && !isDeclared
            && table.TargetOf(alias) is { } target
            && model.Tables.FirstOrDefault(found => found.Name == target) is { } described
        )
        {
            Join(alias, described);
        }
    }

    private XElement? Order(Word word)
    {
        bool descends = word.Text.EndsWith(Descending, StringComparison.Ordinal);
        Word column = word.As(descends ? word.Text[..^Descending.Length] : word.Text);
        return model.Column(table, column) is null
            ? null
            : new XElement("order", new XAttribute("attribute", column.Text), new XAttribute("descending", descends ? "true" : "false"));
    }

    private XElement? Searched() =>
        view.Searched.Count == 0
            ? null
            : new XElement(
                "filter",
                new XAttribute("type", "or"),
                new XAttribute("isquickfindfields", "1"),
                view.Searched.Where(IsText)
                    .Select(column => new XElement(
                        "condition",
                        new XAttribute("attribute", column.Text),
                        new XAttribute("operator", "like"),
                        new XAttribute("value", "{0}")
                    ))
            );

    private bool IsText(Word column)
    {
        DescribedColumn? found = model.Column(table, column);
        if (found is { Type: not "nvarchar" })
        {
            model.Refuse(column.Says($"{column.Text} of {table.Name} is not a text, and the search box compares texts. Remove it from 'find'."));
        }

        return found is { Type: "nvarchar" };
    }

    private static XElement Attribute(string name) => new("attribute", new XAttribute("name", name));
}
