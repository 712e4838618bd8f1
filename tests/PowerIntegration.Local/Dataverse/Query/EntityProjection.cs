using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Local.Dataverse.Errors;
using PowerIntegration.Local.Dataverse.Metadata;
using PowerIntegration.Local.Dataverse.Storage;

namespace PowerIntegration.Local.Dataverse.Query;

/// <summary>
/// Turns stored rows into the entities that the SDK hands out: chosen columns, linked columns as aliased values, shown values beside them.
/// </summary>
internal sealed class EntityProjection
{
    private readonly OrganizationModel model;
    private readonly Transaction transaction;
    private readonly TableDefinition table;
    private readonly IReadOnlyList<ColumnDefinition> columns;
    private readonly List<LinkedColumn> linked;

    public EntityProjection(OrganizationModel model, Transaction transaction, TableDefinition table, ColumnSet? columnSet, IEnumerable<LinkOf> links)
    {
        this.model = model;
        this.transaction = transaction;
        this.table = table;
        columns = Chosen(table, columnSet, true);
        linked =
        [
            .. links.SelectMany(link =>
                Chosen(link.Table, link.Link.Columns, false).Select(column => new LinkedColumn(link.Alias, link.Table, column))
            ),
        ];
    }

    public static Entity Single(OrganizationModel model, Transaction transaction, TableDefinition table, ColumnSet? columnSet, Row row) =>
        new EntityProjection(model, transaction, table, columnSet, []).Project(row);

    /// <summary>An image: the columns a step asked for, all where it names none.</summary>
    public static Entity Image(OrganizationModel model, Transaction transaction, TableDefinition table, IReadOnlyList<string> columns, Row row) =>
        Single(model, transaction, table, columns.Count == 0 ? new ColumnSet(true) : new ColumnSet([.. columns]), row);

    public Entity Project(JoinedRow row)
    {
        var entity = Project(row.Main);
        foreach (var column in linked)
        {
            if (row.Of(column.Alias)?[column.Column.LogicalName] is { } value)
            {
                var name = column.Alias + "." + column.Column.LogicalName;
                entity[name] = new AliasedValue(column.Table.LogicalName, column.Column.LogicalName, ToSdk(model, transaction, column.Column, value));
                AddShown(entity, name, column.Column, value);
            }
        }

        return entity;
    }

    public Entity Project(Row row)
    {
        var entity = new Entity(table.LogicalName, row.Id) { RowVersion = FormattableString.Invariant($"{row.Version}") };
        foreach (var column in columns)
        {
            if (row[column.LogicalName] is { } value)
            {
                entity[column.LogicalName] = ToSdk(model, transaction, column, value);
                AddShown(entity, column.LogicalName, column, value);
            }
        }

        return entity;
    }

    /// <summary>What tells two result rows apart where a query asks for distinct rows: every chosen column.</summary>
    public string Fingerprint(JoinedRow row) =>
        string.Join(
            '\u001f',
            columns
                .Where(column => column.Kind != ColumnKind.PrimaryKey || columns.Count == 1)
                .Select(column => row.Main[column.LogicalName])
                .Concat(linked.Select(column => row.Of(column.Alias)?[column.Column.LogicalName]))
                .Select(value => FormattableString.Invariant($"{value}"))
        );

    private static IReadOnlyList<ColumnDefinition> Chosen(TableDefinition table, ColumnSet? columnSet, bool withKey)
    {
        if (columnSet?.AllColumns == true)
        {
            return table.Columns;
        }

        var names = columnSet is null ? [] : columnSet.Columns.Distinct(StringComparer.Ordinal);
        var chosen = names.Select(name => table.Find(name) ?? throw Faults.UnknownColumn(table.LogicalName, name)).ToList();
        if (withKey && chosen.TrueForAll(column => column.Kind != ColumnKind.PrimaryKey))
        {
            chosen.Add(table.Find(table.PrimaryKey)!);
        }

        return chosen;
    }

    /// <summary>A stored value as the SDK hands it out.</summary>
    public static object ToSdk(OrganizationModel model, Transaction transaction, ColumnDefinition column, object value) =>
        value switch
        {
            RowReference reference => new EntityReference(reference.Table, reference.Id) { Name = ReferenceName.Of(reference, transaction, model) },
            int number when column.Kind is ColumnKind.Choice or ColumnKind.State or ColumnKind.Status => new OptionSetValue(number),
            _ => value,
        };

    private void AddShown(Entity entity, string name, ColumnDefinition column, object value)
    {
        var shown = value is RowReference reference ? ReferenceName.Of(reference, transaction, model) : ShownValue.Of(column, value);
        if (shown is not null)
        {
            entity.FormattedValues[name] = shown;
        }
    }

    private sealed record LinkedColumn(string Alias, TableDefinition Table, ColumnDefinition Column);
}
