using System.Xml.Linq;

namespace PowerIntegration.Packer.Generation.App.Forms;

/// <summary>What a page on a form shows. The platform adds table and id of the record to its address.</summary>
internal static class PageParameters
{
    /// <summary>The element parameters.</summary>
    /// <param name="name">Name of the web resource.</param>
    /// <param name="id">Its id.</param>
    /// <param name="data">What the page is told; empty for nothing.</param>
    public static XElement Of(string name, Guid id, string data) =>
        new(
            "parameters",
            new XElement("Url", name),
            data.Length > 0 ? new XElement("Data", data) : null,
            new XElement("PassParameters", "true"),
            new XElement("ShowOnMobileClient", "false"),
            new XElement("Security", "false"),
            new XElement("Scrolling", "auto"),
            new XElement("Border", "false"),
            new XElement("WebResourceId", id.ToString("B"))
        );
}
