using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Apps.Forms;

/// <summary>A cell of several rows covers rows that must be there, empty.</summary>
internal static class CellHeight
{
    public static IEnumerable<Finding> Find(SourceElement cell)
    {
        if (int.TryParse(cell.Attribute("rowspan"), CultureInfo.InvariantCulture, out int rows) && cell.Element.Parent is { } row)
        {
            int below = row.ElementsAfterSelf("row").Count();
            if (below < rows - 1)
            {
                yield return cell.Says($"The cell is {rows} rows high, and {below} rows follow. Add {rows - 1 - below} empty elements row.");
            }
        }
    }
}
