using System.Text.Json.Serialization;

namespace PowerIntegration.Local.Procore.Scripts;

/// <summary>One month of billing on one project, as people do it in Procore.</summary>
/// <param name="Name">For people, for example October 2025.</param>
/// <param name="ProjectId">Procore's project.</param>
/// <param name="PeriodId">The billing period.</param>
/// <param name="OpenedAt">When the period is opened.</param>
/// <param name="OpenedBy">Login of who opens it.</param>
/// <param name="Invoices">One per commitment that bills.</param>
/// <param name="ChangeOrders">Change orders approved before the month's invoices are made.</param>
/// <param name="Corrections">Approved invoices of the month before that are revised before the month's invoices are made.</param>
public sealed record MonthScript(
    string Name,
    [property: JsonPropertyName("project_id")] long ProjectId,
    [property: JsonPropertyName("period_id")] long PeriodId,
    [property: JsonPropertyName("opened_at")] DateTimeOffset OpenedAt,
    [property: JsonPropertyName("opened_by")] string OpenedBy,
    IReadOnlyList<InvoiceScript> Invoices,
    [property: JsonPropertyName("change_orders")] IReadOnlyList<ChangeOrderScript>? ChangeOrders = null,
    IReadOnlyList<CorrectionScript>? Corrections = null
);
