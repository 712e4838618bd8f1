using System.Collections.Frozen;
using System.Xml.Linq;

namespace PowerIntegration.Local.Dataverse.Metadata;

/// <summary>Reads one <c>attribute</c> element of an Entity.xml.</summary>
internal static class AttributeElement
{
    private static readonly FrozenSet<string> Known = FrozenSet.Create(
        "Type",
        "Name",
        "LogicalName",
        "RequiredLevel",
        "DisplayMask",
        "ImeMode",
        "ValidForUpdateApi",
        "ValidForReadApi",
        "ValidForCreateApi",
        "IsCustomField",
        "IsAuditEnabled",
        "IsSecured",
        "IntroducedVersion",
        "IsCustomizable",
        "IsRenameable",
        "CanModifySearchSettings",
        "CanModifyRequirementLevelSettings",
        "CanModifyAdditionalSettings",
        "SourceType",
        "IsGlobalFilterEnabled",
        "IsSortableEnabled",
        "CanModifyGlobalFilterSettings",
        "CanModifyIsSortableSettings",
        "IsDataSourceSecret",
        "AutoNumberFormat",
        "IsSearchable",
        "IsFilterable",
        "IsRetrievable",
        "IsLocalizable",
        "IsLogical",
        "Format",
        "MaxLength",
        "Length",
        "MinValue",
        "MaxValue",
        "Accuracy",
        "AppDefaultValue",
        "optionset",
        "OptionSetName",
        "CanChangeDateTimeBehavior",
        "Behavior",
        "LookupStyle",
        "LookupTypes",
        "displaynames",
        "Descriptions",
        "ReferencedEntityObjectTypeCode",
        "DefaultValue"
    );

    public static ColumnDefinition Read(SolutionXml xml, XElement element, IReadOnlyDictionary<string, ChoiceDefinition> choices)
    {
        xml.KnowOnly(element, Known);
        RefuseUnsupported(xml, element);
        var type = xml.Text(element, "Type");
        var column = new ColumnDefinition
        {
            LogicalName = xml.Text(element, "LogicalName"),
            SchemaName = element.Attribute("PhysicalName")?.Value ?? throw xml.Refused(element, "PhysicalName is missing"),
            Kind = KindOf(xml, element, type),
            DisplayName = SolutionXml.Label(element.Element("displaynames")),
            ValidForCreate = xml.Flag(element, "ValidForCreateApi", true),
            ValidForUpdate = xml.Flag(element, "ValidForUpdateApi", true),
            SystemRequired = SolutionXml.Optional(element, "RequiredLevel") == "systemrequired",
            RequiredLevel = RequiredLevelOf(xml, element),
            Description = SolutionXml.Label(element.Element("Descriptions")),
        };
        return WithDetails(xml, element, column, choices);
    }

    private static void RefuseUnsupported(SolutionXml xml, XElement element)
    {
        if (SolutionXml.Optional(element, "SourceType") is not (null or "0"))
        {
            throw xml.Refused(element, "calculated, rollup and formula columns are not run here");
        }

        if (xml.Flag(element, "IsSecured", false))
        {
            throw xml.Refused(element, "column security is not run here");
        }

        if (SolutionXml.Optional(element, "AutoNumberFormat") is not null)
        {
            throw xml.Refused(element, "automatic numbers are not run here");
        }
    }

    private static ColumnKind KindOf(SolutionXml xml, XElement element, string type) =>
        type switch
        {
            "primarykey" => ColumnKind.PrimaryKey,
            "nvarchar" => ColumnKind.Text,
            "ntext" => ColumnKind.Memo,
            "int" => ColumnKind.Integer,
            "bigint" => ColumnKind.BigInt,
            "decimal" => ColumnKind.Decimal,
            "bit" => ColumnKind.Boolean,
            "datetime" => ColumnKind.DateTime,
            "picklist" => ColumnKind.Choice,
            "state" => ColumnKind.State,
            "status" => ColumnKind.Status,
            "lookup" => ColumnKind.Lookup,
            "uniqueidentifier" => ColumnKind.UniqueIdentifier,
            _ => throw xml.Refused(element, $"the column type '{type}' is not stored here"),
        };

    private static ColumnDefinition WithDetails(
        SolutionXml xml,
        XElement element,
        ColumnDefinition column,
        IReadOnlyDictionary<string, ChoiceDefinition> choices
    ) =>
        column.Kind switch
        {
            ColumnKind.Text or ColumnKind.Memo => column with
            {
                MaxLength = xml.Number(element, "MaxLength"),
                TextFormat = TextFormatOf(SolutionXml.Optional(element, "Format")),
            },
            ColumnKind.Integer => column with
            {
                MinValue = xml.OptionalDecimal(element, "MinValue") ?? int.MinValue,
                MaxValue = xml.OptionalDecimal(element, "MaxValue") ?? int.MaxValue,
            },
            // Left out, the server takes 0 to 1,000,000,000 with two places.
            ColumnKind.Decimal => column with
            {
                MinValue = xml.OptionalDecimal(element, "MinValue") ?? 0m,
                MaxValue = xml.OptionalDecimal(element, "MaxValue") ?? 1_000_000_000m,
                Precision = (int)(xml.OptionalDecimal(element, "Accuracy") ?? 2m),
            },
            ColumnKind.DateTime => column with { DateBehavior = BehaviorOf(xml, element) },
            ColumnKind.Boolean or ColumnKind.Choice or ColumnKind.State or ColumnKind.Status => column with
            {
                Choice = ChoiceOf(xml, element, choices),
                DefaultValue = DefaultOf(xml, element),
            },
            _ => column,
        };

    private static string RequiredLevelOf(SolutionXml xml, XElement element) =>
        SolutionXml.Optional(element, "RequiredLevel") switch
        {
            null or "none" => "None",
            "recommended" => "Recommended",
            "required" or "applicationrequired" => "ApplicationRequired",
            "systemrequired" => "SystemRequired",
            var other => throw xml.Refused(element, $"the required level '{other}' is not known"),
        };

    private static string TextFormatOf(string? format) =>
        format switch
        {
            null => "Text",
            "textarea" => "TextArea",
            _ => char.ToUpperInvariant(format[0]) + format[1..],
        };

    private static DateBehavior BehaviorOf(SolutionXml xml, XElement element) =>
        SolutionXml.Optional(element, "Behavior") switch
        {
            null or "1" => DateBehavior.UserLocal,
            "2" => DateBehavior.DateOnly,
            "3" => DateBehavior.TimeZoneIndependent,
            var other => throw xml.Refused(element, $"the date behavior '{other}' is not supported"),
        };

    private static ChoiceDefinition ChoiceOf(SolutionXml xml, XElement element, IReadOnlyDictionary<string, ChoiceDefinition> choices)
    {
        if (element.Element("optionset") is { } inline)
        {
            return OptionSetElement.Read(xml, inline);
        }

        var name = xml.Text(element, "OptionSetName");
        return choices.TryGetValue(name.ToLowerInvariant(), out var choice)
            ? choice
            : throw xml.Refused(element, $"the global choice '{name}' is in no solution loaded");
    }

    // -1 says that a create starts without a value.
    private static int? DefaultOf(SolutionXml xml, XElement element) =>
        SolutionXml.Optional(element, "AppDefaultValue") is null or "-1" ? null : xml.Number(element, "AppDefaultValue");
}
