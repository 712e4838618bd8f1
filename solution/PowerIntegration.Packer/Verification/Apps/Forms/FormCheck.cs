using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Apps.Targets;
using PowerIntegration.Packer.Verification.Shapes;

namespace PowerIntegration.Packer.Verification.Apps.Forms;

/// <summary>Forms have the parts that they must have and no others, and name columns, scripts, roles and ids that exist.</summary>
internal static class FormCheck
{
    private static readonly string[] Types = ["main", "quick", "quickCreate", "card"];

    public static IEnumerable<Finding> Find(AppTargets targets) => targets.Forms.SelectMany(form => Find(targets, form));

    private static IEnumerable<Finding> Find(AppTargets targets, TableItem form) =>
        [
            .. ShapeCheck.Find(form.Source, FormShape.SystemForm, complete: false),
            .. Type(form),
            .. FormIds.Repeated(form.Source),
            .. ControlCheck.Find(targets, form),
            .. ScriptCheck.Find(targets, form),
            .. form.Source.Element.Descendants("cell").SelectMany(cell => CellHeight.Find(form.Source.At(cell))),
            .. Roles(targets, form.Source),
        ];

    private static IEnumerable<Finding> Type(TableItem form)
    {
        if (!Types.Contains(form.FormType, StringComparer.Ordinal))
        {
            yield return form.Source.Says($"The folder '{form.FormType}' is not a type of form. Use one of {string.Join(", ", Types)}.");
        }

        if (form.FormType == "quickCreate" && form.Table?.Entity.Text("IsQuickCreateEnabled") == "0")
        {
            yield return form.Source.Says($"{form.TableName} has a quick create form, but quick create is off. Set IsQuickCreateEnabled to 1.");
        }
    }

    private static IEnumerable<Finding> Roles(AppTargets targets, SourceElement form) =>
        form.Below("form", "DisplayConditions", "Role")
            .Where(role => !targets.HasRole(role.Attribute("Id")))
            .Select(role => role.Says($"No role has the id {role.Attribute("Id")}. Name a role of the solution."));
}
