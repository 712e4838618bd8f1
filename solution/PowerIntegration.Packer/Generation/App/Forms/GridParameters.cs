using System.Xml.Linq;
using PowerIntegration.Packer.Generation.App.Tables;

namespace PowerIntegration.Packer.Generation.App.Forms;

/// <summary>What a grid on a form shows.</summary>
internal static class GridParameters
{
    /// <summary>The element parameters.</summary>
    /// <param name="table">Table of the rows.</param>
    /// <param name="view">Id of the view.</param>
    /// <param name="rows">Rows on a page.</param>
    /// <param name="relationship">Relationship to the row of the form.</param>
    public static XElement Of(DescribedTable table, Guid view, string rows, string relationship) =>
        new(
            "parameters",
            new XElement("TargetEntityType", table.Name),
            new XElement("ViewId", view.ToString("B")),
            new XElement("ViewIds", view.ToString("B")),
            new XElement("EnableViewPicker", "false"),
            new XElement("RelationshipName", relationship),
            new XElement("RecordsPerPage", rows)
        );
}
