using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Drift;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using PowerIntegration.Tables.Versions;

namespace PowerIntegration.Plugins.Drift;

/// <summary>
/// The rows whose content has a hash: preparations, then the active versions table by table, each in the order of its key, which is unique and never
/// changes. They are listed as portions, and each portion is read by a call of its own. A portion is named by table and key of the row before it.
/// </summary>
internal static class HashedRows
{
    /// <summary>
    /// Rows of one portion. A preparation of 2,000 lines has some hundred thousand characters and is hashed in some hundredths of a second, so a
    /// portion of the largest ones takes seconds of the two minutes that a plug-in has, and fits its memory.
    /// </summary>
    public const int PortionMax = 50;

    // 100,000 rows of a table, by their keys alone: many years of invoices.
    private const int PagesMax = 20;

    private const char Separator = '|';

    private static readonly string[] Tables = [PreparationTable.LogicalName, .. VersionedTables.All.Select(table => table.LogicalName)];

    /// <summary>Where each portion begins. Together they are all rows.</summary>
    public static IReadOnlyList<string> Portions(IOrganizationService service)
    {
        var portions = new List<string> { Tables[0] + Separator };
        var count = 0;
        foreach (var table in Tables)
        {
            foreach (var row in Keys(service, table))
            {
                count++;
                if (count % PortionMax == 0)
                {
                    portions.Add(table + Separator + row.GetAttributeValue<string>(PreparationTable.Key));
                }
            }
        }

        return portions;
    }

    /// <summary>Reads the rows of one portion.</summary>
    /// <param name="service">Reads as SYSTEM.</param>
    /// <param name="portion">The name of the portion.</param>
    /// <exception cref="InvalidPluginExecutionException">It is not one that was listed.</exception>
    public static IReadOnlyList<Entity> Read(IOrganizationService service, string portion)
    {
        var bar = portion.IndexOf(Separator);
        var index = bar < 0 ? -1 : Array.IndexOf(Tables, portion.Substring(0, bar));
        if (index < 0)
        {
            throw new InvalidPluginExecutionException($"'{portion}' is not a portion of rows that this check listed. Start the nightly flow again.");
        }

        var rows = new List<Entity>();
        var after = portion.Substring(bar + 1);
        for (; index < Tables.Length && rows.Count < PortionMax; index++)
        {
            rows.AddRange(Rows.All(service, Portion(Tables[index], after, PortionMax - rows.Count)));
            after = "";
        }

        return rows;
    }

    /// <summary>What is wrong with a row; null where its content has its hash.</summary>
    public static Difference? Check(Entity row)
    {
        var view = new RowView(row);
        return VersionedTables.Find(row.LogicalName) is { } table
            ? ContentCheck.OfVersion(row.Id, VersionRows.Name(table, row), VersionRows.Hash(table, row), view.Text(CommitmentTable.VersionHash))
            : ContentCheck.OfPreparation(
                row.Id,
                view.Text(PreparationTable.Name),
                view.Text(PreparationTable.Content),
                view.Text(PreparationTable.ContentHash)
            );
    }

    private static IReadOnlyList<Entity> Keys(IOrganizationService service, string table) =>
        Rows.Pages(service, Ordered(table, [PreparationTable.Key]), PagesMax)
        ?? throw new InvalidPluginExecutionException(
            $"{Labels.Of(table)} has more rows than can be listed in one run, so their content was not checked. Contact support."
        );

    private static QueryExpression Portion(string table, string after, int top)
    {
        var query = Ordered(
            table,
            VersionedTables.Find(table)?.Columns
                ?? [PreparationTable.Key, PreparationTable.Name, PreparationTable.Content, PreparationTable.ContentHash]
        );
        query.TopCount = top;
        if (after.Length > 0)
        {
            query.Criteria.AddCondition(PreparationTable.Key, ConditionOperator.GreaterThan, after);
        }

        return query;
    }

    // All tables call their key the same, and all versioned tables their state.
    private static QueryExpression Ordered(string table, IEnumerable<string> columns)
    {
        var query = Rows.Of(table, columns);
        query.AddOrder(PreparationTable.Key, OrderType.Ascending);
        if (table != PreparationTable.LogicalName)
        {
            query.Criteria.AddCondition(CommitmentTable.RuleState, ConditionOperator.Equal, RuleStateChoice.Active);
        }

        return query;
    }
}
