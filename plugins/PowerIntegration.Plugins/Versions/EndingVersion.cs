using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Versions;
using PowerIntegration.Tables.Versions;

namespace PowerIntegration.Plugins.Versions;

/// <summary>An active version of a batch that is ended, read under the lock of its table.</summary>
/// <param name="table">Its table.</param>
/// <param name="row">Its row.</param>
internal sealed class EndingVersion(VersionedTable table, Entity row)
{
    /// <summary>Its table.</summary>
    public VersionedTable Table => table;

    /// <summary>Its row.</summary>
    public Entity Row => row;

    /// <summary>What it says.</summary>
    public VersionEntry Entry { get; } = VersionRows.Read(table, row);

    /// <summary>Its last day where the batch ends on a day.</summary>
    public CalendarDate? LastDay(CalendarDate? to) => VersionEnding.LastDay(Entry, to);
}
