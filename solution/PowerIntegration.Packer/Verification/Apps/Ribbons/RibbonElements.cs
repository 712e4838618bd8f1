using System.Collections.Frozen;

namespace PowerIntegration.Packer.Verification.Apps.Ribbons;

/// <summary>Which elements of a ribbon hold which others, and which attributes they cannot do without.</summary>
internal static class RibbonElements
{
    // One line for each element: its name and the attributes it needs, then what it may hold.
    private const string Table = """
        RibbonDiffXml : CustomActions Templates CommandDefinitions RuleDefinitions LocLabels
        CustomActions : CustomAction HideCustomAction
        CustomAction Id Location : CommandUIDefinition
        HideCustomAction HideActionId Location :
        CommandUIDefinition : $Controls $Containers
        Templates : RibbonTemplates
        RibbonTemplates Id : GroupTemplate
        GroupTemplate Id : Layout
        Layout : Section OverflowSection
        Section : Row
        OverflowSection :
        Row : ControlRef Strip OverflowArea
        Strip : ControlRef
        ControlRef :
        OverflowArea :
        CommandDefinitions : CommandDefinition
        CommandDefinition Id : EnableRules DisplayRules Actions
        Actions : JavaScriptFunction Url OutlookCommand
        JavaScriptFunction FunctionName Library : $Parameters
        Url Address : $Parameters
        OutlookCommand ActionType :
        RuleDefinitions : TabDisplayRules DisplayRules EnableRules
        TabDisplayRules : TabDisplayRule
        TabDisplayRule TabCommand : EntityRule PageRule
        DisplayRules : DisplayRule
        EnableRules : EnableRule
        DisplayRule Id : $Display OrRule
        EnableRule Id : $Enable OrRule
        OrRule : Or
        Or : $Display $Enable
        CustomRule FunctionName Library : $Parameters
        LocLabels : LocLabel
        LocLabel Id : Titles
        Titles : Title
        Title description languagecode :
        Groups Id : Group
        Group Id Command : Controls
        Controls Id : $Controls
        Tab Id : Scaling Groups
        ContextualGroup Id : Tab
        Scaling Id : MaxSize Scale LowScaleWarning
        MaxSize Id :
        Scale Id :
        LowScaleWarning :
        Menu Id : MenuSection
        MenuSection Id : Controls Gallery
        Gallery Id : GalleryButton
        InsertTable Id :
        Button Id Command :
        CheckBox Id Command :
        ColorPicker Id Command : Colors
        Colors : Color
        Color :
        ComboBox Id Command : Menu
        DropDown Id Command : Menu
        FlyoutAnchor Id Command : Menu
        GalleryButton Id Command :
        Label Id :
        MRUSplitButton Id Command : Menu
        Spinner Id Command : Unit
        Unit : UnitAbbreviation
        UnitAbbreviation :
        SplitButton Id Command : Menu
        TextBox Id Command :
        ToggleButton Id Command :
        BoolParameter Value :
        CrmParameter Value :
        DecimalParameter Value :
        IntParameter Value :
        StringParameter Value :
        CrmClientTypeRule Type :
        CommandClientTypeRule Type :
        CrmOutlookClientTypeRule Type :
        CrmOutlookClientVersionRule Major :
        CrmOfflineAccessStateRule State :
        DeviceTypeRule Type :
        EntityRule :
        EntityPrivilegeRule PrivilegeType PrivilegeDepth :
        EntityPropertyRule PropertyName PropertyValue :
        FeatureControlRule FeatureControlBit ExpectedValue :
        FormEntityContextRule EntityName :
        FormStateRule State :
        FormTypeRule Type :
        HideForTabletExperienceRule :
        MiscellaneousPrivilegeRule PrivilegeName :
        OptionSetRule OptionSet StateCode ObjectTypeCode :
        OrganizationSettingRule Setting :
        OutlookItemTrackingRule TrackedInCrm :
        OutlookRenderTypeRule Type :
        OutlookVersionRule Version :
        PageRule Address :
        RecordPrivilegeRule PrivilegeType :
        ReferencingAttributeRequiredRule :
        RelationshipTypeRule AppliesTo :
        SelectionCountRule :
        SkuRule Sku :
        ValueRule Field Value :
        """;

    private static readonly FrozenDictionary<string, string[]> Sets = new Dictionary<string, string[]>
    {
        ["$Controls"] =
        [
            "Button",
            "CheckBox",
            "ColorPicker",
            "ComboBox",
            "DropDown",
            "FlyoutAnchor",
            "GalleryButton",
            "Label",
            "MRUSplitButton",
            "Spinner",
            "SplitButton",
            "TextBox",
            "ToggleButton",
        ],
        ["$Containers"] =
        [
            "ContextualGroup",
            "Controls",
            "Gallery",
            "Group",
            "GroupTemplate",
            "Groups",
            "InsertTable",
            "MaxSize",
            "Menu",
            "MenuSection",
            "Scale",
            "Scaling",
            "Tab",
        ],
        ["$Parameters"] = ["BoolParameter", "CrmParameter", "DecimalParameter", "IntParameter", "StringParameter"],
        ["$Enable"] =
        [
            "CommandClientTypeRule",
            "CrmClientTypeRule",
            "CrmOfflineAccessStateRule",
            "CrmOutlookClientTypeRule",
            "CustomRule",
            "EntityRule",
            "FeatureControlRule",
            "FormStateRule",
            "OutlookItemTrackingRule",
            "OutlookVersionRule",
            "PageRule",
            "RecordPrivilegeRule",
            "SelectionCountRule",
            "SkuRule",
            "ValueRule",
        ],
        ["$Display"] =
        [
            "CommandClientTypeRule",
            "CrmClientTypeRule",
            "CrmOfflineAccessStateRule",
            "CrmOutlookClientTypeRule",
            "CrmOutlookClientVersionRule",
            "DeviceTypeRule",
            "EntityPrivilegeRule",
            "EntityPropertyRule",
            "EntityRule",
            "FeatureControlRule",
            "FormEntityContextRule",
            "FormStateRule",
            "FormTypeRule",
            "HideForTabletExperienceRule",
            "MiscellaneousPrivilegeRule",
            "OptionSetRule",
            "OrganizationSettingRule",
            "OutlookRenderTypeRule",
            "OutlookVersionRule",
            "PageRule",
            "ReferencingAttributeRequiredRule",
            "RelationshipTypeRule",
            "SkuRule",
            "ValueRule",
        ],
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, (string[] Needed, string[] Held)> Known = Table
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(':'))
        .Select(halves => (Head: Words(halves[0]), Held: Words(halves[1])))
        .ToFrozenDictionary(
            line => line.Head[0],
            line => (line.Head[1..], line.Held.SelectMany(word => Sets.GetValueOrDefault(word, [word])).ToArray())
        );

    /// <summary>Attributes that an element cannot do without; empty for an unknown one.</summary>
    public static string[] NeededBy(string element) => Known.TryGetValue(element, out (string[] Needed, string[] Held) found) ? found.Needed : [];

    /// <summary>Elements that an element may hold; empty for an unknown one.</summary>
    public static string[] HeldBy(string element) => Known.TryGetValue(element, out (string[] Needed, string[] Held) found) ? found.Held : [];

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
