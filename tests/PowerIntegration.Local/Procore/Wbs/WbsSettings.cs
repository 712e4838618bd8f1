using PowerIntegration.Local.Procore.Records;

namespace PowerIntegration.Local.Procore.Wbs;

/// <summary>
/// How this company's Procore treats the work breakdown structure. A data folder may say it in <c>wbs_settings.json</c>; tests switch it while the
/// simulator runs.
/// </summary>
public sealed class WbsSettings
{
    internal WbsSettings(ProcoreStore store)
    {
        var row = store.All(RecordKind.WbsSettings).SingleOrDefault();
        ItemIdsChange = row?["item_ids_change"]?.GetValue<bool>() == true;
        HasErpIntegrations = row?["has_erp_integrations"]?.GetValue<bool>() == true;
    }

    /// <summary>
    /// Whether every change of a project's segment item gives the item another id, after which the old one answers 404. Procore documents that the id
    /// can change and not when.
    /// </summary>
    /// <value>False.</value>
    public bool ItemIdsChange { get; set; }

    /// <summary>Whether the company has ERP Integrations, where custom segments are not supported.</summary>
    /// <value>False.</value>
    public bool HasErpIntegrations { get; set; }
}
