using System.Xml;
using System.Xml.Linq;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Apps.Targets;

namespace PowerIntegration.Packer.Verification.Apps.Forms;

/// <summary>A quick view control names quick forms that exist. It names them in XML that is the text of an element.</summary>
internal static class QuickViewCheck
{
    public static IEnumerable<Finding> Find(AppTargets targets, SourceElement control)
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

        return root.Elements("QuickFormId").SelectMany(form => Form(targets, forms, (string?)form.Attribute("entityname") ?? "", form.Value));
    }

    private static IEnumerable<Finding> Form(AppTargets targets, SourceElement forms, string table, string id)
    {
        if (!targets.HasTable(table))
        {
            yield return forms.Says($"The table '{table}' does not exist. Name a table of the solution.");
        }
        else if (targets.Table(table) is not null && AppTargets.Find(targets.Forms, TablePart.Forms, id) is not { FormType: "quick" })
        {
            yield return forms.Says($"{table} has no quick form with the id {id}. Name one in its folder FormXml/quick.");
        }
    }
}
