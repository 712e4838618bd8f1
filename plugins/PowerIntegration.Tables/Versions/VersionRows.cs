using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Users;
using PowerIntegration.Domain.Versions;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Tables.Versions;

/// <summary>Reads rows of any versioned table as versions.</summary>
public static class VersionRows
{
    private const string NumberFormat = "0.############################";

    /// <summary>Reads a row that has the table's columns.</summary>
    public static VersionEntry Read(VersionedTable table, Entity row)
    {
        var view = new RowView(row);
        return new VersionEntry
        {
            Id = row.Id,
            Name = Name(table, row),
            State = VersionStates.FromChoice(view.Choice(CommitmentTable.RuleState)) ?? VersionState.Draft,
            Contributors = Contributors(row),
            StoredHash = view.Text(CommitmentTable.VersionHash),
            Hash = Hash(table, row),
            Scope = string.Join("\n", table.Scope.Select(column => Text(view, row, column) ?? "-")),
            IsDated = table.IsDated,
            HasOwnOverlap = table.HasOwnOverlap,
            From = Day(view, table.ValidFrom),
            To = Day(view, table.ValidTo),
            ReplacesId = view.Reference(CommitmentTable.ReplacesId),
            EndRequestedBy = Person.Read(view.Text(CommitmentTable.EndRequestedById), view.Text(CommitmentTable.EndRequestedBy)),
            EndRequestedTo = view.Date(CommitmentTable.EndRequestedTo),
            Missing = [.. table.Required.Where(column => Text(view, row, column) is null).Select(column => Labels.Of(table.LogicalName, column))],
        };
    }

    /// <summary>Hash of what a row says: its content and which version it replaces.</summary>
    public static string Hash(VersionedTable table, Entity row) =>
        VersionHash.Of(
            table.LogicalName,
            table.Content.Select(column => new KeyValuePair<string, string?>(column, Text(new RowView(row), row, column)))
        );

    /// <summary>Who entered or changed a row.</summary>
    public static IReadOnlyList<Person> Contributors(Entity row) =>
        Person.ReadAll(new RowView(row).Text(CommitmentTable.ContributorIds), new RowView(row).Text(CommitmentTable.Contributors));

    /// <summary>Table and key of a row, for sentences.</summary>
    public static string Name(VersionedTable table, Entity row) =>
        Labels.Of(table.LogicalName) + " " + (new RowView(row).Text(CommitmentTable.Key) ?? row.Id.ToString());

    /// <summary>A value as people read it: the label that Dataverse gives for a choice or a lookup, else the value; null where it is empty.</summary>
    public static string? Shown(Entity row, string column) =>
        Text(new RowView(row), row, column) is not { } text ? null
        : row.FormattedValues.TryGetValue(column, out var shown) ? shown
        : text;

    // The same for what is written and for what is read: an empty text and a flag that is not set say nothing, zeros at the end carry no meaning.
    private static string? Text(RowView view, Entity row, string column) =>
        !view.Has(column)
            ? null
            : row[column] switch
            {
                string text => text,
                OptionSetValue choice => choice.Value.ToString(CultureInfo.InvariantCulture),
                EntityReference reference => reference.Id.ToString("D"),
                DateTime instant => instant.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
                decimal number => number.ToString(NumberFormat, CultureInfo.InvariantCulture),
                bool => "true",
                IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
                var other => other.ToString(),
            };

    private static CalendarDate? Day(RowView view, string? column) => column is null ? null : view.Date(column);
}
