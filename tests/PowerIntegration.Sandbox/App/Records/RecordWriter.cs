using System.Net.Http;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PowerIntegration.Sandbox.App.Access;
using PowerIntegration.Sandbox.App.Catalog;
using PowerIntegration.Sandbox.App.Requests;
using PowerIntegration.Sandbox.App.Values;

namespace PowerIntegration.Sandbox.App.Records;

/// <summary>Saves what a person changed in a form: those columns and no others.</summary>
/// <param name="visit">Who saves.</param>
/// <param name="place">Which record, in which form.</param>
internal sealed class RecordWriter(AppVisit visit, RecordPlace place)
{
    /// <summary>Name of an input of a form.</summary>
    /// <param name="column">The column.</param>
    public static string ValueName(string column) => "value-" + column;

    /// <summary>Name of the input with what stood in the field when it was read.</summary>
    /// <param name="column">The column.</param>
    public static string WasName(string column) => "was-" + column;

    /// <summary>Name of the input with the words of a lookup that is searched.</summary>
    /// <param name="column">The column.</param>
    public static string WordsName(string column) => "words-" + column;

    /// <summary>Puts what was entered over what was read.</summary>
    /// <param name="model">The record as it is now.</param>
    /// <param name="input">What was posted.</param>
    public async Task<RecordModel> EnteredAsync(RecordModel model, IReadOnlyDictionary<string, string> input)
    {
        var fields = new Dictionary<string, FieldModel>(StringComparer.Ordinal);
        foreach (var (name, field) in model.Fields)
        {
            fields[name] = field.IsReadOnly || !input.ContainsKey(WasName(name)) ? field : await EnteredAsync(field, input);
        }

        return model with
        {
            Fields = fields,
        };
    }

    /// <summary>Saves.</summary>
    /// <param name="entered">The record with what was entered.</param>
    /// <param name="version">The version that the person saw.</param>
    /// <returns>The record's id where it was saved; else the record with what is wrong.</returns>
    public async Task<(Guid? Saved, RecordModel Model)> SaveAsync(RecordModel entered, string version)
    {
        var body = new JsonObject();
        var fields = entered.Fields.ToDictionary(one => one.Key, one => Checked(one.Value, body), StringComparer.Ordinal);
        var model = entered with { Fields = fields };
        if (fields.Values.Any(field => field.Error is not null))
        {
            return (null, model with { Problem = Marked(fields) });
        }

        if (!entered.IsEditable)
        {
            return (null, model with { Problem = "Nothing was saved: your security roles let you read this record and not change it." });
        }

        if (place.Id is { } id && body.Count == 0)
        {
            return (id, model);
        }

        var answer = place.Id is { } existing
            ? await visit.Dataverse.SendAsync(HttpMethod.Patch, $"{place.Table.Set}({existing})", body, version, visit.Cancellation)
            : await visit.Dataverse.SendAsync(HttpMethod.Post, place.Table.Set, body, null, visit.Cancellation);
        if (!answer.IsGood)
        {
            return (null, Refused(model, answer, place.Table));
        }

        return (place.Id ?? Guid.Parse(answer.Body![place.Table.Key]!.ToString()), model);
    }

    private async Task<FieldModel> EnteredAsync(FieldModel field, IReadOnlyDictionary<string, string> input)
    {
        var name = field.Column.Name;
        var was = FieldInput.Lines(input.GetValueOrDefault(WasName(name), ""));
        var value = FieldInput.Lines(input.GetValueOrDefault(ValueName(name), ""));
        // What somebody else saved meanwhile, where this person changed it too.
        var theirs =
            was != field.Was && value != was && value != field.Was
                ? field.Text is { Length: > 0 } text
                    ? text
                    : "(empty)"
                : null;
        var entered = field with { Value = value == was ? field.Value : value, Theirs = theirs };
        return field.Column.IsLookup && field.Options is null ? await SearchedAsync(entered, input.GetValueOrDefault(WordsName(name), "")) : entered;
    }

    // Without a script the words of a searched lookup come alone; they must name one row.
    private async Task<FieldModel> SearchedAsync(FieldModel field, string words)
    {
        if (words.Trim().Length == 0)
        {
            return field with { Value = "", Text = "" };
        }

        if (words == field.Text)
        {
            return field;
        }

        var found = await LookupReader.SearchAsync(visit, field.Column, field.LookupView, words.Trim());
        var exact = found.Where(option => option.Name.Equals(words.Trim(), StringComparison.OrdinalIgnoreCase)).ToList();
        var chosen = exact.Find(option => option.Id.ToString() == field.Value) ?? (exact.Count == 1 ? exact[0] : null);
        return chosen is not null
            ? field with
            {
                Value = chosen.Id.ToString(),
                Text = words,
            }
            : field with
            {
                Value = field.Was,
                Text = words,
                Error = $"{field.Column.Label}: choose one of the records that are offered for \"{words}\".",
            };
    }

    private FieldModel Checked(FieldModel field, JsonObject body)
    {
        var isNew = place.Id is null;
        if (field.IsReadOnly || field.Error is not null || (field.Value == field.Was && !(isNew && field.Column.IsRequired)))
        {
            return field;
        }

        if (field.Column.IsLookup)
        {
            return CheckedLookup(field, body);
        }

        var error = FieldInput.Read(field.Column, field.Value, out var value);
        if (error is null)
        {
            body[field.Column.Name] = value;
        }

        return field with
        {
            Error = error,
        };
    }

    private FieldModel CheckedLookup(FieldModel field, JsonObject body)
    {
        var isEmpty = field.Value.Length == 0;
        if (isEmpty && field.Column.IsRequired)
        {
            return field with { Error = $"{field.Column.Label} is empty. Choose one." };
        }

        var target = visit.Catalog.Find(field.Column.Targets[0])!;
        var relationship = place.Table.Lookups.First(one => one.Column == field.Column.Name && one.Target == target.Name);
        if (!isEmpty && !Guid.TryParse(field.Value, out _))
        {
            return field with { Error = $"{field.Column.Label} has no such record. Choose one from the list." };
        }

        body[relationship.Navigation + "@odata.bind"] = isEmpty ? null : $"{target.Set}({field.Value})";
        return field;
    }

    private static RecordModel Refused(RecordModel model, AppAnswer answer, TableInfo table)
    {
        if (answer.IsConflict)
        {
            return model with
            {
                IsConflict = true,
                Problem =
                    "Another person changed this record after you opened it. Your entries are kept below; where both of you changed a field, "
                    + "the other value is shown with it. Check them and save again.",
            };
        }

        if (answer.IsDenied)
        {
            return model with { Problem = answer.Sentence };
        }

        var fields = model.Fields.ToDictionary(one => one.Key, one => one.Value, StringComparer.Ordinal);
        if (Gone(model, answer) is { } gone)
        {
            fields[gone.Column.Name] = gone with { Error = $"The record chosen for {gone.Column.Label} no longer exists. Choose another one." };
            return model with { Fields = fields, Problem = Marked(fields) };
        }

        // The longest label first: "Rate" is part of "Rate on work".
        var named = model
            .Fields.Values.Where(field => !field.IsReadOnly)
            .Where(field => Names(answer.Sentence, field.Column.Label) || Names(answer.Sentence, field.Column.Name))
            .MaxBy(field => field.Column.Label.Length);
        var sentence = answer.IsDuplicate
            ? $"Another record has the same {named?.Column.Label ?? "key"}. Enter another one."
            : Worded(answer.Sentence, table);
        if (named is null)
        {
            return model with { Problem = sentence };
        }

        fields[named.Column.Name] = named with { Error = sentence };
        return model with { Fields = fields, Problem = Marked(fields) };
    }

    // Fields may be in other tabs: each is named.
    private static string Marked(Dictionary<string, FieldModel> fields) =>
        "The record was not saved. Correct these fields: "
        + string.Join(", ", fields.Values.Where(field => field.Error is not null).Select(field => field.Column.Label))
        + ".";

    private static FieldModel? Gone(RecordModel model, AppAnswer answer) =>
        answer.IsMissing
            ? model.Fields.Values.FirstOrDefault(field =>
                field.Column.IsLookup && field.Value.Length > 0 && answer.Sentence.Contains(field.Value, StringComparison.OrdinalIgnoreCase)
            )
            : null;

    // People read labels: a name that the platform puts into a sentence is replaced.
    private static string Worded(string sentence, TableInfo table) =>
        table.Columns.Values.Aggregate(
            sentence,
            (text, column) =>
                text.Contains(column.Name, StringComparison.Ordinal)
                    ? Regex.Replace(text, $@"(?<!\w){Regex.Escape(column.Name)}(?!\w)", column.Label)
                    : text
        );

    private static bool Names(string sentence, string label) =>
        label.Length > 0 && Regex.IsMatch(sentence, $@"(?<!\w){Regex.Escape(label)}(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
