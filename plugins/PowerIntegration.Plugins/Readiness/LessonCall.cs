using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Readiness;
using PowerIntegration.Domain.Users;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Readiness;

/// <summary>What a lesson is read from: the project that is asked about, and the caller's way to the rest.</summary>
/// <param name="Service">Reads as the caller.</param>
/// <param name="System">Reads what not every caller may: names of users.</param>
/// <param name="Rows">The project's row, once with each draft that replaces it or its Payables setup.</param>
/// <param name="Documents">Its documents that are not frozen, void ones included.</param>
/// <param name="IsCut">True where there are more open lines than were read.</param>
/// <param name="Project">The project.</param>
internal sealed record LessonCall(
    IOrganizationService Service,
    IOrganizationService System,
    IReadOnlyList<Entity> Rows,
    IReadOnlyList<Entity> Documents,
    bool IsCut,
    ReadinessProject Project
)
{
    /// <summary>Row id of the project.</summary>
    public Guid ProjectId => Rows[0].Id;

    /// <summary>The project's row.</summary>
    public RowView Row => new(Rows[0]);

    /// <summary>Its environment; empty where it names none yet.</summary>
    public Guid EnvironmentId => Row.Reference(ProjectTable.EnvironmentId) ?? Guid.Empty;

    /// <summary>A draft as people see it.</summary>
    /// <param name="table">Logical name of its table; versioned tables have the same columns for name, key and contributors.</param>
    /// <param name="id">Row id.</param>
    /// <param name="row">The row, or one that was joined.</param>
    public static WaitingDraft Draft(string table, Guid id, RowView row) =>
        new(
            Labels.Of(table),
            row.Text(ProjectTable.Name) is { Length: > 0 } name ? name : row.Text(ProjectTable.Key) ?? id.ToString("D"),
            Person.ReadAll(row.Text(ProjectTable.ContributorIds), row.Text(ProjectTable.Contributors)),
            new RecordPlace(table, id)
        );
}
