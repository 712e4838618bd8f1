using System.Xml;
using System.Xml.Linq;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Apps.Targets;

namespace PowerIntegration.Packer.Verification.Apps.Forms;

/// <summary>A quick view control names quick forms that exist. It names them in XML that is the text of an element.</summary>
internal static class QuickViewCheck
{
    public static IEnumerable<Finding> Find(AppTargets targets, SourceElement control, string formTable)
    {
        SourceElement? forms = control.Below("parameters", "QuickForms").FirstOrDefault();
        if (forms is null)
        {
            return [control.Says("A quick view names its forms in parameters/QuickForms, which is missing. Add it.")];
        }

        XElement root;
        try
        {
            root = XElement.Parse(forms.Element.Value);
        }
        catch (XmlException e)
        {
            return [forms.Says($"The text is not well-formed XML: {e.Message} Write QuickFormIds with one QuickFormId for each table.")];
        }

        string[] led = [.. targets.TargetsOf(formTable, control.Attribute("datafieldname"))];
        return root.Elements("QuickFormId").SelectMany(form => Form(targets, forms, led, (string?)form.Attribute("entityname") ?? "", form.Value));
    }

    private static IEnumerable<Finding> Form(AppTargets targets, SourceElement forms, string[] led, string table, string id)
    {
        if (!targets.HasTable(table))
        {
            yield return forms.Says($"The table '{table}' does not exist. Name a table of the solution.");
        }
        else if (led.Length > 0 && !led.Contains(table))
        {
            yield return forms.Says($"The lookup leads to {string.Join(" or ", led)}, not to {table}. Name a quick form of that table.");
        }
        else if (
            targets.Table(table) is not null
            && (AppTargets.Find(targets.Forms, TablePart.Forms, id) is not { FormType: "quick" } found || found.TableName != table)
        )
        {
            yield return forms.Says($"{table} has no quick form with the id {id}. Name one in its folder FormXml/quick.");
        }
    }
}
