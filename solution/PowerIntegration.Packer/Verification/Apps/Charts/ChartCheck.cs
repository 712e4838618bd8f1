using System.Xml.Linq;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Apps.Fetching;
using PowerIntegration.Packer.Verification.Apps.Targets;
using PowerIntegration.Packer.Verification.Shapes;

namespace PowerIntegration.Packer.Verification.Apps.Charts;

/// <summary>Charts read columns that the table has, group and add up what they show, and draw one series for each measure.</summary>
internal static class ChartCheck
{
    public static IEnumerable<Finding> Find(AppTargets targets) => targets.Charts.SelectMany(chart => Find(targets, chart));

    private static IEnumerable<Finding> Find(AppTargets targets, TableItem chart)
    {
        SourceElement[] fetches = [.. chart.Source.Below("datadescription", "datadefinition", "fetchcollection", "fetch")];
        SourceElement[] drawings = [.. chart.Source.Below("presentationdescription", "Chart")];
        return
        [
            .. ShapeCheck.Find(chart.Source, ChartShape.Visualization, complete: false),
            .. drawings.SelectMany(drawing => Unattributed(drawing)),
            .. fetches.SelectMany(fetch => FetchCheck.Find(targets, fetch, chart.TableName)),
            .. fetches.SelectMany(Attributes),
            .. Categories(chart.Source, fetches),
            .. Series(chart.Source, drawings),
            .. drawings.SelectMany(Drawn),
        ];
    }

    // The drawing itself takes any attribute; its parts must be known.
    private static IEnumerable<Finding> Unattributed(SourceElement drawing)
    {
        XElement bare = new(drawing.Element);
        bare.RemoveAttributes();
        return ShapeCheck.Find(drawing.At(bare), ChartShape.Chart, complete: false);
    }

    private static IEnumerable<Finding> Attributes(SourceElement fetch)
    {
        if (fetch.Attribute("aggregate") is not ("true" or "1"))
        {
            yield return fetch.Says("A chart groups and adds up. Write aggregate=\"true\".");
        }

        SourceElement[] attributes = [.. fetch.Element.Descendants("attribute").Select(fetch.At)];
        foreach (SourceElement attribute in attributes)
        {
            bool isGroup = IsGroup(attribute);
            if (attribute.Attribute("alias").Length == 0 || isGroup == (attribute.Attribute("aggregate").Length > 0))
            {
                yield return attribute.Says("An attribute of a chart has an alias, and either groupby or aggregate. Correct it.");
            }
        }

        foreach (SourceElement attribute in attributes.GroupBy(found => found.Attribute("alias")).SelectMany(group => group.Skip(1)))
        {
            yield return attribute.Says($"The alias {attribute.Attribute("alias")} appears twice in this query. Give each attribute one of its own.");
        }
    }

    private static IEnumerable<Finding> Categories(SourceElement chart, SourceElement[] fetches)
    {
        SourceElement[] attributes = [.. fetches.SelectMany(fetch => fetch.Element.Descendants("attribute").Select(fetch.At))];
        string[] groups = [.. attributes.Where(IsGroup).Select(attribute => attribute.Attribute("alias"))];
        string[] sums = [.. attributes.Where(attribute => !IsGroup(attribute)).Select(attribute => attribute.Attribute("alias"))];
        SourceElement[] categories = [.. chart.Below("datadescription", "datadefinition", "categorycollection", "category")];
        return
        [
            .. categories
                .Where(category => category.Attribute("alias").Length > 0 && !groups.Contains(category.Attribute("alias")))
                .Select(category => category.Says($"No attribute with groupby has the alias {category.Attribute("alias")}. Name one that has.")),
            .. categories
                .SelectMany(category => category.Below("measurecollection", "measure"))
                .Where(measure => !sums.Contains(measure.Attribute("alias")))
                .Select(measure => measure.Says($"No attribute with aggregate has the alias {measure.Attribute("alias")}. Name one that has.")),
        ];
    }

    private static IEnumerable<Finding> Series(SourceElement chart, SourceElement[] drawings)
    {
        int measures = chart.Below("datadescription", "datadefinition", "categorycollection", "category", "measurecollection").Count();
        foreach (SourceElement drawing in drawings)
        {
            SourceElement[] series = [.. drawing.Below("Series", "Series")];
            if (series.Length != measures)
            {
                yield return drawing.Says($"The chart has {measures} measure collections and draws {series.Length} series. Draw one for each.");
            }

            foreach (SourceElement one in series.Where(one => !ChartShape.ChartType.Accepts(one.Attribute("ChartType"))))
            {
                yield return one.Says($"The chart type '{one.Attribute("ChartType")}' does not exist. Write {ChartShape.ChartType.Expected}.");
            }
        }
    }

    private static IEnumerable<Finding> Drawn(SourceElement drawing) =>
        drawing
            .Element.Descendants()
            .Where(part => !ChartShape.Parts.Contains(part.Name.LocalName))
            .Select(drawing.At)
            .Select(part =>
                part.Says($"The element '{part.Element.Name.LocalName}' is not part of a drawing. {Instead(part.Element.Name.LocalName)}")
            );

    private static string Instead(string name) => Spelling.Nearest(name, ChartShape.Parts) is { } nearest ? $"Name it {nearest}." : "Remove it.";

    private static bool IsGroup(SourceElement attribute) => attribute.Attribute("groupby") is "true" or "1";
}
