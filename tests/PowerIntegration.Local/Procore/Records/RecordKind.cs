namespace PowerIntegration.Local.Procore.Records;

/// <summary>Kinds of records; also the names of the seed files.</summary>
internal static class RecordKind
{
    public const string Companies = "companies";
    public const string Projects = "projects";
    public const string Users = "users";
    public const string ServiceAccounts = "service_accounts";
    public const string Vendors = "vendors";
    public const string Commitments = "work_order_contracts";
    public const string LineItems = "line_items";
    public const string PurchaseOrders = "purchase_order_contracts";
    public const string PurchaseOrderLines = "purchase_order_line_items";
    public const string BudgetViews = "budget_views";
    public const string BudgetLines = "budget_line_items";
    public const string DirectCosts = "direct_costs";
    public const string DirectCostLines = "direct_cost_line_items";
    public const string BillingPeriods = "billing_periods";
    public const string WbsPatterns = "wbs_patterns";
    public const string WbsSegmentItems = "wbs_segment_items";
    public const string WbsCodes = "wbs_codes";
    public const string WbsSettings = "wbs_settings";
    public const string CompanyWbsPatterns = "company_wbs_patterns";
    public const string CompanyWbsSegmentItems = "company_wbs_segment_items";
    public const string InvoiceConfigurations = "invoice_configurations";
    public const string Requisitions = "requisitions";
    public const string ChangeHistories = "change_histories";
    public const string WorkflowTools = "workflow_tools";
    public const string WorkflowPresets = "workflow_presets";
    public const string WorkflowInstances = "workflow_instances";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        Companies,
        Projects,
        Users,
        ServiceAccounts,
        Vendors,
        Commitments,
        LineItems,
        PurchaseOrders,
        PurchaseOrderLines,
        BudgetViews,
        BudgetLines,
        DirectCosts,
        DirectCostLines,
        BillingPeriods,
        WbsPatterns,
        WbsSegmentItems,
        WbsCodes,
        WbsSettings,
        CompanyWbsPatterns,
        CompanyWbsSegmentItems,
        InvoiceConfigurations,
        Requisitions,
        ChangeHistories,
        WorkflowTools,
        WorkflowPresets,
        WorkflowInstances,
    ];
}
