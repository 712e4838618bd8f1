using System.Text.Json.Nodes;
using Microsoft.PowerPlatform.Dataverse.Client.Tables;
using Microsoft.PowerPlatform.Dataverse.Client.Wire;
using Microsoft.Xrm.Sdk;

namespace Microsoft.PowerPlatform.Dataverse.Client.Rows;

/// <summary>Writes a row as the body of a request, related rows nested in it.</summary>
internal sealed class RowWriter(WebApiChannel channel, TableCatalog tables)
{
    /// <summary>A new row: its id if it has one, empty lookups left out, related rows under their navigation.</summary>
    public async Task<JsonObject> NewAsync(Entity row, CancellationToken cancellationToken)
    {
        TableDefinition table = await tables.FindAsync(channel, row.LogicalName, cancellationToken).ConfigureAwait(false);
        var body = new JsonObject();
        if (row.Id != Guid.Empty)
        {
            body[table.PrimaryId] = row.Id.ToString("D");
        }

        foreach (KeyValuePair<string, object> attribute in row.Attributes)
        {
            bool emptyLookup = attribute.Value == null && TableDefinition.IsLookup(table.TypeOf(attribute.Key));
            if (!emptyLookup)
            {
                await WriteAsync(body, table, attribute, cancellationToken).ConfigureAwait(false);
            }
        }

        foreach (KeyValuePair<Relationship, EntityCollection> related in row.RelatedEntities)
        {
            await NestAsync(body, table, related, cancellationToken).ConfigureAwait(false);
        }

        return body;
    }

    /// <summary>The changes of a row: its columns only, null where a column is emptied.</summary>
    public async Task<JsonObject> ChangesAsync(Entity row, CancellationToken cancellationToken)
    {
        TableDefinition table = await tables.FindAsync(channel, row.LogicalName, cancellationToken).ConfigureAwait(false);
        if (row.RelatedEntities.Count > 0)
        {
            throw new NotSupportedException($"An update of '{row.LogicalName}' with related rows is not built: the Web API has no deep update.");
        }

        var body = new JsonObject();
        foreach (KeyValuePair<string, object> attribute in row.Attributes.Where(attribute => attribute.Key != table.PrimaryId))
        {
            await WriteAsync(body, table, attribute, cancellationToken).ConfigureAwait(false);
        }

        return body;
    }

    private async Task WriteAsync(JsonObject body, TableDefinition table, KeyValuePair<string, object> attribute, CancellationToken cancellationToken)
    {
        ColumnType type = table.TypeOf(attribute.Key);
        if (attribute.Value != null)
        {
            ValueTypes.Check(table, attribute.Key, attribute.Value);
        }

        if (attribute.Value is EntityReference reference)
        {
            TableDefinition target = await tables.FindAsync(channel, reference.LogicalName, cancellationToken).ConfigureAwait(false);
            string name = "/" + KeyText.Reference(target, reference.Id, reference.KeyAttributes);
            body[table.NavigationTo(attribute.Key, reference.LogicalName) + "@odata.bind"] = name;
        }
        else if (TableDefinition.IsLookup(type))
        {
            body[table.AnyNavigation(attribute.Key) + "@odata.bind"] = null;
        }
        else if (type == ColumnType.DateOnly && attribute.Value is DateTime day)
        {
            body[attribute.Key] = DateText.Day(day);
        }
        else
        {
            body[attribute.Key] = JsonValues.Write(attribute.Value);
        }
    }

    private async Task NestAsync(
        JsonObject body,
        TableDefinition table,
        KeyValuePair<Relationship, EntityCollection> related,
        CancellationToken cancellationToken
    )
    {
        if (table.ChildrenBy(related.Key) is { } children)
        {
            var rows = new JsonArray();
            foreach (Entity child in related.Value.Entities)
            {
                rows.Add((JsonNode)await NewAsync(child, cancellationToken).ConfigureAwait(false));
            }

            body[children.Navigation] = rows;
        }
        else if (table.LookupBy(related.Key) is { } lookup && related.Value.Entities.Count == 1)
        {
            body[lookup.Navigation] = await NewAsync(related.Value.Entities[0], cancellationToken).ConfigureAwait(false);
        }
        else
        {
            throw Faults.Of(
                Faults.InvalidArgument,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"'{table.LogicalName}' has no relationship '{related.Key}' that takes {related.Value.Entities.Count} related rows."
                )
            );
        }
    }
}
