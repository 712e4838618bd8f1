using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Apps.Charts;
using PowerIntegration.Packer.Verification.Shapes;
using static PowerIntegration.Packer.Verification.Shapes.ElementShape;

namespace PowerIntegration.Packer.Generation.App.Reading;

/// <summary>What declarations look like. Filters are FetchXML, which has a check of its own.</summary>
internal static class DeclarationShape
{
    private static readonly ValueRule Yes = Values.OneOf("true");
    private static readonly ValueRule Columns = Values.Whole(1, 4);

    /// <summary>The root of the file of a table.</summary>
    public static ElementShape Table { get; } =
        Content(Element("table").With("name", Values.LogicalName).WithOptional("written-by", Values.OneOf("people", "product")))
            .WithOptional("order", Values.Text)
            .Many(Element("use").With("part", Values.Text))
            .Optional(Element("form").Optional(Leaf("header", Values.Text)).OneOrMore(Tab()))
            .Optional(Element("quick").OneOrMore(Section()));

    /// <summary>The root of the file with common parts.</summary>
    public static ElementShape Parts { get; } = Element("parts").OneOrMore(Content(Element("part").With("name", Values.Text)).Many(Tab()));

    /// <summary>The root of the file of the app.</summary>
    public static ElementShape App { get; } =
        Element("app")
            .With("name", Values.SchemaName)
            .With("label", Values.Text)
            .With("help", Values.Text)
            .WithOptional("icon", Values.Text)
            .OneOrMore(Element("role").With("name", Values.Text))
            .OneOrMore(Entries(Element("area").With("name", Values.Text)).Many(Entries(Element("group").With("name", Values.Text))))
            .Many(
                Named("dashboard")
                    .With("help", Values.Text)
                    .OneOrMore(Element("row").Many(List().WithOptional("label", Values.Text)).Many(List("chart").With("name", Values.Text)))
            );

    /// <summary>What differs from a shape.</summary>
    public static IEnumerable<Finding> Find(SourceElement root, ElementShape shape) =>
        ShapeCheck
            .Find(root, shape, complete: false)
            .Select(finding => finding with { Sentence = finding.Sentence.Replace(ShapeCheck.DroppedByImport, "", StringComparison.Ordinal) });

    private static ElementShape Content(ElementShape table) =>
        table
            .Optional(Leaf("columns", Values.Text))
            .Optional(Leaf("find", Values.Text))
            .Optional(Leaf("readonly", Values.Text))
            .Many(
                Named("view")
                    .WithOptional("order", Values.Text)
                    .WithOptional("default", Yes)
                    .Optional(Leaf("columns", Values.Text))
                    .Many(Open("filter"))
                    .Many(Open("link-entity"))
            )
            .Many(
                Named("chart")
                    .With("type", ChartShape.ChartType)
                    .With("by", Values.LogicalName)
                    .WithOptional("per", Values.OneOf("day", "week", "month", "quarter", "year"))
                    .WithOptional("sum", Values.LogicalName)
                    .WithOptional("top", Values.Whole(1, 100))
            )
            .Many(DeclaredCommandShape.Command)
            .Many(DeclaredCommandShape.Menu);

    private static ElementShape Tab() =>
        Element("tab")
            .With("name", Values.Text)
            .WithOptional("collapsed", Yes)
            .Many(Section())
            .Many(Element("column").With("width", Values.Whole(1, 99)).OneOrMore(Section()));

    private static ElementShape Section() =>
        Element("section")
            .WithOptional("name", Values.Text)
            .WithOptional("columns", Columns)
            .WithOptional("when", Values.LogicalName)
            .WithOptional("is", Values.Text)
            .Many(Leaf("fields", Values.Text))
            .Many(Element("field").With("name", Values.LogicalName).WithOptional("label", Values.Text).WithOptional("wide", Yes))
            .Many(List("grid").With("label", Values.Text).WithOptional("by", Values.LogicalName).WithOptional("rows", Values.Whole(1, 250)))
            .Many(Element("quick").With("of", Values.LogicalName).With("label", Values.Text))
            .Many(
                Element("page")
                    .With("web", Values.Text)
                    .With("label", Values.Text)
                    .WithOptional("data", Values.Text)
                    .WithOptional("rows", Values.Whole(2, 100))
            );

    private static ElementShape Entries(ElementShape owner) =>
        owner
            .Many(Element("table").With("name", Values.LogicalName).WithOptional("label", Values.Text))
            .Many(List().With("label", Values.Text))
            .Many(Element("open").With("dashboard", Values.Text));

    private static ElementShape List(string name = "list") => Element(name).With("table", Values.LogicalName).WithOptional("view", Values.Text);

    // A component whose id comes from its name; 'was' keeps the id when the name changes.
    private static ElementShape Named(string name) => Element(name).With("name", Values.Text).WithOptional("was", Values.Text);
}
