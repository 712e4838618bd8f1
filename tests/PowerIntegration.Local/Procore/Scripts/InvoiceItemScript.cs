using System.Text.Json.Serialization;

namespace PowerIntegration.Local.Procore.Scripts;

/// <summary>What one line bills in one period. Amounts are in the commitment's currency, at most two decimals.</summary>
/// <param name="LineItemId">The schedule-of-values line.</param>
/// <param name="WorkCompletedThisPeriod">Column E, including material installed now that was stored before.</param>
/// <param name="MaterialsPresentlyStored">Column F, the balance on site at the end of the period.</param>
/// <param name="SubcontractorClaimedAmount">What was claimed, where the reviewer approved something else.</param>
/// <param name="Comment">The reviewer's remark.</param>
/// <param name="WorkRetainageReleased">Retainage on work that is released with this invoice; null where none is entered.</param>
/// <param name="StoredRetainageReleased">Retainage on stored material that is released with this invoice; null where none is entered.</param>
/// <param name="WorkRetainageRetained">Retainage on work of this period as it was entered over the rate.</param>
/// <param name="StoredRetainageHeld">Retainage held on stored material, after releases, as it was entered over the rate.</param>
/// <param name="DetailLineItemId">The part of the subcontractor's own breakdown; null where the line is billed as a whole.</param>
[JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
public sealed record InvoiceItemScript(
    [property: JsonPropertyName("line_item_id")] long LineItemId,
    [property: JsonPropertyName("work_completed_this_period")] decimal WorkCompletedThisPeriod,
    [property: JsonPropertyName("materials_presently_stored")] decimal MaterialsPresentlyStored,
    [property: JsonPropertyName("subcontractor_claimed_amount")] decimal? SubcontractorClaimedAmount = null,
    string? Comment = null,
    [property: JsonPropertyName("work_completed_retainage_released_this_period")] decimal? WorkRetainageReleased = null,
    [property: JsonPropertyName("materials_stored_retainage_released_this_period")] decimal? StoredRetainageReleased = null,
    [property: JsonPropertyName("work_completed_retainage_retained_this_period")] decimal? WorkRetainageRetained = null,
    [property: JsonPropertyName("materials_stored_retainage_currently_retained")] decimal? StoredRetainageHeld = null,
    [property: JsonPropertyName("detail_line_item_id")] long? DetailLineItemId = null
);
