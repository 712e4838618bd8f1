using PowerIntegration.Packer.Verification.Shapes;
using static PowerIntegration.Packer.Verification.Shapes.ElementShape;

namespace PowerIntegration.Packer.Generation.App.Reading;

/// <summary>What the declaration of a command looks like.</summary>
internal static class DeclaredCommandShape
{
    /// <summary>The kinds of field that the form of a command has.</summary>
    public static string[] FieldTypes { get; } = ["text", "lines", "amount", "number", "numbers", "date", "choice", "rows", "listed", "list"];

    /// <summary>The kinds of field that a row of a list has.</summary>
    public static string[] ColumnTypes { get; } = ["text", "amount", "number", "rate", "date", "choice"];

    private static readonly ValueRule Yes = Values.OneOf("true");

    private static readonly ValueRule Name = new(
        "lower-case words with hyphens between them, such as request-reversal",
        text => text.Length > 0 && text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-')
    );

    private static readonly ValueRule Path = new(
        "names with periods between them, such as cut.amount",
        text => text.Split('.').All(step => step.Length > 0 && step.All(char.IsAsciiLetterOrDigit))
    );

    private static readonly ValueRule Answer = new(
        "the name of an output, an equals sign and its values with bars between them, such as State=Signed|Shown",
        text => text.IndexOf('=', StringComparison.Ordinal) > 0
    );

    /// <summary>The element command.</summary>
    public static ElementShape Command { get; } =
        Element("command")
            .With("name", Name)
            .With("label", Values.Text)
            .With("on", Values.OneOf("form", "list", "form list"))
            .WithOptional("rows", Values.OneOf("one", "many", "none"))
            .WithOptional("api", Values.SchemaName)
            .WithOptional("done", Answer)
            .WithOptional("privilege", Values.SchemaName)
            .WithOptional("help", Values.Text)
            .WithOptional("icon", Values.Text)
            .Many(When())
            .Many(Value("input"))
            .Optional(Element("confirm").With("title", Values.Text).With("text", Values.Text).With("button", Values.Text))
            .Optional(Element("review").With("input", Values.SchemaName).With("shown", Answer).With("title", Values.Text).With("button", Values.Text))
            .Optional(Ask())
            .Optional(Element("open").With("table", Values.LogicalName).Many(Given()))
            .Optional(Change())
            .Optional(Element("write").With("done", Values.Text))
            .Many(Element("show").With("output", Values.SchemaName).With("label", Values.Text));

    /// <summary>The element menu: commands behind one button.</summary>
    public static ElementShape Menu { get; } =
        Element("menu")
            .With("name", Name)
            .With("label", Values.Text)
            .WithOptional("icon", Values.Text)
            .Many(When())
            .Optional(Keep())
            .OneOrMore(Command);

    private static ElementShape When() => Element("when").With("column", Values.LogicalName).With("is", Values.Text);

    private static ElementShape Value(string name) =>
        Element(name)
            .With("name", Values.SchemaName)
            .WithOptional("from", Values.OneOf("row", "table"))
            .WithOptional("column", Values.Text)
            .WithOptional("value", Values.Text);

    private static ElementShape Given() =>
        Element("set").With("column", Values.LogicalName).WithOptional("from", Values.Text).WithOptional("value", Values.Text);

    private static ElementShape Change() =>
        Element("change")
            .With("table", Values.LogicalName)
            .With("by", Values.LogicalName)
            .With("latest", Values.LogicalName)
            .With("column", Values.LogicalName)
            .With("to", Values.Text)
            .With("done", Values.Text)
            .With("none", Values.Text);

    private static ElementShape Ask() =>
        Element("ask")
            .With("title", Values.Text)
            .With("button", Values.Text)
            .WithOptional("text", Values.Text)
            .WithOptional("keep", Yes)
            .Many(Element("set").With("input", Values.SchemaName).With("path", Path).With("value", Values.Text))
            .Many(Field());

    // What was decided before and can stand beside another decision, and what has to be decided anew.
    private static ElementShape Keep() =>
        Element("keep")
            .With("input", Values.SchemaName)
            .With("column", Values.LogicalName)
            .With("path", Path)
            .With("label", Values.Text)
            .With("help", Values.Text)
            .OneOrMore(Part("part"))
            .Many(Part("again"));

    private static ElementShape Part(string name) => Element(name).With("name", Values.SchemaName).With("label", Values.Text);

    private static ElementShape Field() =>
        Suggested(Element("field").With("input", Values.SchemaName).With("type", Values.OneOf(FieldTypes)))
            .WithOptional("path", Path)
            .WithOptional("item", Values.SchemaName)
            .WithOptional("if", Values.Text)
            .WithOptional("column", Values.LogicalName)
            .WithOptional("each", Values.Text)
            .WithOptional("flat", Yes)
            .WithOptional("separator", Values.OneOf("|", ":"))
            .Many(Suggested(Element("column").With("name", Values.SchemaName).With("type", Values.OneOf(ColumnTypes))));

    // What one thing to enter has, in the form or in a row of a list: rows of a table may be offered for it.
    private static ElementShape Suggested(ElementShape field) =>
        field
            .With("label", Values.Text)
            .WithOptional("help", Values.Text)
            .WithOptional("required", Yes)
            .WithOptional("table", Values.LogicalName)
            .WithOptional("same", Values.Text)
            .WithOptional("by", Values.LogicalName)
            .WithOptional("pick", Values.LogicalName)
            .WithOptional("show", Values.Text)
            .Many(Element("option").With("value", Values.Text).With("label", Values.Text));
}
