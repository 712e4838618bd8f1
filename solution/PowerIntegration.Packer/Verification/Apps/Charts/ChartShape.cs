using PowerIntegration.Packer.Verification.Shapes;
using static PowerIntegration.Packer.Verification.Shapes.ElementShape;

namespace PowerIntegration.Packer.Verification.Apps.Charts;

/// <summary>What a chart looks like. How it is drawn has hundreds of attributes, which are left to the designer.</summary>
internal static class ChartShape
{
    private static readonly ValueRule Types = Values.OneOf(
        "Column",
        "StackedColumn",
        "StackedColumn100",
        "Bar",
        "StackedBar",
        "StackedBar100",
        "Area",
        "StackedArea",
        "StackedArea100",
        "Line",
        "Pie",
        "Doughnut",
        "Funnel",
        "Tag"
    );

    /// <summary>What a series may be drawn as.</summary>
    public static ValueRule ChartType => Types;

    /// <summary>Elements of a drawing at any depth.</summary>
    public static IReadOnlyList<string> Parts { get; } =
    [
        "Annotations",
        "Area3DStyle",
        "AxisX",
        "AxisX2",
        "AxisY",
        "AxisY2",
        "BorderSkin",
        "CellColumns",
        "ChartArea",
        "ChartAreas",
        "CustomLabels",
        "EmptyPointStyle",
        "InnerPlotPosition",
        "LabelStyle",
        "Legend",
        "Legends",
        "MajorGrid",
        "MajorTickMark",
        "MinorGrid",
        "MinorTickMark",
        "Points",
        "Position",
        "ScaleBreakStyle",
        "ScaleView",
        "Series",
        "SmartLabelStyle",
        "StripLines",
        "Title",
        "Titles",
    ];

    /// <summary>The element visualization.</summary>
    public static ElementShape Visualization { get; } =
        Element("visualization")
            .WithOptional("unmodified", Values.Flag)
            .One("savedqueryvisualizationid", Values.IdInBraces)
            .Optional("webresourcename", Values.Text)
            .One(Element("datadescription").One(Data()))
            .One(Element("presentationdescription").One(Open("Chart")))
            .One("isdefault", Values.Flag)
            .Optional("IsCustomizable", Values.Flag)
            .Optional("CanBeDeleted", Values.Flag)
            .Optional("charttype", Values.AnyText)
            .One(Labels.LocalizedNames)
            .Optional(Labels.Descriptions)
            .Optional("IntroducedVersion", Values.Version);

    /// <summary>Parts of a drawing.</summary>
    public static ElementShape Chart { get; } =
        Element("Chart")
            .WithOptional("Palette", Values.Text)
            .WithOptional("PaletteCustomColors", Values.Text)
            .One(Element("Series").OneOrMore(Open("Series")))
            .One(Element("ChartAreas").OneOrMore(Open("ChartArea")))
            .Optional(Open("Titles"))
            .Optional(Open("Legends"))
            .Optional(Open("Annotations"));

    private static ElementShape Data() =>
        Element("datadefinition")
            .One(Element("fetchcollection").OneOrMore(Open("fetch")))
            .One(
                Element("categorycollection")
                    .OneOrMore(
                        Element("category")
                            .WithOptional("alias", Values.Text)
                            .OneOrMore(Element("measurecollection").OneOrMore(Element("measure").With("alias", Values.Text)))
                    )
            );
}
