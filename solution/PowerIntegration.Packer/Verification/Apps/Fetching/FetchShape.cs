using PowerIntegration.Packer.Verification.Apps.Targets;
using PowerIntegration.Packer.Verification.Shapes;
using static PowerIntegration.Packer.Verification.Shapes.ElementShape;

namespace PowerIntegration.Packer.Verification.Apps.Fetching;

/// <summary>What a query looks like. Filters and links may hold each other, so each is looked at by itself.</summary>
internal static class FetchShape
{
    /// <summary>A whole query: paging, one table and what is asked of it.</summary>
    public static ElementShape Fetch { get; } =
        Element("fetch")
            .WithOptional("version", Values.OneOf("1.0"))
            .WithOptional("mapping", Values.OneOf("logical", "internal"))
            .WithOptional("aggregate", AppValues.Boolean)
            .WithOptional("distinct", AppValues.Boolean)
            .WithOptional("no-lock", AppValues.Boolean)
            .WithOptional("returntotalrecordcount", AppValues.Boolean)
            .WithOptional("savedqueryid", AppValues.AnyId)
            .WithOptional("output-format", Values.OneOf("xml-platform"))
            .WithOptional("count", Values.Whole(1, 5_000))
            .WithOptional("top", Values.Whole(1, 5_000))
            .One(Open("entity"));

    /// <summary>Conditions that all hold, or of which one holds.</summary>
    public static ElementShape Filter { get; } =
        Element("filter")
            .WithOptional("type", Values.OneOf("and", "or"))
            .WithOptional("isquickfindfields", AppValues.Boolean)
            .WithOptional("hint", Values.OneOf("union"))
            .Many(Condition())
            .Many(Open("filter"))
            .Many(Open("link-entity"));

    /// <summary>The table that is read.</summary>
    public static ElementShape Entity { get; } = Content(Element("entity").With("name", Values.LogicalName));

    /// <summary>A table that is joined.</summary>
    public static ElementShape Link { get; } =
        Content(
            Element("link-entity")
                .With("name", Values.LogicalName)
                .With("from", Values.LogicalName)
                .With("to", Values.LogicalName)
                .WithOptional("alias", AppValues.Identifier)
                .WithOptional("visible", AppValues.Boolean)
                .WithOptional("intersect", AppValues.Boolean)
                .WithOptional(
                    "link-type",
                    Values.OneOf("inner", "outer", "any", "not any", "all", "not all", "exists", "in", "matchfirstrowusingcrossapply")
                )
        );

    private static ElementShape Content(ElementShape table) =>
        table.Optional(Element("all-attributes")).Many(Attribute()).Many(Order()).Many(Open("filter")).Many(Open("link-entity"));

    private static ElementShape Attribute() =>
        Element("attribute")
            .With("name", Values.LogicalName)
            .WithOptional("alias", AppValues.Identifier)
            .WithOptional("aggregate", Values.OneOf("count", "countcolumn", "sum", "avg", "min", "max"))
            .WithOptional("groupby", AppValues.Boolean)
            .WithOptional("distinct", AppValues.Boolean)
            .WithOptional("usertimezone", AppValues.Boolean)
            .WithOptional("dategrouping", Values.OneOf("day", "week", "month", "quarter", "year", "fiscal-period", "fiscal-year"));

    private static ElementShape Order() =>
        Element("order")
            .WithOptional("attribute", Values.LogicalName)
            .WithOptional("alias", AppValues.Identifier)
            .WithOptional("descending", AppValues.Boolean);

    private static ElementShape Condition() =>
        Element("condition")
            .With("attribute", Values.LogicalName)
            .With("operator", Values.Text)
            .WithOptional("value", Values.AnyText)
            .WithOptional("entityname", AppValues.Identifier)
            .WithOptional("valueof", Values.Text)
            .WithOptional("uiname", Values.AnyText)
            .WithOptional("uitype", Values.AnyText)
            .WithOptional("uihidden", Values.Flag)
            .Many(
                Element("value") with
                {
                    Value = Values.AnyText,
                    Attributes =
                    [
                        new AttributeShape("uiname", Values.AnyText, Occurrence.Optional),
                        new AttributeShape("uitype", Values.AnyText, Occurrence.Optional),
                    ],
                }
            );
}
