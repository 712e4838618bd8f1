using System.Xml.Linq;
using Microsoft.PowerPlatform.Dataverse.Client.Rows;
using Microsoft.PowerPlatform.Dataverse.Client.Tables;
using Microsoft.PowerPlatform.Dataverse.Client.Wire;

namespace Microsoft.PowerPlatform.Dataverse.Client.Queries;

/// <summary>Which table each column of an answer belongs to, read from the query that asked for it.</summary>
internal sealed class FetchShape
{
    private readonly Dictionary<string, TableDefinition> links = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LinkedColumn> aliases = new(StringComparer.Ordinal);

    private FetchShape(TableDefinition root)
    {
        Root = root;
    }

    public TableDefinition Root { get; }

    public static async Task<FetchShape> OfAsync(XElement fetch, WebApiChannel channel, TableCatalog tables, CancellationToken cancellationToken)
    {
        if ((string?)fetch.Attribute("aggregate") is "true" or "1")
        {
            throw new NotSupportedException("An aggregate query is not built in the client stand-in.");
        }

        XElement entity = fetch.Element("entity") ?? throw Faults.Of(Faults.InvalidArgument, "The FetchXML has no entity element.");
        var shape = new FetchShape(await tables.FindAsync(channel, Name(entity), cancellationToken).ConfigureAwait(false));
        shape.TakeAliases(entity, shape.Root);
        foreach (XElement link in entity.Descendants("link-entity"))
        {
            TableDefinition table = await tables.FindAsync(channel, Name(link), cancellationToken).ConfigureAwait(false);
            if ((string?)link.Attribute("alias") is { Length: > 0 } alias)
            {
                shape.links[alias] = table;
            }

            shape.TakeAliases(link, table);
        }

        return shape;
    }

    public LinkedColumn? Find(string wireName)
    {
        if (aliases.TryGetValue(wireName, out LinkedColumn? named))
        {
            return named;
        }

        int dot = wireName.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0 || !links.TryGetValue(wireName[..dot], out TableDefinition? table))
        {
            return null;
        }

        string column = RowReader.ColumnName(wireName[(dot + 1)..]);
        return new LinkedColumn(wireName[..dot] + "." + column, table, column);
    }

    private static string Name(XElement element) => (string?)element.Attribute("name") ?? string.Empty;

    private void TakeAliases(XElement element, TableDefinition table)
    {
        foreach (XElement attribute in element.Elements("attribute"))
        {
            if ((string?)attribute.Attribute("alias") is { Length: > 0 } alias)
            {
                aliases[alias] = new LinkedColumn(alias, table, Name(attribute));
            }
        }
    }
}
