using System.Xml.Linq;
using PowerIntegration.Packer.Generation.App.Reading;
using PowerIntegration.Packer.Generation.App.Tables;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Generation.App.Views;

/// <summary>
/// All views of a table. The server makes its own set only for a table that brings none, so those of the set are made here for every declared table.
/// </summary>
internal static class ViewSet
{
    private const string Active = "0";
    private const string Inactive = "1";

    /// <summary>The views, those that every table has first.</summary>
    public static IReadOnlyList<ViewPlan> Of(AppModel model, TableDeclaration declaration, DescribedTable table)
    {
        ViewPlan[] declared = [.. declaration.Views.Select(view => Declared(declaration, table, view))];
        ViewPlan[] views = [.. OfEveryTable(declaration, table, declared.All(view => !view.IsDefault)), .. declared];
        foreach (ViewPlan view in declared.Where(view => view.IsDefault).Skip(1))
        {
            model.Refuse(view.Source.Says("Another view of the table is the default already. Remove the attribute 'default' from one."));
        }

        foreach (
            IGrouping<string, ViewPlan> group in views
                .GroupBy(view => view.Name, StringComparer.OrdinalIgnoreCase)
                .Where(group => group.Skip(1).Any())
        )
        {
            // The one that can be renamed without another table noticing it.
            ViewPlan second = group.LastOrDefault(view => !view.IsOfEveryTable && view.Source.File == declaration.Root.File) ?? group.Last();
            model.Refuse(second.Source.Says($"{table.Name} has two views named '{second.Name}'. Give one another name."));
        }

        return views;
    }

    private static IEnumerable<ViewPlan> OfEveryTable(TableDeclaration declaration, DescribedTable table, bool isDefault)
    {
        string rows = LowerFirst(table.PluralLabel);
        Word[] name = [Word.Of(declaration.Root, "name").As(table.PrimaryName)];
        (string Key, string Name, string Type, string State)[] set =
        [
            ("active", $"All {rows}", ViewPlan.Public, Active),
            ("inactive", $"Inactive {rows}", ViewPlan.Public, Inactive),
            ("quick-find", $"Search {rows}", ViewPlan.QuickFind, Active),
            ("lookup", $"Choose from {rows}", ViewPlan.Lookup, Active),
            ("associated", $"Related {rows}", ViewPlan.Associated, Active),
            ("advanced-find", $"Find {rows}", ViewPlan.AdvancedFind, Active),
        ];
        return set.Select(view => new ViewPlan($"view/{table.Name}/of-every-table/{view.Key}", view.Name, view.Type, declaration.Root)
        {
            IsOfEveryTable = true,
            IsDefault = view.Key != "inactive" && (view.Type != ViewPlan.Public || isDefault),
            Columns = declaration.Columns,
            Order = OrderOf(declaration.Order, name),
            Filters = [Status(view.State)],
            Searched = view.Type == ViewPlan.QuickFind ? [.. name, .. declaration.Find] : [],
        });
    }

    private static ViewPlan Declared(TableDeclaration declaration, DescribedTable table, SourceElement view)
    {
        string name = view.Attribute("name");
        string first = view.Attribute("was") is { Length: > 0 } was ? was : name;
        Word[] columns = [.. view.Below("columns").SelectMany(Word.In)];
        Word[] fallback = OrderOf(declaration.Order, [Word.Of(declaration.Root, "name").As(table.PrimaryName)]);
        XElement[] filters = Taken(view, "filter");
        XElement[] links = Taken(view, "link-entity");
        return new ViewPlan($"view/{table.Name}/{first}", name, ViewPlan.Public, view)
        {
            IsDefault = view.Attribute("default") == "true",
            Columns = columns.Length > 0 ? columns : declaration.Columns,
            Order = OrderOf(Word.Of(view, "order"), fallback),
            Filters = filters,
            Links = links,
        };
    }

    // Taken out and not copied: a copy would not know its line. Line ends and remarks of the declaration stay behind.
    private static XElement[] Taken(SourceElement view, string name)
    {
        XElement[] parts = [.. view.Element.Elements(name)];
        parts.Remove();
        parts.DescendantNodes().Where(node => node is XComment || (node is XText text && string.IsNullOrWhiteSpace(text.Value))).Remove();
        return parts;
    }

    private static Word[] OrderOf(Word list, Word[] fallback) =>
        list.Text.Length == 0
            ? fallback
            : [.. list.Text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(list.As)];

    private static XElement Status(string value) =>
        new(
            "filter",
            new XAttribute("type", "and"),
            new XElement("condition", new XAttribute("attribute", "statecode"), new XAttribute("operator", "eq"), new XAttribute("value", value))
        );

    // Words that are names keep their capitals.
    private static string LowerFirst(string label) =>
        label.Length > 1 && char.IsUpper(label[1])
        || label.StartsWith("Oracle", StringComparison.Ordinal)
        || label.StartsWith("Procore", StringComparison.Ordinal)
            ? label
            : char.ToLowerInvariant(label[0]) + label[1..];
}
