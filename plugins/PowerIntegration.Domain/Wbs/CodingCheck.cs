using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.Wbs;

/// <summary>Whether Oracle takes a coding on a day.</summary>
internal static class CodingCheck
{
    /// <summary>The first fault; null where Oracle takes the coding.</summary>
    /// <param name="coding">The coding.</param>
    /// <param name="use">What it is used for.</param>
    /// <param name="mapping">What of Oracle was read.</param>
    /// <param name="day">Expenditure item date.</param>
    /// <param name="asItWas">True to take a task as it was before the day on which it stopped being a chargeable lowest-level task.</param>
    public static CodingFault? First(TaskCoding coding, CodeUse use, WbsMapping mapping, CalendarDate day, bool asItWas = false) =>
        OfTask(mapping.Tasks[coding.TaskNumber], day, asItWas)
        ?? OfControls(coding, mapping.Controls, day)
        ?? (
            mapping.Catalog is { } catalog
                ? OfType(catalog.Type(coding.ExpenditureType), use, day) ?? OfOrganization(coding, mapping, catalog, day)
                : OfUnread(coding)
        );

    private static CodingFault? OfTask(ProjectTask? task, CalendarDate day, bool asItWas)
    {
        if (task is null)
        {
            return CodingFault.TaskMissing;
        }

        var isBeforeChange = asItWas && task.ChangedOn is { } changed && day < changed;
        return !task.IsLowestLevel && !isBeforeChange ? CodingFault.SummaryTask
            : !task.IsChargeable && !isBeforeChange ? CodingFault.NotChargeable
            : task.Finish is { } finish && day > finish ? CodingFault.TaskClosed
            : task.Start is { } start && day < start ? CodingFault.TaskDates
            : null;
    }

    private static CodingFault? OfControls(TaskCoding coding, IReadOnlyList<TransactionControl> controls, CalendarDate day) =>
        controls.Any(control => control.Forbids(coding.TaskNumber, coding.ExpenditureType, day)) ? CodingFault.TransactionControl : null;

    private static CodingFault? OfType(OracleExpenditureType? type, CodeUse use, CalendarDate day) =>
        type?.RunsOn(day) != true ? CodingFault.TypeInactive
        : use.NeededClass is { } needed && !type.Classes.Contains(needed, StringComparer.Ordinal) ? CodingFault.TypeClass
        : null;

    // Where organizations were not read, a rule that leaves the choice to the vendor's business unit has none.
    private static CodingFault? OfUnread(TaskCoding coding) => coding.ExpenditureOrganization.Length == 0 ? CodingFault.Organization : null;

    private static CodingFault? OfOrganization(TaskCoding coding, WbsMapping mapping, OracleCatalog catalog, CalendarDate day)
    {
        var organization = catalog.Organization(coding.ExpenditureOrganization);
        return organization?.OwnsOn(day) != true ? CodingFault.Organization
            : mapping.AllowsCrossCharge
            || mapping.BusinessUnit is null
            || string.Equals(organization.BusinessUnit, mapping.BusinessUnit, StringComparison.Ordinal)
                ? null
            : CodingFault.BusinessUnit;
    }
}
