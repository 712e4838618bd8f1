using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Gateway.Dataverse;
using PowerIntegration.Gateway.Intake;
using PowerIntegration.Gateway.Oracle;
using PowerIntegration.Gateway.Oracle.Wire;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Remote;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Gateway.Wbs;

/// <summary>Keeps the accounting periods of each business unit open or closed as they are in Oracle, where its ledger is known.</summary>
internal sealed class PeriodRefresh(IDataverseStore store, PayablesSetups setups, OraclePeriods oracle, EnvironmentPin pin, TimeProvider clock)
{
    // Oracle keeps periods of decades; what is open is near today.
    private static readonly TimeSpan Near = TimeSpan.FromDays(400);

    private const string Open = "O";

    /// <summary>Reads the periods of all business units whose ledger is known.</summary>
    /// <exception cref="IntegrationException">They cannot be read, or differ from those that people entered.</exception>
    public async Task RefreshAsync(CallBudget budget, CancellationToken cancellationToken)
    {
        var problems = new List<IntegrationException>();
        foreach (var setup in await setups.ListAsync(cancellationToken))
        {
            var view = new RowView(setup);
            if (view.Text(PayablesSetupTable.LedgerId) is not { } ledger)
            {
                continue;
            }

            try
            {
                await RefreshAsync(setup.Id, view, ledger, budget, cancellationToken);
            }
            catch (IntegrationException problem)
            {
                // One ledger that cannot be read leaves the others current.
                problems.Add(problem);
            }
        }

        if (problems is [var first, ..])
        {
            throw first;
        }
    }

    private async Task RefreshAsync(Guid setupId, RowView setup, string ledger, CallBudget budget, CancellationToken cancellationToken)
    {
        var unit = setup.RequiredText(PayablesSetupTable.BusinessUnit);
        if (!ledger.All(char.IsAsciiDigit))
        {
            throw new IntegrationException(
                ProblemCatalog.OracleAnswerUnreadable,
                $"Payables setup {setup.Text(PayablesSetupTable.Name)} has the ledger ID '{ledger}'. Enter the ledger's ID, which has digits only."
            );
        }

        var payables = await oracle.OfPayablesAsync(ledger, budget, cancellationToken);
        var general = OpenNames(await oracle.OfLedgerAsync(ledger, budget, cancellationToken));
        var projects = await oracle.OfProjectsAsync(ledger, budget, cancellationToken) is { } read ? OpenNames(read) : null;
        if (payables.Count == 0)
        {
            throw new IntegrationException(
                ProblemCatalog.OracleAnswerUnreadable,
                $"Oracle shows no Payables periods of ledger {ledger}. Nothing was changed. Check the ledger ID of the payables setup of {unit}, or "
                    + "ask the Oracle administrator whether the integration user may see them."
            );
        }

        var kept = (await KeptAsync(setupId, cancellationToken))
            .GroupBy(row => new RowView(row).RequiredText(OraclePeriodTable.Name), StringComparer.Ordinal)
            .ToDictionary(name => name.Key, name => name.First(), StringComparer.Ordinal);
        var changed = payables
            .Where(period => period is { PeriodNameId: not null, AdjustmentPeriodFlag: not true })
            .DistinctBy(period => period.PeriodNameId)
            .Select(period => Row(period, setupId, unit, kept, general, projects))
            .OfType<Entity>();
        foreach (var some in changed.Chunk(WbsCodes.WrittenTogetherMax))
        {
            await store.UpsertAllAsync(some, cancellationToken);
        }
    }

    private Entity? Row(
        OraclePeriodStatusWire period,
        Guid setupId,
        string unit,
        Dictionary<string, Entity> kept,
        HashSet<string> general,
        HashSet<string>? projects
    )
    {
        var name = period.PeriodNameId!;
        var what = $"Period {name} of {unit}";
        var start = MirroredRows.Day(what, period.StartDate);
        var end = MirroredRows.Day(what, period.EndDate);
        var row = new AttributeCollection
        {
            [OraclePeriodTable.PayablesOpen] = period.ClosingStatus == Open,
            [OraclePeriodTable.LedgerOpen] = general.Contains(name),
        };
        if (projects is not null)
        {
            row[OraclePeriodTable.ProjectsOpen] = projects.Contains(name);
        }

        if (kept.TryGetValue(name, out var before))
        {
            RequireSameDays(what, before, start, end);
            return Changed(before, row);
        }

        return IsNear(start, end) ? Added(name, start!.Value, end!.Value, setupId, row) : null;
    }

    private Entity? Changed(Entity before, AttributeCollection row)
    {
        if (row.All(value => Equals(value.Value, before.GetAttributeValue<bool>(value.Key))))
        {
            return null;
        }

        var changed = new Entity(OraclePeriodTable.LogicalName, OraclePeriodTable.Key, before.GetAttributeValue<string>(OraclePeriodTable.Key));
        changed.Attributes.AddRange(row);
        changed[OraclePeriodTable.ReadOn] = clock.GetUtcNow().UtcDateTime;
        return changed;
    }

    private Entity Added(string name, DateTime start, DateTime end, Guid setupId, AttributeCollection row)
    {
        var added = new Entity(
            OraclePeriodTable.LogicalName,
            OraclePeriodTable.Key,
            SyncKey.ForRecord(pin.Scope, SourceSystem.Oracle, "PERIOD", $"{setupId:N}-{start:yyyy-MM-dd}")
        );
        added.Attributes.AddRange(row);
        added[OraclePeriodTable.Name] = name;
        added[OraclePeriodTable.PayablesSetupId] = new EntityReference(PayablesSetupTable.LogicalName, setupId);
        added[OraclePeriodTable.StartDate] = start;
        added[OraclePeriodTable.EndDate] = end;
        added[OraclePeriodTable.ReadOn] = clock.GetUtcNow().UtcDateTime;
        return added;
    }

    private bool IsNear(DateTime? start, DateTime? end)
    {
        var today = clock.GetUtcNow().UtcDateTime;
        return start < today + Near && end > today - Near;
    }

    // Another period of the same name would decide where invoices are accounted.
    private static void RequireSameDays(string what, Entity before, DateTime? start, DateTime? end)
    {
        var view = new RowView(before);
        var kept = (view.Instant(OraclePeriodTable.StartDate), view.Instant(OraclePeriodTable.EndDate));
        if (kept != (start, end))
        {
            throw new IntegrationException(
                ProblemCatalog.OracleAnswerUnreadable,
                $"{what} is from {view.Date(OraclePeriodTable.StartDate)} to {view.Date(OraclePeriodTable.EndDate)} here and from "
                    + $"{start:yyyy-MM-dd} to {end:yyyy-MM-dd} in Oracle. Ask the controller to delete the period here; it is read again from Oracle."
            );
        }
    }

    private static HashSet<string> OpenNames(IEnumerable<OraclePeriodStatusWire> periods) =>
        periods
            .Where(period => period.ClosingStatus == Open)
            .Select(period => period.PeriodNameId)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);

    private Task<IReadOnlyList<Entity>> KeptAsync(Guid setupId, CancellationToken cancellationToken)
    {
        var query = new QueryExpression(OraclePeriodTable.LogicalName)
        {
            ColumnSet = new ColumnSet(
                OraclePeriodTable.Key,
                OraclePeriodTable.Name,
                OraclePeriodTable.StartDate,
                OraclePeriodTable.EndDate,
                OraclePeriodTable.PayablesOpen,
                OraclePeriodTable.LedgerOpen,
                OraclePeriodTable.ProjectsOpen
            ),
        };
        query.Criteria.AddCondition(OraclePeriodTable.PayablesSetupId, ConditionOperator.Equal, setupId);
        return store.ListAsync(query, cancellationToken);
    }
}
