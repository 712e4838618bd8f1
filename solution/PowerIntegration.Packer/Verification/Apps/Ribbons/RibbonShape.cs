using System.Collections.Frozen;
using System.Xml.Linq;
using PowerIntegration.Packer.Verification.Apps.Targets;
using PowerIntegration.Packer.Verification.Shapes;

namespace PowerIntegration.Packer.Verification.Apps.Ribbons;

/// <summary>What the elements of a ribbon look like. Menus hold controls that hold menus, so each element is looked at by itself.</summary>
internal static class RibbonShape
{
    // One line for each element: its name, the attributes it may have, the elements it may hold any number of. An exclamation mark says that
    // one must be there, a question mark that one may be. A word with a dollar sign stands for a list below.
    private const string Table = """
        RibbonDiffXml : : CustomActions? Templates? CommandDefinitions? RuleDefinitions? LocLabels?
        CustomActions : : CustomAction HideCustomAction
        CustomAction : Id! Location! Sequence Title : CommandUIDefinition!
        HideCustomAction : HideActionId! Location! Sequence Title :
        CommandUIDefinition : : $Controls $Containers
        Templates : : RibbonTemplates
        RibbonTemplates : Id! : GroupTemplate
        GroupTemplate : Id! ClassName : Layout
        Layout : Title! LayoutTitle : Section OverflowSection
        Section : Type! Alignment : Row
        OverflowSection : Type! DisplayMode TemplateAlias DividerAfter DividerBefore :
        Row : : ControlRef Strip OverflowArea
        Strip : : ControlRef
        ControlRef : DisplayMode TemplateAlias :
        OverflowArea : DisplayMode TemplateAlias :
        CommandDefinitions : : CommandDefinition
        CommandDefinition : Id! : EnableRules! DisplayRules! Actions!
        Command/EnableRules : : EnableRule
        Command/DisplayRules : : DisplayRule
        Command/EnableRule : Id! :
        Command/DisplayRule : Id! :
        Actions : : JavaScriptFunction Url OutlookCommand
        JavaScriptFunction : FunctionName! Library! : $Parameters
        Url : Address! WinMode WinParams PassParams : $Parameters
        OutlookCommand : ActionType! Data :
        RuleDefinitions : : TabDisplayRules? DisplayRules? EnableRules?
        TabDisplayRules : : TabDisplayRule
        TabDisplayRule : TabCommand! : EntityRule PageRule
        DisplayRules : : DisplayRule
        EnableRules : : EnableRule
        DisplayRule : Id! : $Display OrRule
        EnableRule : Id! : $Enable OrRule
        OrRule : $Standard : Or
        Or : : $Display $EnableOnly
        LocLabels : : LocLabel
        LocLabel : Id! : Titles!
        Titles : : Title
        Title : description! languagecode! :
        Groups : Id! : Group
        Group : Id! Command! Sequence Title Description Template PopupWidth $PopupImages : Controls!
        Controls : Id! $ToolTips : $Controls
        Tab : Id! Command Sequence Title Description CssClass : Scaling! Groups!
        ContextualGroup : Id! Command Sequence Title Color ContextualGroupId : Tab
        Scaling : Id! : MaxSize Scale LowScaleWarning
        MaxSize : Id! GroupId Sequence Size :
        Scale : Id! GroupId Sequence Size PopupSize :
        LowScaleWarning : Id Message Sequence :
        Menu : Id! MaxWidth : MenuSection
        MenuSection : Id! Title Scrollable Sequence MaxHeight DisplayMode : Controls? Gallery?
        Gallery : Id! Command CommandPreview CommandRevert ElementDimensions QueryCommand Sequence Width : GalleryButton
        InsertTable : Id! Alt Command CommandType CommandPreview CommandRevert MenuSectionInitialTitle MenuSectionTitle Sequence :
        Colors : : Color
        Color : Title Color DisplayColor Style Sequence :
        Unit : Name MinimumValue MaximumValue DecimalDigits Interval : UnitAbbreviation
        UnitAbbreviation : Value Sequence :
        Button : Id! Command! $Control :
        CheckBox : Id! Command! $Control :
        ColorPicker : Id! Command! $Control : Colors?
        ComboBox : Id! Command! $Control : Menu?
        DropDown : Id! Command! $Control : Menu?
        FlyoutAnchor : Id! Command! $Control : Menu?
        GalleryButton : Id! Command! $Control :
        Label : Id! Command $Control :
        MRUSplitButton : Id! Command! $Control : Menu?
        Spinner : Id! Command! $Control : Unit
        SplitButton : Id! Command! $Control : Menu?
        TextBox : Id! Command! $Control :
        ToggleButton : Id! Command! $Control :
        BoolParameter : Value! Name :
        CrmParameter : Value! Name :
        DecimalParameter : Value! Name :
        IntParameter : Value! Name :
        StringParameter : Value! Name :
        CommandClientTypeRule : Type! $Standard :
        CrmClientTypeRule : Type! $Standard :
        CrmOfflineAccessStateRule : State! $Standard :
        CrmOutlookClientTypeRule : Type! $Standard :
        CrmOutlookClientVersionRule : Major! Minor Build Revision $Standard :
        CustomRule : FunctionName! Library! $Standard : $Parameters
        DeviceTypeRule : Type! $Standard :
        EntityPrivilegeRule : PrivilegeType! PrivilegeDepth! AppliesTo EntityName $Standard :
        EntityPropertyRule : PropertyName! PropertyValue! AppliesTo EntityName $Standard :
        EntityRule : EntityName AppliesTo Context $Standard :
        FeatureControlRule : FeatureControlBit! ExpectedValue! $Standard :
        FormEntityContextRule : EntityName! $Standard :
        FormStateRule : State! $Standard :
        FormTypeRule : Type! $Standard :
        HideForTabletExperienceRule : $Standard :
        MiscellaneousPrivilegeRule : PrivilegeName! PrivilegeDepth $Standard :
        OptionSetRule : OptionSet! StateCode! ObjectTypeCode! $Standard :
        OrganizationSettingRule : Setting! $Standard :
        OutlookItemTrackingRule : TrackedInCrm! AppliesTo $Standard :
        OutlookRenderTypeRule : Type! $Standard :
        OutlookVersionRule : Version! $Standard :
        PageRule : Address! $Standard :
        RecordPrivilegeRule : PrivilegeType! AppliesTo $Standard :
        ReferencingAttributeRequiredRule : $Standard :
        RelationshipTypeRule : AppliesTo! RelationshipType AllowCustomRelationship AllowSystemRelationship $Standard :
        SelectionCountRule : AppliesTo Minimum Maximum $Standard :
        SkuRule : Sku! $Standard :
        ValueRule : Field! Value! $Standard :
        """;

    private const string Lists = """
        $Standard = Default InvertResult
        $Parameters = BoolParameter CrmParameter DecimalParameter IntParameter StringParameter
        $Controls = Button CheckBox ColorPicker ComboBox DropDown FlyoutAnchor GalleryButton Label MRUSplitButton
        $Controls = Spinner SplitButton TextBox ToggleButton
        $Containers = ContextualGroup Controls Gallery Group GroupTemplate Groups InsertTable MaxSize Menu MenuSection Scale Scaling Tab
        $Display = CommandClientTypeRule CrmClientTypeRule CrmOfflineAccessStateRule CrmOutlookClientTypeRule CrmOutlookClientVersionRule
        $Display = DeviceTypeRule EntityPrivilegeRule EntityPropertyRule EntityRule FeatureControlRule FormEntityContextRule FormStateRule
        $Display = FormTypeRule
        $Display = HideForTabletExperienceRule MiscellaneousPrivilegeRule OptionSetRule OrganizationSettingRule OutlookRenderTypeRule
        $Display = OutlookVersionRule
        $Display = PageRule ReferencingAttributeRequiredRule RelationshipTypeRule SkuRule ValueRule
        $EnableOnly = CustomRule OutlookItemTrackingRule RecordPrivilegeRule SelectionCountRule
        $Enable = CommandClientTypeRule CrmClientTypeRule CrmOfflineAccessStateRule CrmOutlookClientTypeRule CustomRule EntityRule FeatureControlRule
        $Enable = FormStateRule OutlookItemTrackingRule OutlookVersionRule PageRule RecordPrivilegeRule SelectionCountRule SkuRule ValueRule
        $ToolTips = ToolTipDescription ToolTipHelpKeyWord ToolTipImage32by32 ToolTipImage32by32Class ToolTipImage32by32Left ToolTipImage32by32Top
        $ToolTips = ToolTipSelectedItemTitle ToolTipShortcutKey ToolTipTitle
        $PopupImages = Image32by32Popup Image32by32PopupClass Image32by32PopupLeft Image32by32PopupTop
        $Control = AccelerationInterval AllowFreeForm Alt AltArrow AltDownArrow AltUpArrow AutoComplete AutoCompleteDelay CacheMenuVersions
        $Control = CommandMenuClose CommandMenuOpen CommandPreview CommandPreviewRevert CommandRevert CommandType CommandValueId DefaultUnit
        $Control = DefaultValue
        $Control = Description ElementDimensions ForId Image Image16by16 Image16by16Class Image16by16Left Image16by16Top Image32by32 Image32by32Class
        $Control = Image32by32Left Image32by32Top ImageClass ImageLeft ImageTop ImeEnabled InitialItem InnerHTML LabelCss LabelText MaxLength MenuAlt
        $Control = MenuCommand MenuItemId ModernCommandType ModernImage MultiplierInterval PopulateDynamically PopulateOnlyOnce PopulateQueryCommand
        $Control = QueryCommand SelectedItemDisplayMode Sequence ShowAsLabel TemplateAlias ToolTipDescription ToolTipHelpKeyWord ToolTipImage32by32
        $Control = ToolTipImage32by32Class ToolTipImage32by32Left ToolTipImage32by32Top ToolTipSelectedItemTitle ToolTipShortcutKey ToolTipTitle Width
        """;

    private static readonly ValueRule Number = Values.Whole(0, int.MaxValue);
    private static readonly ValueRule Privileges = Values.OneOf("Create", "Read", "Write", "Delete", "Assign", "Share", "Append", "AppendTo");

    private static readonly FrozenDictionary<string, ValueRule> AttributeValues = new Dictionary<string, ValueRule>
    {
        ["Sequence"] = Number,
        ["Minimum"] = Number,
        ["Maximum"] = Number,
        ["Major"] = Number,
        ["Minor"] = Number,
        ["WinMode"] = Values.Whole(0, 2),
        ["Default"] = AppValues.Boolean,
        ["InvertResult"] = AppValues.Boolean,
        ["PassParams"] = AppValues.Boolean,
        ["PropertyValue"] = AppValues.Boolean,
        ["ExpectedValue"] = AppValues.Boolean,
        ["PopulateDynamically"] = AppValues.Boolean,
        ["PopulateOnlyOnce"] = AppValues.Boolean,
        ["AppliesTo"] = Values.OneOf("PrimaryEntity", "SelectedEntity"),
        ["PrivilegeType"] = Privileges,
        ["PrivilegeDepth"] = Values.OneOf("None", "Basic", "Local", "Deep", "Global"),
        ["FunctionName"] = AppValues.Function,
        ["Library"] = new("$webresource: and the name of a script", text => text.StartsWith("$webresource:", StringComparison.Ordinal)),
        ["EntityName"] = Values.LogicalName,
        ["languagecode"] = Values.Language,
        ["description"] = Values.Text,
        ["Location"] = new(
            "a place such as Mscrm.Form.account.MainTab.Save.Controls._children",
            text => text.Contains('.', StringComparison.Ordinal)
        ),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, ValueRule> ParameterValues = new Dictionary<string, ValueRule>
    {
        ["BoolParameter"] = AppValues.Boolean,
        ["DecimalParameter"] = Values.Number(decimal.MinValue, decimal.MaxValue),
        ["IntParameter"] = Values.Whole(long.MinValue, long.MaxValue),
        ["CrmParameter"] = Values.OneOf(
            "PrimaryEntityTypeCode",
            "PrimaryEntityTypeName",
            "PrimaryItemIds",
            "FirstPrimaryItemId",
            "PrimaryControl",
            "PrimaryControlId",
            "SelectedEntityTypeCode",
            "SelectedEntityTypeName",
            "FirstSelectedItemId",
            "SelectedControl",
            "SelectedControlSelectedItemCount",
            "SelectedControlSelectedItemIds",
            "SelectedControlSelectedItemReferences",
            "SelectedControlAllItemCount",
            "SelectedControlAllItemIds",
            "SelectedControlAllItemReferences",
            "SelectedControlUnselectedItemCount",
            "SelectedControlUnselectedItemIds",
            "SelectedControlUnselectedItemReferences",
            "OrgName",
            "OrgLcid",
            "UserLcid",
            "CommandProperties"
        ),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string[]> Named = Lines(Lists)
        .Select(line => line.Split('='))
        .GroupBy(halves => halves[0].Trim(), halves => Words(halves[1]))
        .ToFrozenDictionary(list => list.Key, list => list.SelectMany(words => words).ToArray());

    private static readonly FrozenDictionary<string, ElementShape> Shapes = Lines(Table)
        .Select(line => line.Split(':'))
        .ToFrozenDictionary(parts => parts[0].Trim(), parts => Shape(parts[0].Trim(), Words(parts[1]), Words(parts[2])));

    /// <summary>The shape of an element; null where there is none of its name, which the shape of its parent tells already.</summary>
    public static ElementShape? Of(XElement element)
    {
        string name = element.Name.LocalName;
        bool isReference = name is "EnableRules" or "DisplayRules" or "EnableRule" or "DisplayRule" && element.Ancestors("CommandDefinition").Any();
        return Shapes.GetValueOrDefault(isReference ? "Command/" + name : name);
    }

    private static ElementShape Shape(string key, string[] attributes, string[] children)
    {
        ElementShape shape = ElementShape.Element(key.Split('/')[^1]);
        shape = attributes.Aggregate(
            shape,
            (known, word) => word.EndsWith('!') ? known.With(word[..^1], RuleOf(key, word[..^1])) : known.WithOptional(word, RuleOf(key, word))
        );
        return children.Aggregate(shape, WithChild);
    }

    private static ElementShape WithChild(ElementShape shape, string word) =>
        word[^1] switch
        {
            '!' => shape.One(ElementShape.Open(word[..^1])),
            '?' => shape.Optional(ElementShape.Open(word[..^1])),
            _ => shape.Many(ElementShape.Open(word)),
        };

    private static ValueRule RuleOf(string element, string attribute) =>
        (attribute == "Value" ? ParameterValues.GetValueOrDefault(element) : AttributeValues.GetValueOrDefault(attribute)) ?? Values.Text;

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string[] Words(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => word[0] == '$' ? Named[word] : [word])];
}
