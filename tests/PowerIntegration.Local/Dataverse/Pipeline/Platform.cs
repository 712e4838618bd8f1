using System.Collections.Concurrent;
using PowerIntegration.Local.Clock;
using PowerIntegration.Local.Dataverse.Errors;
using PowerIntegration.Local.Dataverse.Metadata;
using PowerIntegration.Local.Dataverse.Security;
using PowerIntegration.Local.Dataverse.Storage;

namespace PowerIntegration.Local.Dataverse.Pipeline;

/// <summary>What every operation works with.</summary>
internal sealed record Platform(
    OrganizationModel Model,
    RowStore Store,
    UserDirectory Users,
    PrivilegeCheck Privileges,
    PluginHost Plugins,
    ExecutionLog Executions,
    TimeProvider Clock,
    IIdSource Ids
)
{
    /// <summary>Steps that an administrator disabled.</summary>
    public ConcurrentDictionary<Guid, bool> DisabledSteps { get; } = new();

    /// <summary>Now, to the second, as columns store it.</summary>
    public DateTime Now
    {
        get
        {
            var now = Clock.GetUtcNow().UtcDateTime;
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
        }
    }

    /// <summary>The table of a row that is written.</summary>
    public TableDefinition WrittenTable(string? name) =>
        Table(name) is { IsFixed: false } table ? table : throw Faults.NotBuilt($"Writing rows of '{name}'");

    public TableDefinition Table(string? name) => Model.FindTable(name ?? "") ?? throw Faults.UnknownTable(name ?? "");
}
