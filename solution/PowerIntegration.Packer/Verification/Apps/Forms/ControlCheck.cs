using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Apps.Grids;
using PowerIntegration.Packer.Verification.Apps.Targets;

namespace PowerIntegration.Packer.Verification.Apps.Forms;

/// <summary>Controls of a form: each shows a column that the table has, by a control that can show it.</summary>
internal static class ControlCheck
{
    private const string HeaderPrefix = "header_";

    public static IEnumerable<Finding> Find(AppTargets targets, TableItem form)
    {
        SourceElement[] controls = [.. form.Source.Element.Descendants("control").Select(form.Source.At)];
        return
        [
            .. controls.SelectMany(control => Find(targets, form, control)),
            .. FormIds.RepeatedControls(controls),
            .. form.Source.Below("form", "hiddencontrols", "data").SelectMany(hidden => Column(form, hidden, null)),
        ];
    }

    private static IEnumerable<Finding> Find(AppTargets targets, TableItem form, SourceElement control)
    {
        ControlClass? kind = ControlClass.Of(control.Attribute("classid"));
        if (kind is null)
        {
            return
            [
                control.Says($"The class id {control.Attribute("classid")} is not a control that is supported here. Use that of a known control."),
            ];
        }

        return
        [
            .. Column(form, control, kind),
            .. ControlParameters.Find(control, kind),
            .. Header(control),
            .. kind.Name == "grid" ? GridCheck.Find(targets, control, form.TableName) : [],
            .. kind.Name == "quick view" ? QuickViewCheck.Find(targets, control, form.TableName) : [],
            .. kind.Name == "web resource" ? PageCheck.Find(targets, control) : [],
        ];
    }

    private static IEnumerable<Finding> Column(TableItem form, SourceElement control, ControlClass? kind)
    {
        string column = control.Attribute("datafieldname");
        if (kind is { IsBound: false } && column.Length > 0)
        {
            return
            [
                control.Says($"A control of the kind '{kind.Name}' shows no column. Remove datafieldname, or use the control of the column's type."),
            ];
        }

        if (kind is { IsBound: true } && column.Length == 0)
        {
            return [control.Says($"A control of the kind '{kind.Name}' shows a column, and datafieldname is missing. Name the column.")];
        }

        if (column.Length == 0 || form.Table is null)
        {
            return [];
        }

        return ColumnTypes.Of(form.Table, column) is not { } type
                ? [control.Says($"{form.TableName} has no column {column}. Name a column of the table.")]
            // The platform's own cards show dates by a lookup control.
            : kind is null || kind.Shows(type) || form.FormType == "card" ? []
            : [control.Says($"The control is a '{kind.Name}', and {column} is of type {type}. Use the class id for that type.")];
    }

    private static IEnumerable<Finding> Header(SourceElement control)
    {
        bool isInHeader = control.Element.Ancestors("header").Any();
        if (isInHeader && !control.Attribute("id").StartsWith(HeaderPrefix, StringComparison.Ordinal))
        {
            yield return control.Says(
                $"A control in the header has an id that begins with {HeaderPrefix}. Write {HeaderPrefix}{control.Attribute("id")}."
            );
        }
    }
}
