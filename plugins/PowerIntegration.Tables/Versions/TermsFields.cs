using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Tables.Versions;

/// <summary>
/// The columns of one version of terms, each read by its name. A column that has a value and is not read is a problem: a rate that does not belong to
/// the kind of retainage is not silently ignored. Problems name a column by its label.
/// </summary>
internal sealed class TermsFields(RowView row)
{
    private readonly List<ColumnProblem> problems = [];
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    /// <summary>What cannot be used, one sentence each.</summary>
    public IReadOnlyList<string> Problems => [.. problems.Select(problem => problem.Sentence)];

    /// <summary>The same, each with its columns.</summary>
    public IReadOnlyList<ColumnProblem> ColumnProblems => problems;

    public bool Has(string column) => row.Has(column);

    public string? Text(string column) => Asked(column).Text(column) is { Length: > 0 } text ? text : null;

    public decimal? Number(string column) => Asked(column).Amount(column);

    public decimal RequiredNumber(string column) => Number(column) ?? Missing<decimal>(column);

    public int? WholeNumber(string column) => Asked(column).WholeNumber(column);

    public int RequiredWholeNumber(string column) => WholeNumber(column) ?? Missing<int>(column);

    public CalendarDate RequiredDay(string column) => Day(column) ?? Missing<CalendarDate>(column);

    public CalendarDate? Day(string column) => Asked(column).Date(column);

    public bool Flag(string column) => Asked(column).Flag(column);

    public TValue? Choice<TValue>(string column, IReadOnlyDictionary<int, TValue> values)
        where TValue : struct
    {
        if (Asked(column).Choice(column) is not { } number)
        {
            return null;
        }

        if (values.TryGetValue(number, out var value))
        {
            return value;
        }

        Add(Sentence.Of($"{Label(column)} has the value {number}, which is not valid here. Choose one from the list."), column);
        return null;
    }

    public TValue RequiredChoice<TValue>(string column, IReadOnlyDictionary<int, TValue> values)
        where TValue : struct => Choice(column, values) ?? (Has(column) ? default : Missing<TValue>(column));

    /// <summary>A list as a column keeps it: one entry on each line, its parts divided by a bar, the last one may contain anything.</summary>
    public IReadOnlyList<TEntry> List<TEntry>(string column, char divider, int parts, Func<string, string[], FieldReader, TEntry> read)
    {
        var entries = new List<TEntry>();
        var reader = new FieldReader();
        var lines = (Text(column) ?? "").Split('\n');
        for (var index = 0; index < lines.Length; index++)
        {
            if (string.IsNullOrWhiteSpace(lines[index]))
            {
                continue;
            }

            var name = Sentence.Of($"{Label(column)}, line {index + 1},");
            var fields = lines[index].Split([divider], parts).Select(part => part.Trim()).ToArray();
            if (fields.Length == parts && fields[parts - 1].Length > 0)
            {
                entries.Add(read(name, fields, reader));
            }
            else
            {
                reader.Add(Sentence.Of($"{name} is '{lines[index].Trim()}'. Enter {parts} parts separated by {divider}."));
            }
        }

        problems.AddRange(reader.Problems.Select(problem => new ColumnProblem(problem, [column])));
        return entries;
    }

    /// <summary>Names the columns that have a value and were not read.</summary>
    public void RefuseOthers(IEnumerable<string> columns, string why)
    {
        foreach (var column in columns.Where(column => !asked.Contains(column) && row.Has(column)))
        {
            Add($"{Label(column)} is filled in, but {why}", column);
        }
    }

    /// <summary>Adds a problem that the caller found.</summary>
    /// <param name="problem">Names the columns and what is wrong with them.</param>
    /// <param name="columns">The columns.</param>
    public void Add(string problem, params string[] columns) => problems.Add(new ColumnProblem(problem, columns));

    /// <summary>The label of a column, as the form shows it.</summary>
    public string Label(string column) => row.Label(column);

    private RowView Asked(string column)
    {
        asked.Add(column);
        return row;
    }

    private TValue Missing<TValue>(string column)
        where TValue : struct
    {
        Add($"{Label(column)} is empty.", column);
        return default;
    }
}
