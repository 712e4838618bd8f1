namespace PowerIntegration.Local.Procore.Wbs;

/// <summary>How this company's Procore treats the work breakdown structure; tests and testers switch it while the simulator runs.</summary>
public sealed class WbsSettings
{
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
