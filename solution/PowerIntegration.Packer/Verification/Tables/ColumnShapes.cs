using PowerIntegration.Packer.Verification.Shapes;
using static PowerIntegration.Packer.Verification.Shapes.ElementShape;

namespace PowerIntegration.Packer.Verification.Tables;

/// <summary>The element attribute of Entity.xml: what all columns have, and what each type has besides.</summary>
internal static class ColumnShapes
{
    /// <summary>Most characters of a text column.</summary>
    public const int MostCharacters = 4000;

    private const int MostMemoCharacters = 1_048_576;
    private const long MostFileKilobytes = 10_485_760;
    private const decimal MostNumber = 100_000_000_000m;
    private const decimal MostMoney = 922_337_203_685_477.5807m;

    /// <summary>Types that the tables of this product use.</summary>
    public static IReadOnlyList<string> InUse { get; } =
    ["primarykey", "nvarchar", "ntext", "int", "decimal", "bit", "datetime", "picklist", "lookup"];

    private static readonly ValueRule RequiredLevel = Values.OneOf("none", "recommended", "required", "systemrequired", "applicationrequired");

    private static readonly ElementShape LookupTypes = Element("LookupTypes")
        .Many(Leaf("LookupType", Values.Whole(1, int.MaxValue)).With("id", Values.Id));

    private static readonly Dictionary<string, Func<ElementShape, ElementShape>> OwnElements = new()
    {
        ["primarykey"] = shape => shape,
        ["nvarchar"] = shape =>
            shape
                .Exported("Format", Values.OneOf("text", "email", "url", "phone", "textarea", "json", "richtext", "tickersymbol", "phoneticguide"))
                .One("MaxLength", Values.Whole(1, MostCharacters))
                .Exported("Length", Values.Whole(2, 2 * MostCharacters)),
        ["ntext"] = shape =>
            shape
                .Exported("Format", Values.OneOf("text", "textarea", "email", "json", "richtext").OrEmptyInExports())
                .One("MaxLength", Values.Whole(1, MostMemoCharacters)),
        ["int"] = shape =>
            shape
                .Exported("Format", Values.OneOf("none", "duration", "timezone", "language", "locale").OrEmptyInExports())
                .Exported("MinValue", Values.Whole(int.MinValue, int.MaxValue))
                .Exported("MaxValue", Values.Whole(int.MinValue, int.MaxValue)),
        ["bigint"] = shape => shape,
        ["decimal"] = shape => Digits(shape, MostNumber, mostDigits: 10),
        ["float"] = shape => Digits(shape, MostNumber, mostDigits: 5),
        ["money"] = shape =>
            Digits(shape, MostMoney, mostDigits: 4)
                .Exported("AccuracySource", Values.OneOf("0", "1", "2"))
                .Optional("CalculationOf", Values.SchemaName),
        ["bit"] = shape => shape.Exported("AppDefaultValue", Values.Flag).One(OptionSetShape.OfYesNo),
        ["datetime"] = shape =>
            shape
                .Exported("Format", Values.OneOf("date", "datetime"))
                .Exported("CanChangeDateTimeBehavior", Values.Flag)
                .Exported("Behavior", Values.OneOf("1", "2", "3")),
        ["picklist"] = Choice,
        ["multiselectpicklist"] = Choice,
        ["lookup"] = Lookup,
        ["customer"] = Lookup,
        ["owner"] = Lookup,
        ["partylist"] = Lookup,
        ["uniqueidentifier"] = shape => shape,
        ["state"] = shape => shape.One(OptionSetShape.OfState),
        ["status"] = shape => shape.One(OptionSetShape.OfStatus),
        ["image"] = shape =>
            shape
                .Exported("Format", Values.AnyText)
                .Exported("MaxLength", Values.Whole(1, int.MaxValue))
                .Optional("MaxValue", Values.Whole(1, MostFileKilobytes)),
        ["file"] = shape => shape.Exported("MaxValue", Values.Whole(1, MostFileKilobytes)),
    };

    private static readonly Dictionary<string, ElementShape> ByType = OwnElements.ToDictionary(pair => pair.Key, pair => Of(pair.Key, pair.Value));

    /// <summary>The shape of a type, or null where the type does not exist.</summary>
    public static ElementShape? Of(string type) => ByType.GetValueOrDefault(type);

    private static ElementShape Of(string type, Func<ElementShape, ElementShape> own) => Ending(own(Beginning(type)));

    private static ElementShape Beginning(string type) =>
        Element("attribute")
            .With("PhysicalName", Values.SchemaName)
            .One("Type", Values.OneOf(type))
            .One("Name", Values.LogicalName)
            .One("LogicalName", Values.LogicalName)
            .Exported("RequiredLevel", type == "primarykey" ? Values.OneOf("systemrequired") : RequiredLevel)
            .Exported("DisplayMask", DisplayMask.Rule)
            .Exported("ImeMode", Values.OneOf("auto", "active", "inactive", "disabled"))
            .Exported("ValidForUpdateApi", type == "primarykey" ? Values.OneOf("0") : Values.Flag)
            .Exported(Values.Flag, "ValidForReadApi", "ValidForCreateApi")
            .Exported("IsCustomField", type == "primarykey" ? Values.OneOf("0") : Values.Flag)
            .Exported(Values.Flag, "IsAuditEnabled", "IsSecured")
            .Exported("IntroducedVersion", Values.Version)
            .Exported(
                Values.Flag,
                "IsCustomizable",
                "IsRenameable",
                "CanModifySearchSettings",
                "CanModifyRequirementLevelSettings",
                "CanModifyAdditionalSettings"
            )
            .Exported("SourceType", Values.Whole(0, 3))
            .Exported(
                Values.Flag,
                "IsGlobalFilterEnabled",
                "IsSortableEnabled",
                "CanModifyGlobalFilterSettings",
                "CanModifyIsSortableSettings",
                "IsDataSourceSecret"
            )
            .Exported("AutoNumberFormat", Values.AnyText)
            .Exported(Values.Flag, "IsSearchable", "IsFilterable", "IsRetrievable", "IsLocalizable");

    private static ElementShape Ending(ElementShape shape) =>
        shape
            .Exported(Labels.DisplayNames)
            .Exported(Labels.Descriptions)
            .Optional("FormulaDefinitionFileName", Values.Text)
            .Anywhere(Values.Flag, "IsLogical", "LookupBrowse", "CanModifyFieldLevelSecuritySettings", "ReadOnlyInUI")
            .Anywhere(Values.SchemaName, "AttributeOf", "YomiOf", "AggregateOf")
            .Anywhere(Values.AnyText, "XmlAbbreviation", "LinkedAttribute", "ExternalName");

    private static ElementShape Digits(ElementShape shape, decimal most, int mostDigits) =>
        shape
            .Exported("MinValue", Values.Number(-most, most))
            .Exported("MaxValue", Values.Number(-most, most))
            .Exported("Accuracy", Values.Whole(0, mostDigits));

    private static ElementShape Choice(ElementShape shape) =>
        shape
            .Exported("AppDefaultValue", Values.Whole(-1, int.MaxValue))
            .Optional("OptionSetName", Values.LogicalName)
            .Optional(OptionSetShape.OfColumn);

    private static ElementShape Lookup(ElementShape shape) => shape.Exported("LookupStyle", Values.OneOf("single", "multi")).Exported(LookupTypes);
}
