using PowerIntegration.Local.Dataverse.Errors;
using PowerIntegration.Local.Dataverse.Metadata;
using PowerIntegration.Local.Dataverse.Pipeline;
using PowerIntegration.Local.Dataverse.Storage;

namespace PowerIntegration.Local.Dataverse.Components;

/// <summary>
/// What a system administrator can do past every plug-in: turn steps and flows off and on, change what a role grants, replace an assembly. A disabled
/// step does not run. A change of a role shows in the rows; what its users may do here stays as the solution says.
/// </summary>
public sealed class Administration
{
    private readonly Platform platform;

    internal Administration(Platform platform) => this.platform = platform;

    /// <summary>Disables or enables a plug-in step.</summary>
    public void SetStep(Guid stepId, bool enabled)
    {
        Change(ComponentTables.Step, stepId, ("statecode", enabled ? 0 : 1), ("statuscode", enabled ? 1 : 2));
        if (enabled)
        {
            platform.DisabledSteps.TryRemove(stepId, out _);
        }
        else
        {
            platform.DisabledSteps[stepId] = true;
        }
    }

    /// <summary>Disables or enables every plug-in step on a table.</summary>
    public void SetStepsOf(string table, bool enabled)
    {
        foreach (var step in platform.Model.Steps.Where(step => step.PrimaryEntity == table))
        {
            SetStep(step.Id, enabled);
        }
    }

    /// <summary>Changes the columns of a step's row; the step itself runs as before.</summary>
    public void ChangeStep(Guid stepId, string column, object? value) => Change(ComponentTables.Step, stepId, (column, value));

    /// <summary>Registers a step row on a table, as an assembly of the customer's own would; nothing runs it.</summary>
    public Guid AddStep(string name, string message, string table)
    {
        var id = StableId.Of("step " + name);
        Write(writer =>
            ComponentRows.Step(
                writer,
                new StepDefinition
                {
                    Id = id,
                    Name = name,
                    Message = message,
                    PrimaryEntity = table,
                    PluginTypeId = platform.Model.PluginTypes.Keys.First(),
                    Stage = 40,
                    Rank = 1,
                }
            )
        );
        return id;
    }

    /// <summary>Gives a role a privilege, or another depth of it.</summary>
    /// <param name="role">Name of the role.</param>
    /// <param name="privilege">Name of the privilege.</param>
    /// <param name="depth">1 user, 2 business unit, 4 with those below it, 8 organization.</param>
    public void Grant(string role, string privilege, int depth) =>
        Write(writer => ComponentRows.Grant(writer, platform.Model.Roles[role].Id, privilege, depth));

    /// <summary>Takes a privilege from a role.</summary>
    public void Revoke(string role, string privilege)
    {
        var id = ComponentRows.GrantId(platform.Model.Roles[role].Id, privilege);
        Write(writer =>
        {
            var table = platform.Model.FindTable(ComponentTables.RolePrivilege)!;
            writer.Transaction.LockRow(table.LogicalName, id);
            writer.Transaction.Delete(table, Row(writer.Transaction, table.LogicalName, id));
        });
    }

    /// <summary>Changes the privilege that a custom API asks for, as its row says; null for none.</summary>
    public void SetApi(string uniqueName, string? privilege) =>
        Write(writer => ComponentRows.Api(writer, platform.Model.FindCustomApi(uniqueName)!, privilege));

    /// <summary>Turns a cloud flow off or on, as its row says.</summary>
    public void SetFlow(string name, bool isOn)
    {
        var flow = platform.Model.Workflows.Single(flow => flow.Name == name);
        Change(ComponentTables.Workflow, flow.Id, ("statecode", isOn ? 1 : 0), ("statuscode", isOn ? 2 : 1));
    }

    /// <summary>Replaces the stored file of an assembly; what runs here stays the same.</summary>
    public void ReplaceAssembly(string name, byte[] content)
    {
        var assembly = platform.Model.Assemblies.Single(one => one.FullName.StartsWith(name + ",", StringComparison.Ordinal));
        Change(ComponentTables.Assembly, assembly.Id, ("content", Convert.ToBase64String(content)));
    }

    /// <summary>Stores copies of a row under other ids: a load to measure with, as a copy of another environment's database would bring it.</summary>
    /// <param name="table">The table.</param>
    /// <param name="source">The row that is copied.</param>
    /// <param name="count">How many copies.</param>
    /// <param name="changed">What a copy has instead, by its number from 0; keys must differ.</param>
    public void StoreCopies(string table, Guid source, int count, Func<int, IReadOnlyDictionary<string, object>> changed) =>
        Write(writer =>
        {
            var row = Row(writer.Transaction, table, source);
            for (var number = 0; number < count; number++)
            {
                var values = row.Values.ToDictionary(one => one.Key, one => (object?)one.Value);
                foreach (var (column, value) in changed(number))
                {
                    values[column] = value;
                }

                writer.Put(table, StableId.Of($"copy {source} {number}"), [.. values.Select(one => (one.Key, one.Value))]);
            }
        });

    private void Change(string table, Guid id, params (string Column, object? Value)[] values) =>
        Write(writer =>
        {
            var changed = Row(writer.Transaction, table, id).Values.ToDictionary(one => one.Key, one => (object?)one.Value);
            foreach (var (column, value) in values)
            {
                changed[column] = value;
            }

            writer.Put(table, id, [.. changed.Select(one => (one.Key, one.Value))]);
        });

    private static Row Row(Transaction transaction, string table, Guid id) => transaction.Find(table, id) ?? throw Faults.RowMissing(table, id);

    private void Write(Action<ComponentRows.Writer> change)
    {
        var writer = new ComponentRows.Writer(platform.Store, platform.Model, platform.Store.Begin());
        change(writer);
        platform.Store.Commit(writer.Transaction);
    }
}
