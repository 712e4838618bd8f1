using PowerIntegration.Packer.Verification.Shapes;
using static PowerIntegration.Packer.Verification.Shapes.ElementShape;

namespace PowerIntegration.Packer.Verification.Tables;

/// <summary>The element optionset: a choice of its own in OptionSets, or the options of one column.</summary>
internal static class OptionSetShape
{
    private static readonly ElementShape Options = Element("options")
        .OneOrMore(
            Element("option")
                .With("value", Values.Whole(0, int.MaxValue))
                .WithExported("ExternalValue", Values.AnyText)
                .WithExported("IsHidden", Values.Flag)
                .WithOptional("Color", Values.Color)
                .One(Labels.OfOption)
                .Optional(Labels.Descriptions)
        );

    private static readonly ElementShape States = Element("states")
        .OneOrMore(
            Element("state")
                .With("value", Values.Whole(0, int.MaxValue))
                .With("defaultstatus", Values.Whole(0, int.MaxValue))
                .With("invariantname", Values.Text)
                .One(Labels.OfOption)
                .Optional(Labels.Descriptions)
        );

    private static readonly ElementShape Statuses = Element("statuses")
        .OneOrMore(
            Element("status")
                .With("value", Values.Whole(0, int.MaxValue))
                .With("state", Values.Whole(0, int.MaxValue))
                .One(Labels.OfOption)
                .Optional(Labels.Descriptions)
        );

    /// <summary>OptionSets/(name).xml.</summary>
    public static ElementShape Global { get; } =
        Of("picklist", isGlobal: true).WithExported("localizedName", Values.Text).WithExported("description", Values.AnyText).One(Options);

    /// <summary>The options of a column of type picklist.</summary>
    public static ElementShape OfColumn { get; } = Of("picklist", isGlobal: false).One(Options);

    /// <summary>Yes and no of a column of type bit.</summary>
    public static ElementShape OfYesNo { get; } = Of("bit", isGlobal: false).One(Options);

    /// <summary>The states of a table.</summary>
    public static ElementShape OfState { get; } = Of("state", isGlobal: false).One(States);

    /// <summary>The status reasons of a table.</summary>
    public static ElementShape OfStatus { get; } = Of("status", isGlobal: false).One(Statuses);

    private static ElementShape Of(string type, bool isGlobal)
    {
        ElementShape head = Element("optionset").With("Name", Values.LogicalName).One("OptionSetType", Values.OneOf(type));
        return (isGlobal ? head.One("IsGlobal", Values.OneOf("1")) : head.Optional("IsGlobal", Values.OneOf("0")))
            .Exported("IntroducedVersion", Values.Version)
            .Exported("IsCustomizable", Values.Flag)
            .Anywhere(Values.AnyText, "ExternalTypeName")
            .Exported(Labels.DisplayNames)
            .Exported(Labels.Descriptions);
    }
}
