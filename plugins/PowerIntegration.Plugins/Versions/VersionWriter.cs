using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Users;
using PowerIntegration.Domain.Versions;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Versions;

namespace PowerIntegration.Plugins.Versions;

/// <summary>
/// Writes what two people decided about a version. Every write is bound to the row as it was read, so that of two decisions of one moment only one
/// takes effect, and made as the person who decides: Dataverse checks that the person's role may write the table.
/// </summary>
internal sealed class VersionWriter(IOrganizationService service, VersionedTable table, Person person, DateTime now)
{
    // What a version brings with it beside its content.
    private static readonly string[] Origin = [CommitmentTable.Contributors, CommitmentTable.ContributorIds, CommitmentTable.Batch];

    private static readonly string[] ActivationColumns = [CommitmentTable.ActivatedBy, CommitmentTable.ActivatedById, CommitmentTable.ActivatedOn];

    /// <summary>Activates a draft that was checked. <paramref name="replaced"/> is null where it replaces none.</summary>
    /// <returns>The hash of the active version.</returns>
    public string Activate(Entity draft, Entity? replaced)
    {
        if (replaced is null || table.IsDated)
        {
            if (replaced is not null)
            {
                End(replaced, VersionActivation.RemainsTo(VersionRows.Read(table, draft), VersionRows.Read(table, replaced)));
            }

            var active = new Entity(table.LogicalName, draft.Id) { [CommitmentTable.RuleState] = State(RuleStateChoice.Active) };
            Sign(active);
            return Write(draft, active);
        }

        return Exchange(draft, replaced);
    }

    /// <summary>Ends a version.</summary>
    /// <param name="version">The version.</param>
    /// <param name="to">Its last day; null where all of it is superseded.</param>
    public void End(Entity version, CalendarDate? to)
    {
        var ended = new Entity(table.LogicalName, version.Id)
        {
            [CommitmentTable.EndedBy] = person.Name,
            [CommitmentTable.EndedById] = person.Id.ToString("D"),
            [CommitmentTable.EndedOn] = now,
        };
        if (to is { } last)
        {
            Invariant.Require(table.ValidTo is not null, "Only a dated version has a last day.");
            ended[table.ValidTo] = last.ToDateTime();
        }
        else
        {
            ended[CommitmentTable.RuleState] = State(RuleStateChoice.Superseded);
        }

        Write(version, ended);
    }

    /// <summary>Writes columns of a version as they were decided, with the hash that the row then has.</summary>
    public string Write(Entity row, Entity changes)
    {
        var after = new Entity(row.LogicalName, row.Id);
        after.Attributes.AddRange(row.Attributes);
        foreach (var column in changes.Attributes)
        {
            after[column.Key] = column.Value;
        }

        var hash = VersionRows.Hash(table, after);
        changes[CommitmentTable.VersionHash] = hash;
        changes.RowVersion = row.RowVersion;
        service.Execute(new UpdateRequest { Target = changes, ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches });
        return hash;
    }

    // Other rows point to the row that is replaced, so it keeps its id and its key and takes the new content. The draft's row takes the old content
    // and is its history.
    private string Exchange(Entity draft, Entity replaced)
    {
        var history = new Entity(table.LogicalName, draft.Id)
        {
            [CommitmentTable.RuleState] = State(RuleStateChoice.Superseded),
            [CommitmentTable.EndedBy] = person.Name,
            [CommitmentTable.EndedById] = person.Id.ToString("D"),
            [CommitmentTable.EndedOn] = now,
        };
        var active = new Entity(table.LogicalName, replaced.Id)
        {
            [CommitmentTable.EndRequestedBy] = null,
            [CommitmentTable.EndRequestedById] = null,
            [CommitmentTable.EndRequestedTo] = null,
            [CommitmentTable.EndReason] = null,
        };
        foreach (var column in table.Replaced.Concat(Origin))
        {
            Move(column, draft, active, replaced);
            Move(column, replaced, history, draft);
        }

        foreach (var column in ActivationColumns)
        {
            Move(column, replaced, history, draft);
        }

        Sign(active);
        Write(draft, history);
        return Write(replaced, active);
    }

    private void Sign(Entity active)
    {
        active[CommitmentTable.ActivatedBy] = person.Name;
        active[CommitmentTable.ActivatedById] = person.Id.ToString("D");
        active[CommitmentTable.ActivatedOn] = now;
    }

    // A column that stays as it is is not written: it would be a change for whoever listens to it.
    private static void Move(string column, Entity from, Entity to, Entity before)
    {
        var value = Value(from, column);
        if (!Equals(value, Value(before, column)))
        {
            to[column] = value;
        }
    }

    private static object? Value(Entity row, string column) => row.Contains(column) ? row[column] : null;

    private static OptionSetValue State(int state) => new(state);
}
