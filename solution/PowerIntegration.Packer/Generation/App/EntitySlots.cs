using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Generation.Output;

namespace PowerIntegration.Packer.Generation.App;

/// <summary>A table with charts has a place for them in its Entity.xml; without it the charts would be left out of the package.</summary>
internal static class EntitySlots
{
    private const string Slot = "  <Visualizations />";
    private const string Next = "  <RibbonDiffXml />";

    /// <summary>The file with the place, or without it where the table has no chart.</summary>
    /// <param name="path">Path below the root of the repository.</param>
    /// <param name="text">Its text.</param>
    /// <param name="hasCharts">True where the table has charts.</param>
    /// <exception cref="PackingRefusedException">The file has no line before which the place belongs.</exception>
    public static GeneratedFile Of(string path, string text, bool hasCharts)
    {
        List<string> lines = [.. text.Split('\n').Where(line => line.TrimEnd('\r') != Slot)];
        int next = lines.FindIndex(line => line.TrimEnd('\r') == Next);
        if (hasCharts && next < 0)
        {
            throw new PackingRefusedException([
                new Finding(path, "RibbonDiffXml", $"The file has no line '{Next}'. Write it at the end of the element Entity."),
            ]);
        }

        if (hasCharts)
        {
            lines.Insert(next, Slot);
        }

        return GeneratedFile.OfText(path, string.Join('\n', lines));
    }
}
