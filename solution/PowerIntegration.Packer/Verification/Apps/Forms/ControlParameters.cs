using System.Collections.Frozen;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Shapes;

namespace PowerIntegration.Packer.Verification.Apps.Forms;

/// <summary>Parameters of a control have names that there are, each once. Those of a grid have a shape of their own.</summary>
internal static class ControlParameters
{
    private static readonly FrozenSet<string> Known = FrozenSet.Create(
        "AddressField",
        "AllowFilterOff",
        "AltText",
        "AutoResolve",
        "AvailableViewIds",
        "Border",
        "ControlMode",
        "Data",
        "DefaultTabId",
        "DefaultValue",
        "DefaultViewId",
        "DefaultViewReadOnly",
        "DependentAttributeName",
        "DependentAttributeType",
        "DisableMru",
        "DisableQuickFind",
        "DisableViewPicker",
        "EntityLogicalName",
        "FilterRelationshipName",
        "Format",
        "Height",
        "HorizontalAlignment",
        "InlineViewIds",
        "IsColorValue",
        "IsInlineNewEnabled",
        "IsPassword",
        "IsTitle",
        "MaxLength",
        "MaxValue",
        "MinValue",
        "OptionSetId",
        "PassParameters",
        "Precision",
        "Preload",
        "QuickForms",
        "ResolveEmailAddress",
        "Scrolling",
        "Security",
        "ShowAsBreadcrumbControl",
        "ShowInROF",
        "ShowOnMobileClient",
        "SizeType",
        "TargetEntities",
        "UClientUniqueName",
        "UnboundLookupBrowse",
        "UnboundLookupControlType",
        "UnboundLookupStyle",
        "UnboundLookupTypes",
        "Url",
        "VerticalAlignment",
        "ViewPickerReadOnly",
        "WebResourceId",
        "Width",
        "useMainFormDialogForCreate",
        "useMainFormDialogForEdit"
    );

    public static IEnumerable<Finding> Find(SourceElement control, ControlClass kind)
    {
        // Grids are looked at elsewhere; timelines and custom controls have parameters of their own making.
        if (kind.Name is "grid" or "timeline" or "custom control")
        {
            yield break;
        }

        foreach (SourceElement parameter in control.Below("parameters").SelectMany(list => list.Element.Elements().Select(list.At)))
        {
            string name = parameter.Element.Name.LocalName;
            if (!Known.Contains(name))
            {
                string instead = Spelling.Nearest(name, Known) is { } nearest ? $"Name it {nearest}." : "Remove it.";
                yield return parameter.Says($"The parameter '{name}' is not supported here. {instead}");
            }
            else if (parameter.Element.ElementsBeforeSelf(name).Any())
            {
                yield return parameter.Says($"The parameter {name} appears twice. Keep one.");
            }
        }
    }
}
