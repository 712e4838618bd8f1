using System.Text.Json.Nodes;
using PowerIntegration.Packer.Generation.App.Reading;
using PowerIntegration.Packer.Generation.App.Tables;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Generation.App.Commands;

/// <summary>What the script needs to know of a command: what it asks, what it calls, which answer is a success.</summary>
/// <param name="model">What may be named.</param>
/// <param name="plan">The command.</param>
internal sealed class CommandText(AppModel model, CommandPlan plan)
{
    private const string OwnRow = "row";

    private SourceElement Source => plan.Source;

    /// <summary>The object.</summary>
    public JsonObject Write()
    {
        JsonObject text = new() { ["label"] = Source.Attribute("label"), ["table"] = plan.Table.Name };
        if (plan.Api is { } api)
        {
            text["api"] = api.Name;
            text["types"] = Types(api);
            text["inputs"] = List(Source.Below("input"), Input);
            text["done"] = Source.Attribute("done").Length > 0 ? Answer(Source.Attribute("done")) : null;
        }

        Add(text, "confirm", Source.Below("confirm").Select(Attributes));
        Add(text, "review", Source.Below("review").Select(Review));
        Add(text, "ask", Source.Below("ask").Select(Ask));
        Add(text, "open", Source.Below("open").Select(Open));
        Add(text, "change", Source.Below("change").Select(Change));
        Add(text, "write", Source.Below("write").Select(Attributes));
        if (Source.Below("show").Any())
        {
            text["shows"] = List(Source.Below("show"), Attributes);
        }

        return text;
    }

    private JsonObject Types(DescribedApi api)
    {
        string[] used =
        [
            .. Source.Below("input").Select(input => input.Attribute("name")),
            .. Source.Below("review").Select(review => review.Attribute("input")),
            .. Source.Below("ask").SelectMany(ask => ask.Element.Elements().Select(ask.At)).Select(part => part.Attribute("input")),
        ];
        return new JsonObject(
            api.Inputs.Where(input => used.Contains(input.Key)).Select(input => KeyValuePair.Create(input.Key, (JsonNode?)input.Value.EdmType))
        );
    }

    private JsonObject? Input(SourceElement input)
    {
        string[] kinds = [.. new[] { "from", "column", "value" }.Where(kind => input.Attribute(kind).Length > 0)];
        if (kinds.Length != 1)
        {
            model.Refuse(
                input.Says("An input is one of three things: from the row, from a column, or a value. Write one attribute beside the name.")
            );
            return null;
        }

        JsonObject text = new() { ["name"] = input.Attribute("name") };
        if (kinds[0] != "column")
        {
            text[kinds[0]] = input.Attribute(kinds[0]);
            return text;
        }

        text["column"] = ColumnPath.Of(model, plan.Table, Word.Of(input, "column"));
        if (plan.Api?.Inputs.GetValueOrDefault(input.Attribute("name")) is { IsOptional: true })
        {
            text["optional"] = true;
        }

        return text;
    }

    private static JsonObject Review(SourceElement review) =>
        new()
        {
            ["input"] = review.Attribute("input"),
            ["shown"] = Answer(review.Attribute("shown")),
            ["title"] = review.Attribute("title"),
            ["button"] = review.Attribute("button"),
        };

    private JsonObject Ask(SourceElement ask)
    {
        JsonObject text = Attributes(ask);
        text.Remove("keep");
        if (ask.Attribute("keep").Length > 0)
        {
            Add(text, "keep", (plan.Menu?.Below("keep") ?? []).Select(Keep));
        }

        if (ask.Below("set").Any())
        {
            text["sets"] = List(ask.Below("set"), Attributes);
        }

        text["fields"] = List(ask.Below("field"), Field);
        return text;
    }

    private JsonObject Keep(SourceElement keep)
    {
        JsonObject text = Attributes(keep);
        text["column"] = ColumnPath.Of(model, plan.Table, Word.Of(keep, "column"));
        text["parts"] = List(keep.Below("part"), Attributes);
        text["again"] = List(keep.Below("again"), Attributes);
        return text;
    }

    private JsonObject Field(SourceElement field)
    {
        JsonObject text = Entry(field);
        if (field.Attribute("type") == "list")
        {
            text["columns"] = List(field.Below("column"), Entry);
            RequireList(field);
        }

        if (field.Attribute("flat").Length > 0)
        {
            text["flat"] = true;
        }

        if (field.Attribute("type") == "listed")
        {
            text["column"] = ColumnPath.Of(model, plan.Table, Word.Of(field, "column"));
        }
        else if (Source.Below("write").Any())
        {
            // What is written is what is shown first.
            text["column"] = ColumnPath.Of(model, plan.Table, Word.Of(field, "input"));
        }

        return text;
    }

    private void RequireList(SourceElement field)
    {
        if (!field.Below("column").Any())
        {
            model.Refuse(field.Says("A list needs columns. Add the element 'column' for each thing to enter in a row."));
        }

        if (field.Attribute("each").Length == 0)
        {
            model.Refuse(field.Says("The attribute 'each' is missing: what a row of the list is called, such as part."));
        }

        if (field.Attribute("flat").Length > 0 && field.Below("column").Count() > 1)
        {
            model.Refuse(field.Says("A flat list is a list of values, so its rows have one column. Remove the others, or the attribute 'flat'."));
        }
    }

    // One thing to enter: a field of the form, or of a row of a list in it.
    private JsonObject Entry(SourceElement entry)
    {
        JsonObject text = Attributes(entry);
        text.Remove("required");
        if (entry.Attribute("required").Length > 0)
        {
            text["required"] = true;
        }

        if (entry.Below("option").Any())
        {
            text["options"] = List(entry.Below("option"), Attributes);
        }
        else if (entry.Attribute("type") == "choice")
        {
            model.Refuse(entry.Says("A choice needs options. Add the element 'option' for each value."));
        }

        if (entry.Attribute("table").Length > 0 || entry.Attribute("type") == "rows")
        {
            Offer(entry, text);
        }

        return text;
    }

    // The rows that are offered: those that belong to the record, or that have a value of it.
    private void Offer(SourceElement entry, JsonObject text)
    {
        if (model.Table(Word.Of(entry, "table")) is not { } target)
        {
            return;
        }

        text["key"] = target.PrimaryKey;
        text["show"] = List(
            entry.Attribute("show").Split(' ', StringSplitOptions.RemoveEmptyEntries),
            name => ColumnPath.Of(model, target, Word.Of(entry, "show").As(name))
        );
        if (entry.Attribute("by").Length > 0)
        {
            text["by"] = By(entry, target);
        }
        else
        {
            text["same"] = Same(entry, target);
        }

        if (entry.Attribute("pick").Length > 0)
        {
            model.Column(target, Word.Of(entry, "pick"));
        }
        else if (entry.Attribute("type") == "text")
        {
            model.Refuse(entry.Says("The attribute 'pick' is missing: the column of the offered rows whose value is entered."));
        }
    }

    private string? By(SourceElement entry, DescribedTable target)
    {
        if (model.Lookup(target, Word.Of(entry, "by")) is not var (by, owner))
        {
            return null;
        }

        if (owner != plan.Table)
        {
            model.Refuse(
                entry.Says($"{by.Name} leads to {owner.Name}, not to {plan.Table.Name}. Name the lookup that leads to the table of the command.")
            );
        }

        return $"_{by.Name}_value";
    }

    // A column that both tables have: the rows that are offered have the value of the record.
    private JsonObject? Same(SourceElement field, DescribedTable target)
    {
        Word name = Word.Of(field, "same");
        return model.Column(target, name) is null ? null : ColumnPath.Of(model, plan.Table, name);
    }

    private JsonObject Open(SourceElement open)
    {
        Word table = Word.Of(open, "table");
        JsonObject text = new() { ["table"] = table.Text };
        if (model.Shown(table) is { } target)
        {
            text["values"] = List(open.Below("set"), set => Given(set, target));
        }

        return text;
    }

    private JsonObject? Given(SourceElement set, DescribedTable target)
    {
        if (model.Column(target, Word.Of(set, "column")) is not { } column)
        {
            return null;
        }

        JsonObject text = new() { ["name"] = column.Name };
        if (set.Attribute("value").Length > 0)
        {
            text["value"] = set.Attribute("value");
        }
        else if (set.Attribute("from") == OwnRow)
        {
            text["row"] = true;
            RequireOwnRow(set, target);
        }
        else
        {
            text["column"] = ColumnPath.Of(model, plan.Table, Word.Of(set, "from"));
        }

        if (column.IsLookup)
        {
            text["lookup"] = true;
        }

        return text;
    }

    // The new record points to this one. The name of this one is known above its form alone.
    private void RequireOwnRow(SourceElement set, DescribedTable target)
    {
        if (model.Lookup(target, Word.Of(set, "column")) is not var (lookup, owner))
        {
            return;
        }

        if (owner != plan.Table)
        {
            model.Refuse(set.Says($"{lookup.Name} leads to {owner.Name}, not to {plan.Table.Name}. Name the lookup that leads to this table."));
        }

        if (Source.Attribute("on") != "form")
        {
            model.Refuse(set.Says($"from=\"{OwnRow}\" needs the name of the record, which a list does not give. Write on=\"form\"."));
        }
    }

    private JsonObject? Change(SourceElement change)
    {
        if (
            model.Table(Word.Of(change, "table")) is not { } target
            || model.Lookup(target, Word.Of(change, "by")) is not var (by, owner)
            || model.Column(target, Word.Of(change, "latest")) is not { } latest
            || model.Column(target, Word.Of(change, "column")) is not { } column
        )
        {
            return null;
        }

        if (owner != plan.Table)
        {
            model.Refuse(
                change.Says($"{by.Name} leads to {owner.Name}, not to {plan.Table.Name}. Name the lookup that leads to the table of the command.")
            );
        }

        if (!target.ChoicesOf(column.Name).TryGetValue(change.Attribute("to"), out string? value))
        {
            model.Refuse(change.Says($"{column.Name} has no value '{change.Attribute("to")}'. Write a label of the choice."));
        }

        return new JsonObject
        {
            ["table"] = target.Name,
            ["key"] = target.PrimaryKey,
            ["by"] = $"_{by.Name}_value",
            ["latest"] = latest.Name,
            ["column"] = column.Name,
            ["value"] = int.Parse(value ?? "0", CultureInfo.InvariantCulture),
            ["done"] = change.Attribute("done"),
            ["none"] = change.Attribute("none"),
        };
    }

    private static JsonObject Attributes(SourceElement element) =>
        new(element.Element.Attributes().Select(attribute => KeyValuePair.Create(attribute.Name.LocalName, (JsonNode?)attribute.Value)));

    private static JsonObject Answer(string text)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        return new JsonObject { ["output"] = text[..equals], ["values"] = List(text[(equals + 1)..].Split('|'), value => JsonValue.Create(value)) };
    }

    private static void Add(JsonObject text, string name, IEnumerable<JsonObject?> one)
    {
        if (one.FirstOrDefault() is { } found)
        {
            text[name] = found;
        }
    }

    private static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonNode?> write) => [.. items.Select(write)];
}
