using System.Text.Json.Nodes;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Flows.Dataverse;
using PowerIntegration.Packer.Verification.Flows.Expressions;
using PowerIntegration.Packer.Verification.Flows.Reading;
using PowerIntegration.Packer.Verification.Flows.Typing;
using PowerIntegration.Packer.Verification.Json;

namespace PowerIntegration.Packer.Verification.Flows.Calls;

/// <summary>The query of a call selects, filters, sorts and expands by columns that exist. What is computed as a whole cannot be checked.</summary>
/// <param name="model">All tables.</param>
/// <param name="table">The table that is asked.</param>
/// <param name="call">The call.</param>
internal sealed class QueryCheck(DataverseModel model, TableModel table, CallPlace call)
{
    private const int RowsMax = 5000;
    private const int DeepestExpand = 4;

    /// <summary>What is wrong with the query options ($select, $filter and others) of the call.</summary>
    public IEnumerable<JsonFault> Find() =>
        from option in call.Parameters
        where option.Key.StartsWith('$')
        from sentence in Option(table, option.Key, option.Value, 0)
        select new JsonFault($"parameters/{option.Key}", sentence);

    /// <summary>What is wrong with a filter that may hold computed values.</summary>
    public static IEnumerable<string> Filter(DataverseModel model, TableModel table, string text, ReadingPlace place)
    {
        if (Template.TryRead(text) is not { Whole: null } template)
        {
            // What cannot be read is said where the expressions are read.
            return [];
        }

        ExpressionVisit visit = new(place);
        return FilterReader.Find(model, table, template.Text, [.. template.Holes.Select(hole => visit.Visit(hole).Shape)]);
    }

    private IEnumerable<string> Option(TableModel from, string option, JsonNode? value, int depth)
    {
        if (option == "$top")
        {
            return Top(value);
        }

        if (string.IsNullOrWhiteSpace(value.Text()))
        {
            return [$"The value is {value.Show()}. Write a text or remove the parameter."];
        }

        string text = value.Text()!;
        return option switch
        {
            "$filter" => Filter(model, from, text, call.Place),
            _ when Template.IsComputed(text) => [],
            "$select" => Columns(from, text.Split(',', StringSplitOptions.TrimEntries)),
            "$orderby" => Sorting(from, text),
            "$expand" => ExpandReader.Split(text).SelectMany(entry => Expand(from, entry.Name, entry.Options, depth)),
            _ => [],
        };
    }

    private IEnumerable<string> Top(JsonNode? value)
    {
        bool isComputed = value.Text() is { } text && Template.IsComputed(text);
        bool fits = isComputed ? ValueFit.Fault(ValueShape.Whole, value, call.Place) is null : value.Whole() is >= 1 and <= RowsMax;
        return fits ? [] : [$"The value is {value.Show()}. Write a whole number from 1 to {RowsMax}."];
    }

    private static IEnumerable<string> Columns(TableModel from, IEnumerable<string> names) =>
        names
            .Where(name => from.Column(name) is null)
            .Select(name => $"The column '{name}' does not exist in {from.LogicalName}; a lookup is named as _name_value. Correct the name.");

    private static IEnumerable<string> Sorting(TableModel from, string text)
    {
        foreach (string[] words in text.Split(',').Select(part => part.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        {
            if (words.Length is 0 or > 2 || (words.Length == 2 && words[1] is not ("asc" or "desc")))
            {
                yield return $"The sorting '{string.Join(' ', words)}' cannot be read. Write a column and asc or desc.";
            }
        }

        foreach (string sentence in Columns(from, text.Split(',').Select(part => part.Trim().Split(' ')[0])))
        {
            yield return sentence;
        }
    }

    private IEnumerable<string> Expand(TableModel from, string name, string options, int depth)
    {
        if (from.Navigation(name) is not { } navigation || model.Table(navigation.Target) is not { } target || depth == DeepestExpand)
        {
            return [$"{from.LogicalName} has no navigation property '{name}' to a table of these solutions; case counts. Correct the name."];
        }

        return ExpandReader
            .Options(options)
            .SelectMany(option =>
                option.Name is "$select" or "$filter" or "$orderby" or "$expand" or "$top"
                    ? Option(
                        target,
                        option.Name,
                        option.Name == "$top" && int.TryParse(option.Value, out int top) ? JsonValue.Create(top) : JsonValue.Create(option.Value),
                        depth + 1
                    )
                    : [$"The option '{option.Name}' of the expansion {name} is unknown. Known are $select, $filter, $orderby, $top, $expand."]
            );
    }
}
